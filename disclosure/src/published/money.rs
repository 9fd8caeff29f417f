//! Money on its way: allocated by a document, promised by a contract, paid to a payee.

use serde::{Deserialize, Serialize};

/// One allocation of money to a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FundLine {
    pub id: String,
    pub region_code: String,
    /// As [`ProjectMoney::source`](super::ProjectMoney::source).
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
    /// The day the allocation was first made public anywhere, if that was recorded.
    #[serde(default)]
    pub published_on: Option<String>,
}

/// What a project's owner agreed with a firm or co-operative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Contract {
    pub id: String,
    pub project_id: String,
    pub title_zh: String,
    pub title_en: String,
    pub supplier_zh: String,
    pub supplier_en: String,
    /// `tender`, `negotiation`, `inquiry`, `direct` or `work_relief` (以工代赈).
    pub method: String,
    pub n_tenderers: Option<i64>,
    pub signed_on: String,
    pub amount_fen: i64,
    pub planned_end_on: Option<String>,
    pub modifications: Vec<Modification>,
}

/// A change of a contract after it was signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Modification {
    pub agreed_on: String,
    /// `value`, `duration` or `scope`.
    pub kind: String,
    /// What the contract comes to from then on.
    pub amount_fen: i64,
    pub reason_zh: String,
    pub reason_en: String,
}

/// One payment. A household is never a payee by itself: payments to households are one payee, "农户".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Payment {
    pub id: String,
    pub project_id: String,
    pub contract_id: Option<String>,
    /// The allocation it was paid from; none where the county did not say.
    pub fund_id: Option<String>,
    /// Which of the project's sources it was paid from (渠道不乱).
    pub source: String,
    pub paid_on: String,
    pub amount_fen: i64,
    /// `firm`, `unit` or `households`.
    pub payee_kind: String,
    pub payee_zh: String,
    pub payee_en: String,
}
