// The record of a result: kept by the family, worked out again by anybody.
import { readFileSync } from "node:fs";
import { household } from "../support/households";
import { expect, test } from "../support/portal";

test("a record is kept as a file and worked out again; a changed one is found out", {
  tag: "@key",
}, async ({ page, words, selfCheck }) => {
  const { answers, expected } = household("H09");
  await selfCheck.resultWith(answers);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words.say("check.record.file") }).click(),
  ]);
  const record = readFileSync(await download.path(), "utf8");
  expect(record).toMatch(/^YANGGUANG 1\npack demo-2026 [0-9a-f]{32}\n/);

  const replay = async (text: string) => {
    await page.goto(words.link("/check"));
    await selfCheck.isReady();
    await selfCheck.press("replay.link");
    await page.getByLabel(words.say("check.replay.text")).fill(text);
    await selfCheck.button("replay.go").click();
  };
  const outcome = page.locator("[data-replayed]");

  await replay(record);
  await expect(outcome).toHaveText(words.say("check.replay.same"));
  expect(await selfCheck.result()).toEqual(expected);

  await replay(record.replace(/^r \w/m, (it) => (it.endsWith("L") ? "r U" : "r L")));
  await expect(outcome).toHaveText(words.say("check.replay.different"));
  expect(await selfCheck.result()).toEqual(expected);

  await replay(record.replace(/(pack demo-2026) \w{8}/, "$1 00000000"));
  await expect(outcome).toHaveText(words.say("check.replay.other_rules"));

  await replay("这不是记录");
  await expect(page.getByRole("alert")).toHaveText(words.say("check.replay.wrong"));
  await expect(page.getByLabel(words.say("check.replay.text"))).toHaveValue("这不是记录");
  await expect(outcome).toHaveCount(0);
});
