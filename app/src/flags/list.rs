//! `/r/{code}/flags`: every flag of a place's projects, with the rules on the same page.

use std::cmp::Reverse;

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use disclosure::flags::{Rule, RuleId};
use leptos::prelude::*;
use serde::Deserialize;

use super::{Flagged, compared_in, flagged, rules, said, section};
use crate::parts::place_head::{Place, Tab};
use crate::parts::{counts, days, filters, list, money, names, report};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct View {
    rule: String,
    sort: String,
    page: String,
}

const SORTS: [(&str, Sort); 4] =
    [("rule", Sort::Rule), ("money", Sort::Money), ("days", Sort::Days), ("name", Sort::Name)];

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Sort {
    #[default]
    Rule,
    Money,
    Days,
    Name,
}

/// What the page shows, loaded and judged.
struct Data {
    place: Place,
    view: View,
    sort: Sort,
    /// How many flags each rule has here, whichever are shown.
    n_by_rule: Vec<usize>,
    shown: store::Page<Row>,
}

/// One flag of the list.
struct Row {
    project_id: String,
    name: String,
    region_name: String,
    reason: Option<String>,
    unit: String,
    flag: disclosure::flags::Flag,
}

const ROWS: u32 = 50;

pub async fn show(
    visit: Visit,
    Path(code): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let sort = filters::order(&view.sort, &SORTS)?;
        let number = filters::page_number(&view.page)?;
        let codes = RuleId::ALL.map(RuleId::code);
        let rule = filters::known(&view.rule, &codes)?;
        let rule = rule.as_deref().and_then(RuleId::parse);
        let place = Place::load(&visit, &code).await?;
        let (store, release) = (&visit.portal.store, visit.release_number());
        let projects = store.checked_projects(release, &code).await?;
        let photos = store.photos(release, &compared_in(&code)).await?;
        let mut found = flagged(&projects, &photos, days::of_data(&visit));
        let n_of = |id| found.iter().filter(|it| it.flag.rule == id).count();
        let n_by_rule = RuleId::ALL.map(n_of).to_vec();
        found.retain(|it| rule.is_none_or(|rule| it.flag.rule == rule));
        sorted(&mut found, sort);
        let shown = shown(&visit, &found, number);
        let title = visit.fill("flags.title", &[("place", &place.name(&visit))]);
        let data = Data { place, view, sort, n_by_rule, shown };
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &data)))
    })
    .await
}

fn sorted(found: &mut [Flagged], sort: Sort) {
    match sort {
        Sort::Rule => found.sort_by_key(|it| {
            (it.flag.rule, Reverse(it.flag.proof.fen()), Reverse(it.flag.proof.n_days()))
        }),
        Sort::Money => found.sort_by_key(|it| Reverse(it.flag.proof.fen())),
        Sort::Days => found.sort_by_key(|it| Reverse(it.flag.proof.n_days())),
        Sort::Name => found.sort_by(|a, b| a.project.name_zh.cmp(&b.project.name_zh)),
    }
}

fn shown(visit: &Visit, found: &[Flagged], number: u32) -> store::Page<Row> {
    let skipped = usize::try_from((number - 1).saturating_mul(ROWS)).unwrap_or(usize::MAX);
    let row = |it: &Flagged| Row {
        project_id: it.project.id.clone(),
        name: visit.pick(&it.project.name_zh, &it.project.name_en),
        region_name: names::short(&it.project.region_name),
        reason: visit
            .pick_some(it.project.deviation_zh.as_deref(), it.project.deviation_en.as_deref()),
        unit: visit.pick(&it.project.duty_unit_zh, &it.project.duty_unit_en),
        flag: it.flag.clone(),
    };
    let rows = found.iter().skip(skipped).take(usize::try_from(ROWS).unwrap_or(0));
    store::Page {
        items: rows.map(row).collect(),
        total: i64::try_from(found.len()).unwrap_or(i64::MAX),
        number,
        size: ROWS,
    }
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let path = data.place.link(visit, "/flags");
    let n = islands::figures::grouped(data.shown.total);
    let day = days::said(visit, days::of_data(visit));
    let rows: Vec<AnyView> = data.shown.items.iter().map(|it| row(visit, it)).collect();
    let list = if rows.is_empty() {
        let key = if data.shown.total > 0 { "list.beyond" } else { "flags.none" };
        list::empty(visit, key, Some((path.clone(), "list.all")))
    } else {
        view! { <ul class="record-list">{rows}</ul> }.into_any()
    };
    let query =
        list::Query::new([("rule", data.view.rule.clone()), ("sort", data.view.sort.clone())]);
    view! {
        {data.place.head(visit, Tab::Projects)}
        <h2>{visit.say("flags.link")}" "{counts::demo_badge(visit)}</h2>
        <p>{visit.say("flags.question")}</p>
        <p role="status">{visit.fill("flags.found", &[("n", &n), ("day", &day)])}</p>
        {orders(visit, data, &path)}
        {list}
        {list::pager(visit, &data.shown, &path, &query)}
        {explained(visit, data, &path)}
    }
    .into_any()
}

