import { household } from "../support/households";
import { expect, test } from "../support/portal";
import { SelfCheck } from "../support/self-check";

const WASM = "**/assets/*.wasm";

// A service worker would answer before the test can.
test.use({ serviceWorkers: "block" });
test.beforeEach(({ watch }) => watch.expect(/Service Worker registration blocked/));

// UX-16
test("where the program does not load, the server goes the same way to the result", async ({
  page,
  words,
  watch,
}) => {
  const { answers, expected } = household("H06");
  await page.route(WASM, (route) => route.abort());
  watch.expect(/\.wasm/);
  const selfCheck = new SelfCheck(page, words, false);
  const posts: string[] = [];
  page.on("request", (it) => {
    if (it.method() === "POST") posts.push(new URL(it.url()).pathname);
  });

  await selfCheck.toResult(answers);

  expect(await selfCheck.result()).toEqual(expected);
  expect(new Set(posts)).toEqual(new Set(["/check"]));
  await expect(page.getByText(words.say("check.keep"))).toBeHidden();
});

test("what was chosen before the program came stays chosen", async ({ page, words, selfCheck }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.goto(words.link("/check"));
  await selfCheck.isReady();
  await page.route(WASM, async (route) => {
    await released;
    await route.continue();
  });
  const early = new SelfCheck(page, words, false);
  // Reached through the server, so that the program comes anew while the question is on the screen.
  await selfCheck.carry([
    ["a.place", "000000000000"],
    ["go", "start"],
  ]);
  await selfCheck.form.evaluate((form) => HTMLFormElement.prototype.submit.call(form));
  await early.isReady();
  await early.choose("hukou_local", "yes");

  release();
  await selfCheck.isReady();

  await expect(selfCheck.input("hukou_local", "yes")).toBeChecked();
  await selfCheck.press("next");
  await selfCheck.isAt("members");
  expect(await selfCheck.travelling()).toEqual({
    "a.place": "000000000000",
    "a.hukou_local": "1",
  });
});
