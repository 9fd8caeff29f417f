//! The rules with their words, as the self-check reads them: one book a pack and language.

use std::collections::BTreeMap;

use eligibility::source;
use islands::check::{Book, ProgrammeWords, QuestionWords};
use serde::Deserialize;

use crate::site::language::Language;
use crate::site::words::Words;

const RULES: &str = include_str!("../../../packs/demo-2026/pack.toml");
const CHINESE: &str = include_str!("../../../packs/demo-2026/zh-CN.toml");
const ENGLISH: &str = include_str!("../../../packs/demo-2026/en.toml");

/// Every pack in every language.
pub struct Books {
    chinese: Book,
    english: Book,
}

/// A pack's words file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PackWords {
    title: String,
    note: String,
    questions: BTreeMap<String, QuestionWords>,
    reasons: BTreeMap<String, String>,
    programmes: BTreeMap<String, ProgrammeWords>,
}

impl Books {
    pub fn built_in() -> Self {
        Self {
            chinese: book(Language::Chinese, CHINESE),
            english: book(Language::English, ENGLISH),
        }
    }

    pub fn of(&self, language: Language) -> &Book {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }
}

/// The books as the browser fetches them.
pub fn files() -> [(Language, Vec<u8>); 2] {
    let Books { chinese, english } = Books::built_in();
    [(Language::Chinese, chinese.to_bytes()), (Language::English, english.to_bytes())]
}

fn book(language: Language, words: &str) -> Book {
    let pack = source::read(RULES).expect("the packs are part of the program and tested");
    let mut words: PackWords =
        toml::from_str(words).expect("the packs are part of the program and tested");
    let mut says = Words::of(language).under("check");
    says.insert("results.rules".into(), format!("{} {}", words.title, words.note));
    let mut taken = |id: &str| {
        words.questions.remove(id).unwrap_or_else(|| unreachable!("every question has its words"))
    };
    let questions = pack.questions.iter().map(|it| taken(&it.id)).collect();
    let mut taken = |id: &str| {
        words.programmes.remove(id).unwrap_or_else(|| unreachable!("every programme has its words"))
    };
    let programmes = pack.programmes.iter().map(|it| taken(&it.id)).collect();
    let base = language.base().to_owned();
    Book { questions, programmes, reasons: words.reasons, says, base, pack }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_of_the_rules_has_its_sentence_in_both_languages() {
        let books = Books::built_in();
        for book in [&books.chinese, &books.english] {
            let gate = book.pack.gate.as_ref().unwrap();
            let lines = book.pack.programmes.iter().flat_map(|it| &it.lines);
            let reasons = lines.map(|it| it.reason.as_str());
            for reason in reasons.chain([gate.shut_reason.as_str(), &gate.unclear_reason]) {
                assert!(book.reasons.contains_key(reason), "{} {reason}", book.base);
            }
        }
    }

    #[test]
    fn every_option_has_its_word_in_both_languages() {
        use eligibility::FactKind;
        let books = Books::built_in();
        for book in [&books.chinese, &books.english] {
            for (question, words) in book.pack.questions.iter().zip(&book.questions) {
                let spec = book.pack.spec(question.facts[0]);
                let needed: Vec<&str> = match &spec.kind {
                    FactKind::YesNo => vec!["yes", "no"],
                    FactKind::Choice(options) => options.iter().map(String::as_str).collect(),
                    FactKind::Several(options) => {
                        options.iter().map(String::as_str).chain(["none"]).collect()
                    }
                    _ => Vec::new(),
                };
                for option in needed {
                    assert!(words.options.contains_key(option), "{} {option}", question.id);
                }
            }
        }
    }

    #[test]
    fn a_question_has_at_most_twenty_five_characters() {
        for words in Books::built_in().chinese.questions {
            assert!(words.text.chars().count() <= 25, "{}", words.text);
        }
    }
}
