//! `/releases/{n}/changes`: what was added, what changed from what to what and why, what was withdrawn;
//! by kind and place, for any two releases.

use std::sync::Arc;

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use disclosure::difference::{Change, Difference, What};
use leptos::prelude::*;
use serde::Deserialize;
use store::published::RecordKind;

use super::pair::TwoReleases;
use super::{differences, index};
use crate::parts::change::{self, PlaceNames};
use crate::parts::place_head::Place;
use crate::parts::{count_class, counts, filters, list};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::pin::with_release;
use crate::site::visit::Visit;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct View {
    from: String,
    kind: String,
    place: String,
    page: String,
}

impl View {
    fn query(&self) -> list::Query {
        list::Query::new([
            ("from", self.from.clone()),
            ("kind", self.kind.clone()),
            ("place", self.place.clone()),
        ])
    }

    fn kind(&self) -> Result<Option<RecordKind>, PageError> {
        match self.kind.as_str() {
            "" => Ok(None),
            code => RecordKind::parse(code).map(Some).ok_or(PageError::BadRequest),
        }
    }
}

struct Data {
    title: String,
    two: TwoReleases,
    view: View,
    /// The place whose changes are shown, with all places in it.
    place: Option<Place>,
    /// Numbers of the releases before, the latest first.
    earlier: Vec<i64>,
    changes: store::Page<Change>,
    difference: Arc<Difference>,
    places: PlaceNames,
}

pub async fn show(
    visit: Visit,
    Path(number): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let data = load(&visit, &number, view).await?;
        let visit = visit.clone();
        Ok(Page::new(data.title.clone(), move || draw(&visit, &data)))
    })
    .await
}

async fn load(visit: &Visit, number: &str, view: View) -> Result<Data, PageError> {
    let kind = view.kind()?;
    let page_number = filters::page_number(&view.page)?;
    let two = TwoReleases::load(visit, number, &view.from).await?;
    let place = match view.place.as_str() {
        "" => None,
        code => Some(Place::load(visit, code).await?),
    };
    let difference = differences::of_pair(&visit.portal, two.numbers()).await?;
    let below = place.as_ref().map(|it| it.region().code[..n_digits(it.region().level)].to_owned());
    let is_wanted = |it: &&Change| {
        kind.is_none_or(|kind| it.kind == kind)
            && below.as_ref().is_none_or(|below| {
                it.region_code.as_ref().is_some_and(|code| code.starts_with(below))
            })
    };
    let changes = one_page(difference.changes.iter().filter(is_wanted), page_number);
    let places = change::place_names(visit, codes(&changes.items)).await?;
    let [from, to] = [two.old.number, two.new.number].map(|it| it.to_string());
    let releases = visit.portal.store.releases().await?;
    Ok(Data {
        title: visit.fill("changes.title", &[("from", &from), ("to", &to)]),
        earlier: releases.iter().map(|it| it.number).filter(|it| *it < two.new.number).collect(),
        two,
        view,
        place,
        changes,
        difference,
        places,
    })
}

/// Every place that is named.
fn codes(changes: &[Change]) -> Vec<String> {
    let regions = changes.iter().filter_map(|it| it.region_code.clone());
    regions.chain(changes.iter().flat_map(|it| change::codes(&it.fields))).collect()
}

/// How many digits of its code a place shares with all places in it, by its level.
fn n_digits(level: i64) -> usize {
    match level {
        1 => 2,
        2 => 4,
        3 => 6,
        4 => 9,
        _ => 12,
    }
}

fn one_page<'a>(changes: impl Iterator<Item = &'a Change>, number: u32) -> store::Page<Change> {
    const SIZE: u32 = 50;
    let skipped = u64::from(number - 1) * u64::from(SIZE);
    let (mut total, mut items) = (0, Vec::new());
    for (at, change) in (0_u64..).zip(changes) {
        if at >= skipped && items.len() < SIZE as usize {
            items.push(change.clone());
        }
        total += 1;
    }
    store::Page { items, total, number, size: SIZE }
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let (old, new) = data.two.numbers();
    let path = visit.link(&format!("/releases/{new}/changes"));
    let machine = visit.link(&format!("/releases/{new}/changes.json?from={old}"));
    let release = visit.link(&format!("/releases/{new}"));
    let n = islands::figures::grouped(data.changes.total);
    let list = if data.changes.items.is_empty() {
        let key = if data.changes.total > 0 { "list.beyond" } else { "changes.none" };
        list::empty(visit, key, Some((path.clone(), "list.all")))
    } else {
        grouped(visit, data, &path)
    };
    view! {
        <p><a href=release>{visit.fill("release.title", &[("number", &new.to_string())])}</a></p>
        <h1>{data.title.clone()}" "{counts::demo_badge(visit)}</h1>
        <p class="lead">{index::total(visit, &data.difference.numbers())}</p>
        <p class="note">
            {visit.say("changes.how")}" "
            <a href=machine download=format!("changes-{old}-{new}.json")>{visit.say("changes.machine")}</a>
        </p>
        {filter_form(visit, data, &path)}
        {of_place(visit, data, &path)}
        <p role="status">{visit.fill("changes.found", &[("n", &n)])}</p>
        {list}
        {list::pager(visit, &data.changes, &path, &data.view.query())}
        {counts::window(visit)}
    }
    .into_any()
}

