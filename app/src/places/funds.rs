//! `/r/{code}/funds`: the money that came to a place and below it, by source and year.

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use store::{FundFilter, FundSort, FundSummary, FundTotals};

use crate::parts::change::{self, Since};
use crate::parts::charts::{Bar, Look, bars};
use crate::parts::place_head::{Place, Tab};
use crate::parts::{counts, days, filters, list, money, names, report};
use crate::site::error::PageError;
use crate::site::former;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub const SOURCES: [&str; 7] =
    ["central", "province", "city", "county", "sector", "social", "loan"];
pub const SORTS: [(&str, FundSort); 3] =
    [("new", FundSort::NewestFirst), ("large", FundSort::LargestFirst), ("name", FundSort::Name)];

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct View {
    source: String,
    year: String,
    q: String,
    sort: String,
    page: String,
}

impl View {
    fn filter(&self, code: &str) -> Result<(FundFilter, u32), PageError> {
        let filter = FundFilter {
            below: code.to_owned(),
            source: filters::known(&self.source, &SOURCES)?,
            year: filters::year(&self.year)?,
            text: filters::text(&self.q),
            sort: filters::order(&self.sort, &SORTS)?,
        };
        Ok((filter, filters::page_number(&self.page)?))
    }

    fn query(&self) -> list::Query {
        list::Query::new([
            ("source", self.source.clone()),
            ("year", self.year.clone()),
            ("q", self.q.clone()),
            ("sort", self.sort.clone()),
        ])
    }
}

struct Data {
    place: Place,
    view: View,
    funds: store::Page<FundSummary>,
    /// What changed in each of them since the release before.
    changed: Vec<Option<Since>>,
    totals: FundTotals,
}

pub async fn show(
    visit: Visit,
    Path(code): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let place = Place::load(&visit, &code).await?;
        let (filter, number) = view.filter(&code)?;
        let has_text = filter.text.is_some();
        let (store, release) = (&visit.portal.store, visit.release_number());
        let funds = store.funds(release, &filter, number).await?;
        let totals = store.fund_totals(release, &code).await?;
        let title = visit.fill("funds.title", &[("place", &place.name(&visit))]);
        let mut changed = Vec::new();
        for FundSummary { line, .. } in &funds.items {
            changed.push(change::since(&visit, line, |it| store.fund(it, &line.id)).await?);
        }
        let data = Data { place, view, funds, changed, totals };
        let visit = visit.clone();
        let draw = move || draw(&visit, &data);
        Ok(if has_text { Page::private(title, draw) } else { Page::new(title, draw) })
    })
    .await
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let path = data.place.link(visit, "/funds");
    let n = islands::figures::grouped(data.funds.total);
    let rows = data.funds.items.iter().zip(&data.changed);
    let rows: Vec<AnyView> =
        rows.map(|(fund, changed)| row(visit, fund, changed.as_ref())).collect();
    let list = if rows.is_empty() {
        let key = if data.funds.total > 0 { "list.beyond" } else { "funds.none" };
        list::empty(visit, key, Some((path.clone(), "list.all")))
    } else {
        view! { <ul class="record-list">{rows}</ul> }.into_any()
    };
    view! {
        {data.place.head(visit, Tab::Funds)}
        <p><a href=data.place.link(visit, "/money")>{visit.say("money.link")}</a></p>
        {by_source(visit, &data.totals)}
        {filter_form(visit, data)}
        <p role="status">{visit.fill("funds.found", &[("n", &n)])}" "{counts::demo_badge(visit)}</p>
        {list}
        {list::pager(visit, &data.funds, &path, &data.view.query())}
    }
    .into_any()
}

/// Loans are shown apart: what has to be paid back is no gift.
fn by_source(visit: &Visit, totals: &FundTotals) -> Option<AnyView> {
    let largest = totals.by_source.iter().map(|it| it.amount_fen).max().filter(|it| *it > 0)?;
    let bar = |it: &store::SourceTotal| Bar {
        label: visit.say(&format!("source.{}", it.source)),
        percent: it.amount_fen * 100 / largest,
        said: money::short(visit, it.amount_fen),
        look: Look::Plain,
    };
    let (loans, grants): (Vec<_>, Vec<_>) =
        totals.by_source.iter().partition(|it| it.source == "loan");
    let granted: i64 = grants.iter().map(|it| it.amount_fen).sum();
    let rows = grants.into_iter().chain(loans).map(bar).collect();
    let headings = [visit.say("funds.source"), visit.say("funds.amount")];
    Some(
        view! {
            <section class="panel" aria-labelledby="by-source">
                <h2 id="by-source">{visit.say("funds.by_source")}" "{counts::demo_badge(visit)}</h2>
                <p>{visit.fill("funds.granted", &[("amount", &money::full(visit, granted))])}</p>
                {bars(visit.say("funds.by_source.caption"), headings, rows)}
            </section>
        }
        .into_any(),
    )
}

fn filter_form(visit: &Visit, data: &Data) -> AnyView {
    let View { source, year, q, sort, .. } = data.view.clone();
    let sources: Vec<_> =
        SOURCES.iter().map(|it| ((*it).to_owned(), format!("source.{it}"))).collect();
    let sorts: Vec<_> =
        SORTS.iter().map(|(code, _)| ((*code).to_owned(), format!("sort.{code}"))).collect();
    let is_open = [&source, &year, &q].iter().any(|it| !it.is_empty());
    let action = visit.address(&format!("/r/{}/funds", data.place.region().code));
    view! {
        <details class="filters" open=is_open>
            <summary>{visit.say("list.filter")}</summary>
            <form method="get" action=action>
                {former::field(visit)}
                {filters::select(visit, "source", "funds.source", &sources, &source)}
                {filters::field(visit, "year", "project.year", year, "numeric")}
                {filters::field(visit, "q", "list.text", q, "text")}
                {filters::select(visit, "sort", "list.sort", &sorts, &sort)}
                <button class="button">{visit.say("list.apply")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn row(visit: &Visit, fund: &FundSummary, changed: Option<&Since>) -> AnyView {
    let FundSummary { region_name, line } = fund;
    let name = visit.pick(&line.name_zh, &line.name_en);
    let project = line.project_id.as_ref().map(|id| {
        let address = visit.link(&format!("/projects/{id}"));
        view! { " · "<a href=address>{visit.say("funds.project")}</a> }
    });
    view! {
        <li class="record" id=line.id.clone()>
            <h2 class="record__name">{name.clone()}</h2>
            <p class="record__money"><strong>{money::full(visit, line.amount_fen)}</strong></p>
            <p class="record__facts">
                {names::short(region_name)}" · "{visit.say(&format!("source.{}", line.source))}" · "
                {line.document_number.clone()}
            </p>
            <p>{visit.pick(&line.use_zh, &line.use_en)}{project}</p>
            {changed.map(|it| it.draw_small(visit))}
            <p class="note">
                {visit.fill("funds.allocated", &[("day", &days::said_text(visit, &line.allocated_on))])}
                " · "{report::small_link(visit, "fund", &line.id, &name)}
            </p>
        </li>
    }
    .into_any()
}
