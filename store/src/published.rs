//! What the public sees, as it stands in one release: places, figures, protected counts, projects,
//! fund lines, notices. A release is written once and never changed.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// An administrative division, from province (level 1) to village (level 5), by the statistical
/// bureau's 12-digit code. Codes nest: a county's first six digits begin those of its villages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Region {
    pub code: String,
    pub parent_code: Option<String>,
    pub level: i64,
    pub name: String,
    /// The name in letters, made by machine from the characters, for English pages and for search.
    pub pinyin: String,
}

/// One numbered, dated publication.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    pub number: i64,
    /// RFC 3339 UTC with milliseconds.
    pub published_at: String,
    /// The day that the counts, projects, funds and notices describe.
    pub as_of: String,
    pub title_zh: String,
    pub title_en: String,
}

/// A document that figures were taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// Households by class in one place: every number already protected, the total their sum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountTable {
    pub region_code: String,
    /// `status` or `cause`.
    pub name: String,
    /// Class → households.
    pub cells: BTreeMap<String, i64>,
}

impl CountTable {
    #[must_use]
    pub fn total(&self) -> i64 {
        self.cells.values().sum()
    }
}

/// A project of the county's project library (县级项目库).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    pub id: String,
    pub region_code: String,
    pub name_zh: String,
    pub name_en: String,
    /// `industry`, `infrastructure`, `housing`, `relocation`, `training`, `service`.
    pub kind: String,
    /// `new` or `continued`.
    pub nature: String,
    /// `listed` 入库, `approved` 批复, `building` 实施, `finished` 完工, `accepted` 验收.
    pub stage: String,
    pub content_zh: String,
    pub content_en: String,
    pub target_zh: String,
    pub target_en: String,
    /// How the families take part and what they get (联农带农机制).
    pub benefit_zh: String,
    pub benefit_en: String,
    pub duty_unit_zh: String,
    pub duty_unit_en: String,
    /// Who answers for it: the post, never a private person.
    pub duty_post_zh: String,
    pub duty_post_en: String,
    pub duty_phone: String,
    /// Protected.
    pub n_beneficiary_households: i64,
    pub planned_start_on: String,
    pub planned_end_on: String,
    pub actual_start_on: Option<String>,
    pub actual_end_on: Option<String>,
    /// Why it is late or dearer, as recorded.
    pub deviation_zh: Option<String>,
    pub deviation_en: Option<String>,
    pub year: i64,
    pub money: Vec<ProjectMoney>,
}

/// One source of a project's money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectMoney {
    /// `central`, `province`, `city`, `county`, `sector`, `social`, `loan`.
    pub source: String,
    pub planned_fen: i64,
    pub allocated_fen: i64,
    pub paid_fen: i64,
}

/// One allocation of money to a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundLine {
    pub id: String,
    pub region_code: String,
    /// As [`ProjectMoney::source`].
    pub source: String,
    pub name_zh: String,
    pub name_en: String,
    /// 文号.
    pub document_number: String,
    pub year: i64,
    pub amount_fen: i64,
    pub allocated_on: String,
    pub use_zh: String,
    pub use_en: String,
    pub project_id: Option<String>,
}

/// Something posted for people to read and object to, for a number of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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

/// All of a release, as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseContent {
    pub release: Release,
    pub sources: Vec<SourceDocument>,
    pub figures: Vec<Figure>,
    pub counts: Vec<CountTable>,
    pub projects: Vec<Project>,
    pub funds: Vec<FundLine>,
    pub notices: Vec<Notice>,
}
