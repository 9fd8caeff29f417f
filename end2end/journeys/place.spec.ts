// The place selects the rules, and the rules what is asked.
import { household } from "../support/households";
import { expect, test } from "../support/portal";

const { place: _, border: __, ...answers } = household("H01").answers;

test("a family in Pingxiang is asked about the border, and one elsewhere is not", {
  tag: "@key",
}, async ({ page, words, selfCheck }) => {
  for (const [place, name, pack] of [
    ["350600000000", /漳州|Zhangzhou/, "zhangzhou-2026"],
    ["000000000000", /别的地方|Somewhere else/, "demo-2026"],
    ["451481000000", /凭祥|Pingxiang/, "pingxiang-2026"],
  ] as const) {
    await selfCheck.beginWith(answers);
    await selfCheck.isAt("place");
    await page.getByText(name).last().click();
    await selfCheck.press("next");
    if (place === "451481000000") {
      await selfCheck.isAt("border");
      await selfCheck.answer({ border: "in3_ok" });
    }
    await expect(selfCheck.heading).toHaveText(words.say("check.review.title"));
    await expect(selfCheck.form.locator(".answer-list__row").first()).toContainText(name);
    await selfCheck.press("review.results");
    const rules = page.locator(".result-card__source a").first();
    await expect(rules).toHaveAttribute("href", new RegExp(`/packs/${pack}#`));
    const { bianmin } = await selfCheck.result();
    if (place === "451481000000") expect(bianmin).toBe(household("H01").expected.bianmin);
    else expect(bianmin).toBe("NA not_in_this_place");
  }

  // Moved from the review, only what the new place needs is asked.
  await selfCheck.press("results.review");
  await selfCheck.form.locator('button[value="change:place"]').click();
  await selfCheck.isAt("place");
  await expect(selfCheck.input("place", "451481000000")).toBeChecked();
  await selfCheck.choose("place", "000000000000");
  await selfCheck.press("next");
  await expect(selfCheck.heading).toHaveText(words.say("check.review.title"));
  expect((await selfCheck.travelling())["a.members"]).toBe("4");
});

test("nobody goes on without a place", { tag: "@key" }, async ({ page, words, selfCheck }) => {
  await selfCheck.open();
  await selfCheck.begin();
  await selfCheck.button("next").last().click();
  const problem = page.locator("#error-summary").getByRole("link");
  await expect(problem).toHaveText(words.say("check.problem.missing"));
  await problem.click();
  await selfCheck.isAt("place");
  await expect(selfCheck.form.locator(".field--wrong")).toBeVisible();
});
