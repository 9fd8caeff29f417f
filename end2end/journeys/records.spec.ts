import type { Page } from "@playwright/test";
import { expect, test } from "../support/portal";
import { daysBetween, today, type Words } from "../support/words";

const CITY = "/r/350600000000";

const rows = (page: Page) => page.locator(".record");

async function names(page: Page): Promise<string[]> {
  return rows(page).locator(".record__name").allInnerTexts();
}

async function filter(page: Page, words: Words, choose: () => Promise<unknown>) {
  const details = page.locator("details.filters");
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  await choose();
  await page.getByRole("button", { name: words.say("list.apply") }).click();
  await page.waitForURL(/\?/);
}

test(
  "projects are filtered, sorted and paged, and the address says it all",
  { tag: "@key" },
  async ({ page, words }) => {
    await page.goto(words.link(CITY));
    await page.getByRole("link", { name: words.say("place.projects.all") }).click();
    await filter(page, words, async () => {
      await page.getByLabel(words.say("project.kind"), { exact: true }).selectOption("housing");
      await page.getByLabel(words.say("list.sort")).selectOption("large");
    });

    for (const facts of await page.locator(".record__facts").allInnerTexts()) {
      expect(facts).toContain(words.say("kind.housing"));
    }
    const planned = (await page.locator(".record__money").allInnerTexts()).map((it) =>
      words.yuan(words.pattern("project.paid_of").exec(it)?.[2] ?? ""),
    );
    expect(planned).toHaveLength(50);
    expect(planned).toEqual([...planned].sort((one, other) => other - one));
    const first = await names(page);
    await page.getByRole("link", { name: words.say("list.after") }).click();
    await expect(page).toHaveURL(/kind=housing.*sort=large.*page=2/);
    await expect(page.locator(".pager__here")).toHaveText(words.pattern("list.here"));
    const second = await names(page);
    expect(second.filter((it) => first.includes(it))).toEqual([]);

    // Sent to somebody else, the address shows the same.
    const address = page.url();
    await page.goto(words.link("/"));
    await page.goto(address);
    expect(await names(page)).toEqual(second);
    await page.goBack();
    await page.goBack();
    await expect(page.locator(".pager__here")).toContainText("2");
    await page.getByRole("link", { name: words.say("list.before") }).click();
    await expect(rows(page).first()).toContainText(first[0] ?? "");
  },
);

test("projects are found by name and by being late, and an empty list leads on", async ({
  page,
  words,
}) => {
  await page.goto(words.link(`${CITY}/projects`));
  await filter(page, words, () => page.getByLabel(words.say("list.text")).fill("光伏"));
  if (words.language === "zh-CN") {
    expect((await names(page)).filter((it) => !it.includes("光伏"))).toEqual([]);
  }
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByLabel(words.say("list.text"))).toHaveValue("光伏");

  await filter(page, words, async () => {
    await page.getByLabel(words.say("list.text")).fill("");
    await page.locator("label[for=late]").click();
    await page.getByLabel(words.say("list.sort")).selectOption("late");
  });
  await page.waitForURL(/late=1/);
  const due = (await rows(page).allInnerTexts()).map((it) => {
    expect(it).toContain(words.say("project.late"));
    return words.day(it);
  });
  expect(due.length).toBeGreaterThan(0);
  expect(due.filter((it) => it >= today())).toEqual([]);
  expect(due).toEqual([...due].sort());

  await filter(page, words, () => page.getByLabel(words.say("list.text")).fill("没有这个"));
  await expect(page.getByText(words.say("projects.none"))).toBeVisible();
  await page.getByRole("link", { name: words.say("list.all") }).click();
  await expect(rows(page)).toHaveCount(50);
});

