import { household } from "../support/households";
import { expect, test } from "../support/portal";
import { filledIn } from "../support/self-check";

test("a family answers one question at a time and learns what the rules give, and may change one", {
  tag: "@key",
}, async ({ page, words, watch, selfCheck }) => {
  const { answers, expected } = household("H04");
  await selfCheck.open();
  await selfCheck.begin();
  const asked: string[] = [];
  await selfCheck.answerAll(answers, async (screen) => {
    asked.push(screen.question ?? "");
    expect(filledIn(screen), `${screen.question} comes blank`).toEqual([]);
    await watch.look(page);
  });
  expect(new Set(asked).size).toBe(asked.length);
  // What does not concern the family is not asked.
  expect(asked).not.toContain("supporter");
  expect(asked).not.toContain("house_leak");

  await expect(selfCheck.heading).toHaveText(words.say("check.review.title"));
  await expect(selfCheck.form.locator(".answer-list__row")).toHaveCount(asked.length);
  const given = await selfCheck.travelling();
  await selfCheck.press("review.results");
  expect(await selfCheck.result()).toEqual(expected);
  const card = page.locator("[data-programme=monitor]");
  await expect(page.locator("[data-programme]").first()).toHaveAttribute("data-verdict", "LIKELY");
  await expect(card).toContainText(words.say("check.verdict.LIKELY"));
  await expect(card).toContainText(words.say("check.bring"));
  await expect(card.locator(".checklist li").first()).toBeVisible();
  await expect(card).toContainText(words.say("check.where"));
  await expect(card.locator('a[href^="tel:"]')).toBeVisible();
  await expect(card).toContainText(words.say("check.source").trim());
  await expect(page.locator(".check__final")).toHaveText(words.say("check.results.final"));

  // One answer is changed, and the others stay.
  await selfCheck.press("results.review");
  await selfCheck.form.locator('button[value="change:members"]').click();
  await selfCheck.isAt("members");
  expect(await selfCheck.filledIn()).toEqual(["q.members=5"]);
  await selfCheck.write("members", "9");
  await selfCheck.press("next");
  await expect(selfCheck.heading).toHaveText(words.say("check.review.title"));
  expect(await selfCheck.travelling()).toEqual({ ...given, "a.members": "9" });
  await selfCheck.press("review.results");
  expect((await selfCheck.result()).monitor).toBe("LIKELY income_low_and_risk");
});

// UX-01
test("larger text is chosen on any page, and stays through the self-check", {
  tag: "@key",
}, async ({ page, words, selfCheck }) => {
  await page.goto(words.link("/"));
  await page.getByRole("button", { name: words.say("site.text.large") }).click();
  await expect(page.locator("html")).toHaveClass(/large/);
  await selfCheck.open();
  await selfCheck.beginAnywhere();
  await expect(page.locator("html")).toHaveClass(/large/);
  const size = await selfCheck.heading.evaluate((it) => getComputedStyle(it).fontSize);
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(30);
});

test("the page's own back button and wrong input lose nothing", { tag: "@key" }, async ({
  page,
  words,
  selfCheck,
}) => {
  await selfCheck.open();
  await selfCheck.beginAnywhere();
  await selfCheck.choose("hukou_local", "yes");
  await selfCheck.press("next");

  for (const [typed, said] of [
    ["", words.say("check.problem.missing")],
    ["五口", words.say("check.problem.no_number")],
    ["21", words.say("check.problem.out_of_range", { from: 1, to: 20 })],
  ] as const) {
    await selfCheck.write("members", typed);
    await selfCheck.button("next").last().click();
    const summary = page.locator("#error-summary");
    await expect(summary.getByRole("link")).toHaveText(said);
    if (selfCheck.isAlive) await expect(summary).toBeFocused();
    await expect(selfCheck.form.locator(".field--wrong .field__problem")).toHaveText(said);
    await expect(selfCheck.input("members").first()).toHaveValue(typed);
  }
  await selfCheck.choose("members", "unsure");
  await selfCheck.button("next").last().click();
  await expect(page.locator("#error-summary")).toContainText(
    words.say("check.problem.contradiction"),
  );
  await expect(selfCheck.input("members", "unsure")).toBeChecked();
  await selfCheck.choose("members", "unsure");
  await selfCheck.write("members", "４人");
  await selfCheck.press("next");

  await selfCheck.write("labor", "2");
  await selfCheck.press("back");
  await selfCheck.isAt("members");
  expect(await selfCheck.filledIn()).toEqual(["q.members=4"]);
  await selfCheck.press("back");
  await selfCheck.isAt("hukou_local");
  await expect(selfCheck.input("hukou_local", "yes")).toBeChecked();
  await selfCheck.press("next");
  expect(await selfCheck.travelling()).toEqual({
    "a.place": "000000000000",
    "a.hukou_local": "1",
    "a.members": "4",
    "a.labor": "2",
  });
});

test("whoever has enough sees the result so far, goes on, and clears it all", {
  tag: "@key",
}, async ({ words, selfCheck }) => {
  await selfCheck.open();
  await selfCheck.beginAnywhere();
  // With somebody who can work, one programme is decided long before the end.
  for (const question of ["hukou_local", "members", "labor", "ages", "status"]) {
    await selfCheck.isAt(question);
    await selfCheck.answer(household("H06").answers);
  }

  await selfCheck.press("results_now");
  expect(await selfCheck.result()).toMatchObject({ tekun: "UNLIKELY has_labor" });
  const open = selfCheck.cards.and(selfCheck.page.locator("[data-verdict=NEED_INFO]"));
  await expect(open).not.toHaveCount(0);
  await expect(open.first()).toContainText(words.say("check.not_asked"));
  await selfCheck.press("results.go_on");
  await selfCheck.isAt("students");

  await selfCheck.press("clear");
  await expect(selfCheck.heading).toHaveText(words.say("check.start.title"));
  await expect(selfCheck.button("start.begin")).toBeVisible();
  expect(await selfCheck.travelling()).toEqual({});
});
