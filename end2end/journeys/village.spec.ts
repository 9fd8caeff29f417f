import { expect, test } from "../support/portal";

const VILLAGE = /莆中村/;
const ABOVE = [/福建省/, /漳州市/, /云霄县/, /火田镇/];

for (const [how, text] of [
  ["its name", "莆中"],
  ["its letters", "puzhong"],
]) {
  test(
    `a village is found by ${how} and its page tells how it stands`,
    { tag: "@key" },
    async ({ page, words }) => {
      await page.goto(words.link("/"));
      await page.getByLabel(words.say("home.search")).fill(text);
      await page.getByRole("button", { name: words.say("home.search.button") }).click();
      await expect(page.getByRole("status")).toHaveText(words.say("search.found", { text, n: 1 }));

      await page.getByRole("main").getByRole("link", { name: VILLAGE }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText(VILLAGE);
      const breadcrumb = page.getByRole("navigation", { name: words.say("site.breadcrumb") });
      await expect(breadcrumb.getByRole("link")).toHaveText([words.say("site.home"), ...ABOVE]);
      const total = page.locator(".headline__number");
      await expect(total).toContainText("≈");
      const number = async (text: Promise<string>) => Number((await text).replace(/\D/g, ""));
      const households = await number(total.innerText());
      expect(households).toBeGreaterThan(0);
      const sum = async (cells: string[]) => {
        const numbers = await Promise.all(cells.map((it) => number(Promise.resolve(it))));
        expect(numbers.filter((it) => it % 5 !== 0)).toEqual([]);
        return numbers.reduce((sum, it) => sum + it, 0);
      };
      expect(await sum(await page.locator(".headline__part dd").allInnerTexts())).toBe(households);
      const causes = page.getByRole("table", { name: words.say("table.cause.caption") });
      const cells = await causes.locator(".bar-table__number").allInnerTexts();
      expect(cells.every((it) => it.startsWith("≈"))).toBe(true);
      expect(await sum(cells)).toBe(households);
    },
  );
}

test("a search that finds nothing says how to go on", async ({ page, words }) => {
  await page.goto(words.link("/search"));
  await page.getByLabel(words.say("home.search")).fill("不存在的村");

  await page.getByRole("button", { name: words.say("home.search.button") }).click();

  await expect(page.getByRole("status")).toHaveText(
    words.say("search.none", { text: "不存在的村" }),
  );
  await expect(page.getByLabel(words.say("home.search"))).toHaveValue("不存在的村");
});

test("one goes down from a city to a village, up again, and to the other language", async ({
  page,
  words,
}) => {
  const link = (name: RegExp) => page.getByRole("main").getByRole("link", { name });
  const heading = page.getByRole("heading", { level: 1 });
  await page.goto(words.link("/"));
  for (const name of [...ABOVE.slice(1), VILLAGE]) {
    await link(name).first().click();
    await expect(heading).toHaveText(name);
  }

  await link(/云霄县/).click();
  await expect(heading).toHaveText(/云霄县/);
  await page.getByRole("link", { name: words.say("tab.notices"), exact: true }).click();
  await page.getByRole("link", { name: words.say("site.other_language") }).click();

  await expect(page).toHaveURL(
    words.base ? "/r/350622000000/notices" : "/en/r/350622000000/notices",
  );
  await expect(heading).toHaveText(/云霄县/);
});

test("a rounded count tells why it is rounded", async ({ page, words }) => {
  await page.goto(words.link("/r/350622105209"));

  await page
    .getByRole("link", { name: words.say("counts.rounded") })
    .first()
    .click();

  await expect(page).toHaveURL(words.link("/about") + "#rounding");
  await expect(
    page.getByRole("heading", { name: words.say("about.rounding.title") }),
  ).toBeInViewport();
});
