//! A release: its number and days, who publishes it and why, and what it changes.

use serde::{Deserialize, Serialize};

/// One numbered, dated publication.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Release {
    pub number: i64,
    /// RFC 3339 UTC with milliseconds; while it is only built, the moment it was built.
    pub published_at: String,
    /// The day that the counts, projects, funds and notices describe.
    pub as_of: String,
    pub title_zh: String,
    pub title_en: String,
    /// The office that answers for the release.
    pub publisher_zh: String,
    pub publisher_en: String,
    /// The rule it is published by.
    pub legal_basis_zh: String,
    pub legal_basis_en: String,
}

/// A kind of record of a release, as it is named in files, addresses and differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RecordKind {
    Source,
    Figure,
    Count,
    Unit,
    Project,
    Fund,
    Contract,
    Payment,
    Notice,
}

impl RecordKind {
    pub const ALL: [Self; 9] = [
        Self::Source,
        Self::Figure,
        Self::Count,
        Self::Unit,
        Self::Project,
        Self::Fund,
        Self::Contract,
        Self::Payment,
        Self::Notice,
    ];

    /// As it is written in files, tables and addresses.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Figure => "figure",
            Self::Count => "count",
            Self::Unit => "unit",
            Self::Project => "project",
            Self::Fund => "fund",
            Self::Contract => "contract",
            Self::Payment => "payment",
            Self::Notice => "notice",
        }
    }

    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Why one record differs from the release before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ChangeReason {
    pub kind: RecordKind,
    /// The record's id; of a count, `{region}/{table}`.
    pub id: String,
    pub reason_zh: String,
    pub reason_en: String,
    /// The public reference of the complaint that caused it, `C-…`.
    pub complaint: Option<String>,
}
