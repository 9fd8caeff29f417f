//! Nothing changes silently: what differs from the release before, or is withdrawn, has a reason.

use disclosure::difference::{What, difference};
use store::published::ReleaseContent;

use crate::release::fault::Fault;

/// Changed and withdrawn records without a reason in both languages.
pub fn check(before: &ReleaseContent, content: &ReleaseContent) -> Vec<Fault> {
    let is_said = |text: &str| !text.trim().is_empty();
    difference(before, content)
        .changes
        .into_iter()
        .filter(|it| it.change != What::Added)
        .filter(|it| !it.reason.as_ref().is_some_and(|why| is_said(&why.zh) && is_said(&why.en)))
        .map(|it| {
            let place = format!("{} {}", it.kind.code(), it.id);
            Fault::new(place, "it changed or is withdrawn, and no reason is given")
        })
        .collect()
}
