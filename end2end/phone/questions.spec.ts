// One question a page, always built the same way, and none that cannot be answered.
import { household } from "../support/households";
import { expect, test } from "../support/portal";
import { questions } from "../support/rules";

// UX-06, UX-07 and UX-08
test("somebody who knows nothing answers one question a page, none twice, and reaches the results", async ({
  page,
  words,
  selfCheck,
}) => {
  const { answers } = household("H12");
  const noAnswers = Object.fromEntries(
    Object.entries(answers).map(([fact, answer]) => {
      const question = questions.find((it) => it.id === fact);
      return [fact, question?.mayBeUnsure ? null : answer];
    }),
  );
  const asked: string[] = [];
  await selfCheck.open();
  await selfCheck.begin();

  await selfCheck.answerAll(noAnswers, async ({ heading, question, fields }) => {
    expect(asked).not.toContain(question);
    asked.push(question ?? "");
    const at = questions.find((it) => it.id === question);
    const offers = fields.map((it) => it.value);
    if (at?.mayBeUnsure) expect(offers, question ?? "").toContain("unsure");
    // A count always has an answer; whether a loan is wanted, only the family knows.
    else
      expect(
        ["counts", "count", undefined].includes(at?.kind) ||
          ["loan", "border"].includes(question ?? ""),
      ).toBe(true);

    const seen = await selfCheck.form.evaluate((form) => {
      const all = [...form.querySelectorAll("button, h1, legend, summary")];
      const visible = all.filter((it) => it.checkVisibility() && !it.closest(".visually-hidden"));
      return visible.map((it) => it.getAttribute("value") ?? it.tagName.toLowerCase());
    });
    expect(await page.locator("h1").allInnerTexts()).toEqual([heading]);
    expect(heading).toMatch(/[？?]$/);
    // The way back on top, then the question, one way on, why it is asked, and clearing at the end.
    expect(seen[0], heading).toBe("back");
    expect(seen.indexOf("h1"), heading).toBeLessThan(seen.indexOf("next"));
    expect(
      seen.filter((it) => it === "next"),
      heading,
    ).toHaveLength(1);
    expect(seen.indexOf("next"), heading).toBeLessThan(seen.lastIndexOf("summary"));
    expect(seen.at(-1), heading).toBe("clear");
    await expect(page.getByRole("contentinfo").getByRole("link", { name: "12317" })).toBeVisible();
  });

  expect(asked.length).toBeGreaterThan(25);
  await expect(selfCheck.heading).toHaveText(words.say("check.review.title"));
  await selfCheck.press("review.results");
  const verdicts = Object.values(await selfCheck.result());
  expect(verdicts).toHaveLength(22);
  expect(verdicts.filter((it) => it.startsWith("NEED_INFO")).length).toBeGreaterThan(5);
  expect(verdicts.filter((it) => it.startsWith("LIKELY"))).toEqual([]);
});

// UX-07
test("whoever goes by keyboard always sees where they are", async ({ page, selfCheck }) => {
  await selfCheck.open();
  for (const reach of [
    async () => {},
    () => selfCheck.begin(),
    () => selfCheck.beginWithout("wage", household("H06").answers),
  ]) {
    await reach();
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const focused: string[] = [];
    for (;;) {
      await page.keyboard.press("Tab");
      // The browser scrolls there with the next frame.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))),
      );
      const here = await page.evaluate(() => {
        const it = document.activeElement;
        if (!it || it === document.body) return null;
        // What is drawn is the input, or the label beside it.
        const box = it.getBoundingClientRect();
        const style = getComputedStyle(it);
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const isCovered = !(
          top &&
          (it.contains(top) || top.contains(it) || top.tagName === "LABEL")
        );
        return {
          what: `${[...document.querySelectorAll("*")].indexOf(it)} ${it.outerHTML.slice(0, 80)}`,
          outline: style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth),
          // A part of a pixel may be cut off.
          isSeen: box.top >= 0 && box.bottom <= innerHeight + 1 && !isCovered,
        };
      });
      if (here === null || focused.includes(here.what)) break;
      focused.push(here.what);
      expect.soft(here, here.what).toMatchObject({ isSeen: true });
      expect.soft(here.outline, here.what).toBeGreaterThanOrEqual(2);
    }
    expect(focused.length).toBeGreaterThan(3);
  }
});
