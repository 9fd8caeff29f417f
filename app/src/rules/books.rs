//! The rules in force on a day with their words, as the self-check reads them: one book a language.

use std::sync::{Arc, PoisonError, RwLock};

use anyhow::Context;
use eligibility::Pack;
use eligibility::source::Library;
use islands::check::{Book, Glossary, Place, RuleWords};
use jiff::civil::Date;
use tracing::error;

use super::library::compiled;
use super::{places, words};
use crate::compress::{Compressed, Quality};
use crate::site::language::Language;
use crate::site::words::Words;

/// The books of one day in both languages, with the files that browsers fetch.
pub struct Books {
    chinese: Shelf,
    english: Shelf,
}

pub struct Shelf {
    pub book: Arc<Book>,
    pub address: String,
    pub file: Compressed,
}

impl Books {
    /// Compiles what is in force on the day.
    ///
    /// # Errors
    /// Packs that cannot be read; a day on which a place of the list has no rules, or two.
    pub fn of_day(library: &Library, day: Date) -> anyhow::Result<Self> {
        Ok(Self {
            chinese: Shelf::new(book(library, Language::Chinese, day)?),
            english: Shelf::new(book(library, Language::English, day)?),
        })
    }

    pub fn of(&self, language: Language) -> &Shelf {
        match language {
            Language::Chinese => &self.chinese,
            Language::English => &self.english,
        }
    }
}

impl Books {
    /// The file of this name below `/assets/`, if it is one of them.
    pub fn file(&self, name: &str) -> Option<&Compressed> {
        let mut both = [&self.chinese, &self.english].into_iter();
        let found = both.find(|it| it.address.strip_prefix("/assets/") == Some(name));
        found.map(|it| &it.file)
    }
}

impl Shelf {
    fn new(book: Book) -> Self {
        let file = Compressed::new(book.to_bytes(), Quality::Best);
        Self { address: format!("/assets/book.{}.bin", file.tag()), book: Arc::new(book), file }
    }
}

/// The books of today: made once a day, by whoever asks first.
pub struct BooksOfToday {
    library: Arc<Library>,
    made: RwLock<Option<(Date, Option<Arc<Books>>)>>,
}

impl BooksOfToday {
    pub fn new(library: Arc<Library>) -> Self {
        Self { library, made: RwLock::new(None) }
    }

    /// None if there are none for the day: then nothing can be told, and the log says why, once.
    pub fn get(&self, today: Date) -> Option<Arc<Books>> {
        if let Some((day, books)) = &*self.made.read().unwrap_or_else(PoisonError::into_inner)
            && *day == today
        {
            return books.clone();
        }
        let books = Books::of_day(&self.library, today).map(Arc::new);
        if let Err(cause) = &books {
            error!("no rules for {today}: {cause:#}");
        }
        let books = books.ok();
        *self.made.write().unwrap_or_else(PoisonError::into_inner) = Some((today, books.clone()));
        books
    }

    pub fn library(&self) -> &Arc<Library> {
        &self.library
    }
}

fn book(library: &Library, language: Language, day: Date) -> anyhow::Result<Book> {
    let on = day.to_string();
    let heads = library.heads()?;
    let mut packs: Vec<Pack> = Vec::new();
    let mut places = Vec::new();
    for entry in places::read(library)? {
        let id = library.in_force(&heads, entry.region.get_ref(), &on)?;
        let known = packs.iter().position(|it| it.id == id);
        let place = known.unwrap_or(packs.len());
        if place == packs.len() {
            packs.push(compiled(library, &id, Some(&on))?);
        }
        let pack = u8::try_from(place).context("so many packs")?;
        let name = language.pick(&entry.zh, &entry.en).to_owned();
        places.push(Place { region: entry.region.into_inner(), name, pack });
    }
    let words = needed(words::of(library, language)?, &packs);
    let says = words_of_pages(language);
    let (base, language) = (language.base().to_owned(), language.tag().to_owned());
    Ok(Book { packs, places, words, says, base, language })
}

/// The words of one language without any rules, to speak of rules that need not be in force.
///
/// # Errors
/// Words that cannot be read.
pub fn words_alone(library: &Library, language: Language) -> anyhow::Result<Book> {
    Ok(Book {
        packs: Vec::new(),
        places: Vec::new(),
        words: words::of(library, language)?,
        says: words_of_pages(language),
        base: language.base().to_owned(),
        language: language.tag().to_owned(),
    })
}