fn filter_form(visit: &Visit, data: &Data, path: &str) -> AnyView {
    let View { kind, place, from, .. } = data.view.clone();
    let kinds: Vec<(String, String)> = RecordKind::ALL
        .iter()
        .map(|it| (it.code().to_owned(), format!("record.{}", it.code())))
        .collect();
    let earlier: Vec<AnyView> = data
        .earlier
        .iter()
        .map(|number| {
            let is_chosen = *number == data.two.old.number;
            let said = visit.fill("release.title", &[("number", &number.to_string())]);
            view! { <option value=number.to_string() selected=is_chosen>{said}</option> }.into_any()
        })
        .collect();
    let is_open = !kind.is_empty() || !from.is_empty();
    view! {
        <details class="filters" open=is_open>
            <summary>{visit.say("changes.filter")}</summary>
            <form method="get" action=path.to_owned()>
                {filters::select(visit, "kind", "difference.kind", &kinds, &kind)}
                <div class="field">
                    <label class="field__label" for="from">{visit.say("changes.from")}</label>
                    <select class="input" id="from" name="from">{earlier}</select>
                </div>
                {(!place.is_empty()).then(|| view! { <input type="hidden" name="place" value=place/> })}
                <button class="button">{visit.say("list.apply")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn of_place(visit: &Visit, data: &Data, path: &str) -> Option<AnyView> {
    let name = data.place.as_ref()?.name(visit);
    let everywhere = View { place: String::new(), ..data.view.clone() }.query().address(path, 1);
    Some(
        view! {
            <p>
                {visit.fill("changes.place", &[("place", &name)])}" "
                <a href=everywhere>{visit.say("changes.everywhere")}</a>
            </p>
        }
        .into_any(),
    )
}

/// A heading for each kind and, within it, for each place.
fn grouped(visit: &Visit, data: &Data, path: &str) -> AnyView {
    let by_kind = data.changes.items.chunk_by(|a, b| a.kind == b.kind);
    let kinds: Vec<AnyView> = by_kind
        .map(|of_kind| {
            let places: Vec<AnyView> = of_kind
                .chunk_by(|a, b| a.region_code == b.region_code)
                .map(|of_place| place_group(visit, data, path, of_place))
                .collect();
            let code = of_kind[0].kind.code();
            view! {
                <section aria-labelledby=code>
                    <h2 id=code>{visit.say(&format!("record.{code}"))}</h2>
                    {places}
                </section>
            }
            .into_any()
        })
        .collect();
    view! { {kinds} }.into_any()
}

fn place_group(visit: &Visit, data: &Data, path: &str, changes: &[Change]) -> AnyView {
    let heading = changes[0].region_code.as_ref().map(|code| {
        let name = data.places.get(code).unwrap_or(code).clone();
        let view = View { place: code.clone(), ..data.view.clone() };
        let address = view.query().address(path, 1);
        view! { <h3><a href=address rel="nofollow">{name}</a></h3> }
    });
    let rows: Vec<AnyView> = changes.iter().map(|it| row(visit, data, it)).collect();
    view! { {heading}<ul class="change-list">{rows}</ul> }.into_any()
}

fn row(visit: &Visit, data: &Data, it: &Change) -> AnyView {
    let name = name(visit, it);
    let name = match address(visit, data, it) {
        Some(address) => view! { <a href=address>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    let (class, shape) = match it.change {
        What::Added => ("change__what change__what--added", "＋"),
        What::Changed => ("change__what", "△"),
        What::Withdrawn => ("change__what change__what--withdrawn", "－"),
    };
    let what = visit.say(&format!("difference.{}", it.change.code()));
    view! {
        <li class="change">
            <p class="change__name">
                <span class=class><span aria-hidden="true">{shape}" "</span>{what}</span>" "
                <strong>{name}</strong>
            </p>
            {change::fields(visit, it.kind, &it.id, &it.fields, &data.places)}
            {change::why(visit, it.reason.as_ref())}
        </li>
    }
    .into_any()
}

fn name(visit: &Visit, change: &Change) -> String {
    match change.kind {
        RecordKind::Count => {
            let table = change.id.split_once('/').map_or("", |it| it.1);
            count_class::table(visit, table)
        }
        RecordKind::Unit => visit.say("changes.unit"),
        _ => visit.pick(&change.name_zh, &change.name_en),
    }
}

/// Where the record can be read: what was withdrawn in the release that held it last.
fn address(visit: &Visit, data: &Data, change: &Change) -> Option<String> {
    let id = &change.id;
    let path = match change.kind {
        RecordKind::Figure => format!("/figures/{id}"),
        RecordKind::Project => format!("/projects/{id}"),
        RecordKind::Notice => format!("/notices/{id}"),
        RecordKind::Fund => format!("/r/{}/funds", change.region_code.as_ref()?),
        RecordKind::Count | RecordKind::Unit => format!("/r/{}", change.region_code.as_ref()?),
        RecordKind::Source | RecordKind::Contract | RecordKind::Payment => return None,
    };
    let (old, new) = data.two.numbers();
    let number = if change.change == What::Withdrawn { old } else { new };
    let address = visit.link(&path);
    Some(if number == visit.current_number() { address } else { with_release(&address, number) })
}
