// One of every kind of screen of the self-check, without going through it question by question.
import { household } from "./households";
import type { SelfCheck } from "./self-check";

const { answers } = household("H12");

/** Shows each screen in turn, with everything that is folded laid open, and looks at it. */
export async function onEveryScreen(selfCheck: SelfCheck, look: (name: string) => Promise<void>) {
  const see = async (name: string) => {
    await selfCheck.unfold();
    await look(name);
  };
  const { words, page } = selfCheck;
  await page.goto(words.link("/check/replay"));
  await selfCheck.isReady();
  await see("the replay");
  await selfCheck.open();
  await see("the start");
  await selfCheck.begin();
  await see("the place");
  await selfCheck.answer({ place: "000000000000" });
  await selfCheck.answer(answers);
  // A number, then a summary of what is wrong, several numbers, a list to tick, and money.
  await see("a number");
  await selfCheck.button("next").last().click();
  await see("a problem");
  for (const [question, name] of [
    ["ages", "several numbers"],
    ["status", "a list"],
    ["wage", "money"],
  ] as const) {
    await selfCheck.beginWithout(question, answers);
    await see(name);
  }
  await selfCheck.beginWith(answers);
  await see("the review");
  await selfCheck.press("review.results");
  await see("the results");
}
