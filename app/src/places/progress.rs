//! `/r/{code}/progress`: what was planned beside what was done. Published plans as printed, and the
//! projects of the release by kind.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use store::published::{CountTable, Figure, SourceDocument};
use store::{KindTotal, ProjectTotals};

use super::tables;
use super::unit::Unit;
use crate::parts::charts::{Look, drawn};
use crate::parts::count_class::{EXIT_YEAR, HOUSING, WATER};
use crate::parts::place_head::{Place, Tab};
use crate::parts::{counts, figure, list, money, report};
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// Plans that documents printed, and the figures that say how far they came.
static PLANS: LazyLock<Plans> = LazyLock::new(|| {
    toml::from_str(include_str!("../../../data/plans.toml"))
        .expect("the plans are part of the program and tested")
});

#[derive(Deserialize)]
struct Plans {
    plans: Vec<Plan>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plan {
    region: String,
    title_zh: String,
    title_en: String,
    /// The figure that says what was to be done.
    planned: String,
    steps: Vec<PlanStep>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanStep {
    figure: String,
    /// The share that the source itself printed, if it did.
    share: Option<String>,
}

pub async fn show(visit: Visit, Path(code): Path<String>) -> Response {
    page(&visit, async {
        let place = Place::load(&visit, &code).await?;
        let (store, release) = (&visit.portal.store, visit.release_number());
        let figures = store.figures(release, &code).await?;
        let sources = store.sources(release).await?;
        let totals = store.project_totals(release, &code).await?;
        let unit = Unit::load(&visit, &code).await?;
        let counted = unit.as_ref().map_or(code.as_str(), Unit::code);
        let counts = store.counts(release, counted).await?;
        let title = visit.fill("progress.title", &[("place", &place.name(&visit))]);
        let visit = visit.clone();
        let data = Data { place, figures, sources, totals, unit, counts };
        Ok(Page::new(title, move || draw(&visit, &data)))
    })
    .await
}

struct Data {
    place: Place,
    figures: Vec<Figure>,
    sources: Vec<SourceDocument>,
    totals: ProjectTotals,
    /// None where the place is counted alone.
    unit: Option<Unit>,
    counts: Vec<CountTable>,
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let Data { place, figures, sources, totals, unit, counts } = data;
    let tables = tables::panels(visit, counts, &[&HOUSING, &WATER, &EXIT_YEAR]);
    let unit = unit.as_ref().filter(|_| !tables.is_empty());
    let plans = plans(visit, place, figures, sources);
    let kinds = (totals.n_projects > 0).then(|| kinds(visit, place, totals));
    let nothing = (plans.is_empty() && kinds.is_none() && tables.is_empty()).then(|| {
        list::empty(visit, "progress.empty", Some((place.link(visit, ""), "list.to_place")))
    });
    view! {
        {place.head(visit, Tab::Progress)}
        {nothing}
        {unit.map(|it| it.note(visit))}
        {plans}
        {kinds}
        {tables}
    }
    .into_any()
}

/// The published plans of a place.
pub fn plans(
    visit: &Visit,
    place: &Place,
    figures: &[Figure],
    sources: &[SourceDocument],
) -> Vec<AnyView> {
    let here = PLANS.plans.iter().filter(|it| it.region == place.region().code);
    here.filter_map(|it| plan(visit, it, figures, sources)).collect()
}

fn plan(
    visit: &Visit,
    plan: &Plan,
    figures: &[Figure],
    sources: &[SourceDocument],
) -> Option<AnyView> {
    let find = |id: &str| figures.iter().find(|it| it.id == id);
    let planned = find(&plan.planned)?;
    let rows: Vec<AnyView> = plan
        .steps
        .iter()
        .filter_map(|it| {
            Some(step(visit, planned, find(&it.figure)?, it.share.as_deref().and_then(find)))
        })
        .collect();
    let source = sources.iter().find(|it| it.id == planned.source_id);
    let source = source.map(|it| figure::source(visit, it));
    Some(
        view! {
            <section class="panel">
                <h2>{visit.pick(&plan.title_zh, &plan.title_en)}</h2>
                <p class="plan__planned">
                    {visit.say("progress.planned")}" "
                    <a href=visit.link(&format!("/figures/{}", planned.id))>
                        <strong>{figure::value(visit, planned)}</strong>
                    </a>
                    " "<span class="note">{figure::period(visit, planned)}</span>
                </p>
                <dl class="plan">{rows}</dl>
                {source.map(|it| view! { <p class="note">{visit.say("figure.source")}{it}</p> })}
                <p>{report::small_link(visit, "figure", &planned.id, &figure::name(visit, planned))}</p>
            </section>
        }
        .into_any(),
    )
}

/// One step with its bar: the share that the source printed, or the count over the plan where both
/// have one unit. Different units are never divided.
fn step(visit: &Visit, planned: &Figure, done: &Figure, share: Option<&Figure>) -> AnyView {
    let number = |figure: &Figure| figure.value.parse::<f64>().ok();
    let worked_out = (planned.unit_zh == done.unit_zh)
        .then(|| number(done).zip(number(planned)).filter(|(_, whole)| *whole > 0.0))
        .flatten()
        .map(|(part, whole)| part / whole * 100.0);
    let own_share = (done.unit_zh == "%").then(|| number(done)).flatten();
    let printed = share.and_then(number);
    #[expect(clippy::cast_possible_truncation, reason = "a share of a hundred")]
    let percent = printed.or(own_share).or(worked_out).map(|it| it as i64);
    let is_doubtful = done.warning_zh.is_some();
    let look = if is_doubtful { Look::Doubtful } else { Look::Plain };
    let share =
        share.map(|it| visit.fill("progress.printed", &[("share", &figure::value(visit, it))]));
    let warning = visit.pick_some(done.warning_zh.as_deref(), done.warning_en.as_deref());
    view! {
        <div class="plan__step">
            <dt>
                <a href=visit.link(&format!("/figures/{}", done.id))>{figure::name(visit, done)}</a>
            </dt>
            <dd class="plan__value">{figure::value(visit, done)}" "{share}</dd>
            {percent.map(|it| view! { <dd class="plan__bar" aria-hidden="true">{drawn(it, look)}</dd> })}
            {warning.map(|it| view! {
                <dd class="figure__warning">
                    <span class="figure__warning-sign" aria-hidden="true">"▲"</span>
                    <span class="visually-hidden">{visit.say("figure.warning")}</span>{it}
                </dd>
            })}
        </div>
    }
    .into_any()
}

fn kinds(visit: &Visit, place: &Place, totals: &ProjectTotals) -> AnyView {
    let rows: Vec<AnyView> = totals.by_kind.iter().map(|it| kind(visit, place, it)).collect();
    view! {
        <section class="panel" aria-labelledby="kinds">
            <h2 id="kinds">{visit.say("progress.kinds")}" "{counts::demo_badge(visit)}</h2>
            <table class="bar-table">
                <caption>{visit.say("progress.kinds.caption")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{visit.say("project.kind")}</th>
                        <th scope="col">{visit.say("progress.paid_of_planned")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

fn kind(visit: &Visit, place: &Place, total: &KindTotal) -> AnyView {
    let address = place.link(visit, &format!("/projects?kind={}", total.kind));
    let percent = money::percent(total.paid_fen, total.planned_fen);
    let values = [
        ("paid", money::short(visit, total.paid_fen)),
        ("planned", money::short(visit, total.planned_fen)),
        ("percent", percent.map_or_else(String::new, |it| it.to_string())),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(name, it)| (*name, it.as_str())).collect();
    view! {
        <tr>
            <th scope="row" class="bar-table__label">
                <a href=address>{visit.say(&format!("kind.{}", total.kind))}</a>
                <span class="note">{visit.fill("progress.n", &[("n", &total.n_projects.to_string())])}</span>
            </th>
            <td>
                <div aria-hidden="true">{drawn(percent.unwrap_or(0), Look::Plain)}</div>
                {visit.fill("progress.paid", &values)}
            </td>
        </tr>
    }
    .into_any()
}
