// Somebody fills in for others: with their consent, each family apart, and read back to them.
import { household } from "../support/households";
import { expect, test } from "../support/portal";
import { travelling } from "../support/rules";

// UX-25
test("a helper keeps two families apart, reads the answers back, and loses nothing between them", {
  tag: "@key",
}, async ({ page, words, selfCheck }) => {
  const [first, second] = [household("H02"), household("H06")];
  const family = (number: number) =>
    expect(page.locator(".check__family")).toHaveText(words.say("check.family.now", { number }));
  await selfCheck.open();
  await page.getByText(words.say("check.helping")).click();
  await selfCheck.carry(travelling(first.answers));
  await selfCheck.press("start.begin");
  await family(1);
  await expect(selfCheck.heading).toHaveText(words.say("check.review.read_back"));
  await expect(selfCheck.form).toContainText(words.say("check.review.read_back.help"));
  await selfCheck.press("review.results");
  expect(await selfCheck.result()).toEqual(first.expected);

  // The second family begins with nothing of the first.
  await selfCheck.press("family.new");
  await family(2);
  await selfCheck.isAt("place");
  expect(await selfCheck.filledIn()).toEqual([]);
  await selfCheck.answer(second.answers);
  await selfCheck.isAt("hukou_local");
  expect(await selfCheck.filledIn()).toEqual([]);
  await selfCheck.carry(travelling(second.answers).filter(([name]) => name !== "a.place"));
  await selfCheck.answer(second.answers);
  await selfCheck.press("review.results");
  expect(await selfCheck.result()).toEqual(second.expected);

  // Back to the first, and to the second again.
  const others = words.say("check.family.other", { number: 1 });
  await selfCheck.form.getByRole("button", { name: others, exact: true }).click();
  await family(1);
  await selfCheck.press("review.results");
  expect(await selfCheck.result()).toEqual(first.expected);
  await selfCheck.form
    .getByRole("button", { name: words.say("check.family.other", { number: 2 }), exact: true })
    .click();
  await family(2);
  await selfCheck.press("review.results");
  expect(await selfCheck.result()).toEqual(second.expected);

  // An application carries only the answers of the family on the screen.
  const card = page.locator("[data-programme=monitor]");
  expect(
    Object.keys(await selfCheck.travelling(card)).filter((it) => !it.startsWith("a.")),
  ).toEqual([]);
  expect((await selfCheck.travelling(card))["a.members"]).toBe("3");
  await expect(card.locator('input[name^="h."]')).toHaveCount(0);

  await selfCheck.press("clear");
  await expect(page.locator(".check__family")).toHaveCount(0);
  await expect(page.locator('input[name^="h."]')).toHaveCount(0);
});
