//! `/r/{code}/reconciliation`: what does not add up here. `?kind=sum` shows one kind only.

use std::sync::Arc;

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use disclosure::reconcile::{About, Finding, Kind};
use islands::figures::grouped;
use leptos::prelude::*;
use serde::Deserialize;
use store::published::RecordKind;

use super::{kept, said};
use crate::parts::place_head::{Place, breadcrumb};
use crate::parts::{counts, filters, list};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// As long as a page of any list.
const SIZE: u32 = 50;
/// A finding names no more records than this; the rest is counted.
const MAX_ABOUT: usize = 6;

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct View {
    kind: String,
    page: String,
}

struct Data {
    place: Place,
    findings: Arc<Vec<Finding>>,
    kind: Option<Kind>,
    number: u32,
}

pub async fn show(
    visit: Visit,
    Path(code): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let kind = filters::known(&view.kind, &Kind::ALL.map(Kind::code))?
            .and_then(|it| Kind::ALL.into_iter().find(|kind| kind.code() == it));
        let number = filters::page_number(&view.page)?;
        let place = Place::load(&visit, &code).await?;
        let findings = kept::of_place(&visit, &code).await?;
        let data = Data { place, findings, kind, number };
        let title = visit.fill("reconcile.title", &[("place", &data.place.name(&visit))]);
        let visit = visit.clone();
        Ok(Page::new(title.clone(), move || draw(&visit, title, &data)))
    })
    .await
}

fn draw(visit: &Visit, title: String, data: &Data) -> AnyView {
    let chosen: Vec<&Finding> =
        data.findings.iter().filter(|it| data.kind.is_none_or(|kind| it.kind == kind)).collect();
    let page = paged(&chosen, data.number);
    let rows: Vec<AnyView> = page.items.iter().map(|it| row(visit, it)).collect();
    let path = data.place.link(visit, "/reconciliation");
    let records = if rows.is_empty() {
        let key = if page.total > 0 { "list.beyond" } else { "reconcile.none" };
        list::empty(visit, key, Some((data.place.link(visit, ""), "list.to_place")))
    } else {
        view! { <ul class="record-list">{rows}</ul> }.into_any()
    };
    let kind = data.kind.map(|it| it.code().to_owned()).unwrap_or_default();
    let n = grouped(page.total);
    view! {
        {breadcrumb(visit, &data.place.way)}
        <h1>{title}" "{counts::demo_badge(visit)}</h1>
        <p class="lead">{visit.say("reconcile.what")}</p>
        {kinds(visit, data, &format!("/r/{}/reconciliation", data.place.region().code))}
        <p role="status">{visit.fill("reconcile.found", &[("n", &n)])}</p>
        {records}
        {list::pager(visit, &page, &path, &list::Query::new([("kind", kind)]))}
    }
    .into_any()
}

fn paged<'f>(chosen: &[&'f Finding], number: u32) -> store::Page<&'f Finding> {
    let before = usize::try_from(number - 1).unwrap_or(usize::MAX).saturating_mul(SIZE as usize);
    let items = chosen.iter().skip(before).take(SIZE as usize).copied().collect();
    let total = i64::try_from(chosen.len()).unwrap_or(i64::MAX);
    store::Page { items, total, number, size: SIZE }
}

/// The kinds with how many there are of each: links, so that each view has its address.
fn kinds(visit: &Visit, data: &Data, path: &str) -> AnyView {
    let link = |kind: Option<Kind>| {
        let n = data.findings.iter().filter(|it| kind.is_none_or(|kind| it.kind == kind)).count();
        let code = kind.map_or("all", Kind::code);
        let view = kind.map_or_else(String::new, |it| format!("?kind={}", it.code()));
        let address = visit.link(&format!("{path}{view}"));
        let is_current = (kind == data.kind).then_some("page");
        let n = grouped(i64::try_from(n).unwrap_or(i64::MAX));
        view! {
            <li><a class="kinds__kind" href=address aria-current=is_current>
                {visit.say(&format!("reconcile.kind.{code}"))}" "<span class="kinds__n">{n}</span>
            </a></li>
        }
        .into_any()
    };
    let links: Vec<AnyView> = std::iter::once(None).chain(Kind::ALL.map(Some)).map(link).collect();
    view! {
        <nav aria-label=visit.say("reconcile.kinds")><ul class="kinds">{links}</ul></nav>
    }
    .into_any()
}

fn row(visit: &Visit, finding: &Finding) -> AnyView {
    let records: Vec<AnyView> = finding
        .about
        .iter()
        .take(MAX_ABOUT)
        .map(|it| {
            let address = visit.link(&address(it));
            let number = it.number.clone().filter(|number| !number.is_empty());
            view! {
                <li><a href=address>{visit.pick(&it.name_zh, &it.name_en)}</a>
                    {number.map(|it| format!(" · {it}"))}</li>
            }
            .into_any()
        })
        .collect();
    let rest = finding.about.len().saturating_sub(MAX_ABOUT);
    let rest = (rest > 0).then(|| {
        view! { <li>{visit.fill("reconcile.more", &[("n", &rest.to_string())])}</li> }
    });
    view! {
        <li class="record finding">
            <h2 class="record__name">{said::heading(visit, &finding.check)}</h2>
            <p class="finding__sum">{said::arithmetic(visit, &finding.check)}</p>
            <ul class="finding__records">{records}{rest}</ul>
        </li>
    }
    .into_any()
}

fn address(about: &About) -> String {
    let About { kind, id, region_code, number, .. } = about;
    match (kind, number) {
        (RecordKind::Figure, _) => format!("/figures/{id}"),
        (RecordKind::Project, _) => format!("/projects/{id}"),
        (_, Some(number)) if !number.trim().is_empty() => {
            format!("/r/{region_code}/funds?q={}", list::encoded(number))
        }
        _ => format!("/r/{region_code}/funds"),
    }
}
