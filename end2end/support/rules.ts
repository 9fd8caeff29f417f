// The questions of the rules and their words, read from the files that the portal is built with.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Answer, Answers } from "./households";
import type { Language } from "./words";

const PACKS = join(__dirname, "../../packs");

export interface Question {
  id: string;
  kind: "yes_no" | "choice" | "several" | "count" | "counts" | "money";
  options: string[];
  mayBeUnsure: boolean;
}

/** What the national rules may ask, in order. */
export const questions: Question[] = readFileSync(join(PACKS, "questions.toml"), "utf8")
  .split("[[questions]]")
  .slice(1)
  .map((text) => ({
    id: /^id = "(\w+)"/m.exec(text)?.[1] ?? "",
    kind: /^kind = "(\w+)"/m.exec(text)?.[1] as Question["kind"],
    options: [...(/^options = \[(.*)\]/m.exec(text)?.[1] ?? "").matchAll(/"(\w+)"/g)].map(
      ([, option]) => option ?? "",
    ),
    mayBeUnsure: /^unsure = true/m.test(text),
  }));

/** Answers as they travel in the form: `a.` and the fact, and its value. */
export function travelling(answers: Answers): [string, string][] {
  return Object.entries(answers).flatMap(([fact, answer]): [string, string][] => {
    if (answer !== null && typeof answer === "object" && !Array.isArray(answer)) {
      return Object.entries(answer).map(([part, n]) => [`a.${fact}.${part}`, String(n)]);
    }
    return [[`a.${fact}`, fact === "place" ? String(answer) : code(fact, answer)]];
  });
}

function code(fact: string, answer: Answer): string {
  const options = questions.find((it) => it.id === fact)?.options ?? [];
  if (answer === null || answer === "unsure") return "?";
  if (typeof answer === "boolean") return answer ? "1" : "0";
  if (typeof answer === "string") return String(options.indexOf(answer));
  if (Array.isArray(answer)) {
    return String(answer.reduce((set, it) => set | (1 << options.indexOf(it)), 0));
  }
  return String(answer);
}

/** A word of the rules: in which file and table, under which name, what it says. */
export interface RuleWord {
  where: string;
  table: string;
  name: string;
  text: string;
}

/** Every word of the rules in a language. */
export function ruleWords(language: Language): RuleWord[] {
  const folder = join(PACKS, "words", language);
  return readdirSync(folder).flatMap((file) => {
    let table = "";
    return readFileSync(join(folder, file), "utf8")
      .split("\n")
      .flatMap((line, row) => {
        table = /^\[([^\]]+)\]$/.exec(line)?.[1] ?? table;
        const [, name, value] = /^([\w."]+) = (.+)$/.exec(line) ?? [];
        if (name === undefined || value === undefined) return [];
        const texts = [...value.matchAll(/(?:(\w+) = )?("(?:[^"\\]|\\.)*")/g)];
        return texts.map(([, part, text]) => ({
          where: `${file}:${row + 1}`,
          table,
          name: part === undefined ? name : `${name}.${part}`,
          text: JSON.parse(text ?? '""') as string,
        }));
      });
  });
}
