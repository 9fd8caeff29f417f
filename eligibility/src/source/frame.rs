//! The TOML frame of the files of a pack library, as people write them.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;

use super::{Problem, SourceError};

/// A file with its text, so that a fault can be named with its line.
pub struct File<T> {
    pub name: String,
    pub text: String,
    pub frame: T,
}

impl<T: DeserializeOwned> File<T> {
    pub fn parse(name: &str, text: &str) -> Result<Self, SourceError> {
        let frame = toml::from_str(text).map_err(|error| SourceError {
            file: name.to_owned(),
            line: error.span().map_or(1, |span| line_at(text, span.start)),
            problem: Problem::Toml(error.message().to_owned()),
        })?;
        Ok(Self { name: name.to_owned(), text: text.to_owned(), frame })
    }
}

impl<T> File<T> {
    pub fn fault<S>(&self, at: &Spanned<S>, problem: Problem) -> SourceError {
        self.fault_on(self.line_of(at), problem)
    }

    pub fn fault_on(&self, line: usize, problem: Problem) -> SourceError {
        SourceError { file: self.name.clone(), line, problem }
    }

    pub fn line_of<S>(&self, at: &Spanned<S>) -> usize {
        line_at(&self.text, at.span().start)
    }
}

fn line_at(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}

/// `<pack>/pack.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFrame {
    pub id: String,
    pub extends: Option<Spanned<String>>,
    pub region: String,
    pub status: Spanned<String>,
    pub valid_from: Spanned<String>,
    pub valid_to: Spanned<String>,
    /// Why no rules are there for the days between the pack before and this one.
    pub gap_before: Option<String>,
    #[serde(default)]
    pub programmes: Vec<Spanned<String>>,
    #[serde(default)]
    pub questions: Vec<Spanned<String>>,
    pub not_offered: Option<NotOffered>,
    #[serde(default)]
    pub income: BTreeMap<String, Vec<Spanned<String>>>,
    pub definitions: Option<Definitions>,
    pub predicted: Option<Predicted>,
    pub gate: Option<GateFrame>,
    #[serde(default)]
    pub near_misses: Vec<NearMissFrame>,
    #[serde(default)]
    pub parameters: BTreeMap<Spanned<String>, ParameterFrame>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NotOffered {
    pub reason: String,
    pub programmes: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definitions {
    pub text: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Predicted {
    pub reasons: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateFrame {
    pub open_if: Spanned<String>,
    pub shut_reason: String,
    pub unclear_reason: String,
    #[serde(default)]
    pub except: Vec<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NearMissFrame {
    pub id: String,
    pub when: Option<Spanned<String>>,
    pub fact: Spanned<String>,
    #[serde(default)]
    pub r#try: Vec<Spanned<String>>,
    pub more: Option<i64>,
    pub up_to: Option<i64>,
}

/// A number of policy, with where it comes from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParameterFrame {
    pub value: Option<Value>,
    /// Other values on other days, instead of `value`.
    #[serde(default)]
    pub values: Vec<DatedValue>,
    pub unit: Spanned<String>,
    pub document: Spanned<String>,
    #[serde(default)]
    pub article: String,
    /// The notices that a demonstration value was taken after.
    #[serde(default)]
    pub leans_on: String,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Number(i64),
    YesNo(bool),
}

impl Value {
    pub fn number(self) -> i64 {
        match self {
            Self::Number(number) => number,
            Self::YesNo(yes) => i64::from(yes),
        }
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedValue {
    pub value: Value,
    pub from: Spanned<String>,
    pub to: Spanned<String>,
}

/// `questions*.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionsFrame {
    pub questions: Vec<QuestionFrame>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionFrame {
    pub id: String,
    /// `yes_no`, `count`, `counts`, `money`, `choice` or `several`.
    pub kind: Spanned<String>,
    /// Counts: from and to. Money: from (always 0) and to.
    #[serde(default)]
    pub range: Option<(i64, i64)>,
    /// The options of a choice; the parts of several counts.
    #[serde(default)]
    pub options: Vec<String>,
    #[serde(default)]
    pub unsure: bool,
    #[serde(default)]
    pub means: bool,
    pub show_if: Option<Spanned<String>>,
    /// What its facts are when it is not shown; left out: not known.
    pub otherwise: Option<i64>,
}

/// `programmes/<id>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFrame {
    pub sources: Vec<SourceFrame>,
    /// `CHECK` where the rules can never promise more.
    pub best: Option<Spanned<String>>,
    #[serde(default)]
    pub paid_monthly: bool,
    pub valid_from: Option<Spanned<String>>,
    pub valid_to: Option<Spanned<String>>,
    pub ended_reason: Option<String>,
    pub type_by: Option<TypeFrame>,
    pub decide: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFrame {
    pub document: Spanned<String>,
    #[serde(default)]
    pub article: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeFrame {
    pub when: Spanned<String>,
    pub yes: String,
    pub no: String,
    pub unknown: String,
}

/// `documents*.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentsFrame {
    pub documents: BTreeMap<String, Document>,
}

/// A document that rules come from.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub zh: String,
    pub en: String,
    /// Its number or wording was not seen in a source.
    #[serde(default)]
    pub unchecked: bool,
}
