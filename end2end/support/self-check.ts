// The self-check as a person goes through it, with and without JavaScript.
import { expect, type Locator, type Page } from "@playwright/test";
import { type Answers, answerTo, choices } from "./households";
import type { Words } from "./words";

/** What the form calls the screens that ask nothing. */
export const NO_QUESTION = ["", "start", "review", "results"];

/** What a person sees at one look. */
export interface Screen {
  heading: string;
  question: string | null;
  fields: { id: string; name: string; value: string; isText: boolean; isFilled: boolean }[];
}

export class SelfCheck {
  readonly form: Locator;
  readonly heading: Locator;
  readonly cards: Locator;

  constructor(
    readonly page: Page,
    readonly words: Words,
    /** The browser computes; otherwise every step goes through the server. */
    readonly isAlive: boolean,
  ) {
    this.form = page.locator("form.check__form");
    this.heading = page.locator("#check-heading");
    this.cards = page.locator("[data-programme]");
  }

  async open() {
    await this.page.goto(this.words.link("/check"));
    await this.isReady();
  }

  /** It says where the answers go: only when the browser computes do they stay. */
  async isReady() {
    const where = this.isAlive ? "check.private" : "check.through_server";
    await expect(this.page.getByText(this.words.say(where))).toBeVisible();
  }

  button(key: string): Locator {
    const name = this.words.say(`check.${key}`);
    return this.form.getByRole("button", { name, exact: true });
  }

  /** Presses a button that leads to another screen. */
  async press(key: string) {
    const here = await this.heading.innerText();
    await this.button(key).click();
    await this.heading.filter({ hasNotText: here }).waitFor();
  }

  async look(): Promise<Screen> {
    const { at, ...screen } = await this.form.evaluate((form) => {
      const all = [...form.querySelectorAll<HTMLInputElement>('input[name^="q."]')];
      const inputs = all.filter((it) => !/\.(min|max)$/.test(it.name));
      const isText = (it: HTMLInputElement) => it.type === "text";
      return {
        heading: document.getElementById("check-heading")?.innerText ?? "",
        at: form.querySelector<HTMLInputElement>('input[name="at"]')?.value ?? "",
        fields: inputs.map((it) => ({
          id: it.id,
          name: it.name,
          value: it.value,
          isText: isText(it),
          isFilled: isText(it) ? it.value !== "" : it.checked,
        })),
      };
    });
    return { ...screen, question: NO_QUESTION.includes(at) ? null : at };
  }

  /** What is chosen or written on the screen. */
  async filledIn(): Promise<string[]> {
    return filledIn(await this.look());
  }

  async isAt(question: string) {
    await expect(this.form.locator('input[name="at"]')).toHaveValue(question);
  }

  input(field: string, value?: string): Locator {
    return this.form.locator(
      `input[name="q.${field}"]${value === undefined ? "" : `[value="${value}"]`}`,
    );
  }

  /** Chooses an option by its words. */
  async choose(field: string, value: string) {
    const id = await this.input(field, value).getAttribute("id");
    await this.form.locator(`label[for="${id}"]`).click();
  }

  async write(field: string, text: string) {
    await this.form.locator(`input[type="text"][name="q.${field}"]`).fill(text);
  }

  /** Answers the question on the screen and goes on: with Enter after writing, else with the button. */
  async answer(answers: Answers, seen?: Screen) {
    const screen = seen ?? (await this.look());
    let written: Locator | undefined;
    for (const { id, name, value, isText } of screen.fields) {
      const answer = answerTo(answers, name);
      const isWritten =
        answer !== null && screen.fields.some((it) => it.isText && it.name === name);
      if (isText && isWritten) {
        written = this.form.locator(`[id="${id}"]`);
        await written.fill(String(answer));
      } else if (!isText && !isWritten && choices(answer).includes(value)) {
        await this.form.locator(`label[for="${id}"]`).click();
      }
    }
    if (written) await written.press("Enter");
    else await this.button("next").click();
    await this.heading.filter({ hasNotText: screen.heading }).waitFor();
  }

  /** Answers whatever is asked, to the end; `see` looks at each question before it is answered. */
  async answerAll(answers: Answers, see: (screen: Screen) => Promise<void> = async () => {}) {
    for (;;) {
      const screen = await this.look();
      if (screen.question === null) return;
      await see(screen);
      await this.answer(answers, screen);
    }
  }

  async begin() {
    await this.press("start.begin");
  }

  /** Begins, and says that the family lives somewhere that is not in the list. */
  async beginAnywhere() {
    await this.begin();
    await this.answer({ place: "000000000000" });
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

  /** The answers that travel along in a form: `a.` and the fact → value. */
  async travelling(form: Locator = this.form): Promise<Record<string, string>> {
    const fields = await form
      .locator('input[type="hidden"][name^="a."]')
      .evaluateAll((inputs) => (inputs as HTMLInputElement[]).map((it) => [it.name, it.value]));
    return Object.fromEntries(fields);
  }
}

export function filledIn(screen: Screen): string[] {
  return screen.fields.filter((it) => it.isFilled).map((it) => `${it.name}=${it.value}`);
}
