// What the results say: in words and shapes, with money and days as people write them.
import { household } from "../support/households";
import { expect, test } from "../support/portal";

const SHAPES: Record<string, string> = {
  LIKELY: "●",
  CHECK: "◐",
  NEED_INFO: "?",
  ALREADY: "✓",
  SUPERSEDED: "↑",
  UNLIKELY: "○",
  CLOSED: "○",
  NA: "○",
};

// UX-03 and UX-24
test("every result says its verdict in words and a shape, why, what to bring, where, whom to call, and its source", {
  tag: "@key",
}, async ({ page, words, selfCheck }) => {
  // Between them these families have every verdict there is.
  const seen = new Set<string>();
  for (const id of ["H04", "H10", "H12"]) {
    await selfCheck.resultWith(household(id).answers);
    await expect(page.locator(".check__final")).toHaveText(words.say("check.results.final"));
    const month = words.say("check.month.12");
    const until = words.say("check.day", { year: 2026, month, date: 31 });
    await expect(page.locator(".check__rules")).toContainText(until);
    await selfCheck.unfold();
    const cards = await selfCheck.cards.evaluateAll((all) =>
      all.map((card) => {
        const text = (part: string) =>
          (card.querySelector<HTMLElement>(part)?.innerText ?? "").trim();
        return {
          id: (card as HTMLElement).dataset.programme ?? "",
          verdict: (card as HTMLElement).dataset.verdict ?? "",
          shape: text(".result-card__shape"),
          said: text(".result-card__verdict"),
          name: text("h3"),
          reason: text(".result-card__reason"),
          bring: card.querySelectorAll(".checklist li").length,
          phone: text("a[href^='tel:']"),
          source: text(".result-card__source"),
          rules: card.querySelector(".result-card__source a")?.getAttribute("href"),
          buttons: card.querySelectorAll("form button").length,
          all: (card as HTMLElement).innerText,
        };
      }),
    );
    expect(cards).toHaveLength(22);
    for (const card of cards) {
      const where = `${id} ${card.id}`;
      seen.add(card.verdict);
      expect.soft(card.shape, where).toBe(SHAPES[card.verdict]);
      expect.soft(card.said, where).toContain(words.say(`check.verdict.${card.verdict}`));
      expect.soft(card.name, where).not.toBe("");
      expect.soft(card.name, where).not.toBe(card.id);
      expect.soft(card.reason.length, where).toBeGreaterThan(4);
      expect.soft(card.bring, where).toBeGreaterThan(0);
      expect.soft(card.all, where).toContain(words.say("check.where"));
      expect.soft(card.phone, where).toMatch(/^\d{5,}/);
      // A document, and until when it holds.
      const [source = "", last = ""] = card.source.split(words.say("check.rules_link"));
      expect.soft(source.length, where).toBeGreaterThan(words.say("check.source").length + 4);
      expect.soft(last, where).toContain(until);
      expect.soft(card.rules, where).toMatch(/^(\/en)?\/packs\/[\w-]+#\w+$/);
      const isWorthIt = ["LIKELY", "CHECK", "NEED_INFO"].includes(card.verdict);
      expect.soft(card.buttons, where).toBe(isWorthIt ? 1 : 0);
    }
    // The likeliest first.
    const order = ["LIKELY", "CHECK", "NEED_INFO", "ALREADY SUPERSEDED", "UNLIKELY CLOSED NA"];
    const places = cards.map((it) => order.findIndex((group) => group.includes(it.verdict)));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    // At one look: the likely ones, each leading to its card.
    const short = await page
      .locator(".result-overview a")
      .evaluateAll((all) => all.map((it) => it.getAttribute("href")?.replace("#card-", "")));
    const likely = cards.filter((it) => ["LIKELY", "CHECK"].includes(it.verdict));
    expect(short).toEqual(likely.map((it) => it.id));
  }
  expect([...seen].sort()).toEqual(Object.keys(SHAPES).sort());
});

// UX-23
test("money has thousands, and 万 beside ten thousand and more; days are written as people say them", async ({
  page,
  words,
  selfCheck,
}) => {
  for (const id of ["H01", "H04", "H09"]) {
    await selfCheck.resultWith(household(id).answers);
    await selfCheck.unfold();
    const text = await page.getByRole("main").innerText();

    const bare = text.match(/\d{4,}(?= ?(元|yuan))/g) ?? [];
    expect(bare, id).toEqual([]);
    expect(text, id).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    const amounts = await page.locator(".result-card__amount strong").allInnerTexts();
    for (const amount of amounts) {
      const isExact = (amount.match(/[\d,]{3,}/g) ?? []).length === 1;
      const wan = words.language === "en" ? /\d/ : /（合 [\d.]+ ?万/;
      if (isExact && words.yuan(amount) >= 10_000) expect(amount).toMatch(wan);
    }
    expect(amounts.length, id).toBeGreaterThan(0);
    if (words.language !== "zh-CN") continue;
    // "About" is said of estimates only: the share of one month.
    for (const it of text.match(/.{6}约[\d,]+/g) ?? []) expect(it).toContain("一个月约");
  }
});

test("a family that just misses something reads what it can still do, and never to earn less", async ({
  page,
  words,
  selfCheck,
}) => {
  // Below the threshold of the insurance for serious illness.
  const illness = { medical_total: 9_000, medical_one: 9_000 };
  await selfCheck.resultWith({ ...household("H06").answers, ...illness });

  const chances = page.locator(".chances");
  await expect(chances.getByRole("heading")).toHaveText(words.say("check.chances.title"));
  await expect(chances.locator("li").first()).toBeVisible();
  const text = await chances.innerText();
  // What it takes, and what may come of it.
  expect(text).toContain("12,002");
  expect(text).toContain(words.say("check.verdict.LIKELY"));
  expect(text).not.toMatch(/少挣|少干|卖车|辞工|earn less|sell/i);
});

test("why a result came out so is told with the numbers and where they stand", async ({
  page,
  words,
  selfCheck,
}) => {
  await selfCheck.resultWith(household("H08").answers);
  const why = page.locator("[data-programme=monitor] .result-card__why");

  await why.getByText(words.say("check.because")).click();

  // A yuan a head below the line: the sums are those of the family.
  await expect(why).toContainText("8,500");
  await expect(why.locator(".grounds li").first()).toBeVisible();
  await expect(why.locator(".grounds__source").first()).toContainText("8,500");
});
