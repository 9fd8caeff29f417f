// axe finds nothing on any kind of page, in both languages and on dark screens.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { handedReceipt, isRefused, send, track } from "../support/cases";
import { household } from "../support/households";
import { onEveryScreen } from "../support/screens";
import { travelling } from "../support/rules";
import { A_NOTICE, ERRORS, PAGES } from "../support/pages";
import { expect, post, test } from "../support/portal";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function axeFindsNothing(page: Page, where: string) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(RULES)
    // No page has frames; without looking for them it takes half the time.
    .setLegacyMode()
    .analyze();
  const found = violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.html).join(" ")}`);
  expect.soft(found, where).toEqual([]);
}

const DARK = [
  "the first page",
  "a village",
  "the progress of a city",
  "a late project",
  "a doubtful figure",
];
const SCREENS = [
  { language: "zh-CN", colorScheme: "light", pages: PAGES },
  { language: "en", colorScheme: "light", pages: PAGES },
  {
    language: "zh-CN",
    colorScheme: "dark",
    pages: Object.fromEntries(DARK.map((it) => [it, PAGES[it] ?? ""])),
  },
] as const;

for (const { language, colorScheme, pages } of SCREENS) {
  test.describe(`in ${language} on a ${colorScheme} screen`, () => {
    test.use({ language, colorScheme });

    for (const [name, address] of Object.entries(pages)) {
      test(`axe finds nothing on ${name}`, async ({ page, words }) => {
        await page.goto(words.link(address));
        await axeFindsNothing(page, name);
      });
    }

    test("axe finds nothing on a notice and on error pages", async ({ page, words }) => {
      await page.goto(words.link(A_NOTICE.from));
      await page.locator(A_NOTICE.link).first().click();
      await axeFindsNothing(page, "a notice");
      for (const [name, [address, status]] of Object.entries(ERRORS)) {
        const response = await page.goto(words.link(address));
        expect(response?.status()).toBe(status);
        await axeFindsNothing(page, name);
      }
    });

    // UX-03
    test("axe finds nothing on any screen of the self-check", async ({ page, selfCheck }) => {
      await onEveryScreen(selfCheck, (name) => axeFindsNothing(page, name));
    });

    // UX-03
    test("axe finds nothing where a helper fills in, and on a record worked out again", async ({
      page,
      words,
      selfCheck,
    }) => {
      const { answers } = household("H10");
      await selfCheck.open();
      await page.getByText(words.say("check.helping")).click();
      await selfCheck.carry(travelling(answers));
      await selfCheck.press("start.begin");
      await axeFindsNothing(page, "reading back");
      await selfCheck.press("review.results");
      await selfCheck.unfold();
      await axeFindsNothing(page, "the results of a helper");
      const href = await page.locator("a[download]").getAttribute("href");
      await page.goto(words.link("/check/replay"));
      await selfCheck.isReady();
      const record = decodeURIComponent(href?.split(",")[1] ?? "");
      await page.getByLabel(words.say("check.replay.text")).fill(record);
      await selfCheck.button("replay.go").click();
      await expect(page.locator("[data-replayed]")).toBeVisible();
      await axeFindsNothing(page, "a record worked out again");
    });

    test("axe finds nothing on forms, receipts and cases", async ({ page, words }) => {
      await page.goto(words.link("/"));
      await post(page, words.link("/apply"), {
        programme: "monitor",
        "a.members": "3",
        "a.water": "1",
        go: "begin",
      });
      await page.getByText(words.say("apply.helper.summary")).click();
      await axeFindsNothing(page, "an application");
      await page.getByLabel(words.say("form.place.label")).fill("火田");
      await send(page, words, "apply.send");
      await axeFindsNothing(page, "an application with problems");

      await page.goto(words.link("/complain?about=figure/zhangzhou-29"));
      await send(page, words, "complain.send");
      await isRefused(page, words, [words.say("missing.kind"), words.say("missing.text")]);
      await axeFindsNothing(page, "a complaint with problems");
      await page.getByText(words.say("complaint_kind.other"), { exact: true }).click();
      await page
        .getByLabel(words.say("complain.text"), { exact: true })
        .fill("数字和村里公示牌上写的不一样，请核对。");
      await send(page, words, "complain.send");
      const receipt = await handedReceipt(page, words, "C");
      await axeFindsNothing(page, "a receipt");
      await track(page, words, receipt);
      await axeFindsNothing(page, "a case");
    });
  });
}
