// The wasm that ships judges the golden households and ten thousand random ones exactly as the native
// program did: the same bytes. `cargo xtask test --only wasm` writes the folder and runs this.
import { mkdtempSync, copyFileSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

const site = process.env.YANGGUANG_SITE;
const folder = process.env.SAME_BITS;
const { js, wasm } = JSON.parse(readFileSync(join(site, "site.json"), "utf8"));
const read = (name) => readFileSync(join(folder, name));

// Node takes a file for an ES module by its name.
const copy = join(mkdtempSync(join(tmpdir(), "same-bits-")), "check.mjs");
copyFileSync(join(site, "pkg", basename(js)), copy);
const program = await import(pathToFileURL(copy).href);
rmSync(copy);
program.initSync({ module: readFileSync(join(site, "pkg", basename(wasm))) });

const households = read("households.txt").toString("utf8");
const started = process.hrtime.bigint();
const judged = program.judged(read("book.bin"), households);
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const expected = read("judged.txt").toString("utf8");
const n = households.split("\n\n").length;
if (judged !== expected) {
  const [ours, theirs] = [judged, expected].map((it) => it.split("\n"));
  const line = ours.findIndex((it, place) => it !== theirs[place]);
  console.error(`wasm and native differ in line ${line + 1}:\n${ours[line]}\n${theirs[line]}`);
  process.exit(1);
}
console.log(`${n} households, ${expected.length} bytes: wasm and native are the same (${seconds.toFixed(1)} s)`);
