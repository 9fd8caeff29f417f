//! What changed between two releases: worked out once a pair and kept, since two whole releases have to
//! be read for it. Releases never change, so nothing kept is ever wrong.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use disclosure::difference::{Difference, Numbers, difference};
use store::published::{RecordKind, ReleaseContent};

use crate::site::error::PageError;
use crate::site::portal::Portal;

/// The number of the earlier and of the later release.
pub type Pair = (i64, i64);

/// How many whole differences are kept; the one asked for the longest ago goes first.
const MAX_KEPT: usize = 4;

/// The differences that were asked for.
#[derive(Default)]
pub struct Differences {
    kept: Mutex<Kept>,
    /// Only one pair is read at a time: two whole releases are enough memory.
    turn: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Kept {
    /// The one that was last asked for is the last.
    whole: Vec<(Pair, Arc<Difference>)>,
    /// Small, so they are kept of every pair.
    numbers: BTreeMap<Pair, Arc<BTreeMap<RecordKind, Numbers>>>,
}

impl Differences {
    fn whole(&self, pair: Pair) -> Option<Arc<Difference>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.whole.iter().position(|it| it.0 == pair)?;
        let found = kept.whole.remove(at);
        kept.whole.push(found.clone());
        Some(found.1)
    }

    /// How much a pair differs, if it was worked out before.
    pub fn numbers(&self, pair: Pair) -> Option<Arc<BTreeMap<RecordKind, Numbers>>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.numbers.get(&pair).cloned()
    }

    fn put(&self, pair: Pair, difference: &Arc<Difference>) {
        let numbers = Arc::new(difference.numbers());
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.numbers.insert(pair, numbers);
        kept.whole.push((pair, difference.clone()));
        if kept.whole.len() > MAX_KEPT {
            kept.whole.remove(0);
        }
    }
}

/// What changed from the first to the second, which are both published. Goes on when whoever asked has
/// gone away: the next who asks finds it done.
pub async fn of_pair(portal: &Portal, pair: Pair) -> Result<Arc<Difference>, PageError> {
    if let Some(found) = portal.differences.whole(pair) {
        return Ok(found);
    }
    let portal = portal.clone();
    let work = tokio::spawn(async move { work_out(&portal, pair).await });
    work.await.context("work out a difference")?
}

async fn work_out(portal: &Portal, pair: Pair) -> Result<Arc<Difference>, PageError> {
    let _turn = portal.differences.turn.lock().await;
    if let Some(found) = portal.differences.whole(pair) {
        return Ok(found);
    }
    let (from, to) = pair;
    let store = &portal.store;
    let old = store.content(from).await?.ok_or(PageError::NotFound)?;
    let mut new = store.content(to).await?.ok_or(PageError::NotFound)?;
    add_reasons_between(portal, from, &mut new).await?;
    let compared = tokio::task::spawn_blocking(move || Arc::new(difference(&old, &new)));
    let found = compared.await.context("compare two releases")?;
    portal.differences.put(pair, &found);
    Ok(found)
}

/// Between two releases that do not follow each other a change may have been explained on the way. The
/// latest explanation is the one that holds.
async fn add_reasons_between(
    portal: &Portal,
    from: i64,
    new: &mut ReleaseContent,
) -> Result<(), PageError> {
    let mut reasons = Vec::new();
    for number in from + 1..new.release.number {
        reasons.extend(portal.store.reasons(number).await?);
    }
    // Of two reasons for one record the later stands further back, and is the one that is found.
    reasons.append(&mut new.reasons);
    new.reasons = reasons;
    Ok(())
}
