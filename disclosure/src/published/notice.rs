//! Postings.

use serde::{Deserialize, Serialize};

/// Something posted for people to read and object to, for a number of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Notice {
    pub id: String,
    pub region_code: String,
    /// `project`, `fund`, `monitor`, `dibao`.
    pub kind: String,
    pub title_zh: String,
    pub title_en: String,
    pub body_zh: String,
    pub body_en: String,
    /// The day it was put up; the first counted day is the next.
    pub posted_on: String,
    /// The last day it must stay up.
    pub ends_on: String,
    pub phones: String,
    pub project_id: Option<String>,
}
