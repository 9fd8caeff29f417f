//! `/r/{code}/clock`: what this place must make public, by which law and by when, and what is late.
//! `?duty=…&state=…` lists the records of one duty that stand there.

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use casework::duty::{Duty, Records, Tally};
use islands::figures::grouped;
use leptos::prelude::*;
use serde::Deserialize;
use store::published::Region;

use super::lines::{Line, lines};
use super::reading::Tallies;
use super::{CATALOGUE, kept, said};
use crate::parts::place_head::{Place, breadcrumb};
use crate::parts::{counts, filters, list, names};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// As long as a page of any list.
const SIZE: u32 = 50;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct View {
    duty: String,
    state: String,
    page: String,
}

struct Data {
    place: Place,
    tallies: Tallies,
    /// One duty and its records, if one is asked for.
    list: Option<List>,
}

struct List {
    duty: &'static Duty,
    state: Option<String>,
    page: store::Page<(Line, Option<Region>)>,
}

pub async fn show(
    visit: Visit,
    Path(code): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let number = filters::page_number(&view.page)?;
        let state = filters::known(&view.state, &said::STATES)?;
        let ids: Vec<&str> = CATALOGUE.duties.iter().map(|it| it.id.as_str()).collect();
        let duty = filters::known(&view.duty, &ids)?.and_then(|it| CATALOGUE.of(&it));
        if duty.is_none() && state.is_some() {
            return Err(PageError::BadRequest);
        }
        let place = Place::load(&visit, &code).await?;
        let list = match duty {
            Some(duty) => Some(List {
                page: records(&visit, &code, duty, state.as_deref(), number).await?,
                duty,
                state,
            }),
            None => None,
        };
        let data = Data { tallies: kept::of_place(&visit, &code).await?, place, list };
        let title = visit.fill("clock.title.place", &[("place", &data.place.name(&visit))]);
        let visit = visit.clone();
        Ok(Page::new(title.clone(), move || draw(&visit, title, &data)))
    })
    .await
}

async fn records(
    visit: &Visit,
    code: &str,
    duty: &Duty,
    state: Option<&str>,
    number: u32,
) -> Result<store::Page<(Line, Option<Region>)>, PageError> {
    let mut lines = lines(visit, code, duty).await?;
    lines.retain(|it| state.is_none_or(|state| said::state(it.standing) == state));
    let total = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let before = usize::try_from(number - 1).unwrap_or(usize::MAX).saturating_mul(SIZE as usize);
    let mut items = Vec::new();
    for line in lines.into_iter().skip(before).take(SIZE as usize) {
        let region = visit.portal.store.region(&line.region_code).await?;
        items.push((line, region));
    }
    Ok(store::Page { items, total, number, size: SIZE })
}

fn draw(visit: &Visit, title: String, data: &Data) -> AnyView {
    let body = match &data.list {
        Some(list) => one(visit, data, list),
        None => all(visit, data),
    };
    view! {
        {breadcrumb(visit, &data.place.way)}
        <h1>{title}" "{counts::demo_badge(visit)}</h1>
        {body}
    }
    .into_any()
}

fn all(visit: &Visit, data: &Data) -> AnyView {
    let duties: Vec<AnyView> = CATALOGUE
        .duties
        .iter()
        .map(|duty| view! { <li class="record">{about(visit, data, duty)}</li> }.into_any())
        .collect();
    view! {
        <p class="lead">{visit.say("clock.what")}</p>
        {numbers(visit, kept::sum(&data.tallies), None)}
        <p class="note">{visit.say("clock.unknown.note")}</p>
        <ul class="record-list">{duties}</ul>
        <p><a href=visit.link("/clock")>{visit.say("clock.others")}</a></p>
    }
    .into_any()
}

