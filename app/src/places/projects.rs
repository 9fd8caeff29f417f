//! `/r/{code}/projects`: the projects of a place and below it. Filter, order and page are in the
//! address.

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use store::{ProjectFilter, ProjectSort, ProjectSummary};

use crate::parts::charts::{Look, drawn};
use crate::parts::place_head::{Place, Tab};
use crate::parts::{counts, days, filters, list, money, names, report};
use crate::site::error::PageError;
use crate::site::former;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub const KINDS: [&str; 6] =
    ["industry", "infrastructure", "housing", "relocation", "training", "service"];
pub const STAGES: [&str; 5] = ["listed", "approved", "building", "finished", "accepted"];
pub const SORTS: [(&str, ProjectSort); 4] = [
    ("new", ProjectSort::NewestFirst),
    ("large", ProjectSort::LargestFirst),
    ("late", ProjectSort::MostLate),
    ("name", ProjectSort::Name),
];

/// The view as the address has it. What is not recognised is said, not passed over.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct View {
    kind: String,
    stage: String,
    year: String,
    q: String,
    late: String,
    sort: String,
    page: String,
}

impl View {
    pub fn filter(&self, code: &str, today: &str) -> Result<(ProjectFilter, u32), PageError> {
        let filter = ProjectFilter {
            below: code.to_owned(),
            kind: filters::known(&self.kind, &KINDS)?,
            stage: filters::known(&self.stage, &STAGES)?,
            year: filters::year(&self.year)?,
            text: filters::text(&self.q),
            late: filters::known(&self.late, &["1"])?.map(|_| today.to_owned()),
            sort: filters::order(&self.sort, &SORTS)?,
        };
        Ok((filter, filters::page_number(&self.page)?))
    }

    fn query(&self) -> list::Query {
        list::Query::new([
            ("kind", self.kind.clone()),
            ("stage", self.stage.clone()),
            ("year", self.year.clone()),
            ("q", self.q.clone()),
            ("late", self.late.clone()),
            ("sort", self.sort.clone()),
        ])
    }
}

struct Data {
    place: Place,
    view: View,
    projects: store::Page<ProjectSummary>,
}

pub async fn show(
    visit: Visit,
    Path(code): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let place = Place::load(&visit, &code).await?;
        let (filter, number) = view.filter(&code, &days::of_data(&visit).to_string())?;
        let has_text = filter.text.is_some();
        let store = &visit.portal.store;
        let projects = store.projects(visit.release_number(), &filter, number).await?;
        let title = visit.fill("projects.title", &[("place", &place.name(&visit))]);
        let data = Data { place, view, projects };
        let visit = visit.clone();
        let draw = move || draw(&visit, &data);
        Ok(if has_text { Page::private(title, draw) } else { Page::new(title, draw) })
    })
    .await
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let path = data.place.link(visit, "/projects");
    let n = islands::figures::grouped(data.projects.total);
    let rows: Vec<AnyView> = data.projects.items.iter().map(|it| row(visit, it)).collect();
    let list = if rows.is_empty() {
        let key = if data.projects.total > 0 { "list.beyond" } else { "projects.none" };
        list::empty(visit, key, Some((path.clone(), "list.all")))
    } else {
        view! { <ul class="record-list">{rows}</ul> }.into_any()
    };
    view! {
        {data.place.head(visit, Tab::Projects)}
        <p><a href=data.place.link(visit, "/flags")>{visit.say("flags.link")}</a></p>
        {filter_form(visit, data)}
        <p role="status">{visit.fill("projects.found", &[("n", &n)])}" "{counts::demo_badge(visit)}</p>
        {list}
        {list::pager(visit, &data.projects, &path, &data.view.query())}
    }
    .into_any()
}

fn filter_form(visit: &Visit, data: &Data) -> AnyView {
    let View { kind, stage, year, q, late, sort, .. } = data.view.clone();
    let named = |heading: &'static str| {
        move |code: &&str| ((*code).to_owned(), format!("{heading}.{code}"))
    };
    let kinds: Vec<_> = KINDS.iter().map(named("kind")).collect();
    let stages: Vec<_> = STAGES.iter().map(named("stage")).collect();
    let sorts: Vec<_> =
        SORTS.iter().map(|(code, _)| ((*code).to_owned(), format!("sort.{code}"))).collect();
    let is_open = [&kind, &stage, &year, &q, &late].iter().any(|it| !it.is_empty());
    let action = visit.address(&format!("/r/{}/projects", data.place.region().code));
    view! {
        <details class="filters" open=is_open>
            <summary>{visit.say("list.filter")}</summary>
            <form method="get" action=action>
                {former::field(visit)}
                {filters::select(visit, "kind", "project.kind", &kinds, &kind)}
                {filters::select(visit, "stage", "project.stage", &stages, &stage)}
                {filters::field(visit, "year", "project.year", year, "numeric")}
                {filters::field(visit, "q", "list.text", q, "text")}
                {filters::select(visit, "sort", "list.sort", &sorts, &sort)}
                <div class="choice">
                    <input class="choice__input" id="late" type="checkbox" name="late" value="1"
                        checked=late == "1"/>
                    <label class="choice__label" for="late">{visit.say("projects.late")}</label>
                </div>
                <button class="button">{visit.say("list.apply")}</button>
            </form>
        </details>
    }
    .into_any()
}

fn row(visit: &Visit, project: &ProjectSummary) -> AnyView {
    let address = visit.link(&format!("/projects/{}", project.id));
    let name = visit.pick(&project.name_zh, &project.name_en);
    let percent = money::percent(project.paid_fen, project.planned_fen).unwrap_or(0);
    let is_done = matches!(project.stage.as_str(), "finished" | "accepted");
    let is_late = !is_done
        && days::parse(&project.planned_end_on).is_some_and(|it| it < days::of_data(visit));
    let late = is_late.then(|| view! {
        <span class="status status--late"><span aria-hidden="true">"▲ "</span>{visit.say("project.late")}</span>
    });
    let end = days::said_text(visit, &project.planned_end_on);
    view! {
        <li class="record">
            <h2 class="record__name"><a href=address>{name.clone()}</a></h2>
            <p class="record__facts">
                {names::short(&project.region_name)}" · "
                {visit.say(&format!("kind.{}", project.kind))}" · "
                <span class="status">{visit.say(&format!("stage.{}", project.stage))}</span>" "{late}
            </p>
            <div aria-hidden="true">{drawn(percent, Look::Plain)}</div>
            <p class="record__money">
                {visit.fill("project.paid_of", &[
                    ("paid", &money::short(visit, project.paid_fen)),
                    ("planned", &money::short(visit, project.planned_fen)),
                ])}
            </p>
            <p class="note">
                {visit.fill("project.until", &[("day", &end)])}" · "
                {report::small_link(visit, "project", &project.id, &name)}
            </p>
        </li>
    }
    .into_any()
}
