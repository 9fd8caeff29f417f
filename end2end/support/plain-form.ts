// A form as the plainest of browsers sees it: fields out of the HTML, posted as they are.
import { type APIRequestContext, expect } from "@playwright/test";

export class PlainForm {
  private constructor(
    readonly html: string,
    readonly inputs: Map<string, string>[],
  ) {}

  /** The form of the page whose opening tag holds `mark`. */
  static in(page: string, mark: string): PlainForm {
    const forms = page.match(/<form\b[^>]*>.*?<\/form>/gs) ?? [];
    const html = forms.find((it) => it.slice(0, it.indexOf(">")).includes(mark));
    if (html === undefined) throw new Error(`no form with ${mark} in ${page}`);
    return new PlainForm(html, (html.match(/<input\b[^>]*>/g) ?? []).map(attributes));
  }

  /** What a browser sends without anybody having touched the form. */
  get fields(): [string, string][] {
    return this.inputs
      .filter((it) => !["radio", "checkbox"].includes(it.get("type") ?? "") || it.has("checked"))
      .map((it) => [it.get("name") ?? "", it.get("value") ?? ""]);
  }

  field(name: string): string | undefined {
    return this.fields.find(([it]) => it === name)?.[1];
  }

  /** Sends it with these answers in place of its own fields of the same name. */
  async send(
    request: APIRequestContext,
    address: string,
    answers: [string, string][],
  ): Promise<string> {
    const own = this.fields.filter(([name]) => !answers.some(([it]) => it === name));
    const response = await request.post(address, {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      data: new URLSearchParams([...own, ...answers]).toString(),
    });
    expect(response.status()).toBe(200);
    return response.text();
  }
}

function attributes(tag: string): Map<string, string> {
  const found = tag.matchAll(/ ([\w-]+)(?:="([^"]*)")?/g);
  return new Map([...found].map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

export function unescaped(text: string): string {
  const signs: Record<string, string> = {
    quot: '"',
    amp: "&",
    lt: "<",
    gt: ">",
    "#39": "'",
    "#x27": "'",
  };
  return text.replace(/&(#?\w+);/g, (whole, name: string) => signs[name] ?? whole);
}
