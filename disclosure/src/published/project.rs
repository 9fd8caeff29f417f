//! Projects of the county's project library (县级项目库): plan beside actual.

use serde::{Deserialize, Serialize};

/// A project, from its listing to its acceptance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
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
    /// Households that are to benefit. Protected.
    pub n_beneficiary_households: i64,
    pub planned_start_on: String,
    pub planned_end_on: String,
    pub actual_start_on: Option<String>,
    pub actual_end_on: Option<String>,
    /// Why it is late, dearer or smaller than planned, as recorded.
    pub deviation_zh: Option<String>,
    pub deviation_en: Option<String>,
    pub year: i64,
    pub money: Vec<ProjectMoney>,
    #[serde(default)]
    pub details: ProjectDetails,
}

/// One source of a project's money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ProjectMoney {
    /// `central`, `province`, `city`, `county`, `sector`, `social`, `loan`.
    pub source: String,
    pub planned_fen: i64,
    pub allocated_fen: i64,
    pub paid_fen: i64,
}

/// What only a project's own page shows, kept together in one column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(default)]
pub struct ProjectDetails {
    /// The number in the national library, if it has one.
    pub national_number: Option<String>,
    /// 项目子类型, as the county writes it.
    pub sub_kind_zh: Option<String>,
    pub sub_kind_en: Option<String>,
    /// 入库 批复 实施 完工 验收 are days of `listed_on`, `approved_on`, `actual_start_on`,
    /// `actual_end_on`, `accepted_on`.
    pub listed_on: Option<String>,
    pub approved_on: Option<String>,
    /// 文号 of the approval.
    pub approval_document: Option<String>,
    pub accepted_on: Option<String>,
    /// The day the project was first made public anywhere, if the county recorded it.
    pub published_on: Option<String>,
    /// Households that did benefit. Protected.
    pub n_benefited_households: Option<i64>,
    pub outputs: Vec<Output>,
    /// The villagers' representatives who watched over the work (群众代表监理).
    pub supervision: Option<Supervision>,
    pub photos: Vec<Photo>,
    pub documents: Vec<ProjectDocument>,
}

/// Something the project makes, counted: planned and actual.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Output {
    pub name_zh: String,
    pub name_en: String,
    pub unit_zh: String,
    pub unit_en: String,
    /// In thousandths of the unit: 3.2 km is 3200.
    pub planned_milli: i64,
    pub actual_milli: Option<i64>,
}

/// Who watched over the work in the village's name: how many, never who.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Supervision {
    pub n_representatives: i64,
    pub last_visit_on: Option<String>,
    pub finding_zh: String,
    pub finding_en: String,
}

/// A photo of the work: re-encoded, without anything the camera wrote into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Photo {
    /// SHA-256 of the published file, in hexadecimal; the file is `{sha256}.jpg`.
    pub sha256: String,
    /// Perceptual hash, 16 hexadecimal digits: alike for alike pictures.
    pub look: String,
    pub width: i64,
    pub height: i64,
    /// `before`, `during` or `after`.
    pub moment: String,
    pub taken_on: Option<String>,
    pub caption_zh: String,
    pub caption_en: String,
}

/// A document about the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct ProjectDocument {
    /// `approval`, `tender`, `contract`, `acceptance`, `audit`, `posting`.
    pub kind: String,
    pub title_zh: String,
    pub title_en: String,
    /// 文号.
    pub number: Option<String>,
    pub dated_on: Option<String>,
    /// Where it can be read, if it can.
    pub url: Option<String>,
}
