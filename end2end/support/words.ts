// The words of the pages, by their keys: the tests speak the language of the page they are on.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Language = "zh-CN" | "en";

export class Words {
  private readonly words = new Map<string, string>();
  /** What stands before every address of this language. */
  readonly base: string;

  constructor(readonly language: Language) {
    this.base = language === "en" ? "/en" : "";
    const file = join(__dirname, "../../locales", `${language}.toml`);
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const [, key, text] = /^"([^"]+)" = (".*")$/.exec(line) ?? [];
      if (key && text) this.words.set(key, JSON.parse(text) as string);
    }
  }

  say(key: string, values: Record<string, string | number> = {}): string {
    const text = this.words.get(key);
    if (text === undefined) throw new Error(`no words for ${key}`);
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(values[name] ?? gap));
  }

  entries(): IterableIterator<[string, string]> {
    return this.words.entries();
  }

  /** The same with a group for every gap. */
  pattern(key: string): RegExp {
    const escape = (text: string) => text.replace(/[.*+?^$()[\]\\|]/g, "\\$&");
    return new RegExp(
      this.say(key)
        .split(/\{\w+\}/)
        .map(escape)
        .join("(.+)"),
    );
  }

  link(path: string): string {
    return path === "/" && this.base ? this.base : `${this.base}${path}`;
  }

  /** A day as the page writes it, back to `YYYY-MM-DD`; the first one in the text. */
  day(text: string): string {
    const chinese = /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(text);
    const english = /(\d{1,2}) ([A-Z][a-z]+) (\d{4})/.exec(text);
    const months =
      "January February March April May June July August September October November December";
    const [year, month, day] = chinese
      ? chinese.slice(1).map(Number)
      : [
          Number(english?.[3]),
          months.split(" ").indexOf(english?.[2] ?? "") + 1,
          Number(english?.[1]),
        ];
    const padded = (number: number | undefined) => String(number).padStart(2, "0");
    return `${year}-${padded(month)}-${padded(day)}`;
  }

  /** An amount as the page writes it, in yuan. */
  yuan(text: string): number {
    const [, number, unit] = /([\d,.]+)\s*(亿|万)?/.exec(text) ?? [];
    const worth = { 亿: 100_000_000, 万: 10_000 }[unit ?? ""] ?? 1;
    return Math.round(Number((number ?? "").replaceAll(",", "")) * worth);
  }
}

/** The day that the portal takes for today: China's, of the clock it was started with. */
export function today(): string {
  const now = process.env.YANGGUANG_NOW ? new Date(process.env.YANGGUANG_NOW) : new Date();
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
