//! Households and people by class: protected before they come here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One classification of one place: every number already protected, the total their sum.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct CountTable {
    /// The place; of a village that is counted together with others, the first of them
    /// ([`PublicationUnit`]).
    pub region_code: String,
    /// A classification's id, such as `status` or `cause` (`classification.rs`).
    pub name: String,
    /// Class → households, or people.
    pub cells: BTreeMap<String, i64>,
}

impl CountTable {
    #[must_use]
    pub fn total(&self) -> i64 {
        self.cells.values().sum()
    }
}

/// Villages of one township that are counted together, because one of them has too few households to
/// be shown alone. The tables stand under the code of the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct PublicationUnit {
    /// At least two, in the order of their codes.
    pub members: Vec<String>,
}

impl PublicationUnit {
    /// The code that the tables stand under.
    #[must_use]
    pub fn code(&self) -> &str {
        self.members.first().map_or("", String::as_str)
    }
}
