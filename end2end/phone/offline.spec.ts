// Without a network the self-check opens, goes to its end, and keeps what was to be sent.
import { handedReceipt, send } from "../support/cases";
import { household } from "../support/households";
import { expect, test } from "../support/portal";

const { answers, expected } = household("H08");

test.beforeEach(({ watch }) => watch.expect(/net::ERR_(INTERNET_DISCONNECTED|FAILED)/));

// UX-18
test("whoever was here once goes through the whole self-check without a network, and replays a record", async ({
  page,
  context,
  words,
  selfCheck,
}) => {
  await selfCheck.open();
  await selfCheck.isKeptForOffline();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await context.setOffline(true);

  await page.reload();
  await selfCheck.isReady();
  await selfCheck.begin();
  await selfCheck.rush(answers);
  await selfCheck.press("review.results");
  expect(await selfCheck.result()).toEqual(expected);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words.say("check.record.file") }).click(),
  ]);
  const file = await download.path();

  await page.goto(words.link("/check/replay"));
  await selfCheck.isReady();
  await page.getByLabel(words.say("check.replay.file")).setInputFiles(file);
  await expect(page.locator("[data-replayed]")).toHaveAttribute("data-replayed", "replay.same");
  expect(await selfCheck.result()).toEqual(expected);
});

// UX-18
test("an application without a network stays unsent with every answer, and goes once there is one", async ({
  page,
  context,
  request,
  words,
  selfCheck,
}) => {
  await selfCheck.resultWith(answers);
  await selfCheck.isKeptForOffline();
  const card = page.locator("[data-programme=monitor]");
  const given = await selfCheck.travelling();
  await context.setOffline(true);

  await card.getByRole("button", { name: words.say("check.apply") }).click();

  const unsent = page.locator("#check-unsent");
  await expect(unsent).toHaveText(words.say("check.unsent"));
  await expect(unsent).toBeInViewport();
  expect(await selfCheck.travelling()).toEqual(given);
  expect(await selfCheck.result()).toEqual(expected);

  await context.setOffline(false);
  await expect(unsent).toBeHidden();
  await card.getByRole("button", { name: words.say("check.apply") }).click();
  await expect(page).toHaveURL(words.link("/apply"));
  await page.getByLabel(words.say("apply.name"), { exact: true }).fill("王秀英");
  await page.getByLabel(words.say("apply.phone"), { exact: true }).fill("13800138000");
  await page.getByLabel(words.say("form.place.label")).fill("莆中");
  await page.getByRole("button", { name: words.say("form.place.find"), exact: true }).click();
  await page.getByText(words.say("apply.consent")).click();
  const sent = page.waitForRequest((it) => it.method() === "POST");
  await send(page, words, "apply.send");
  const receipt = await handedReceipt(page, words, "A");

  // Sent again, by a finger or by a bad connection, it is the same case.
  const again = await request.post(words.link("/apply"), {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    data: (await sent).postData() ?? "",
  });
  const groups = [...(await again.text()).matchAll(/receipt__group">([^<]+)/g)];
  expect(groups.map(([, group]) => group).join(" ")).toBe(receipt);
});

// UX-18
test("nothing that a family said is among what is kept for offline", async ({
  page,
  selfCheck,
}) => {
  await selfCheck.resultWith(answers);
  await selfCheck.isKeptForOffline();

  const kept = await page.evaluate(async () => {
    const cache = await caches.open("yangguang-check");
    const pages = (await cache.keys()).filter((it) => !it.url.includes("/assets/"));
    return Promise.all(pages.map(async (it) => (await (await cache.match(it))?.text()) ?? ""));
  });

  expect(kept.length).toBeGreaterThanOrEqual(2);
  for (const html of kept) expect(html).not.toMatch(/name="[ah]\./);
});
