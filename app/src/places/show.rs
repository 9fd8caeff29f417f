//! `/r/{code}`: a place. Households, causes, published figures, money, and the places in it.

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use store::published::{CountTable, Figure, SourceDocument};
use store::{Child, ProjectTotals};

use super::progress;
use crate::duties::strip;
use crate::parts::charts::{Bar, Look, bars};
use crate::parts::place_head::{Place, Tab};
use crate::parts::{counts, figure, filters, list, money, names, report};
use crate::site::error::PageError;
use crate::site::page::{Page, error_page, page};
use crate::site::visit::Visit;

#[derive(Deserialize)]
pub struct View {
    #[serde(default)]
    page: String,
}

/// The lowest level of divisions.
const VILLAGE: i64 = 5;

struct Data {
    place: Place,
    counts: Vec<CountTable>,
    figures: Vec<Figure>,
    sources: Vec<SourceDocument>,
    projects: ProjectTotals,
    clock: casework::duty::Tally,
    /// None in a village: nothing lies in it.
    children: Option<store::Page<Child>>,
}

pub async fn show(
    visit: Visit,
    Path(code): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    let number = view
        .map_err(|_| PageError::BadRequest)
        .and_then(|Query(View { page })| filters::page_number(&page));
    match number {
        Ok(number) => drawn(visit, &code, number).await,
        Err(error) => error_page(&visit, &error),
    }
}

/// The page of a place; `number`: which page of the places in it.
pub async fn drawn(visit: Visit, code: &str, number: u32) -> Response {
    page(&visit, async {
        let place = Place::load(&visit, code).await?;
        let (store, release) = (&visit.portal.store, visit.release_number());
        let figures = store.figures(release, code).await?;
        let data = Data {
            counts: store.counts(release, code).await?,
            sources: if figures.is_empty() { Vec::new() } else { store.sources(release).await? },
            figures,
            projects: store.project_totals(release, code).await?,
            clock: strip::of_place(&visit, code).await?,
            children: match place.region().level {
                VILLAGE => None,
                _ => Some(store.children(release, code, number).await?),
            },
            place,
        };
        let title = data.place.name(&visit);
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &data)))
    })
    .await
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let table = |name: &str| data.counts.iter().find(|it| it.name == name);
    let code = &data.place.region().code;
    view! {
        {data.place.head(visit, Tab::Overview)}
        <div class="panels">
            {households(visit, table("status"))}
            {progress::plans(visit, &data.place, &data.figures, &data.sources)}
            {table("cause").and_then(|it| causes(visit, it))}
            {projects(visit, data)}
        </div>
        {strip::place(visit, code, data.place.region().level, data.clock)}
        {children(visit, data)}
        {figures(visit, &data.figures, &data.sources)}
        <p><a href=visit.link(&format!("/open-data?place={code}#place"))>
            {visit.say("open.from_place")}
        </a></p>
        <p>{report::link(visit, "place", code)}</p>
    }
    .into_any()
}

