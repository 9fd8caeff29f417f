//! Findings of the places last asked for, kept until the next release or the next day: a list has many
//! pages, and each would work all of them out again.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use disclosure::reconcile::{Finding, Floors, Relations, reconcile};
use jiff::civil::Date;

use crate::site::error::PageError;
use crate::site::visit::Visit;

static RELATIONS: LazyLock<Relations> = LazyLock::new(Relations::built_in);
static FLOORS: LazyLock<Floors> = LazyLock::new(Floors::built_in);

/// When more places were asked for, all are dropped: simple, and never wrong.
const MAX_PLACES: usize = 32;

/// The release and the day that the findings are of.
type Edition = (i64, Date);
type Places = BTreeMap<String, Arc<Vec<Finding>>>;

#[derive(Default)]
pub struct KeptFindings(RwLock<Option<(Edition, Places)>>);

/// Everything that does not add up in a place.
pub async fn of_place(visit: &Visit, code: &str) -> Result<Arc<Vec<Finding>>, PageError> {
    let edition = (visit.release_number(), visit.today);
    let kept = &visit.portal.findings.0;
    {
        let kept = kept.read().unwrap_or_else(PoisonError::into_inner);
        let places = kept.as_ref().filter(|it| it.0 == edition).map(|it| &it.1);
        if let Some(found) = places.and_then(|it| it.get(code)) {
            return Ok(found.clone());
        }
    }
    let material = visit.portal.store.material(visit.release_number(), code).await?;
    let today = visit.today.to_string();
    let findings = Arc::new(reconcile(&material, &RELATIONS, &FLOORS, &today));
    let mut kept = kept.write().unwrap_or_else(PoisonError::into_inner);
    let is_fit = kept.as_ref().is_some_and(|it| it.0 == edition && it.1.len() < MAX_PLACES);
    if !is_fit {
        *kept = None;
    }
    let (_, places) = kept.get_or_insert_with(|| (edition, Places::new()));
    places.insert(code.to_owned(), findings.clone());
    Ok(findings)
}
