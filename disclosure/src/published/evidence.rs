//! What documents printed, with the documents.

use serde::{Deserialize, Serialize};

/// A document that figures were taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct SourceDocument {
    pub id: String,
    pub title_zh: String,
    pub title_en: String,
    pub publisher_zh: String,
    pub publisher_en: String,
    /// `YYYY-MM-DD`; unknown for an undated document.
    pub published_on: Option<String>,
    pub note_zh: String,
    pub note_en: String,
}

/// How exactly a printed value is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    AsPrinted,
    MoreThan,
    AtLeast,
    Below,
    About,
    Nearly,
}

/// A figure as a document printed it, with what we have to say about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Figure {
    pub id: String,
    pub region_code: String,
    /// Groups figures on a page: `people`, `housing`, `relocation`, `industry`, `funds`, `support`,
    /// `villages`, `rules`.
    pub topic: String,
    pub name_zh: String,
    pub name_en: String,
    /// As printed, digits and all: `35341`, `64904-64908`, `1/3`.
    pub value: String,
    pub qualifier: Qualifier,
    pub unit_zh: String,
    pub unit_en: String,
    /// The day or period it speaks of, in words; none where the document does not say.
    pub period_zh: Option<String>,
    pub period_en: Option<String>,
    /// Worked out from other figures, never printed by the source.
    pub derivation_zh: Option<String>,
    pub derivation_en: Option<String>,
    /// A doubt about the figure that must be shown beside it.
    pub warning_zh: Option<String>,
    pub warning_en: Option<String>,
    pub source_id: String,
}
