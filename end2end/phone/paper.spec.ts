// The results on paper: one sheet, and a code on it from which they can be worked out again.
import { readFileSync } from "node:fs";
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { household, households } from "../support/households";
import { expect, test } from "../support/portal";

/** How much of a result is worth printing. */
const worth = (expected: Record<string, string>) =>
  Object.values(expected).filter((it) => /^(LIKELY|CHECK|NEED_INFO)/.test(it)).length;

for (const language of ["zh-CN", "en"] as const) {
  test.describe(`in ${language}`, () => {
    test.use({ language });

    test("the results of the family with the most of them are printed on one sheet of A4", async ({
      page,
      words,
      selfCheck,
    }) => {
      const most = households.toSorted((a, b) => worth(b.expected) - worth(a.expected))[0];
      expect(most?.id).toBe("H12");
      await selfCheck.resultWith(most?.answers ?? {});

      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");

      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
      const [, width, height] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
      // 210 mm by 297 mm, in points.
      expect(Math.abs(Number(width) - 595.3)).toBeLessThan(1);
      expect(Math.abs(Number(height) - 841.9)).toBeLessThan(1);
      await page.emulateMedia({ media: "print" });
      const sheet = page.locator(".sheet");
      await expect(sheet).toBeVisible();
      await expect(sheet).toContainText(words.say("check.results.final"));
      await expect(sheet.locator("tbody tr").first()).toContainText(/12345|12317|12333/);
      await expect(sheet.locator("svg.qr")).toBeVisible();
      await expect(selfCheck.cards.first()).toBeHidden();
      await expect(page.getByRole("contentinfo")).toBeHidden();
      // Nothing is cut off at the side.
      const cut = await sheet.evaluate((it) => it.scrollWidth - it.clientWidth);
      expect(cut).toBeLessThanOrEqual(0);
    });
  });
}

test.describe("on a phone of today", () => {
  test.use({ deviceScaleFactor: 3 });

  test("the print button prints, and the code on the screen is the record of the file", async ({
    page,
    words,
    selfCheck,
  }) => {
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "yes");
    });
    await selfCheck.resultWith(household("H01").answers);
    await page.getByRole("button", { name: words.say("check.print") }).click();
    await expect(page.locator("html")).toHaveAttribute("data-printed", "yes");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: words.say("check.record.file") }).click(),
    ]);
    const record = readFileSync(await download.path(), "utf8");

    await page.getByText(words.say("check.record.code"), { exact: true }).click();
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const code = page.getByRole("img", { name: words.say("check.record.code") }).first();
      const picture = PNG.sync.read(await code.screenshot());

      const read = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height);

      expect(read?.data, colorScheme).toBe(record);
    }
  });
});
