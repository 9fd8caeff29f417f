//! Where: the divisions that everything published belongs to.

use serde::{Deserialize, Serialize};

/// An administrative division, from province (level 1) to village (level 5), by the statistical
/// bureau's 12-digit code. Codes nest: a county's first six digits begin those of its villages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Region {
    pub code: String,
    pub parent_code: Option<String>,
    pub level: i64,
    pub name: String,
    /// The name in letters, made by machine from the characters, for English pages and for search.
    pub pinyin: String,
}
