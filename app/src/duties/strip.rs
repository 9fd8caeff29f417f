//! One line about the clock, for the home page and for the page of a place.

use casework::duty::Tally;
use islands::figures::grouped;
use leptos::prelude::*;

use super::kept;
use crate::site::error::PageError;
use crate::site::visit::Visit;

const VILLAGE: i64 = 5;

/// Everything on the portal.
pub async fn everywhere(visit: &Visit) -> Result<Tally, PageError> {
    Ok(kept::sum(&*kept::everywhere(visit).await?))
}

/// A place with all places in it.
pub async fn of_place(visit: &Visit, code: &str) -> Result<Tally, PageError> {
    Ok(kept::sum(&kept::of_place(visit, code).await?))
}

/// `到期未公开 3 项`; nothing before anything is published.
pub fn home(visit: &Visit, tally: Tally) -> Option<AnyView> {
    (tally.total() > 0)
        .then(|| view! { <p><a href=visit.link("/clock")>{said(visit, tally)}</a></p> }.into_any())
}

/// The same for a place, and the way to its other checks.
pub fn place(visit: &Visit, code: &str, level: i64, tally: Tally) -> AnyView {
    let link = |below: &str| visit.link(&format!("/r/{code}/{below}"));
    let clock = (tally.total() > 0).then(|| {
        view! { <li><a href=link("clock")>{said(visit, tally)}</a></li> }
    });
    let sheet = (level == VILLAGE).then(|| {
        view! { <li><a href=link("notice-sheet")>{visit.say("sheet.link")}</a></li> }
    });
    view! {
        <ul class="plain-list place-checks">
            {clock}
            <li><a href=link("reconciliation")>{visit.say("reconcile.link")}</a></li>
            {sheet}
        </ul>
    }
    .into_any()
}

fn said(visit: &Visit, tally: Tally) -> String {
    visit.fill("clock.strip", &[("n", &grouped(tally.missing)), ("late", &grouped(tally.late))])
}
