//! What the packs of the program say, in both languages.

use std::sync::LazyLock;

use eligibility::source::{Head, Library};

use super::clause::{Clause, Phrase};
use super::decisions::{Decision, Decisions, Spelt};
use super::programme::Rules;
use super::sheet::Sheet;
use super::text;
use super::wrap::width;
use crate::rules::library::built_in;
use crate::site::language::Language;
use crate::site::words::Words;

const DAY: &str = "2026-11-22";
const BOTH: [Language; 2] = [Language::Chinese, Language::English];

fn sheet(language: Language, id: &str) -> Sheet {
    let day = if id.ends_with("2026") {
        DAY.to_owned()
    } else {
        format!("{}-12-31", &id[id.len() - 4..])
    };
    Sheet::of(&built_in(), language, id, &day).unwrap()
}

fn lines(sheet: &Sheet, programme: &str) -> Vec<String> {
    let told = sheet.programmes.iter().find(|it| it.id == programme).unwrap();
    let Rules::Lines(Decisions { lines, .. }) = &told.rules else { panic!("{programme}") };
    lines.iter().map(|it| line(it, Language::Chinese)).collect()
}

/// `condition → VERDICT: amount`
fn line(decision: &Decision, language: Language) -> String {
    let words = Words::of(language);
    let when = decision.when.as_ref().map_or_else(|| "otherwise".into(), |it| it.inline(words));
    let sum = decision.amount.as_ref().map(|it| format!(": {} {}", it.label, it.sum.text));
    format!("{when} → {}{}", decision.verdict.code(), sum.unwrap_or_default())
}

fn spelt(sheet: &Sheet, name: &str) -> String {
    let found = sheet.words.iter().find(|it| it.name == name).unwrap();
    found.is.inline(Words::of(Language::Chinese))
}

fn is_chinese(it: char) -> bool {
    ('\u{4e00}'..'\u{9fff}').contains(&it)
}

/// Every pack that there is, in both languages, on its last day.
static SHEETS: LazyLock<Vec<(Language, Sheet)>> = LazyLock::new(|| {
    let library = built_in();
    let heads = library.heads().unwrap();
    let both = heads.iter().flat_map(|head| BOTH.map(|language| (language, head)));
    let sheet = |(language, head): (Language, &Head)| {
        (language, Sheet::of(&library, language, &head.id, &head.valid_to).unwrap())
    };
    both.map(sheet).collect()
});

#[test]
fn lines_of_dibao_read_as_a_clerk_would_say_them() {
    let lines = lines(&sheet(Language::Chinese, "demo-2026"), "dibao");

    assert_eq!(
        lines[1],
        "现在的身份：有“特困户（五保）”，或者“特困供养”是“很可能符合” → SUPERSEDED"
    );
    assert_eq!(lines[2], "一年总收入和低保线比不出来 → NEED_INFO");
    assert_eq!(lines[3], "一年总收入低于低保线，并且车、房、公司、存款里，有的超过规定 → UNLIKELY");
    assert_eq!(
        lines[6],
        "一年总收入低于低保线 → LIKELY: 金额（一年） 低保线（每人每年）〔6,600 元〕 × 家里人口 \
         − 全家一年总收入（不算养老金、低保金）"
    );
    assert_eq!(lines.last().unwrap(), "otherwise → UNLIKELY");
}

#[test]
fn lines_of_dibao_are_there_in_english() {
    let sheet = sheet(Language::English, "demo-2026");
    let dibao = sheet.programmes.iter().find(|it| it.id == "dibao").unwrap();
    let Rules::Lines(dibao) = &dibao.rules else { panic!() };

    let [second, seventh] = [1, 6].map(|it| line(&dibao.lines[it], Language::English));

    assert!(second.contains("“Extreme-poverty support (tekun)” comes out as “Very likely”"));
    assert_eq!(
        seventh,
        "The year’s income is below the dibao line → LIKELY: Amount (a year) Dibao line (per \
         person and year) [6,600 yuan] × People in the family − The family’s income in a year \
         (without pension and dibao)"
    );
}

#[test]
fn lines_of_weifang_say_what_cannot_be_told_and_which_options_count() {
    let sheet = sheet(Language::Chinese, "demo-2026");
    let lines = lines(&sheet, "weifang");

    assert_eq!(lines[0], "城里的房子、门面：“有” → UNLIKELY");
    assert_eq!(lines[1], "是不是唯一的房子：“不是” → UNLIKELY");
    assert_eq!(lines[2], "没看出房子不安全 → UNLIKELY");
    assert!(
        lines[4].contains("说不清：房子鉴定等级，或者房子鉴定等级：“没有鉴定过”"),
        "{}",
        lines[4]
    );
    assert!(lines[8].starts_with("“监测户”是“要村里核实”，或者“刚性支出困难家庭”是“很可能符合”"));
    assert_eq!(
        spelt(&sheet, "house_bad"),
        "（说得清：房子鉴定等级，并且房子鉴定等级：“C级”或“D级”），或者（房子没鉴定过，或不知道几级，\
         并且漏雨或大裂缝：“有”）"
    );
    assert_eq!(
        spelt(&sheet, "house_money"),
        "D级房子的建房补助〔30,000 元〕（如果房子鉴定等级：“D级”），否则 \
         C级房子的修房补助〔10,000 元〕（如果房子鉴定等级：“C级”），否则 没有数"
    );
}

