//! What the self-check reads from: the rules, and all the words it needs in one language.

use std::collections::BTreeMap;

use eligibility::Pack;
use serde::{Deserialize, Serialize};

/// The rules with their words. The page hands it to the island, so the wasm carries neither.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Book {
    pub pack: Pack,
    /// In the order of the pack's questions.
    pub questions: Vec<QuestionWords>,
    /// In the order of the pack's programmes.
    pub programmes: Vec<ProgrammeWords>,
    /// Reason code → sentence.
    pub reasons: BTreeMap<String, String>,
    /// What buttons and headings say, by key.
    pub says: BTreeMap<String, String>,
    /// What stands before every address of this language: nothing, or `/en`.
    pub base: String,
}

/// One question as a villager reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionWords {
    pub text: String,
    pub help: String,
    pub why: String,
    pub unit: String,
    /// How this question's "I don't know" is worded.
    pub unsure: String,
    #[serde(default)]
    pub options: BTreeMap<String, String>,
}

/// One programme as a villager reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeWords {
    pub name: String,
    pub plain: String,
    pub gives: String,
    pub bring: Vec<String>,
    #[serde(rename = "where")]
    pub place: String,
    pub phone: String,
    pub source: String,
    #[serde(default)]
    pub types: BTreeMap<String, String>,
}

impl QuestionWords {
    /// The word for an option; the code itself shows one that is missing.
    pub(super) fn option<'a>(&'a self, code: &'a str) -> &'a str {
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
        self.say(key).replace(&format!("{{{name}}}"), value)
    }

    /// The sentence for a reason. A reason without one says that it cannot be told.
    pub fn reason(&self, code: &str) -> &str {
        self.reasons.get(code).map_or_else(|| self.say("cannot_tell"), String::as_str)
    }

    pub(super) fn question_index(&self, id: &str) -> Option<usize> {
        self.pack.questions.iter().position(|it| it.id == id)
    }
}
