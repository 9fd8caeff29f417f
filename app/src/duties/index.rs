//! `/clock`: every county with something published: how much is on time, late, missing, not recorded.

use std::collections::BTreeMap;

use axum::extract::{Query, rejection::QueryRejection};
use axum::response::Response;
use casework::duty::Tally;
use islands::figures::grouped;
use leptos::prelude::*;
use serde::Deserialize;
use store::published::Region;

use super::{kept, said};
use crate::parts::{counts, filters, list, names};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// As long as a page of any list.
const SIZE: u32 = 50;

/// `place`, or the state with the most first.
const SORTS: [&str; 6] = ["place", "missing", "late", "unknown", "due", "on_time"];

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct View {
    sort: String,
    page: String,
}

struct Data {
    sort: String,
    everywhere: Tally,
    page: store::Page<(Vec<Region>, Tally)>,
}

pub async fn show(visit: Visit, view: Result<Query<View>, QueryRejection>) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let number = filters::page_number(&view.page)?;
        let sort = filters::known(&view.sort, &SORTS)?.unwrap_or_else(|| "missing".to_owned());
        let tallies = kept::everywhere(&visit).await?;
        let counties = ordered(&tallies, &sort);
        let total = i64::try_from(counties.len()).unwrap_or(i64::MAX);
        let before =
            usize::try_from(number - 1).unwrap_or(usize::MAX).saturating_mul(SIZE as usize);
        let mut items = Vec::new();
        for (county, tally) in counties.into_iter().skip(before).take(SIZE as usize) {
            let way = visit.portal.store.regions_above(&format!("{county}000000")).await?;
            items.push((way, tally));
        }
        let page = store::Page { items, total, number, size: SIZE };
        let data = Data { everywhere: kept::sum(&tallies), page, sort };
        let title = visit.say("clock.title");
        let visit = visit.clone();
        Ok(Page::new(title.clone(), move || draw(&visit, title, &data)))
    })
    .await
}

/// The counties with the most first; those that are alike by their codes.
fn ordered(tallies: &super::reading::Tallies, sort: &str) -> Vec<(String, Tally)> {
    let mut counties = BTreeMap::<String, Tally>::new();
    for ((county, _), tally) in tallies {
        *counties.entry(county.clone()).or_default() += *tally;
    }
    let mut counties: Vec<(String, Tally)> = counties.into_iter().collect();
    if sort != "place" {
        counties.sort_by_key(|(_, tally)| std::cmp::Reverse(said::of(*tally, sort)));
    }
    counties
}

fn draw(visit: &Visit, title: String, data: &Data) -> AnyView {
    let path = visit.link("/clock");
    let query = list::Query::new([("sort", data.sort.clone())]);
    let body = if data.page.items.is_empty() {
        let key = if data.page.total > 0 { "list.beyond" } else { "clock.none_here" };
        list::empty(visit, key, None)
    } else {
        table(visit, data)
    };
    let everywhere = [
        ("n", grouped(data.everywhere.total())),
        ("missing", grouped(data.everywhere.missing)),
        ("late", grouped(data.everywhere.late)),
        ("unknown", grouped(data.everywhere.unknown)),
    ];
    let everywhere: Vec<(&str, &str)> =
        everywhere.iter().map(|(name, n)| (*name, n.as_str())).collect();
    view! {
        <h1>{title}" "{counts::demo_badge(visit)}</h1>
        <p class="lead">{visit.say("clock.what")}</p>
        <p>{visit.fill("clock.everywhere", &everywhere)}</p>
        <p class="note">{visit.say("clock.unknown.note")}</p>
        {body}
        {list::pager(visit, &data.page, &path, &query)}
    }
    .into_any()
}

fn table(visit: &Visit, data: &Data) -> AnyView {
    let heading = |sort: &'static str, label: String| {
        let is_own = sort == data.sort;
        let address = visit.link(&format!("/clock?sort={sort}"));
        let order = is_own.then_some(if sort == "place" { "ascending" } else { "descending" });
        let sign = is_own.then_some(" ▾");
        view! {
            <th scope="col" aria-sort=order><a href=address>{label}</a>
                <span aria-hidden="true">{sign}</span></th>
        }
        .into_any()
    };
    let headings: Vec<AnyView> = std::iter::once(heading("place", visit.say("clock.place")))
        .chain(
            said::STATES.into_iter().map(|it| heading(it, visit.say(&format!("clock.state.{it}")))),
        )
        .collect();
    let rows: Vec<AnyView> =
        data.page.items.iter().filter_map(|(way, tally)| row(visit, way, *tally)).collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=visit.say("clock.caption")>
            <table class="table duty-table">
                <caption class="note">{visit.say("clock.caption")}</caption>
                <thead><tr>{headings}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(visit: &Visit, way: &[Region], tally: Tally) -> Option<AnyView> {
    let county = way.last()?;
    let above = way.iter().rev().nth(1).map(|it| names::short(&it.name));
    let cells: Vec<AnyView> = said::STATES
        .into_iter()
        .map(|it| view! { <td>{grouped(said::of(tally, it))}</td> }.into_any())
        .collect();
    let address = visit.link(&format!("/r/{}/clock", county.code));
    Some(
        view! {
            <tr>
                <th scope="row"><a href=address>{names::place(visit, county)}</a>
                    <span class="note" lang="zh-CN">" "{above}</span></th>
                {cells}
            </tr>
        }
        .into_any(),
    )
}
