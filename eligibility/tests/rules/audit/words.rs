//! Whatever people read has words.

use eligibility::source::audit::{Kind, Severity};

use super::{LOAN, found, is_error};
use crate::edited::{edited, line_of, with_file};

#[test]
fn whatever_people_read_has_words_in_every_language() {
    let en = |file, from| edited(&format!("words/en/{file}.toml"), from, "[nothing]\nx = \"");
    for (library, says) in [
        (
            edited("words/zh-CN/reasons.toml", "house_safe = ", "house_save = "),
            "zh-CN has no words for reasons.house_safe; the nearest is \"house_save\"",
        ),
        (en("reasons", "rough = \""), "en has no words for reasons.rough"),
        (
            edited("words/en/programmes.toml", "[programmes.loan]", "[programmes.lone]"),
            "en has no words for programmes.loan",
        ),
        (
            edited("words/en/programmes.toml", "A_or_B = ", "AB = "),
            "en has no words for programmes.monitor.types.A_or_B",
        ),
        (
            edited("words/en/questions.toml", "[questions.car]", "[questions.cart]"),
            "en has no words for questions.car; the nearest is \"cart\"",
        ),
        (
            edited("words/en/questions.toml", "labor_loss = ", "labour_loss = "),
            "en has no words for questions.shock.options.labor_loss",
        ),
        (
            edited("words/en/names.toml", "[definitions.weak]", "[definitions.week]"),
            "en has no words for definitions.weak",
        ),
        (
            edited("words/en/names.toml", "\nbirthday = ", "\nbirth = "),
            "en has no words for near_misses.birthday",
        ),
        (
            edited("words/en/names.toml", "\nloan_max = ", "\nloan_most = "),
            "en has no words for parameters.loan_max",
        ),
        (
            edited("words/en/names.toml", "[packs.demo-2026]", "[packs.demo]"),
            "en has no words for packs.demo-2026",
        ),
        (with_file("words/bo/reasons.toml", "[reasons]\n"), "bo has no words for reasons.already"),
    ] {
        let all = found(&library, "demo-2026", Kind::NoWords);
        let finding = all.iter().find(|it| it.message.starts_with(says));
        assert_eq!(finding.map(|it| it.severity), Some(Severity::Error), "{says}: {all:?}");
    }
}

#[test]
fn a_reason_without_words_is_named_at_its_line() {
    let library = edited(LOAN, "UNLIKELY bad_credit", "UNLIKELY bad_credits");

    let all = found(&library, "demo-2026", Kind::NoWords);

    assert_eq!(all.len(), 2, "once in each language: {all:?}");
    for finding in all {
        assert_eq!(
            (finding.file.as_str(), finding.line),
            (LOAN, line_of(&library, LOAN, "bad_credits"))
        );
        is_error(&finding, "the nearest is \"bad_credit\"");
    }
}
