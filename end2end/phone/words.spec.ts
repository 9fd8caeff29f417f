// The words of the self-check: short, plain, and in characters that everybody has learnt.
import { expect, test } from "@playwright/test";
import { ruleWords } from "../support/rules";
import { Words } from "../support/words";

const MOST_IN_QUESTION = 25;
const MOST_IN_SENTENCE = 45;
/** What only offices say. */
const BANNED = [
  "研判",
  "压实",
  "抓手",
  "落细落实",
  "落实落细",
  "不符合资格",
  "不具备资格",
  "申请人",
  "贫困户子女",
  "应纳尽纳",
  "应保尽保",
  "精准施策",
  "常态化",
  "全覆盖",
  "长效机制",
  "兜底保障",
  "动态管理",
  "户籍地",
  "本人须",
  "之规定",
  "予以",
  "按照规定",
  "有关规定",
  "相关材料",
  "家庭成员",
  "劳动能力",
  "赡养义务人",
  "可支配收入",
  "转移性收入",
  "财产性收入",
  "经营性收入",
  "工资性收入",
];

const said = ruleWords("zh-CN");
const ofQuestions = said.filter((it) => it.table.startsWith("questions."));
const ofCheck = [...new Words("zh-CN").entries()]
  .filter(([key]) => key.startsWith("check."))
  .map(([key, text]) => ({ where: `locales ${key}`, table: "check", name: key, text }));

/** Characters, not counting gaps to fill in. */
const length = (text: string) => [...text.replace(/\{\w+\}/g, "")].length;

// UX-10
test("no question is longer than 25 characters, and no sentence of its help than 45", () => {
  const questions = ofQuestions.filter((it) => it.name === "text");
  expect(questions.length).toBeGreaterThanOrEqual(40);
  const long = questions.filter((it) => length(it.text) > MOST_IN_QUESTION);
  expect(long).toEqual([]);

  const helps = [...ofQuestions.filter((it) => ["help", "why"].includes(it.name)), ...ofCheck];
  const sentences = helps.flatMap(({ where, text }) =>
    text.split(/(?<=[。？！])/).map((sentence) => ({ where, sentence })),
  );
  expect(sentences.filter((it) => length(it.sentence) > MOST_IN_SENTENCE)).toEqual([]);
});

// UX-10: level 1 of GB 2312 stands in for level 1 of 通用规范汉字表, which has 3,500 as well.
test("questions are written in the 3,755 most common characters", () => {
  const rows = Array.from({ length: 0xd7 - 0xb0 + 1 }, (_, row) => 0xb0 + row);
  const cells = Array.from({ length: 0xfe - 0xa1 + 1 }, (_, cell) => 0xa1 + cell);
  const bytes = rows.flatMap((row) => cells.flatMap((cell) => [row, cell]));
  const common = new Set(new TextDecoder("gbk").decode(new Uint8Array(bytes)));
  const rare = ofQuestions.flatMap(({ where, text }) =>
    [...text]
      .filter((it) => /\p{Script=Han}/u.test(it) && !common.has(it))
      .map((it) => `${it} in ${where}: ${text}`),
  );
  expect(rare).toEqual([]);
});

// UX-10
test("nothing is said in the words of offices", () => {
  const found = [...said, ...ofCheck].flatMap(({ where, text }) =>
    BANNED.filter((it) => text.includes(it)).map((it) => `${it} in ${where}: ${text}`),
  );
  expect(found).toEqual([]);
});
