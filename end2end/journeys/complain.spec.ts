import {
  handedReceipt,
  isDueIn,
  isJustFiled,
  isRefused,
  send,
  track,
  typeBack,
  UNKNOWN_RECEIPT,
} from "../support/cases";
import { expect, test } from "../support/portal";

const TEXT = "公示牌上写的数字和这里的不一样，少了三十户。";
const WITH_ID = `${TEXT}我的身份证号是11010519491231002X。`;

test(
  "somebody complains about one figure and follows the complaint",
  { tag: "@key" },
  async ({ page, words }) => {
    await page.goto(words.link("/figures/zhangzhou-29"));
    await page.getByRole("link", { name: words.say("report.link") }).click();

    const about = page.locator(".panel", { hasText: words.say("complain.about") });
    await expect(about).toContainText("35,341");
    const anonymous = page.getByRole("checkbox", { name: words.say("complain.anonymous") });
    await expect(anonymous).toBeChecked();
    await send(page, words, "complain.send");
    await isRefused(page, words, [words.say("missing.kind"), words.say("missing.text")]);

    await page.getByText(words.say("complaint_kind.project"), { exact: true }).click();
    await page.getByLabel(words.say("complain.text"), { exact: true }).fill(WITH_ID);
    await page.getByText(words.say("complain.anonymous"), { exact: true }).click();
    await send(page, words, "complain.send");
    await isRefused(page, words, [words.say("problem.holds_id"), words.say("missing.contact")]);
    await expect(about).toContainText("35,341");
    await expect(
      page.getByRole("radio", { name: words.say("complaint_kind.project") }),
    ).toBeChecked();
    await expect(page.getByLabel(words.say("complain.text"), { exact: true })).toHaveValue(WITH_ID);
    await expect(anonymous).not.toBeChecked();

    await page.getByLabel(words.say("complain.text"), { exact: true }).fill(TEXT);
    await page.getByLabel(words.say("complain.contact")).fill("0596-2666888");
    await send(page, words, "complain.send");

    const receipt = await handedReceipt(page, words, "C");
    await typeBack(page, words, receipt);
    const steps = await track(page, words, receipt);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      words.say("complaint_kind.project"),
    );
    await isJustFiled(steps, words, "complaint");
    await isDueIn(steps, words, "complaint_step.accepted", 15);
    await expect(page.getByRole("main")).not.toContainText(TEXT);
    await expect(page.getByRole("main")).not.toContainText("2666888");
  },
);

test("a receipt that is wrong gives nothing away", { tag: "@key" }, async ({ page, words }) => {
  await page.goto(words.link("/track"));
  const typed = page.getByLabel(words.say("track.receipt"), { exact: true });
  for (const [receipt, said] of [
    ["", words.say("track.empty")],
    ["的的的", words.say("track.length", { n: 3 })],
    ["的的的的 的的的的 的的的的", words.say("track.check")],
    [UNKNOWN_RECEIPT, words.say("track.unknown")],
  ] as const) {
    await typed.fill(receipt);
    const answered = page.waitForResponse((it) => it.request().method() === "POST");
    await page.getByRole("button", { name: words.say("track.find"), exact: true }).click();

    expect((await answered).status()).toBe(422);
    await isRefused(page, words, [said]);
    await expect(page.locator(".timeline")).toHaveCount(0);
    await expect(page).toHaveURL(words.link("/track"));
  }
});

test("whoever complains about things in general says where, and may leave it open", async ({
  page,
  words,
}) => {
  await page.goto(words.link("/"));
  await page
    .getByRole("main")
    .getByRole("link", { name: words.say("home.complain") })
    .click();
  await page.getByText(words.say("complaint_kind.official_conduct"), { exact: true }).click();
  await page.getByLabel(words.say("complain.text"), { exact: true }).fill(TEXT);
  await page.getByLabel(words.say("form.place.label")).fill("没有这个村");
  await page.getByRole("button", { name: words.say("form.place.find"), exact: true }).click();
  await expect(page.getByText(words.say("form.place.none"))).toBeVisible();
  await page.getByLabel(words.say("form.place.label")).fill("火田");
  await page.getByRole("button", { name: words.say("form.place.find"), exact: true }).click();
  await page.locator(".field__found label", { hasText: "火田镇" }).first().click();
  await expect(page.getByLabel(words.say("complain.text"), { exact: true })).toHaveValue(TEXT);
  await expect(page.getByRole("checkbox", { name: words.say("complain.anonymous") })).toBeChecked();

  await send(page, words, "complain.send");

  const steps = await track(page, words, await handedReceipt(page, words, "C"));
  await expect(page.getByRole("main")).toContainText("火田镇");
  await isJustFiled(steps, words, "complaint");
});
