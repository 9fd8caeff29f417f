// What a page brings along, and how narrow a phone may be.
import { PAGES } from "../support/pages";
import { expect, test } from "../support/portal";

test("a page without the self-check is one document, one style sheet and one icon", async ({
  browser,
  baseURL,
  words,
}) => {
  for (const [name, address] of Object.entries(PAGES)) {
    // Nothing kept from the page before.
    const context = await browser.newContext();
    const fresh = await context.newPage();
    const loaded: string[] = [];
    fresh.on("request", (it) =>
      loaded.push(it.url().replace(/^.*\/assets\/(\w+)\.\w+\.(\w+)$/, "$1.$2")),
    );
    const icon = fresh.waitForResponse(/icon/);
    await fresh.goto(new URL(words.link(address), baseURL).href);
    await icon;
    expect.soft(loaded.slice(1).sort(), name).toEqual(["icon.svg", "style.css"]);
    await context.close();
  }
});

for (const language of ["zh-CN", "en"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language, viewport: { width: 320, height: 640 } });

    test("no page goes sideways on the narrowest of phones", async ({ page, words, watch }) => {
      for (const address of [...Object.values(PAGES), "/check"]) {
        await page.goto(words.link(address));
        await page.locator("details").evaluateAll((all) => {
          for (const it of all) (it as HTMLDetailsElement).open = true;
        });
        await watch.look(page);
      }
    });
  });
}