/// What a duty is, by which law, and how its records stand.
fn about(visit: &Visit, data: &Data, duty: &Duty) -> AnyView {
    let own = data.tallies.iter().filter(|((_, id), _)| *id == duty.id);
    let tally = own.fold(Tally::default(), |mut sum, (_, it)| {
        sum += *it;
        sum
    });
    let fields = match visit.language().tag() {
        "en" => duty.fields_en.join(", "),
        _ => duty.fields_zh.join("、"),
    };
    let levels: Vec<String> =
        duty.levels.iter().map(|it| visit.say(&format!("clock.level.{}", it.code()))).collect();
    let path = data.place.link(visit, &format!("/clock?duty={}", duty.id));
    let counted = match (duty.records, tally.total()) {
        (Records::None, _) => {
            view! { <p class="note">{visit.say("clock.none_kept")}</p> }.into_any()
        }
        (_, 0) => view! { <p class="note">{visit.say("clock.none_here")}</p> }.into_any(),
        _ => numbers(visit, tally, Some(&path)),
    };
    view! {
        <h2 class="record__name">{visit.pick(&duty.what_zh, &duty.what_en)}</h2>
        <p class="record__facts">{said::limit(visit, duty)}" · "{said::stays(visit, duty)}</p>
        {counted}
        <p class="note">{said::law(visit, &duty.law)}</p>
        <p class="note">{visit.say("clock.fields")}{fields}</p>
        <p class="note">{visit.say("clock.levels")}{levels.join(visit.words.get("clock.comma"))}</p>
    }
    .into_any()
}

/// The counts side by side; with an address, each leads to its records.
fn numbers(visit: &Visit, tally: Tally, path: Option<&str>) -> AnyView {
    let parts: Vec<AnyView> = said::STATES
        .into_iter()
        .map(|state| {
            let n = said::of(tally, state);
            let number = match path.filter(|_| n > 0) {
                Some(path) => {
                    let address = format!("{path}&state={state}");
                    view! { <a href=address>{grouped(n)}</a> }.into_any()
                }
                None => grouped(n).into_any(),
            };
            let (class, sign) = said::shape(state);
            view! {
                <div class="duty-counts__part">
                    <dt><span class=class><span aria-hidden="true">{sign}" "</span>
                        {visit.say(&format!("clock.state.{state}"))}</span></dt>
                    <dd>{number}</dd>
                </div>
            }
            .into_any()
        })
        .collect();
    view! { <dl class="duty-counts">{parts}</dl> }.into_any()
}

fn one(visit: &Visit, data: &Data, list: &List) -> AnyView {
    let duty = list.duty;
    let path = data.place.link(visit, "/clock");
    let query = list::Query::new([
        ("duty", duty.id.clone()),
        ("state", list.state.clone().unwrap_or_default()),
    ]);
    let rows: Vec<AnyView> = list
        .page
        .items
        .iter()
        .map(|(line, region)| row(visit, duty, line, region.as_ref()))
        .collect();
    let records = if rows.is_empty() {
        let key = if list.page.total > 0 { "list.beyond" } else { "clock.none_here" };
        list::empty(visit, key, Some((data.place.link(visit, ""), "list.to_place")))
    } else {
        view! { <ul class="record-list">{rows}</ul> }.into_any()
    };
    let chosen = list.state.as_ref().map(|it| visit.say(&format!("clock.state.{it}")));
    let shown = chosen.unwrap_or_else(|| visit.say("clock.state.all"));
    let values = [("state", shown.as_str()), ("n", &grouped(list.page.total))];
    view! {
        <section class="panel">{about(visit, data, duty)}</section>
        <p role="status">{visit.fill("clock.shown", &values)}</p>
        {records}
        {list::pager(visit, &list.page, &path, &query)}
        <p><a href=path.clone()>{visit.say("clock.all")}</a></p>
    }
    .into_any()
}

fn row(visit: &Visit, duty: &Duty, line: &Line, region: Option<&Region>) -> AnyView {
    let place = region.map(|it| names::place(visit, it));
    view! {
        <li class="record">
            <p class="record__name">
                <a href=visit.link(&line.path)>{visit.pick(&line.name_zh, &line.name_en)}</a>
            </p>
            <p class="record__facts">{place}</p>
            <p class="record__facts">{said::standing(visit, duty, line.standing)}</p>
        </li>
    }
    .into_any()
}
