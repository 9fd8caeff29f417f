// Nothing on any page moves, pops up or goes on by itself.
import { PAGES } from "../support/pages";
import { household } from "../support/households";
import { expect, test } from "../support/portal";

// UX-05
test("no page has anything that moves, pops up or leads away by itself", async ({
  request,
  words,
}) => {
  for (const [name, address] of Object.entries({ ...PAGES, "the self-check": "/check" })) {
    const page = await (await request.get(words.link(address))).text();
    expect
      .soft(page, name)
      .not.toMatch(/<(dialog|marquee|blink|video|audio|iframe|object|embed)\b/);
    expect.soft(page, name).not.toMatch(/http-equiv|autoplay|autofocus|\son\w+=/);
  }
  const page = await (await request.get(words.link("/"))).text();
  const style = /\/assets\/style\.\w+\.css/.exec(page)?.[0] ?? "";
  expect(await (await request.get(style)).text()).not.toMatch(/@keyframes|animation|transition/);
});

// UX-05
test("the self-check waits for as long as it takes, and asks in no window of its own", async ({
  page,
  selfCheck,
}) => {
  const asked: string[] = [];
  page.on("dialog", (it) => asked.push(it.message()));
  page.context().on("page", (it) => asked.push(it.url()));
  await page.clock.install();
  await selfCheck.beginWithout("wage", household("H06").answers);
  const before = await selfCheck.form.innerText();
  const address = page.url();

  await page.clock.runFor(25 * 60_000);

  expect(await selfCheck.form.innerText()).toBe(before);
  expect(page.url()).toBe(address);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(asked).toEqual([]);
});
