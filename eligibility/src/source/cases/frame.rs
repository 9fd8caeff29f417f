//! The files of cases, as people write them.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Spanned, Value};

use super::super::SourceError;
use super::super::frame::File;
use super::super::library::Library;

/// `<pack>/cases/<any>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CasesFrame {
    /// An ordinary household with no trouble.
    #[serde(default)]
    pub usual: Answers,
    #[serde(default)]
    pub cases: Vec<CaseFrame>,
}

/// Answers in the shapes of `golden.json`, since TOML has no null: `"unsure"` is not known.
pub type Answers = BTreeMap<Spanned<String>, Spanned<Value>>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFrame {
    pub title: Spanned<String>,
    /// The day of the check.
    pub on: Spanned<String>,
    /// Where the household differs from the usual one.
    #[serde(default)]
    pub household: Answers,
    /// For each programme that the case is about: verdict, reason, amount and kind, type.
    pub expect: BTreeMap<Spanned<String>, Spanned<String>>,
    /// What the line that decides rests on: the document's key, and its article if it names one.
    #[serde(default)]
    pub article: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// The files of one pack's cases, by name.
pub fn files(library: &Library, pack: &str) -> Result<Vec<File<CasesFrame>>, SourceError> {
    let folder = format!("{pack}/cases/");
    let own = library.files().filter(|(name, _)| name.starts_with(&folder));
    own.map(|(name, text)| File::parse(name, text)).collect()
}