test("a project shows its stage, its money by source, its days and who answers for it", async ({
  page,
  words,
}) => {
  await page.goto(words.link(`${CITY}/projects?sort=late&late=1`));
  const name = (await names(page))[0] ?? "";
  await rows(page).first().getByRole("link", { name, exact: true }).click();

  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  const stages = page.getByRole("list", { name: words.say("project.stage") });
  await expect(stages.locator("[aria-current=step]")).toHaveText(
    new RegExp(words.say("stage.building")),
  );
  const money = page.getByRole("table", { name: words.say("project.money.caption") });
  const lines = await money
    .locator("tbody tr")
    .evaluateAll((lines) =>
      lines.map((line) => [...line.querySelectorAll("td")].map((it) => it.textContent ?? "")),
    );
  const amounts = lines.map((line) => line.map((it) => words.yuan(it)));
  const sums = amounts.pop() ?? [];
  expect(sums).toHaveLength(3);
  for (const [column, sum] of sums.entries()) {
    // Short amounts are to the fen, so that they add up.
    expect(amounts.reduce((all, line) => all + (line[column] ?? 0), 0)).toBe(sum);
  }
  await expect(page.locator(".status--late")).toContainText(words.pattern("project.days_late"));
  await expect(page.getByText(words.say("project.post"), { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: words.say("report.link") })).toBeVisible();
});

test(
  "notices count the days left, and one opens with whom to call",
  { tag: "@key" },
  async ({ page, words }) => {
    await page.goto(words.link("/r/350622000000/notices"));
    const said = (end: string) => {
      const left = daysBetween(today(), end);
      if (left < 0) return words.say("notice.ended");
      return left === 0 ? words.say("notice.last_day") : words.say("notice.days_left", { n: left });
    };
    const all = await rows(page).allInnerTexts();
    expect(all.length).toBeGreaterThan(5);
    const left = all.map((row) => {
      const end = row.slice(row.lastIndexOf(words.language === "en" ? "until" : "公示到"));
      expect(row).toContain(said(words.day(end)));
      return daysBetween(today(), words.day(end));
    });
    expect(left.some((it) => it > 0)).toBe(true);

    await page
      .getByRole("main")
      .getByRole("link", { name: /莆中村|Puzhong/ })
      .first()
      .click();

    const facts = page.locator(".facts");
    const end = await facts
      .locator("div", { hasText: words.say("notice.ends") })
      .last()
      .innerText();
    await expect(page.locator(".headline__number")).toContainText(said(words.day(end)));
    await expect(facts).toContainText(words.say("notice.phones"));
    await expect(facts).toContainText("12317");
  },
);

test("a figure stands as printed, with its source and what is doubtful about it", async ({
  page,
  words,
}) => {
  const unit = words.language === "en" ? "households" : "户";
  await page.goto(words.link(CITY));
  await page.locator("summary", { hasText: words.say("topic.relocation") }).click();
  await page.locator('.figure a[href$="/figures/zhangzhou-29"]').click();

  await expect(page.locator(".headline__number")).toHaveText(`35,341 ${unit}`);
  await expect(page.locator(".figure__warning")).toContainText(words.say("figure.warning").trim());
  await expect(page.locator(".figure__warning")).toContainText("95%");
  await expect(page.locator(".facts")).toContainText(/2016年9月26日|26 September 2016/);
  await expect(page.getByText(words.say("figure.as_printed"))).toBeVisible();
});

test("the progress page sets what was done beside what was planned", async ({ page, words }) => {
  await page.goto(words.link(CITY));
  await page.getByRole("link", { name: words.say("tab.progress"), exact: true }).click();

  const plan = page.locator(".panel", { hasText: "37,350" });
  const doubtful = plan.locator(".plan__step", { hasText: "35,341" });
  await expect(doubtful).toContainText(words.say("progress.printed", { share: "95%" }));
  await expect(doubtful.locator(".figure__warning")).toBeVisible();
  await expect(doubtful.locator(".bar__fill--doubtful")).toHaveCount(1);
  await expect(plan.locator(".bar__fill:not(.bar__fill--doubtful)").first()).toBeAttached();
  const kinds = page.getByRole("table", { name: words.say("progress.kinds.caption") });
  await kinds.getByRole("link", { name: words.say("kind.relocation") }).click();
  await expect(page).toHaveURL(/kind=relocation/);
  await expect(rows(page).first()).toContainText(words.say("kind.relocation"));
});