#[test]
fn lines_of_dabing_take_a_share_as_a_share() {
    let sheet = sheet(Language::Chinese, "demo-2026");
    let lines = lines(&sheet, "dabing");

    assert!(
        lines[1]
            .starts_with("一个人自己付的看病钱 不超过 大病保险起付线（特困、低保）〔6,000 元〕")
    );
    assert!(lines[5].contains("大病保险再报的钱（特困、低保） 超过 0 元"), "{}", lines[5]);
    assert_eq!(
        spelt(&sheet, "dabing_plain"),
        "（一个人自己付的看病钱 − 大病保险起付线（超过才能再报）〔12,000 元〕，不到 0 就算 0） × \
         大病保险报销比例〔60%〕（去掉零头）"
    );
    assert_eq!(
        spelt(&sheet, "heavy_share"),
        "一年总收入低于当地的平均水平，并且看病和上学自己花的钱 超过 0 元，并且\
         看病和上学自己花的钱 不低于 看病上学占收入的规定比例〔60%〕 × 全家一年总收入（不算养老金、低保金）"
    );
    assert!(spelt(&sheet, "aid_dibao").ends_with("，封顶 医疗救助最多给的钱〔50,000 元〕"));
}

#[test]
fn not_one_of_two_is_neither_and_more_than_no_person_is_at_least_one() {
    let luoyang = sheet(Language::Chinese, "luoyang-2014");
    assert_eq!(
        lines(&luoyang, "luoyang_hamlet")[1],
        "自然村大小：“超过200人”，并且单独住或散着住：“不是” → UNLIKELY"
    );

    let demo = sheet(Language::Chinese, "demo-2026");
    assert_eq!(spelt(&demo, "weak"), "残疾重的人数 不少于 1 人，或者重病的人数 不少于 1 人");
    assert!(lines(&demo, "tekun")[2].contains("残疾重的人数 少于 家里人口"));
}

/// Each phrase that stands for a named value.
fn named<'a>(clause: &'a Clause, found: &mut Vec<&'a Phrase>) {
    match clause {
        Clause::Says(phrase) => found.extend(phrase.named.is_some().then_some(phrase)),
        Clause::Group(_, parts) => parts.iter().for_each(|it| named(it, found)),
    }
}

#[test]
fn whatever_a_rule_names_is_spelt_out_on_the_same_page() {
    for (_, sheet) in &*SHEETS {
        let incomes: Vec<&str> = sheet.incomes.iter().map(|it| it.name.as_str()).collect();
        for told in &sheet.programmes {
            let words: &[Spelt] = told.over.as_ref().map_or(&sheet.words, |it| &it.words);
            let Rules::Lines(decisions) = &told.rules else { continue };
            let mut found = Vec::new();
            for decision in &decisions.lines {
                decision.when.iter().for_each(|it| named(it, &mut found));
                found.extend(decision.amount.as_ref().map(|it| &it.sum));
            }
            for it in words {
                named(&it.is, &mut found);
            }
            for name in found.into_iter().filter_map(|it| it.named.as_deref()) {
                let is_there = words.iter().any(|it| it.name == name) || incomes.contains(&name);
                assert!(is_there, "{} {} {name}", sheet.id, told.id);
            }
        }
    }
}

#[test]
fn no_page_shows_a_code_of_the_rules_or_a_gap_that_was_not_filled() {
    let library = built_in();
    for (language, sheet) in &*SHEETS {
        let text = text(Words::of(*language), sheet);
        let pack = library.compile(&sheet.id, None).unwrap().pack;
        let facts = pack.facts.iter().map(|it| &it.name);
        let definitions = pack.definitions.iter().map(|it| &it.name);
        let parameters = pack.parameters.iter().map(|it| &it.name);
        let codes = facts.chain(definitions).chain(parameters);
        let is_code = |it: &&String| it.contains(['_', '.']) && pack.programme(it).is_none();
        for code in codes.filter(is_code) {
            assert!(!text.contains(code), "{} shows {code}", sheet.id);
        }
        for sign in ["packs.", "check.", "{", "}"] {
            assert!(!text.contains(sign), "{} shows {sign}", sheet.id);
        }
    }
}

#[test]
fn english_has_no_chinese_but_in_the_titles_of_documents() {
    let library = built_in();
    let titles = library.documents().unwrap();
    for (_, sheet) in SHEETS.iter().filter(|(language, _)| *language == Language::English) {
        let told = format!("{sheet:?}");
        let rest = titles.values().fold(told, |rest, it| rest.replace(&it.en, ""));
        let found: String = rest.chars().filter(|it| is_chinese(*it)).collect();
        assert_eq!(found, "", "{}", sheet.id);
    }
}

#[test]
fn plain_text_fits_into_eighty_columns() {
    for (language, sheet) in &*SHEETS {
        for line in text(Words::of(*language), sheet).lines() {
            // A closing sign may stand out.
            assert!(width(line) <= 82, "{}: {line}", sheet.id);
        }
    }
}

#[test]
fn rules_that_no_pack_runs_any_more_are_shown_as_they_are_written() {
    let files = built_in();
    let without_history = files
        .files()
        .filter(|(name, _)| !name.starts_with("hist-") && !name.contains("-201"))
        .map(|(name, text)| (name.to_owned(), text.to_owned()));
    let library = Library::new(without_history);

    let sheet = Sheet::of(&library, Language::Chinese, "demo-2026", DAY).unwrap();

    let jdlk = sheet.programmes.iter().find(|it| it.id == "jdlk").unwrap();
    let Rules::Written(text) = &jdlk.rules else { panic!("{:?}", jdlk.rules) };
    assert!(text.starts_with("unknown(low)") && text.contains("LIKELY below_line"), "{text}");
    assert!(super::text(Words::of(Language::Chinese), &sheet).contains("below_line"));
}
