//! `/places/{code}/counts`: households and people by class, protected.

use serde::Serialize;
use store::published::CountTable;
use utoipa::ToSchema;

use super::parameter::{CODE, RELEASE};
use super::place::known;
use super::problem::Problem;
use super::resource::{Answer, Asked, Definition, Found};

pub const OF_PLACE: Definition =
    Definition::one("/places/{code}/counts", "counts", "The protected counts of a place")
        .with(&[CODE, RELEASE]);

/// What every reader of these counts must know.
const ROUNDING: &str = "Every number is rounded to a multiple of 5 so that no family can be worked \
    out; the true number is usually within 4 and at most 9 away. Totals are the sums of the \
    rounded numbers.";

/// The protected tables of a place.
#[derive(Serialize, ToSchema)]
pub struct Counts {
    /// How exact they are.
    pub rounding: &'static str,
    /// The villages that are counted together, if the place is one of them; else empty.
    pub counted_with: Vec<String>,
    pub tables: Vec<CountTable>,
}

pub async fn of_place(asked: Asked) -> Answer<Counts> {
    known(&asked).await?;
    let (counted_with, unit) = unit_of(&asked).await?;
    let tables = asked.portal.store.counts(asked.number(), &unit).await?;
    Ok(Found::One(Counts { rounding: ROUNDING, counted_with, tables }))
}

/// The villages that the place is counted together with, and the code their tables stand under.
pub async fn unit_of(asked: &Asked) -> Result<(Vec<String>, String), Problem> {
    let code = asked.part("code");
    let unit = asked.portal.store.publication_unit(asked.number(), code).await?;
    Ok(match unit {
        Some(unit) => {
            let code = unit.code().to_owned();
            (unit.members, code)
        }
        None => (Vec::new(), code.to_owned()),
    })
}
