// The self-check as a person goes through it, with and without JavaScript.
import { expect, type Locator, type Page } from "@playwright/test";
import { type Answer, type Answers, answerTo, choices } from "./households";
import type { Words } from "./words";

export class SelfCheck {
  readonly form: Locator;
  readonly heading: Locator;
  readonly cards: Locator;
  private readonly at: Locator;

  constructor(
    readonly page: Page,
    readonly words: Words,
    /** The browser computes; otherwise every step goes through the server. */
    readonly isAlive: boolean,
  ) {
    this.form = page.locator("form.check__form");
    this.heading = page.locator("#check-heading");
    this.cards = page.locator("[data-programme]");
    this.at = this.form.locator('input[name="at"]');
  }

  async open() {
    await this.page.goto(this.words.link("/check"));
    await this.isReady();
  }

  /** It says where the answers go: only when the browser computes do they stay. */
  async isReady() {
    const where = this.isAlive ? "check.private" : "check.through_server";
    await expect(this.form.getByText(this.words.say(where))).toBeVisible();
  }

  button(key: string): Locator {
    const name = this.words.say(`check.${key}`);
    return this.form.getByRole("button", { name, exact: true });
  }

  async press(key: string) {
    const here = await this.heading.innerText();
    await this.button(key).click();
    await this.heading.filter({ hasNotText: here }).waitFor();
  }

  /** Which question is on the screen, if any. */
  async question(): Promise<string | null> {
    await this.form.waitFor();
    return (await this.at.count()) > 0 ? this.at.inputValue() : null;
  }

  async isAt(question: string) {
    await expect(this.at).toHaveValue(question);
  }

  input(field: string, value?: string): Locator {
    return this.form.locator(`input[name="q.${field}"]${value === undefined ? "" : `[value="${value}"]`}`);
  }

  /** Chooses an option by its words. */
  async choose(field: string, value: string) {
    const id = await this.input(field, value).getAttribute("id");
    await this.form.locator(`label[for="${id}"]`).click();
  }

  async write(field: string, text: string) {
    await this.form.locator(`input[type="text"][name="q.${field}"]`).fill(text);
  }

  /** Answers the question on the screen and goes on. */
  async answer(answers: Answers) {
    for (const { name, isText } of await this.fields()) {
      const field = name.replace(/^q\./, "");
      const answer = answerTo(answers, name);
      if (isText && answer !== null) await this.write(field, String(answer));
      else await this.tick(field, answer);
    }
    await this.press("next");
  }

  /** Answers whatever is asked, to the end; `see` looks at each question before it is answered. */
  async answerAll(answers: Answers, see: () => Promise<void> = async () => {}) {
    for (;;) {
      const question = await this.question();
      if (question === null) return;
      await see();
      await this.answer(answers);
    }
  }

  async begin() {
    await this.press("start.begin");
  }

  async toResult(answers: Answers) {
    await this.open();
    await this.begin();
    await this.answerAll(answers);
    await this.press("review.results");
  }

  /** What the result says: programme → verdict and reason. */
  async result(): Promise<Record<string, string>> {
    await this.cards.first().waitFor();
    const said = await this.cards.evaluateAll((cards) =>
      cards.map((card) => {
        const { programme, verdict, reason } = (card as HTMLElement).dataset;
        return [programme, `${verdict} ${reason}`];
      }),
    );
    return Object.fromEntries(said);
  }

  /** The answers that travel along in the form: fact → value. */
  async travelling(form: Locator = this.form): Promise<Record<string, string>> {
    const fields = await form
      .locator('input[type="hidden"][name^="a."]')
      .evaluateAll((inputs) => inputs.map((it) => [(it as HTMLInputElement).name, (it as HTMLInputElement).value]));
    return Object.fromEntries(fields);
  }

  /** What is chosen or written on the screen. */
  async filledIn(): Promise<string[]> {
    return this.form.locator('input[name^="q."]').evaluateAll((inputs) =>
      (inputs as HTMLInputElement[])
        .filter((it) => (it.type === "text" ? it.value !== "" : it.checked))
        .map((it) => `${it.name}=${it.value}`),
    );
  }

  private async fields(): Promise<{ name: string; isText: boolean }[]> {
    return this.form.locator('input[name^="q."]').evaluateAll((inputs) => {
      const fields = new Map<string, boolean>();
      for (const it of inputs as HTMLInputElement[]) {
        fields.set(it.name, fields.get(it.name) || it.type === "text");
      }
      return [...fields].map(([name, isText]) => ({ name, isText }));
    });
  }

  private async tick(field: string, answer: Answer) {
    for (const value of choices(answer)) {
      // A group of counts has no "I don't know": it stays blank.
      if ((await this.input(field, value).count()) > 0) await this.choose(field, value);
    }
  }
}
