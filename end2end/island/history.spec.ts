import { household } from "../support/households";
import { expect, test } from "../support/portal";

const { answers } = household("H06");
const SO_FAR = {
  "a.place": "000000000000",
  "a.hukou_local": "1",
  "a.members": "3",
  "a.labor": "2",
};

test("the browser's back and forward keep the answers", async ({ page, words, selfCheck }) => {
  await page.goto(words.link("/"));
  await page
    .getByRole("main")
    .getByRole("link", { name: words.say("home.check") })
    .click();
  await selfCheck.isReady();
  await selfCheck.begin();
  for (const question of ["place", "hukou_local", "members", "labor"]) {
    await selfCheck.isAt(question);
    await selfCheck.answer(answers);
  }
  await selfCheck.isAt("ages");

  await page.goBack();
  await selfCheck.isAt("labor");
  expect(await selfCheck.filledIn()).toEqual(["q.labor=2"]);
  await expect(selfCheck.heading).toBeFocused();
  await page.goBack();
  await selfCheck.isAt("members");
  expect(await selfCheck.filledIn()).toEqual(["q.members=3"]);
  await page.goForward();
  await page.goForward();
  await selfCheck.isAt("ages");
  expect(await selfCheck.filledIn()).toEqual([]);
  expect(await selfCheck.travelling()).toEqual(SO_FAR);

  // Answered anew from there, the way forward is the new one.
  await page.goBack();
  await page.goBack();
  await selfCheck.isAt("members");
  await selfCheck.write("members", "7");
  await selfCheck.press("next");
  await selfCheck.isAt("ages");
  expect(await selfCheck.travelling()).toEqual({ ...SO_FAR, "a.members": "7" });
  for (const question of ["members", "hukou_local", "place"]) {
    await page.goBack();
    await selfCheck.isAt(question);
  }
  await page.goBack();
  await expect(selfCheck.button("start.resume")).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(words.link("/"));
});

test("links within the page stay on the question", async ({ page, words, selfCheck }) => {
  await selfCheck.open();
  await selfCheck.beginAnywhere();
  await selfCheck.answer(answers);
  await selfCheck.write("members", "五口");
  await selfCheck.button("next").last().click();

  // The summary leads to the field with what was typed.
  await page.locator("#error-summary").getByRole("link").click();
  await expect(selfCheck.input("members").first()).toBeFocused();
  await selfCheck.isAt("members");
  await expect(selfCheck.input("members").first()).toHaveValue("五口");
  await selfCheck.write("members", "5");
  await selfCheck.press("next");
  await selfCheck.isAt("labor");

  const skip = page.getByRole("link", { name: words.say("site.skip") });
  await skip.focus();
  await page.keyboard.press("Enter");
  await selfCheck.isAt("labor");
  expect(await selfCheck.travelling()).toEqual({
    "a.place": "000000000000",
    "a.hukou_local": "1",
    "a.members": "5",
  });
});
