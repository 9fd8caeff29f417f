//! `/releases`: all releases, the newest first.

use std::collections::BTreeMap;

use axum::response::Response;
use disclosure::difference::Numbers;
use leptos::prelude::*;
use store::published::{RecordKind, Release};

use super::differences;
use crate::parts::{counts, days};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// So many pairs are worked out for one page; of the others the page says where it can be seen.
const MAX_NEW: usize = 2;

/// How much one release changed; none where that is not worked out yet.
type Changed = Option<std::sync::Arc<BTreeMap<RecordKind, Numbers>>>;

pub async fn show(visit: Visit) -> Response {
    page(&visit, async {
        let releases = visit.portal.store.releases().await?;
        let changed = changed(&visit, &releases).await?;
        let is_whole = releases.iter().zip(&changed).all(|it| it.0.number == 1 || it.1.is_some());
        let title = visit.say("releases.title");
        let rows: Vec<(Release, Changed)> = releases.into_iter().zip(changed).collect();
        let visit = visit.clone();
        let page = Page::new(title, move || draw(&visit, &rows));
        // Next time more is worked out.
        Ok(if is_whole { page } else { page.unkept() })
    })
    .await
}

async fn changed(visit: &Visit, releases: &[Release]) -> Result<Vec<Changed>, PageError> {
    let mut n_new = 0;
    let mut all = Vec::new();
    for (at, release) in releases.iter().enumerate() {
        let Some(before) = releases.get(at + 1) else {
            all.push(None);
            continue;
        };
        let pair = (before.number, release.number);
        let mut found = visit.portal.differences.numbers(pair);
        if found.is_none() && n_new < MAX_NEW {
            n_new += 1;
            differences::of_pair(&visit.portal, pair).await?;
            found = visit.portal.differences.numbers(pair);
        }
        all.push(found);
    }
    Ok(all)
}

fn draw(visit: &Visit, rows: &[(Release, Changed)]) -> AnyView {
    let n_with_earlier = rows.len().saturating_sub(1);
    let items: Vec<AnyView> = rows
        .iter()
        .enumerate()
        .map(|(at, (release, changed))| {
            item(visit, release, changed.as_deref(), at == n_with_earlier)
        })
        .collect();
    let list = if items.is_empty() {
        view! { <p class="empty">{visit.say("releases.none")}</p> }.into_any()
    } else {
        view! { <ol class="release-list" reversed>{items}</ol> }.into_any()
    };
    view! {
        <h1>{visit.say("releases.title")}" "{counts::demo_badge(visit)}</h1>
        <p class="lead">{visit.say("releases.lead")}</p>
        {list}
    }
    .into_any()
}

fn item(
    visit: &Visit,
    release: &Release,
    changed: Option<&BTreeMap<RecordKind, Numbers>>,
    is_first: bool,
) -> AnyView {
    let number = release.number.to_string();
    let address = visit.link(&format!("/releases/{number}"));
    let all = visit.link(&format!("/releases/{number}/changes"));
    let is_current = release.number == visit.current_number();
    let newest = is_current.then(|| {
        view! { " "<span class="status"><span aria-hidden="true">"● "</span>{visit.say("releases.newest")}</span> }
    });
    let summary = match (changed, is_first) {
        (_, true) => view! { <p class="note">{visit.say("releases.first")}</p> }.into_any(),
        (Some(changed), false) => {
            view! { <p><a href=all>{total(visit, changed)}</a></p> }.into_any()
        }
        (None, false) => {
            view! { <p><a href=all>{visit.say("release.changes.see")}</a></p> }.into_any()
        }
    };
    view! {
        <li class="record">
            <h2 class="record__name">
                <a href=address>{visit.fill("release.title", &[("number", &number)])}</a>{newest}
            </h2>
            <p class="record__facts">{visit.pick(&release.title_zh, &release.title_en)}</p>
            {facts(visit, release)}
            {summary}
        </li>
    }
    .into_any()
}

/// When, of when, by whom and by what rule.
pub fn facts(visit: &Visit, release: &Release) -> AnyView {
    let fact = |key: &str, text: String| {
        let text = if text.is_empty() { visit.say("release.not_said") } else { text };
        view! { <div><dt>{visit.say(key)}</dt><dd>{text}</dd></div> }.into_any()
    };
    view! {
        <dl class="facts">
            {fact("release.as_of", days::said_text(visit, &release.as_of))}
            {fact("release.published", days::said_text(visit, &release.published_at))}
            {fact("release.publisher", visit.pick(&release.publisher_zh, &release.publisher_en))}
            {fact("release.legal_basis", visit.pick(&release.legal_basis_zh, &release.legal_basis_en))}
        </dl>
    }
    .into_any()
}

/// "新增 3 条，改动 12 条，撤下 1 条"
pub fn total(visit: &Visit, changed: &BTreeMap<RecordKind, Numbers>) -> String {
    let sum = |of: fn(&Numbers) -> usize| changed.values().map(of).sum::<usize>();
    said(
        visit,
        &Numbers {
            added: sum(|it| it.added),
            changed: sum(|it| it.changed),
            withdrawn: sum(|it| it.withdrawn),
        },
    )
}

pub fn said(visit: &Visit, numbers: &Numbers) -> String {
    let said = |n: usize| islands::figures::grouped(i64::try_from(n).unwrap_or(i64::MAX));
    let [added, changed, withdrawn] = [numbers.added, numbers.changed, numbers.withdrawn].map(said);
    let values = [("added", &*added), ("changed", &*changed), ("withdrawn", &*withdrawn)];
    visit.fill("releases.changed", &values)
}
