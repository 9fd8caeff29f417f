// Filing something, keeping its receipt, and following it: the same for applications and complaints.
import { expect, type Locator, type Page } from "@playwright/test";
import { daysBetween, today, type Words } from "./words";

/** A receipt of the right form that belongs to nothing: twelve characters that stand for zero. */
export const UNKNOWN_RECEIPT = "的的的的 的的的的 的的的在";

export async function send(page: Page, words: Words, key: "apply.send" | "complain.send") {
  // The first button is for those who press Enter; people see the last.
  await page
    .getByRole("button", { name: words.say(key) })
    .last()
    .click();
}

/** The summary names the problems, and each leads to the field where it says the same. */
export async function isRefused(page: Page, words: Words, problems: string[]) {
  const summary = page.getByRole("alert");
  await expect(summary).toContainText(words.say("problem.title"));
  await expect(summary.getByRole("link")).toHaveText(problems);
  await expect(page).toHaveTitle(words.pattern("problem.page_title"));
  for (const link of await summary.getByRole("link").all()) {
    const field = page.locator(`[id="${(await link.getAttribute("href"))?.slice(1)}"]`);
    const box = page.locator(".field--wrong").filter({ has: field });
    await expect(box.locator(".field__problem")).toHaveText((await link.innerText()).trim());
  }
}

/** The receipt as shown after filing, in words and as a picture. */
export async function handedReceipt(page: Page, words: Words, kind: "A" | "C"): Promise<string> {
  const key = kind === "A" ? "apply.filed" : "complain.filed";
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say(key));
  await expect(
    page.getByRole("img", { name: words.say("receipt.qr") }).locator("svg"),
  ).toBeVisible();
  await expect(page.locator(".receipt")).toContainText(
    new RegExp(`${kind}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{2}`),
  );
  const receipt = (await page.locator(".receipt__code").innerText()).trim().replace(/\s+/g, " ");
  expect(receipt).toMatch(/^\p{Script=Han}{4} \p{Script=Han}{4} \p{Script=Han}{4}$/u);
  expect(page.url()).not.toContain(encodeURIComponent(receipt.slice(0, 1)));
  return receipt;
}

/** Typed back from a note with a slip, then rightly. */
export async function typeBack(page: Page, words: Words, receipt: string) {
  const typed = page.getByLabel(words.say("receipt.type_back"));
  await typed.fill(UNKNOWN_RECEIPT);
  await page.getByRole("button", { name: words.say("receipt.kept") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("receipt.wrong"));
  await typed.fill(receipt.replaceAll(" ", ""));
  await page.getByRole("button", { name: words.say("receipt.kept") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.say("receipt.right"));
}

/** The line of steps of a case, found by its receipt. */
export async function track(page: Page, words: Words, receipt: string): Promise<Locator> {
  await page.goto(words.link("/track"));
  await page.getByLabel(words.say("track.receipt"), { exact: true }).fill(receipt);
  await page.getByRole("button", { name: words.say("track.find"), exact: true }).click();
  await expect(page).toHaveURL(words.link("/track"));
  return page.locator(".timeline > li");
}

/** What was just filed stands first, done today; the next step is under way. */
export async function isJustFiled(steps: Locator, words: Words, kind: "application" | "complaint") {
  await expect(steps.first()).toContainText(words.say(`${kind}_step.filed`));
  expect(words.day(await steps.first().innerText())).toBe(today());
  const now = steps.and(steps.page().locator("[aria-current=step]"));
  await expect(now).toHaveCount(1);
  await expect(now).toContainText(words.say(`${kind}_step.accepted`));
}

/** A step says its last day, that many days from today. */
export async function isDueIn(steps: Locator, words: Words, step: string, days: number) {
  const text = await steps
    .filter({ hasText: words.say(step) })
    .first()
    .innerText();
  expect(daysBetween(today(), words.day(text))).toBe(days);
}
