// Numbers that nobody knows to the yuan, and what can be told before the end.
import { household } from "../support/households";
import { expect, test } from "../support/portal";

const { answers, expected } = household("H06");

test("a rough number decides where both its ends agree, and says that it is too rough where they do not", {
  tag: "@key",
}, async ({ page, words, selfCheck }) => {
  // With 18,000 from the farm the line of 8,500 a head is crossed at a wage of 7,500.
  for (const [typed, result] of [
    ["5000到7000", expected.monitor],
    ["5,000～7,000 元", expected.monitor],
    ["5000到1万", "NEED_INFO rough"],
    ["不超过7000", expected.monitor],
  ] as const) {
    await selfCheck.beginWithout("wage", answers);
    await selfCheck.write("wage", typed);
    await selfCheck.press("next");
    await selfCheck.press("review.results");
    expect.soft((await selfCheck.result()).monitor, typed).toBe(result);
  }
  const card = page.locator("[data-programme=monitor]");
  await expect(card.locator(".result-card__reason")).not.toBeEmpty();

  // The same in two fields.
  for (const [least, most, result] of [
    ["5000", "7000", expected.monitor],
    ["5000", "1万", "NEED_INFO rough"],
  ] as const) {
    await selfCheck.beginWithout("wage", answers);
    await page.getByText(words.say("check.rough.title")).click();
    await selfCheck.write("wage.min", least);
    await selfCheck.write("wage.max", most);
    await selfCheck.press("next");
    await expect(selfCheck.heading).toHaveText(words.say("check.review.title"));
    const said = words.say("check.range.both", {
      from: "5,000",
      to: most === "7000" ? "7,000" : "10,000",
    });
    await expect(selfCheck.form).toContainText(said);
    await selfCheck.press("review.results");
    expect.soft((await selfCheck.result()).monitor, `${least} to ${most}`).toBe(result);
  }

  // The wrong way round is no range; what was written stays.
  await selfCheck.beginWithout("wage", answers);
  await page.getByText(words.say("check.rough.title")).click();
  await selfCheck.write("wage.min", "9000");
  await selfCheck.write("wage.max", "3000");
  await selfCheck.button("next").last().click();
  await expect(page.locator("#error-summary")).toBeVisible();
  await expect(selfCheck.input("wage.min")).toHaveValue("9000");
  await expect(selfCheck.input("wage.max")).toHaveValue("3000");
});

test("a question tells what it may still decide, and how much is decided already", {
  tag: "@key",
}, async ({ page, words, selfCheck }) => {
  const count = async () => {
    const text = await page.locator(".check__decided").innerText();
    return Number(words.pattern("check.decided").exec(text)?.[1]);
  };
  await selfCheck.open();
  await selfCheck.beginAnywhere();
  const first = await count();
  await page.getByText(words.say("check.why"), { exact: true }).click();
  const why = page.locator(".check__why");
  await expect(why).toContainText(words.say("check.why.decides"));
  const listed = (await why.innerText()).split(words.say("check.why.decides"))[1] ?? "";
  expect(listed.split(words.say("check.list_comma").trim()).length).toBeGreaterThan(1);

  for (let n = 0; n < 7; n += 1) await selfCheck.answer(answers);
  const later = await count();
  expect(later).toBeGreaterThan(first);
  await selfCheck.press("results_now");
  const open = Object.values(await selfCheck.result()).filter((it) => it.startsWith("NEED_INFO"));
  expect(22 - open.length).toBe(later);
});
