// `test` with what every test watches for: nothing on the console, nothing failed, nothing sideways.
import { type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import { SelfCheck } from "./self-check";
import { type Language, Words } from "./words";

export { expect };

export type Settings = { language: Language };

type Given = { words: Words; watch: Watch; selfCheck: SelfCheck };

export const test = base.extend<Given & Settings>({
  language: ["zh-CN", { option: true }],
  words: async ({ language }, use) => use(new Words(language)),
  watch: [
    async ({ context, javaScriptEnabled }, use) => {
      const watch = new Watch(context);
      // How Chromium says that it does not load a script where scripts are off.
      if (javaScriptEnabled === false) watch.expect(/^failed: GET .*\.js csp$/);
      await use(watch);
      await watch.end();
    },
    { auto: true },
  ],
  selfCheck: async ({ page, words, javaScriptEnabled }, use) =>
    use(new SelfCheck(page, words, javaScriptEnabled ?? true)),
});

/** Hears what goes wrong in a browser, whatever the test itself looks at. */
export class Watch {
  private readonly problems: string[] = [];
  private readonly documents = new Set<string>();
  private readonly looks: Promise<void>[] = [];
  private readonly expected: RegExp[] = [];

  constructor(private readonly context: BrowserContext) {
    context.on("console", (message) => {
      const { url } = message.location();
      // An answer such as 422 to a form is a page like any other; the test looks at it.
      const isAnswer =
        message.text().startsWith("Failed to load resource") && this.documents.has(url);
      const isLoud = message.type() === "error" || message.type() === "warning";
      if (isLoud && !isAnswer) this.note(`console: ${message.text()} (${url})`);
    });
    context.on("weberror", (error) => this.note(`page error: ${error.error().stack}`));
    context.on("requestfailed", (request) => {
      const error = request.failure()?.errorText;
      // Whoever goes on to the next page does not wait for the icon of the last, nor for what is
      // kept for offline; and the address to come back to is not followed by who stays.
      const isLeft =
        error === "net::ERR_ABORTED" &&
        (request.url().endsWith(".svg") || request.resourceType() === "fetch");
      if (!isLeft) this.note(`failed: ${request.method()} ${request.url()} ${error}`);
    });
    context.on("response", (response) => {
      const isDocument = response.request().resourceType() === "document";
      if (isDocument) this.documents.add(response.url());
      if (response.status() >= (isDocument ? 500 : 400)) {
        this.note(`${response.status()}: ${response.url()}`);
      }
    });
    context.on("page", (page) =>
      page.on("load", () => {
        // A page that is left before it is looked at is looked at by another test.
        this.looks.push(this.look(page).catch(() => undefined));
      }),
    );
  }

  /** What this test brings about itself. */
  expect(problem: RegExp) {
    this.expected.push(problem);
  }

  /** Notes a page that is wider than its window. */
  async look(page: Page) {
    const { place, wide, window } = await this.width(page);
    if (wide > window) this.note(`sideways: ${place} is ${wide} wide in a window of ${window}`);
  }

  async width(page: Page) {
    return page.evaluate(() => ({
      place: location.pathname,
      wide: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
  }

  async end() {
    for (const page of this.context.pages()) await this.look(page);
    await Promise.all(this.looks);
    const unexpected = this.problems.filter((it) => !this.expected.some((known) => known.test(it)));
    expect(unexpected, "what went wrong in the browser").toEqual([]);
  }

  private note(problem: string) {
    if (!this.problems.includes(problem)) this.problems.push(problem);
  }
}

/** Sends a form as a browser does, with fields of our own choice, and shows what comes. */
export async function post(page: Page, address: string, fields: Record<string, string>) {
  const arrived = page.waitForEvent("load");
  await page.evaluate(
    ([address, fields]) => {
      const form = document.createElement("form");
      form.method = "post";
      form.action = address;
      for (const [name, value] of Object.entries(fields)) {
        const input = document.createElement("input");
        input.name = name;
        input.value = value;
        form.append(input);
      }
      document.body.append(form);
      form.submit();
    },
    [address, fields] as const,
  );
  await arrived;
}
