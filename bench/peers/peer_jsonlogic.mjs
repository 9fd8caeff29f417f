// json-logic-js: `node peer_jsonlogic.mjs households.ndjson`, with the package beside it or in NODE_PATH.
//
// `apply` on one chain of ifs. There is nothing to compile, and setting up is building the chain.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const logic = require("json-logic-js");
const { rules } = JSON.parse(readFileSync(new URL("task.json", import.meta.url)));
const households = readFileSync(process.argv[2], "utf8").trimEnd().split("\n").map((it) => JSON.parse(it));
const ROUNDS = 5;

const setUp = () => ({ if: [...rules.flatMap(({ when, outcome }) => [when, outcome]), 0] });

// Wall and CPU time in seconds; the latter is of all threads.
function now() {
  const { user, system } = process.cpuUsage();
  return [performance.now() / 1e3, (user + system) / 1e6];
}

// The round of median wall time, after a short one that only warms up.
const rounds = [];
let outcomes;
for (const some of [households.slice(0, 1000), ...Array(ROUNDS).fill(households)]) {
  const start = now();
  const chain = setUp();
  const middle = now();
  outcomes = some.map((it) => logic.apply(chain, it));
  const end = now();
  rounds.push([end[0] - middle[0], end[1] - middle[1], middle[0] - start[0], middle[1] - start[1]]);
}
const [wall, cpu, setupWall, setupCpu] = rounds.slice(1).sort((a, b) => a[0] - b[0])[ROUNDS >> 1];
console.log(JSON.stringify({
  engine: "json-logic-js",
  version: require("json-logic-js/package.json").version,
  n: households.length,
  wall_seconds: wall,
  cpu_seconds: cpu,
  setup_seconds: setupWall,
  setup_cpu_seconds: setupCpu,
  outcomes_sha256: createHash("sha256").update(outcomes.join("\n")).digest("hex"),
}));
