//! The counts of the whole portal, kept until the next release or the next day: the home page and
//! every county read them.

use std::sync::{Arc, PoisonError, RwLock};

use casework::duty::Tally;
use jiff::civil::Date;

use super::reading::{Reading, Tallies};
use crate::site::error::PageError;
use crate::site::visit::Visit;

/// The code of the whole country: everything lies in it.
const EVERYWHERE: &str = "000000000000";

/// The release and the day that the counts are of.
type Edition = (i64, Date);

/// The counts of every county.
#[derive(Default)]
pub struct KeptTallies(RwLock<Option<(Edition, Arc<Tallies>)>>);

impl KeptTallies {
    fn find(&self, edition: Edition) -> Option<Arc<Tallies>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|it| it.0 == edition).map(|it| it.1.clone())
    }
}

/// The counts of every county, worked out at most once a release and day.
pub async fn everywhere(visit: &Visit) -> Result<Arc<Tallies>, PageError> {
    let edition = (visit.release_number(), visit.today);
    let kept = &visit.portal.tallies;
    if let Some(found) = kept.find(edition) {
        return Ok(found);
    }
    let tallies = Arc::new(Reading::new(visit).await?.tallies(EVERYWHERE).await?);
    *kept.0.write().unwrap_or_else(PoisonError::into_inner) = Some((edition, tallies.clone()));
    Ok(tallies)
}

/// The counts of a place: of a county or a wider place from what is kept.
pub async fn of_place(visit: &Visit, code: &str) -> Result<Tallies, PageError> {
    let Some(county) = code.strip_suffix("000000") else {
        return Reading::new(visit).await?.tallies(code).await;
    };
    // A province ends in ten zeros, a city in eight: what is left begins the codes in it.
    let within = match county {
        it if it.ends_with("0000") => &it[..2],
        it if it.ends_with("00") => &it[..4],
        it => it,
    };
    let all = everywhere(visit).await?;
    let own = all.iter().filter(|((county, _), _)| county.starts_with(within));
    Ok(own.map(|(key, tally)| (key.clone(), *tally)).collect())
}

/// Everything in some counts together.
pub fn sum(tallies: &Tallies) -> Tally {
    tallies.values().fold(Tally::default(), |mut sum, it| {
        sum += *it;
        sum
    })
}
