// Questions read aloud, where the phone has a voice for it.
import type { Page } from "@playwright/test";
import { household } from "../support/households";
import { expect, test } from "../support/portal";

/** What the stand-in for the phone's voice was told, one after the other. */
interface Heard {
  did: string;
  text?: string;
  lang?: string;
}

/** A phone with these voices; `come` brings them later, as Android does. */
async function withVoices(page: Page, voices: string[]) {
  await page.addInitScript((voices) => {
    const heard: Heard[] = [];
    const there = voices.map((lang) => ({ lang, name: lang }));
    const synthesis = {
      onvoiceschanged: null as ((event: Event) => void) | null,
      getVoices: () => there,
      cancel: () => heard.push({ did: "cancel" }),
      speak: (it: Heard) => heard.push({ did: "speak", text: it.text, lang: it.lang }),
    };
    class Utterance {
      lang = "";
      voice = null;
      constructor(readonly text: string) {}
    }
    const come = (lang: string) => {
      there.push({ lang, name: lang });
      // As the browser tells it: to the handler, with an event.
      synthesis.onvoiceschanged?.call(synthesis, new Event("voiceschanged"));
    };
    Object.defineProperty(window, "speechSynthesis", { value: synthesis });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, heard, come });
  }, voices);
}

const heard = (page: Page) => page.evaluate(() => (window as never as { heard: Heard[] }).heard);

// UX-11
test("a phone with a Chinese voice reads the question with its answers, and stops before the next", async ({
  page,
  words,
  selfCheck,
}) => {
  await withVoices(page, ["en-US", "zh-CN"]);
  await selfCheck.beginWithout("car", household("H06").answers);
  const button = page.getByRole("button", { name: words.say("check.read_aloud") });
  await expect(button).toBeVisible();
  // Nobody is spoken to unasked.
  expect((await heard(page)).filter((it) => it.did === "speak")).toEqual([]);

  await button.click();
  await button.click();

  const said = (await heard(page)).slice(-4);
  expect(said.map((it) => it.did)).toEqual(["cancel", "speak", "cancel", "speak"]);
  expect(said[1]?.lang).toBe("zh-CN");
  const shown = [
    await selfCheck.heading.innerText(),
    await selfCheck.form.locator(".field__help").innerText(),
    ...(await selfCheck.form.locator(".choice__label").allInnerTexts()),
  ];
  for (const text of shown) expect(said[1]?.text).toContain(text);
  expect(said[1]?.text?.indexOf(shown[0] ?? "")).toBe(0);

  await selfCheck.choose("car", "none");
  await selfCheck.press("next");
  expect((await heard(page)).at(-1)?.did).toBe("cancel");
  await expect(selfCheck.heading).toHaveText(words.say("check.review.title"));
  await button.click();
  expect((await heard(page)).at(-1)?.text).toContain(shown[0]);
});

// UX-11
test("the button to read aloud waits for a voice, and is not there without one", async ({
  page,
  words,
  selfCheck,
}) => {
  await withVoices(page, ["en-US"]);
  await selfCheck.open();
  await selfCheck.begin();
  const button = page.getByRole("button", { name: words.say("check.read_aloud") });
  await expect(page.locator(".read-aloud")).toBeHidden();

  await page.evaluate(() => (window as never as { come: (it: string) => void }).come("zh_CN"));

  await expect(button).toBeVisible();
});

// UX-11
test("a browser that cannot speak at all shows no button to read aloud", async ({
  page,
  selfCheck,
}) => {
  await page.addInitScript(() => {
    delete (window as { speechSynthesis?: unknown }).speechSynthesis;
    delete (window as { SpeechSynthesisUtterance?: unknown }).SpeechSynthesisUtterance;
  });
  await selfCheck.open();
  expect(await page.evaluate(() => "speechSynthesis" in window)).toBe(false);
  await selfCheck.begin();
  await expect(page.locator(".read-aloud")).toBeHidden();
  await selfCheck.answer({ place: "000000000000" });
  await expect(page.locator(".read-aloud")).toBeHidden();
});
