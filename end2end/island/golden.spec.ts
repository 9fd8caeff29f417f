// The worked households, judged by the wasm in the browser and by the server: the same, as worked out.
import { answerTo, choices, type Household, households } from "../support/households";
import { PlainForm } from "../support/plain-form";
import { expect, test } from "../support/portal";
import { filledIn, NO_QUESTION } from "../support/self-check";

const groups = [0, 1, 2, 3].map((group) => households.filter((_, place) => place % 4 === group));

for (const group of groups) {
  const names = group.map((it) => it.id).join(", ");

  test(`the phone judges ${names} as worked out`, async ({ selfCheck }) => {
    await selfCheck.open();
    for (const { id, answers, expected } of group) {
      await selfCheck.begin();
      await selfCheck.answerAll(answers, async (screen) => {
        expect(filledIn(screen), `${id}: ${screen.question} comes blank`).toEqual([]);
      });
      await selfCheck.press("review.results");
      expect.soft(await selfCheck.result(), id).toEqual(expected);
      await selfCheck.press("clear");
    }
  });
}

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
    form.inputs.map((it) => it.get("name") ?? "").filter((it) => it.startsWith("q.")),
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