/// What buttons and headings of the self-check say.
fn words_of_pages(language: Language) -> Glossary<String> {
    Words::of(language).under("check").into_iter().collect()
}

/// Only the words that these packs use: the book travels to old phones.
fn needed(words: RuleWords, packs: &[Pack]) -> RuleWords {
    fn only<T>(mut all: Glossary<T>, is_used: impl Fn(&str) -> bool) -> Glossary<T> {
        all.retain(is_used);
        all
    }
    let any = |holds: &dyn Fn(&Pack) -> bool| packs.iter().any(holds);
    let reasons = |key: &str| {
        [eligibility::ROUGH, eligibility::EITHER_WAY].contains(&key)
            || any(&|pack| {
                let gate = pack.gate.iter().flat_map(|it| [&it.shut_reason, &it.unclear_reason]);
                let lines = pack.programmes.iter().flat_map(|it| &it.lines);
                lines.map(|it| &it.reason).chain(gate).any(|it| it == key)
            })
    };
    let sources = |key: &str| {
        any(&|pack| {
            let programmes = pack.programmes.iter().flat_map(|it| &it.sources);
            let parameters = pack.parameters.iter().map(|it| &it.source);
            programmes.chain(parameters).any(|it| it.document == key)
        })
    };
    RuleWords {
        questions: only(words.questions, |key| {
            key == "place" || any(&|pack| pack.question(key).is_some())
        }),
        reasons: only(words.reasons, reasons),
        programmes: only(words.programmes, |key| any(&|pack| pack.programme(key).is_some())),
        definitions: only(words.definitions, |key| {
            any(&|pack| pack.definitions.iter().any(|it| it.name == key))
        }),
        parameters: only(words.parameters, |key| {
            any(&|pack| pack.parameters.iter().any(|it| it.name == key))
        }),
        near_misses: words.near_misses,
        units: words.units,
        packs: only(words.packs, |key| any(&|pack| pack.id == key)),
        documents: only(words.documents, sources),
    }
}

#[cfg(test)]
mod tests {
    use super::super::library::built_in;
    use super::*;
    use eligibility::FactKind;

    fn books() -> [Arc<Book>; 2] {
        let books = Books::of_day(&built_in(), jiff::civil::date(2026, 11, 22)).unwrap();
        [books.chinese.book, books.english.book]
    }

    #[test]
    fn every_reason_programme_and_near_miss_has_its_words_in_both_languages() {
        for book in books() {
            let (words, language) = (&book.words, &book.language);
            for pack in &book.packs {
                let lines = pack.programmes.iter().flat_map(|it| &it.lines);
                for line in lines {
                    assert!(words.reasons.contains_key(&line.reason), "{language} {}", line.reason);
                }
                for programme in &pack.programmes {
                    assert!(words.programmes.contains_key(&programme.id), "{}", programme.id);
                    assert!(!programme.sources.is_empty(), "{}", programme.id);
                }
                for near_miss in &pack.near_misses {
                    assert!(words.near_misses.contains_key(&near_miss.id), "{}", near_miss.id);
                }
                assert!(words.packs.contains_key(&pack.id), "{}", pack.id);
            }
        }
    }

    #[test]
    fn every_option_has_its_word_in_both_languages() {
        for book in books() {
            for question in book.packs.iter().flat_map(|it| &it.questions) {
                let spec = book.packs[0].spec(question.facts[0]);
                let needed: Vec<&str> = match &spec.kind {
                    FactKind::YesNo => vec!["yes", "no"],
                    FactKind::Choice(options) => options.iter().map(String::as_str).collect(),
                    FactKind::Several(options) => {
                        options.iter().map(String::as_str).chain(["none"]).collect()
                    }
                    _ => Vec::new(),
                };
                for option in needed {
                    let words = book.words.questions.get(&question.id).unwrap();
                    assert!(words.options.contains_key(option), "{} {option}", question.id);
                }
            }
        }
    }

    #[test]
    fn a_question_has_at_most_twenty_five_characters_and_a_help_sentence_forty_five() {
        let [chinese, _] = books();
        for words in chinese.words.questions.values() {
            assert!(words.text.chars().count() <= 25, "{}", words.text);
            for sentence in words.help.split('。') {
                assert!(sentence.chars().count() <= 45, "{sentence}");
            }
        }
    }

    #[test]
    fn a_day_without_rules_has_no_books_and_says_so() {
        let error = Books::of_day(&built_in(), jiff::civil::date(2027, 1, 1)).err().unwrap();

        assert!(error.to_string().contains("no rules are in force"), "{error}");
    }
}
