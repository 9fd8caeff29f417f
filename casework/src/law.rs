//! Where a number of days comes from: shown beside it, so that anyone can check it.

use serde::Deserialize;

/// The rule behind a limit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Law {
    /// Its title, in the words of the document.
    pub title: String,
    /// The number of the document (文号), if known.
    pub document: Option<String>,
    /// The article or articles, `22, 23`; none unless read.
    pub article: Option<String>,
    /// What it says, shortened.
    pub text: String,
    pub reach: Reach,
    /// Whether the text was read in a copy of the rule, not only remembered or quoted by others.
    #[serde(rename = "confirmed")]
    pub is_confirmed: bool,
}

/// Where a rule holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    National,
    /// One county's rule, shown as an example where the place has not set its own.
    Sample,
}
