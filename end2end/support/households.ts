// The worked households: answers, and what the rules say of them.
import golden from "../../packs/golden.json";

export type Answer = boolean | number | string | string[] | null;
export type Answers = Record<string, Answer | Record<string, number>>;

export interface Household {
  id: string;
  title: string;
  answers: Answers;
  /** Programme → verdict and reason. */
  expected: Record<string, string>;
}

export const households: Household[] = golden.cases
  .filter((it) => it.pack.startsWith("demo-2026"))
  .map(({ id, pack, title, answers, expected }) => {
    const said = Object.entries(expected).map(([programme, it]) => [
      programme,
      `${it.verdict} ${it.reason}`,
    ]);
    // A place of the list where the rules are those of the pack.
    const place = pack === "demo-2026-border" ? "451481000000" : "000000000000";
    return { id, title, answers: { place, ...answers }, expected: Object.fromEntries(said) };
  });

export function household(id: string): Household {
  const found = households.find((it) => it.id === id);
  if (!found) throw new Error(`no household ${id}`);
  return found;
}

/** The answer to a field of a question, such as `q.members` or `q.disabled.l1`. */
export function answerTo(answers: Answers, field: string): Answer {
  const [fact = "", part] = field.replace(/^q\./, "").split(".");
  const answer = answers[fact] ?? null;
  if (part === undefined) return answer as Answer;
  return (answer as Record<string, number> | null)?.[part] ?? null;
}

/** The options to choose for an answer; none are chosen for a number that is written. */
export function choices(answer: Answer): string[] {
  if (answer === null) return ["unsure"];
  if (answer === true) return ["yes"];
  if (answer === false) return ["no"];
  if (Array.isArray(answer)) return answer.length > 0 ? answer : ["none"];
  return [String(answer)];
}
