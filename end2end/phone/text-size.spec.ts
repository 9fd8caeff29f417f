// Text that older eyes can read and buttons that stiff fingers can press, on every screen of the
// self-check.
import type { Page } from "@playwright/test";
import { household } from "../support/households";
import { expect, test } from "../support/portal";
import { onEveryScreen } from "../support/screens";
import type { Words } from "../support/words";

interface Line {
  text: string;
  size: number;
  height: number;
}

/** Every piece of text that can be seen, how large it is and how high its lines are. */
async function lines(page: Page, within: string): Promise<Line[]> {
  return page.locator(within).evaluateAll((roots) => {
    const seen: Line[] = [];
    for (const root of roots) {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode.textContent?.trim() ?? "";
        const element = texts.currentNode.parentElement;
        if (!element?.checkVisibility() || text === "") continue;
        if (element.closest(".visually-hidden, .skip-link, svg")) continue;
        const style = getComputedStyle(element);
        seen.push({
          text,
          size: Number.parseFloat(style.fontSize),
          height: Number.parseFloat(style.lineHeight),
        });
      }
    }
    return seen;
  });
}

/** What is to be read first: questions, answers, buttons, what the rules say. */
const MAIN = [
  "#check-heading",
  ".check__points",
  ".field__help",
  ".choice:not(.choice--quiet)",
  ".field__label",
  ".field__problem",
  ".button",
  ".answer-list__answer",
  ".result-overview",
  ".result-card__name",
  ".result-card__verdict",
  ".result-card__reason",
  ".result-card__plain",
  ".result-card .checklist",
  ".chances li",
].join(", ");

/** What is to be read and pressed first of all. */
const FIRST = "#check-heading, .choice:not(.choice--quiet) label, .button--wide";

async function enlarge(page: Page, words: Words) {
  await page.getByRole("button", { name: words.say("site.text.large") }).click();
  await expect(page.locator("html")).toHaveClass(/large/);
}

// UX-01 and UX-02
test("main text is at least 18 px and its lines are not crowded, on every screen", async ({
  page,
  selfCheck,
}) => {
  await onEveryScreen(selfCheck, async (name) => {
    const main = await lines(page, MAIN);
    expect(main.length, name).toBeGreaterThan(1);
    expect
      .soft(
        main.filter((it) => it.size < 18),
        name,
      )
      .toEqual([]);
    const all = await lines(page, "body");
    expect
      .soft(
        all.filter((it) => it.size < 14),
        name,
      )
      .toEqual([]);
    expect
      .soft(
        all.filter((it) => it.height < 1.3 * it.size),
        name,
      )
      .toEqual([]);
    expect.soft(await crowdedParagraphs(page), name).toEqual([]);
  });
});

/** Paragraphs in a row whose gap is less than 1.3 of the gap between their lines. */
async function crowdedParagraphs(page: Page): Promise<string[]> {
  return page.locator("main p + p").evaluateAll((all) =>
    all
      .filter((it) => it.checkVisibility() && it.previousElementSibling?.checkVisibility())
      .filter((it) => {
        const style = getComputedStyle(it);
        const between = Number.parseFloat(style.lineHeight) - Number.parseFloat(style.fontSize);
        const above = it.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
        // From the foot of a letter to the head of the next, as between two lines.
        const gap = it.getBoundingClientRect().top - above + between;
        return gap < 1.3 * between;
      })
      .map((it) => it.textContent ?? ""),
  );
}

// UX-01
test("larger text is 30 px where it matters, and stays so on other pages and after a reload", async ({
  page,
  words,
  selfCheck,
}) => {
  await page.goto(words.link("/r/350622105209"));
  await enlarge(page, words);
  await expect(page).toHaveURL(words.link("/r/350622105209"));
  await page.goto(words.link("/"));
  await expect(page.locator("html")).toHaveClass(/large/);
  await page.reload();
  await expect(page.locator("html")).toHaveClass(/large/);

  await onEveryScreen(selfCheck, async (name) => {
    const first = await lines(page, FIRST);
    expect
      .soft(
        first.filter((it) => it.size < 30),
        name,
      )
      .toEqual([]);
    expect
      .soft(
        (await lines(page, MAIN)).filter((it) => it.size < 24),
        name,
      )
      .toEqual([]);
  });

  await page.getByRole("button", { name: words.say("site.text.normal") }).click();
  await expect(page.locator("html")).not.toHaveClass(/large/);
  await page.goto(words.link("/about"));
  await expect(page.locator("html")).not.toHaveClass(/large/);
});

