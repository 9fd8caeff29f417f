// The worked households, judged by the wasm in the browser and by the server: the same, as worked out.
import { answerTo, choices, type Household, households } from "../support/households";
import { PlainForm } from "../support/plain-form";
import { expect, test } from "../support/portal";
import { NO_QUESTION } from "../support/self-check";

// UX-15
test("the phone judges every household as worked out, in all 22 programmes", async ({
  selfCheck,
}) => {
  expect(households).toHaveLength(12);
  await selfCheck.open();
  for (const { id, answers, expected } of households) {
    await selfCheck.begin();
    const asked = await selfCheck.rush(answers);
    expect(asked.length, id).toBeGreaterThan(20);
    await selfCheck.press("review.results");
    const result = await selfCheck.result();
    expect.soft(result, id).toEqual(expected);
    expect(Object.keys(result), id).toHaveLength(22);
    await selfCheck.press("clear");
  }
});

// UX-15
test("the server judges every household as worked out, one plain form at a time", async ({
  request,
  words,
}) => {
  for (const household of households) {
    let page = await (await request.get(words.link("/check"))).text();
    const send = async (answers: [string, string][]) => {
      page = await PlainForm.in(page, "check__form").send(request, words.link("/check"), answers);
    };
    await send([["go", "start"]]);
    for (;;) {
      const form = PlainForm.in(page, "check__form");
      if (NO_QUESTION.includes(form.field("at") ?? "")) break;
      await send([["go", "next"], ...answersOf(household, form)]);
    }
    await send([["go", "results"]]);
    expect.soft(resultOf(page), household.id).toEqual(household.expected);
  }
});

function answersOf({ answers }: Household, form: PlainForm): [string, string][] {
  const names = new Set(
    form.inputs
      .map((it) => it.get("name") ?? "")
      .filter((it) => it.startsWith("q.") && !/\.(min|max)$/.test(it)),
  );
  return [...names].flatMap((name) => {
    const values = choices(answerTo(answers, name));
    const isGroup = names.size > 1;
    return values
      .filter((it) => !isGroup || it !== "unsure")
      .map((it): [string, string] => [name, it]);
  });
}

function resultOf(page: string): Record<string, string> {
  const cards = page.match(/<section\b[^>]*data-programme[^>]*>/g) ?? [];
  const data = (card: string, name: string) =>
    new RegExp(`data-${name}="([^"]*)"`).exec(card)?.[1] ?? "";
  return Object.fromEntries(
    cards.map((it) => [data(it, "programme"), `${data(it, "verdict")} ${data(it, "reason")}`]),
  );
}