/// The orders, as links: they need no script.
fn orders(visit: &Visit, data: &Data, path: &str) -> AnyView {
    let links: Vec<AnyView> = SORTS
        .into_iter()
        .map(|(code, own)| {
            let sort = if own == Sort::Rule { String::new() } else { code.to_owned() };
            let rule = data.view.rule.clone();
            let address = list::Query::new([("rule", rule), ("sort", sort)]).address(path, 1);
            let current = (own == data.sort).then_some("true");
            let word = visit.say(&format!("flags.sort.{code}"));
            view! { <li><a href=address aria-current=current>{word}</a></li> }.into_any()
        })
        .collect();
    view! { <ul class="ways" aria-label=visit.say("list.sort")>{links}</ul> }.into_any()
}

fn row(visit: &Visit, row: &Row) -> AnyView {
    let address = visit.link(&format!("/projects/{}", row.project_id));
    view! {
        <li class="record">
            <h3 class="record__name"><a href=address>{row.name.clone()}</a></h3>
            <p class="record__facts">{row.region_name.clone()}" · "{row.unit.clone()}</p>
            <p>{section::one(visit, &row.flag, &row.project_id)}</p>
            <p class="note">
                {section::answer(visit, row.reason.clone())}" "
                {report::small_link(visit, "project", &row.project_id, &row.name)}
            </p>
        </li>
    }
    .into_any()
}

fn explained(visit: &Visit, data: &Data, path: &str) -> AnyView {
    let items: Vec<AnyView> =
        rules().rule.iter().map(|it| explanation(visit, data, it, path)).collect();
    let day = days::said_text(visit, &rules().version);
    view! {
        <section aria-labelledby="rules">
            <h2 id="rules">{visit.say("flags.rules")}</h2>
            <p class="note">{visit.fill("flags.rules.text", &[("day", &day)])}</p>
            <dl class="facts">{items}</dl>
        </section>
    }
    .into_any()
}

fn explanation(visit: &Visit, data: &Data, rule: &Rule, path: &str) -> AnyView {
    let code = rule.id.code();
    let place = RuleId::ALL.iter().position(|it| *it == rule.id);
    let n = place.and_then(|it| data.n_by_rule.get(it)).copied().unwrap_or(0).to_string();
    let address = list::Query::new([("rule", code.to_owned())]).address(path, 1);
    let limit = match rule.id {
        RuleId::OverPlan | RuleId::OverAllocated | RuleId::ContractOver => {
            money::full(visit, rule.limit)
        }
        _ => rule.limit.to_string(),
    };
    view! {
        <div id=format!("rule-{code}")>
            <dt>
                <strong>{said::rule(visit, rule.id)}</strong>" "
                <a href=address>{visit.fill("flags.n", &[("n", &n)])}</a>
            </dt>
            <dd>
                {visit.fill(&format!("flag.{code}.text"), &[("limit", &limit)])}" "
                {visit.pick(&rule.source_zh, &rule.source_en)}
            </dd>
        </div>
    }
    .into_any()
}
