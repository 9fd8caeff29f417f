// The self-check as a person goes through it, with and without JavaScript.
import { expect, type Locator, type Page } from "@playwright/test";
import { type Answer, type Answers, answerTo, choices } from "./households";
import { travelling } from "./rules";
import type { Words } from "./words";

/** What the form calls the screens that ask nothing. */
export const NO_QUESTION = ["", "start", "review", "results", "replay"];

/** Questions that give facts of other names. */
const PARTS: Record<string, string[]> = { ages: ["age60", "age_u16"] };

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

  /**
   * As `answerAll`, every step within the page: for those who look at what comes out, not at how it
   * is asked. Only where the browser computes. Tells which questions were put.
   */
  async rush(answers: Answers): Promise<string[]> {
    const fields = Object.entries(answers).flatMap(([fact, answer]): [string, Answer][] =>
      answer !== null && typeof answer === "object" && !Array.isArray(answer)
        ? Object.entries(answer).map(([part, n]) => [`${fact}.${part}`, n])
        : [[fact, answer]],
    );
    const given = fields.map(([field, answer]) => ({
      name: `q.${field}`,
      text: answer === null || Array.isArray(answer) ? null : String(answer),
      values: choices(answer),
    }));
    return this.page.evaluate(
      ([given, noQuestion]) => {
        const asked: string[] = [];
        for (;;) {
          const form = document.querySelector("form.check__form");
          const at = form?.querySelector<HTMLInputElement>('input[name="at"]')?.value ?? "";
          if (!form || noQuestion.includes(at)) return asked;
          if (asked.includes(at)) throw new Error(`${at} does not take its answer`);
          asked.push(at);
          const all = [...form.querySelectorAll<HTMLInputElement>('input[name^="q."]')];
          const inputs = all.filter((it) => !/\.(min|max)$/.test(it.name));
          const isBlank = (it: HTMLInputElement) => (it.type === "text" ? !it.value : !it.checked);
          if (!inputs.every(isBlank)) throw new Error(`${at} does not come blank`);
          for (const input of inputs) {
            const answer = given.find((it) => it.name === input.name);
            const { text, values } = answer ?? { text: null, values: ["unsure"] };
            const isWritten =
              text !== null && inputs.some((it) => it.type === "text" && it.name === input.name);
            if (input.type === "text" && isWritten) input.value = text;
            if (input.type !== "text" && !isWritten) input.checked = values.includes(input.value);
          }
          form.querySelector<HTMLButtonElement>('.button--wide[value="next"]')?.click();
        }
      },
      [given, NO_QUESTION] as const,
    );
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

  /** Begins as if these had been answered already: at the first question left, or the review. */
  async beginWith(answers: Answers) {
    await this.open();
    await this.carry(travelling(answers));
    await this.press("start.begin");
  }

  /** At this question, with all others answered. */
  async beginWithout(question: string, answers: Answers) {
    const facts = [question, ...(PARTS[question] ?? [])];
    const others = Object.entries(answers).filter(([fact]) => !facts.includes(fact));
    await this.beginWith(Object.fromEntries(others));
    await this.isAt(question);
  }

  /** The result of these answers, without putting the questions one by one. */
  async resultWith(answers: Answers) {
    await this.beginWith(answers);
    await this.press("review.results");
    await this.cards.first().waitFor();
  }

  /** Puts fields into the form on the screen, as if they had travelled along. */
  async carry(fields: [string, string][]) {
    await this.form.evaluate((form, fields) => {
      for (const [name, value] of fields) {
        form.append(
          Object.assign(document.createElement("input"), { type: "hidden", name, value }),
        );
      }
    }, fields);
  }

  /** Opens the cards that are folded away. */
  async unfold() {
    await this.page.locator("details").evaluateAll((all) => {
      for (const it of all) (it as HTMLDetailsElement).open = true;
    });
  }

  /** Everything of the self-check is in the browser's own cache, for when there is no network. */
  async isKeptForOffline() {
    await expect
      .poll(() =>
        this.page.evaluate(
          async () => (await (await caches.open("yangguang-check")).keys()).length,
        ),
      )
      .toBeGreaterThanOrEqual(7);
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
