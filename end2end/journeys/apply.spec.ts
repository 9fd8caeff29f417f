import {
  handedReceipt,
  isDueIn,
  isJustFiled,
  isRefused,
  send,
  track,
  typeBack,
} from "../support/cases";
import { household } from "../support/households";
import { expect, test } from "../support/portal";

test("a family checks, applies with the answers that decided, and follows the application", {
  tag: "@key",
}, async ({ page, words, selfCheck }) => {
  await selfCheck.resultWith(household("H08").answers);
  const card = page.locator("[data-programme=monitor]");
  await expect(card).toHaveAttribute("data-verdict", "LIKELY");
  const all = await selfCheck.travelling();
  const deciding = await selfCheck.travelling(card);
  expect(all).toMatchObject(deciding);
  expect(Object.keys(deciding)).toContain("a.water");
  expect(Object.keys(deciding)).not.toContain("a.labor");

  await card.getByRole("button", { name: words.say("check.apply") }).click();

  // The answers once more, as they will be sent.
  await expect(page).toHaveURL(words.link("/apply"));
  const form = page.getByRole("main").locator("form");
  expect(await selfCheck.travelling(form)).toEqual(deciding);
  const shown = page.locator(".answer-list__row");
  const questions = new Set(Object.keys(deciding).map((it) => it.split(".")[1]));
  await expect(shown).toHaveCount(questions.size);

  await send(page, words, "apply.send");
  const missing = ["missing.region_code", "missing.name", "missing.phone", "not_ticked.consent"];
  await isRefused(
    page,
    words,
    missing.map((it) => words.say(it)),
  );

  // A helper fills it in, and finds the village without losing what is written.
  await page.getByLabel(words.say("apply.name"), { exact: true }).fill("王秀英");
  await page.getByLabel(words.say("apply.phone"), { exact: true }).fill("13800138000");
  await page.getByText(words.say("apply.helper.summary")).click();
  await page.getByText(words.say("apply.helper"), { exact: true }).click();
  await page.getByLabel(words.say("apply.helper_name"), { exact: true }).fill("李明");
  await page.getByLabel(words.say("form.place.label")).fill("莆中");
  await page.getByRole("button", { name: words.say("form.place.find"), exact: true }).click();
  await expect(page.getByRole("radio", { name: /莆中村/ })).toBeChecked();
  await expect(page.getByLabel(words.say("apply.name"), { exact: true })).toHaveValue("王秀英");
  await expect(page.getByLabel(words.say("apply.phone"), { exact: true })).toHaveValue(
    "13800138000",
  );
  await expect(page.getByLabel(words.say("apply.helper_name"), { exact: true })).toHaveValue(
    "李明",
  );
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByText(words.say("apply.consent")).click();

  await send(page, words, "apply.send");
  await isRefused(page, words, [words.say("not_ticked.helper_consent")]);
  await expect(page.getByRole("radio", { name: /莆中村/ })).toBeChecked();
  await page.getByText(words.say("apply.helper_consent")).click();
  const sent = page.waitForRequest((it) => it.method() === "POST");
  await send(page, words, "apply.send");
  const fields = new URLSearchParams((await sent).postData() ?? "");
  const answers = [...fields].filter(([name]) => name.startsWith("a."));
  expect(Object.fromEntries(answers)).toEqual(deciding);

  const receipt = await handedReceipt(page, words, "A");
  await typeBack(page, words, receipt);
  const steps = await track(page, words, receipt);
  const subject = words.language === "en" ? /Monitor/i : /监测户/;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(subject);
  await expect(page.getByRole("main")).toContainText("莆中村");
  await isJustFiled(steps, words, "application");
  await isDueIn(steps, words, "application_step.decided", 15);
  await expect(page.getByRole("main")).not.toContainText("王秀英");
  await expect(page.getByRole("main")).not.toContainText("13800138000");
});

test("an application begins with the self-check", async ({ page, words }) => {
  await page.goto(words.link("/apply"));

  await expect(page).toHaveURL(words.link("/check"));
});