fn households(visit: &Visit, table: Option<&CountTable>) -> AnyView {
    let Some(table) = table.filter(|it| it.total() > 0) else {
        return view! { <p class="empty">{visit.say("place.no_households")}</p> }.into_any();
    };
    let classes: Vec<AnyView> = table
        .cells
        .iter()
        .map(|(class, n)| {
            view! {
                <div class="headline__part">
                    <dt>{visit.say(&format!("status.{class}"))}</dt>
                    <dd>{counts::households(visit, *n)}</dd>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="panel" aria-labelledby="households">
            <h2 id="households">{visit.say("place.households")}" "{counts::demo_badge(visit)}</h2>
            <p class="headline__number">{counts::households(visit, table.total())}</p>
            <dl class="headline">{classes}</dl>
            <p class="note">{as_of(visit)}</p>
        </section>
    }
    .into_any()
}

fn as_of(visit: &Visit) -> String {
    let day = visit
        .release
        .as_ref()
        .map_or_else(String::new, |it| crate::parts::days::said_text(visit, &it.as_of));
    visit.fill("place.as_of", &[("day", &day)])
}

fn causes(visit: &Visit, table: &CountTable) -> Option<AnyView> {
    let largest = table.cells.values().copied().max().filter(|it| *it > 0)?;
    let mut cells: Vec<(&String, &i64)> = table.cells.iter().filter(|(_, n)| **n > 0).collect();
    cells.sort_by_key(|(class, n)| (-**n, class.as_str().to_owned()));
    let rows = cells
        .into_iter()
        .map(|(class, n)| Bar {
            label: visit.say(&format!("cause.{class}")),
            percent: n * 100 / largest,
            said: counts::said(visit, *n),
            look: Look::Plain,
        })
        .collect();
    let headings = [visit.say("place.cause"), visit.say("place.households")];
    Some(
        view! {
            <section class="panel" aria-labelledby="causes">
                <h2 id="causes">{visit.say("place.causes")}" "{counts::demo_badge(visit)}</h2>
                {bars(visit.say("place.causes.caption"), headings, rows)}
                <p class="note">{visit.say("counts.sum")}" "{as_of(visit)}</p>
            </section>
        }
        .into_any(),
    )
}

fn projects(visit: &Visit, data: &Data) -> Option<AnyView> {
    let totals = &data.projects;
    if totals.n_projects == 0 {
        return None;
    }
    let n = islands::figures::grouped(totals.n_projects);
    let percent = money::percent(totals.paid_fen, totals.planned_fen).unwrap_or(0);
    let values = [
        ("n", n.as_str()),
        ("planned", &money::full(visit, totals.planned_fen)),
        ("paid", &money::full(visit, totals.paid_fen)),
    ];
    Some(
        view! {
            <section class="panel" aria-labelledby="projects">
                <h2 id="projects">{visit.say("place.projects")}" "{counts::demo_badge(visit)}</h2>
                <p>{visit.fill("place.projects.text", &values)}</p>
                <div aria-hidden="true">{crate::parts::charts::drawn(percent, Look::Plain)}</div>
                <p>
                    <a href=data.place.link(visit, "/projects")>{visit.say("place.projects.all")}</a>
                    " · "
                    <a href=data.place.link(visit, "/funds")>{visit.say("place.funds.all")}</a>
                </p>
            </section>
        }
        .into_any(),
    )
}

/// The order in which topics stand on a page.
const TOPICS: [&str; 8] =
    ["people", "housing", "relocation", "villages", "funds", "industry", "support", "rules"];

/// So few figures need not be folded away.
const FEW: usize = 6;

fn figures(visit: &Visit, figures: &[Figure], sources: &[SourceDocument]) -> Option<AnyView> {
    if figures.is_empty() {
        return None;
    }
    let is_short = figures.len() <= FEW;
    let topics: Vec<AnyView> = TOPICS
        .into_iter()
        .filter_map(|topic| {
            let items: Vec<AnyView> = figures
                .iter()
                .filter(|it| it.topic == topic)
                .map(|it| figure::item(visit, it, sources))
                .collect();
            let n = items.len().to_string();
            (!items.is_empty()).then(|| {
                view! {
                    <details class="filters" open=is_short>
                        <summary>
                            {visit.say(&format!("topic.{topic}"))}" "
                            <span class="note">{visit.fill("place.figures.n", &[("n", &n)])}</span>
                        </summary>
                        <dl class="figures">{items}</dl>
                    </details>
                }
                .into_any()
            })
        })
        .collect();
    Some(
        view! {
            <section aria-labelledby="figures">
                <h2 id="figures">{visit.say("place.figures")}</h2>
                <p class="note">{visit.say("place.figures.note")}</p>
                {topics}
            </section>
        }
        .into_any(),
    )
}

fn children(visit: &Visit, data: &Data) -> Option<AnyView> {
    let page = data.children.as_ref().filter(|it| it.total > 0)?;
    let items: Vec<AnyView> = page
        .items
        .iter()
        .map(|child| {
            let address = visit.link(&format!("/r/{}", child.region.code));
            let n = child.n_households.map(|n| {
                view! {
                    <span class="place-list__count">{counts::said(visit, n)}</span>
                }
            });
            view! {
                <li><a class="place-list__link place-list__link--row" href=address>
                    <span>{names::place(visit, &child.region)}</span>{n}
                </a></li>
            }
            .into_any()
        })
        .collect();
    let path = data.place.link(visit, "");
    Some(
        view! {
            <section aria-labelledby="children">
                <h2 id="children">{visit.say("place.children")}" "{counts::demo_badge(visit)}</h2>
                <ul class="place-list">{items}</ul>
                {list::pager(visit, page, &path, &list::Query::default())}
            </section>
        }
        .into_any(),
    )
}
