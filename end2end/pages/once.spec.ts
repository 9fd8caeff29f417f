// A form sent twice, by an impatient finger or a bad connection, is one case.
import type { APIRequestContext } from "@playwright/test";
import { PlainForm } from "../support/plain-form";
import { expect, test } from "../support/portal";

async function sentTwice(
  request: APIRequestContext,
  address: string,
  form: PlainForm,
  fields: [string, string][],
) {
  const answers = await Promise.all(
    [1, 2].map(() => form.send(request, address, [...fields, ["go", "file"]])),
  );
  return answers.map((it) => ({
    receipt: [...it.matchAll(/receipt__group">([^<]+)/g)].map(([, group]) => group).join(" "),
    reference: /[AC]-[2-9A-Z]{4}-[2-9A-Z]{2}/.exec(it)?.[0],
  }));
}

test("an application sent twice at once is one case with one receipt", async ({
  request,
  words,
}) => {
  const begun = await request.post(words.link("/apply"), {
    form: { programme: "dibao", "a.members": "2", go: "begin" },
  });
  const form = PlainForm.in(await begun.text(), "/apply");

  const [first, second] = await sentTwice(request, words.link("/apply"), form, [
    ["name", "王秀英"],
    ["phone", "13800138000"],
    ["region_code", "350622105209"],
    ["consent", "on"],
  ]);

  expect(first?.receipt).toMatch(/^\S{4} \S{4} \S{4}$/);
  expect(first?.reference).toMatch(/^A-/);
  expect(second).toEqual(first);
});

test("a complaint sent twice at once is one case with one receipt", async ({ request, words }) => {
  const page = await request.get(words.link("/complain?about=figure/zhangzhou-29"));
  const form = PlainForm.in(await page.text(), "/complain");

  const [first, second] = await sentTwice(request, words.link("/complain"), form, [
    ["kind", "funds"],
    ["text", "补助款说是发了，可是村里几户都没有收到。"],
  ]);

  expect(first?.receipt).toMatch(/^\S{4} \S{4} \S{4}$/);
  expect(first?.reference).toMatch(/^C-/);
  expect(second).toEqual(first);
});
