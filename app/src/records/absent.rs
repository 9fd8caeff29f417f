//! A record that this release does not hold: not yet there, or withdrawn, and why.

use axum::http::StatusCode;
use leptos::prelude::*;
use store::published::{ChangeReason, RecordKind};

use crate::parts::counts;
use crate::site::error::PageError;
use crate::site::former::same_page_now;
use crate::site::page::Page;
use crate::site::pin::with_release;
use crate::site::visit::Visit;

/// # Errors
/// No release ever held it: then there is no such page.
pub async fn absent(visit: &Visit, kind: RecordKind, id: &str) -> Result<Page, PageError> {
    let store = &visit.portal.store;
    let held = store.releases_with(kind, id).await?;
    let last = *held.last().ok_or(PageError::NotFound)?;
    if visit.is_former() {
        return Ok(not_in_release(visit, last));
    }
    let withdrawn_in = last + 1;
    let reason = store.reason(withdrawn_in, kind, id).await?;
    Ok(withdrawn(visit, last, withdrawn_in, reason))
}

/// The release that was asked for does not hold it, another does.
fn not_in_release(visit: &Visit, last: i64) -> Page {
    let number = visit.release_number().to_string();
    let title = visit.fill("absent.title", &[("number", &number)]);
    let visit = visit.clone();
    Page::new(title.clone(), move || {
        let way_on = if last == visit.current_number() {
            view! { <p><a href=same_page_now(&visit)>{visit.say("absent.newest")}</a></p> }
                .into_any()
        } else {
            last_state(&visit, last)
        };
        view! {
            <h1>{title}</h1>
            <p class="lead">{visit.fill("absent.text", &[("number", &number)])}</p>
            {way_on}
        }
        .into_any()
    })
    .with_status(StatusCode::NOT_FOUND)
}

fn withdrawn(visit: &Visit, last: i64, withdrawn_in: i64, reason: Option<ChangeReason>) -> Page {
    let title = visit.say("withdrawn.title");
    let visit = visit.clone();
    Page::new(title.clone(), move || {
        let number = withdrawn_in.to_string();
        let why = reason.as_ref().map_or_else(
            || visit.say("withdrawn.no_reason"),
            |it| {
                let why = visit.pick(&it.reason_zh, &it.reason_en);
                visit.fill("withdrawn.reason", &[("why", &why)])
            },
        );
        let complaint = reason.as_ref().and_then(|it| it.complaint.clone());
        let complaint = complaint.map(|it| {
            view! { <p>{visit.fill("difference.complaint", &[("reference", &it)])}</p> }
        });
        let changes = visit.link(&format!("/releases/{number}/changes"));
        view! {
            <h1>{title}" "{counts::demo_badge(&visit)}</h1>
            <p class="lead">{visit.fill("withdrawn.text", &[("number", &number)])}</p>
            <p>{why}</p>
            {complaint}
            {last_state(&visit, last)}
            <p><a href=changes>{visit.fill("withdrawn.changes", &[("number", &number)])}</a></p>
        }
        .into_any()
    })
    .with_status(StatusCode::GONE)
}

/// The way to the last release that holds it.
fn last_state(visit: &Visit, last: i64) -> AnyView {
    let address = with_release(&same_page_now(visit), last);
    let said = visit.fill("withdrawn.last", &[("number", &last.to_string())]);
    view! { <p><a href=address>{said}</a></p> }.into_any()
}
