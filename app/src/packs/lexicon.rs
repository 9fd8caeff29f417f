//! The words that rules are told in: those of the pages, of the rules, and of what they rest on.

use std::collections::BTreeMap;

use anyhow::Context;
use eligibility::Source;
use eligibility::source::{Document, Library};
use islands::check::{Book, cited};
use serde::Deserialize;

use crate::rules::books::words_alone;
use crate::site::language::Language;
use crate::site::words::Words;

/// All words of one language.
pub struct Lexicon {
    pub words: &'static Words,
    /// The words of the rules. It holds no packs.
    pub book: Book,
    documents: BTreeMap<String, Document>,
    /// What stands beside numbers in Chinese, in English.
    notes: BTreeMap<String, String>,
}

/// `notes-en.toml`
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Notes {
    notes: BTreeMap<String, String>,
}

impl Lexicon {
    /// # Errors
    /// Words that cannot be read.
    pub fn of(library: &Library, language: Language) -> anyhow::Result<Self> {
        let notes = match (language, library.text("notes-en.toml")) {
            (Language::English, Some(text)) => {
                toml::from_str::<Notes>(text).context("understand notes-en.toml")?.notes
            }
            _ => BTreeMap::new(),
        };
        Ok(Self {
            words: Words::of(language),
            book: words_alone(library, language)?,
            documents: library.documents()?,
            notes,
        })
    }

    /// A note of a pack, which is written in Chinese; in English where somebody has put it so.
    pub fn note(&self, chinese: &str) -> String {
        self.notes.get(chinese).map_or(chinese, String::as_str).to_owned()
    }

    /// The document with its article, and whether somebody has held it against the original.
    pub fn source(&self, source: &Source) -> String {
        let source =
            Source { document: source.document.clone(), article: self.note(&source.article) };
        let cited = cited(&self.book, &source);
        let is_unchecked = self.documents.get(&source.document).is_some_and(|it| it.unchecked);
        if is_unchecked { format!("{cited}{}", self.words.get("packs.unchecked")) } else { cited }
    }

    /// What a pack is called.
    pub fn pack_title(&self, id: &str) -> String {
        self.book.words.packs.get(id).map_or_else(|| id.to_owned(), |it| it.title.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::library::{built_in, with_notes};

    #[test]
    fn whatever_stands_in_chinese_beside_a_number_is_said_in_english_too() {
        let library = built_in();
        let lexicon = Lexicon::of(&library, Language::English).unwrap();
        for head in library.heads().unwrap() {
            let compiled = with_notes(&library, &head.id, None).unwrap();
            let leans_on = compiled.notes.iter().map(|it| &it.leans_on);
            let parameters = compiled.pack.parameters.iter().map(|it| &it.source);
            let programmes = compiled.pack.programmes.iter().flat_map(|it| &it.sources);
            let articles = parameters.chain(programmes).map(|it| &it.article);
            for text in leans_on.chain(articles) {
                let is_chinese =
                    |text: &str| text.chars().any(|it| ('\u{4e00}'..'\u{9fff}').contains(&it));
                assert!(!is_chinese(&lexicon.note(text)), "{}: {text:?} in notes-en.toml", head.id);
            }
        }
    }
}