// UX-01
test("whoever enlarges the text in the middle of the self-check loses no answer", async ({
  page,
  words,
  selfCheck,
}) => {
  const { answers, expected } = household("H06");
  await selfCheck.beginWithout("members", answers);
  await selfCheck.write("members", "3");
  const given = await selfCheck.travelling();

  await enlarge(page, words);

  await selfCheck.isAt("members");
  await expect(selfCheck.input("members").first()).toHaveValue("3");
  expect(await selfCheck.travelling()).toEqual(given);
  await selfCheck.press("next");
  await selfCheck.press("review.results");
  expect(await selfCheck.result()).toEqual(expected);
  await page.goto(words.link("/"));
  await expect(page.locator("html")).toHaveClass(/large/);
});

// UX-04
for (const [text, least] of [
  ["usual", 44],
  ["larger", 60],
] as const) {
  test(`with ${text} text everything to press is at least ${least} px high`, async ({
    page,
    words,
    selfCheck,
  }) => {
    await page.goto(words.link("/"));
    if (text === "larger") await enlarge(page, words);
    // In the larger view what leads on; links and small buttons stay at 44.
    const main = ".button, .choice__label, .input, .text-size button, .read-aloud";
    const small = "button, summary, .site-header a, .site-footer a, .tasks a";
    const tooSmall = (selector: string, least: number) =>
      page.locator(selector).evaluateAll(
        (all, least) =>
          all
            .filter((it) => it.checkVisibility() && !it.closest(".visually-hidden"))
            .map((it) => ({ html: it.outerHTML.slice(0, 80), box: it.getBoundingClientRect() }))
            // A pixel of the screen may be lost to rounding.
            .filter(({ box }) => Math.min(box.width, box.height) < least - 0.5)
            .map(({ html, box }) => `${html} ${box.width}×${box.height}`),
        least,
      );
    const look = async (name: string) => {
      expect.soft(await tooSmall(main, least), name).toEqual([]);
      expect.soft(await tooSmall(small, 44), name).toEqual([]);
    };
    await look("the first page");
    await onEveryScreen(selfCheck, look);
  });
}

// UX-09
test("nothing goes sideways at 320 px with larger text, nor at 360 px with text twice as large", async ({
  page,
  words,
  watch,
  selfCheck,
}) => {
  const scales = [
    // The narrowest phone, and WeChat's largest text on it.
    { width: 320, text: 1, isLarge: false },
    { width: 320, text: 1.5, isLarge: false },
    { width: 320, text: 1, isLarge: true },
    { width: 360, text: 2, isLarge: false },
    // A desktop browser at 200 %.
    { width: 640, text: 2, isLarge: false },
  ];
  await page.goto(words.link("/"));
  const seen: string[] = [];
  await onEveryScreen(selfCheck, async (name) => {
    for (const { width, text, isLarge } of scales) {
      await page.setViewportSize({ width, height: 640 });
      await page.evaluate(
        ([text, isLarge]) => {
          document.documentElement.classList.toggle("large", isLarge);
          document.documentElement.style.fontSize = text === 1 ? "" : `${text * 100}%`;
        },
        [text, isLarge] as const,
      );
      const { wide, window } = await watch.width(page);
      if (wide > window) seen.push(`${name} at ${width} px × ${text}: ${wide}`);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = "";
        document.documentElement.classList.remove("large");
      });
    }
    await page.setViewportSize({ width: 360, height: 740 });
  });
  expect(seen).toEqual([]);
});

// UX-09
test("nobody is kept from zooming or from larger text", async ({ page, request, words }) => {
  await page.goto(words.link("/check"));

  const viewport = await page.locator("meta[name=viewport]").getAttribute("content");
  expect(viewport).not.toMatch(/user-scalable|maximum-scale/);
  const style = await page.locator("link[rel=stylesheet]").getAttribute("href");
  expect(await (await request.get(style ?? "")).text()).not.toMatch(
    /text-size-adjust|touch-action/,
  );
});
