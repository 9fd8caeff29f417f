//! What the self-check reads from: the rules in force, and all the words it needs in one language.

use eligibility::{FactId, Pack};
use serde::{Deserialize, Serialize};

use super::Glossary;

/// The rules with their words. The browser fetches it, so the wasm carries neither.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    /// The packs in force today, each once.
    pub packs: Vec<Pack>,
    /// The places to choose from, and which pack each has. The last stands for every other place.
    pub places: Vec<Place>,
    pub words: RuleWords,
    /// What buttons and headings say, by key.
    pub says: Glossary<String>,
    /// What stands before every address of this language: nothing, or `/en`.
    pub base: String,
    /// The language, as a browser names it: `zh-CN`.
    pub language: String,
}

/// A place of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The 12-digit statistical code.
    pub region: String,
    pub name: String,
    /// The place of its pack in the book.
    pub pack: u8,
}

/// Every word that rules need, in one language, by id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RuleWords {
    pub questions: Glossary<QuestionWords>,
    /// Reason code → sentence.
    pub reasons: Glossary<String>,
    pub programmes: Glossary<ProgrammeWords>,
    pub definitions: Glossary<DefinitionWords>,
    pub parameters: Glossary<String>,
    pub near_misses: Glossary<String>,
    pub units: Glossary<String>,
    pub packs: Glossary<PackWords>,
    /// The titles of documents, by their key.
    pub documents: Glossary<String>,
}

/// One question as a villager reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    pub text: String,
    pub help: String,
    pub why: String,
    pub unit: String,
    /// How this question's "I don't know" is worded.
    pub unsure: String,
    /// What it is about, in a word or two.
    pub label: String,
    #[serde(default)]
    pub options: Glossary<String>,
}

/// One programme as a villager reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeWords {
    pub name: String,
    pub plain: String,
    pub gives: String,
    pub bring: Vec<String>,
    #[serde(rename = "where")]
    pub place: String,
    pub phone: String,
    #[serde(default)]
    pub types: Glossary<String>,
}

/// A named value: a number has a name, a statement three sentences.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DefinitionWords {
    pub name: String,
    pub yes: String,
    pub no: String,
    pub unknown: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackWords {
    pub title: String,
    pub note: String,
}

impl QuestionWords {
    /// The word for an option; the code itself shows one that is missing.
    pub fn option<'a>(&'a self, code: &'a str) -> &'a str {
        self.options.get(code).map_or(code, String::as_str)
    }
}

impl Book {
    /// As the browser fetches it: small, and quick to read.
    ///
    /// # Panics
    /// Never: writing into memory does not fail.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("a book in memory can be written into memory")
    }

    /// Reads back what [`to_bytes`](Self::to_bytes) wrote; none if it was something else.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }

    /// What is said under `key`; the key itself shows a word that is missing.
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.says.get(key).map_or(key, String::as_str)
    }

    /// As [`say`](Self::say), with `{name}` filled in.
    pub fn say_with(&self, key: &str, name: &str, value: &str) -> String {
        self.fill(key, &[(name, value)])
    }

    /// As [`say`](Self::say), with every `{name}` filled in.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        filled(self.say(key), values)
    }

    /// The sentence for a reason. A reason without one says that it cannot be told.
    pub fn reason(&self, code: &str) -> &str {
        self.words.reasons.get(code).map_or_else(|| self.say("cannot_tell"), String::as_str)
    }

    /// The place of the list with this code; the last where there is none.
    pub fn place(&self, region: &str) -> usize {
        let last = self.places.len().saturating_sub(1);
        self.places.iter().position(|it| it.region == region).unwrap_or(last)
    }

    /// The pack that is in force at the place.
    pub fn pack_at(&self, place: usize) -> &Pack {
        let pack = self.places.get(place).map_or(0, |it| usize::from(it.pack));
        &self.packs[pack.min(self.packs.len() - 1)]
    }

    pub fn question(&self, id: &str) -> &QuestionWords {
        static NONE: QuestionWords = QuestionWords {
            text: String::new(),
            help: String::new(),
            why: String::new(),
            unit: String::new(),
            unsure: String::new(),
            label: String::new(),
            options: Glossary::EMPTY,
        };
        self.words.questions.get(id).unwrap_or(&NONE)
    }

    /// What a programme is called; its id where it has no name.
    pub fn programme_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.words.programmes.get(id).map_or(id, |it| it.name.as_str())
    }

    /// What a fact is about: its question's label, and which part of it.
    pub fn fact_label(&self, pack: &Pack, id: FactId) -> String {
        let Some(question) = pack.questions.iter().find(|it| it.facts.contains(&id)) else {
            return String::new();
        };
        let words = self.question(&question.id);
        let name = &pack.spec(id).name;
        if question.facts.len() == 1 {
            return words.label.clone();
        }
        words.option(name.rsplit('.').next().unwrap_or(name)).to_owned()
    }
}

/// The text with every `{name}` filled in; a name without a value stays as it is.
pub(super) fn filled(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            out.push('{');
            rest = after;
            continue;
        };
        if let Some((_, value)) = values.iter().find(|(it, _)| *it == name) {
            out.push_str(value);
        } else {
            out.push('{');
            out.push_str(name);
            out.push('}');
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn gaps_are_filled_and_what_has_no_value_stays() {
        assert_eq!(filled("{from} to {to}.", &[("to", "9"), ("from", "3")]), "3 to 9.");
        assert_eq!(filled("{a} {b", &[("b", "x")]), "{a} {b");
    }
}
