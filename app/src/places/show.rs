//! `/r/{code}`: a place. Households, causes, published figures, money, and the places in it.

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use store::published::{CountTable, Figure, PublicationUnit, SourceDocument};
use store::{Child, ProjectTotals};

use super::unit::Unit;
use super::{progress, tables};
use crate::duties::strip;
use crate::parts::change::{self, Since};
use crate::parts::charts::Look;
use crate::parts::count_class::{AGE, CATEGORY, CAUSE};
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
    /// What changed in them since the release before, by table.
    changed: Vec<(String, Since)>,
    /// None where the place is counted alone.
    unit: Option<Unit>,
    figures: Vec<Figure>,
    sources: Vec<SourceDocument>,
    projects: ProjectTotals,
    clock: casework::duty::Tally,
    /// None in a village: nothing lies in it.
    children: Option<store::Page<Child>>,
    /// Places in it that are counted together.
    units: Vec<PublicationUnit>,
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
        let unit = Unit::load(&visit, code).await?;
        let counted = unit.as_ref().map_or(code, Unit::code);
        let counts = store.counts(release, counted).await?;
        let data = Data {
            changed: changed(&visit, &counts).await?,
            counts,
            unit,
            sources: if figures.is_empty() { Vec::new() } else { store.sources(release).await? },
            figures,
            projects: store.project_totals(release, code).await?,
            clock: strip::of_place(&visit, code).await?,
            children: match place.region().level {
                VILLAGE => None,
                _ => Some(store.children(release, code, number).await?),
            },
            units: store.units_in(release, code).await?,
            place,
        };
        let title = data.place.name(&visit);
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &data)))
    })
    .await
}

/// The tables that are not as they were in the release before.
async fn changed(visit: &Visit, counts: &[CountTable]) -> Result<Vec<(String, Since)>, PageError> {
    let before = visit.release_number() - 1;
    let Some(first) = counts.first().filter(|_| before > 0) else { return Ok(Vec::new()) };
    let old = visit.portal.store.counts(before, &first.region_code).await?;
    let mut changed = Vec::new();
    for table in counts {
        let earlier = old.iter().find(|it| it.name == table.name).cloned();
        let load = |_| std::future::ready(Ok(earlier));
        let since = change::since(visit, table, load).await?;
        changed.extend(since.map(|it| (table.name.clone(), it)));
    }
    Ok(changed)
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let code = &data.place.region().code;
    view! {
        {data.place.head(visit, Tab::Overview)}
        {data.unit.as_ref().map(|it| it.note(visit))}
        <div class="panels">
            {tables::households(visit, &data.counts)}
            {progress::plans(visit, &data.place, &data.figures, &data.sources)}
            {tables::panels(visit, &data.counts, &[&CATEGORY, &CAUSE, &AGE])}
            {projects(visit, data)}
        </div>
        {tables::changed(visit, &data.changed, code)}
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
                    " · "
                    <a href=data.place.link(visit, "/money")>{visit.say("money.link")}</a>
                    " · "
                    <a href=data.place.link(visit, "/flags")>{visit.say("flags.link")}</a>
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
            let n = count_of(visit, data, child);
            let n = n.map(|n| view! { <span class="place-list__count">{n}</span> });
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

/// Of places that are counted together the number stands once, and says so; of the others that it
/// stands there.
fn count_of(visit: &Visit, data: &Data, child: &Child) -> Option<String> {
    let code = &child.region.code;
    match data.units.iter().find(|it| it.members.contains(code)) {
        Some(unit) if unit.code() != code => Some(visit.say("unit.counted_there")),
        Some(_) => {
            let n = counts::said(visit, child.n_households?);
            Some(visit.fill("unit.together", &[("n", &n)]))
        }
        None => Some(counts::said(visit, child.n_households?)),
    }
}
