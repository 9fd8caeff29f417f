import type { Page } from "@playwright/test";
import { household } from "../support/households";
import { expect, test } from "../support/portal";

const { answers, expected } = household("H06");

/**
 * Everything that a browser can keep for a site, but for the pages and files of the self-check, which
 * are the same for everybody.
 */
async function stored(page: Page): Promise<string[]> {
  const inPage = await page.evaluate(async () => {
    const cached = (await caches.keys()).map(async (name) => {
      const requests = await (await caches.open(name)).keys();
      return requests.map((it) => it.url.slice(location.origin.length));
    });
    const addresses = (await Promise.all(cached)).flat();
    return [
      ...Object.values(localStorage),
      ...Object.values(sessionStorage),
      ...(await indexedDB.databases()).map((it) => it.name ?? ""),
      ...addresses.filter((it) => !/^(\/en)?\/check(\/replay)?$|^\/assets\/[\w.]+$/.test(it)),
    ];
  });
  const cookies = await page.context().cookies();
  return [...inPage, ...cookies.map((it) => `${it.name}=${it.value}`)];
}

// UX-19
test("no answer leaves the phone before the result, nor stays on it", async ({
  page,
  selfCheck,
}) => {
  await selfCheck.open();
  await selfCheck.isKeptForOffline();
  const address = page.url();
  const title = await page.title();
  const requests: string[] = [];
  page.on("request", (it) => requests.push(`${it.method()} ${it.url()}`));

  await selfCheck.begin();
  await selfCheck.answerAll(answers, async () => {
    expect(page.url()).toBe(address);
    expect(await page.title()).toBe(title);
    // The place in the history is a number, and the title tells no answer.
    expect(typeof (await page.evaluate(() => history.state as unknown))).toBe("number");
  });
  await selfCheck.press("review.results");

  expect(await selfCheck.result()).toEqual(expected);
  expect(requests).toEqual([]);
  expect(page.url()).toBe(address);
  expect(await stored(page)).toEqual([]);
});

// UX-19
test("answers stay on the phone only where that is ticked, for half an hour", async ({
  page,
  words,
  selfCheck,
}) => {
  const keep = page.getByLabel(words.say("check.keep"));
  const tick = () => page.getByText(words.say("check.keep")).click();
  await selfCheck.open();
  await expect(keep).toBeHidden();
  await selfCheck.beginAnywhere();
  await selfCheck.answer(answers);
  await expect(keep).not.toBeChecked();
  await tick();
  await selfCheck.answer(answers);
  expect((await stored(page)).join()).toContain("a.members=3");

  await page.reload();
  await selfCheck.isReady();
  await expect(keep).toBeChecked();
  await selfCheck.press("start.resume");
  await selfCheck.isAt("labor");
  expect(await selfCheck.travelling()).toEqual({
    "a.place": "000000000000",
    "a.hukou_local": "1",
    "a.members": "3",
  });

  await tick();
  expect(await stored(page)).toEqual([]);
  await tick();
  await selfCheck.press("clear");
  expect(await stored(page)).toEqual([]);
  await expect(selfCheck.button("start.begin")).toBeVisible();

  await selfCheck.begin();
  await selfCheck.answer(answers);
  await tick();
  await page.clock.setSystemTime(Date.now() + 31 * 60_000);
  await page.reload();
  await selfCheck.isReady();
  await expect(selfCheck.button("start.begin")).toBeVisible();
  expect(await stored(page)).toEqual([]);
});

// UX-19
test("clearing wipes the answers on every screen, from storage and history too", async ({
  page,
  words,
  selfCheck,
}) => {
  const toResultSoFar = async () => {
    for (let n = 0; n < 4; n += 1) await selfCheck.answer(answers);
    await selfCheck.press("results_now");
  };
  const screens = {
    question: async () => {},
    result: toResultSoFar,
    review: async () => {
      await toResultSoFar();
      await selfCheck.press("results.review");
    },
  };
  await selfCheck.open();
  for (const [screen, reach] of Object.entries(screens)) {
    await selfCheck.begin();
    await selfCheck.answer(answers);
    await page.getByText(words.say("check.keep")).click();
    await reach();
    expect(await stored(page), screen).toHaveLength(1);

    await selfCheck.press("clear");

    expect(await stored(page), screen).toEqual([]);
    await expect(page.getByText(words.say("check.keep"))).toBeHidden();
    await page.goBack();
    await expect(selfCheck.button("start.begin"), screen).toBeVisible();
    expect(await selfCheck.travelling(), screen).toEqual({});
    await page.goForward();
    await expect(selfCheck.button("start.begin"), screen).toBeVisible();
    await expect(page.getByText(words.say("check.keep"))).toBeHidden();
  }
});

// UX-19
test("a phone that lies idle for half an hour forgets everything", async ({ page, selfCheck }) => {
  await page.clock.install();
  await selfCheck.beginWithout("deposit", answers);
  await selfCheck.press("results_now");
  await page.clock.runFor(29 * 60_000);
  await expect(selfCheck.cards.first()).toBeVisible();

  await page.clock.runFor(2 * 60_000);

  await expect(selfCheck.button("start.begin")).toBeVisible();
  expect(await selfCheck.travelling()).toEqual({});
  await page.goBack();
  expect(await selfCheck.travelling()).toEqual({});
});
