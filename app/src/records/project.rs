//! `/projects/{id}`: one project of the county's library: what, money and sources, planned and actual
//! days, who answers for it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use store::published::{FundLine, Project, ProjectMoney, RecordKind};

use super::absent::absent;
use crate::parts::change::{self, Since};
use crate::parts::charts::{Look, drawn};
use crate::parts::place_head::{Place, breadcrumb};
use crate::parts::{counts, days, money, report};
use crate::places::projects::STAGES;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    page(&visit, async {
        let (store, release) = (&visit.portal.store, visit.release_number());
        let Some(project) = store.project(release, &id).await? else {
            return absent(&visit, RecordKind::Project, &id).await;
        };
        let since = change::since(&visit, &project, |it| store.project(it, &id)).await?;
        let funds = store.funds_of_project(release, &id).await?;
        let place = Place::load(&visit, &project.region_code).await?;
        let title = visit.pick(&project.name_zh, &project.name_en);
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &place, &project, &funds, since.as_ref())))
    })
    .await
}

fn draw(
    visit: &Visit,
    place: &Place,
    project: &Project,
    funds: &[FundLine],
    since: Option<&Since>,
) -> AnyView {
    view! {
        {breadcrumb(visit, &place.way)}
        <h1>{visit.pick(&project.name_zh, &project.name_en)}" "{counts::demo_badge(visit)}</h1>
        {stages(visit, project)}
        {since.map(|it| it.draw(visit))}
        {sums(visit, project)}
        {days_table(visit, project)}
        {facts(visit, project)}
        {allocations(visit, funds)}
        <p>{report::link(visit, "project", &project.id)}</p>
    }
    .into_any()
}

fn stages(visit: &Visit, project: &Project) -> AnyView {
    let reached = STAGES.iter().position(|it| *it == project.stage).unwrap_or(0);
    let steps: Vec<AnyView> = STAGES
        .iter()
        .enumerate()
        .map(|(place, stage)| {
            let (class, shape) = match place.cmp(&reached) {
                std::cmp::Ordering::Less => ("stages__stage stages__stage--done", "●"),
                std::cmp::Ordering::Equal => ("stages__stage stages__stage--now", "◐"),
                std::cmp::Ordering::Greater => ("stages__stage", "○"),
            };
            let current = (place == reached).then_some("step");
            view! {
                <li class=class aria-current=current>
                    <span aria-hidden="true">{shape}</span>" "{visit.say(&format!("stage.{stage}"))}
                </li>
            }
            .into_any()
        })
        .collect();
    view! { <ol class="stages" aria-label=visit.say("project.stage")>{steps}</ol> }.into_any()
}

fn sums(visit: &Visit, project: &Project) -> AnyView {
    let total = |of: fn(&ProjectMoney) -> i64| project.money.iter().map(of).sum::<i64>();
    let (planned, allocated, paid) =
        (total(|it| it.planned_fen), total(|it| it.allocated_fen), total(|it| it.paid_fen));
    let cells = |label: String, planned: i64, allocated: i64, paid: i64, class: &'static str| {
        view! {
            <tr class=class>
                <th scope="row">{label}</th>
                <td>{money::short(visit, planned)}</td>
                <td>{money::short(visit, allocated)}</td>
                <td>{money::short(visit, paid)}</td>
            </tr>
        }
        .into_any()
    };
    let rows: Vec<AnyView> = project
        .money
        .iter()
        .map(|it| {
            let source = visit.say(&format!("source.{}", it.source));
            cells(source, it.planned_fen, it.allocated_fen, it.paid_fen, "")
        })
        .collect();
    view! {
        <section class="panel" aria-labelledby="money">
            <h2 id="money">{visit.say("project.money")}</h2>
            <div aria-hidden="true">{drawn(money::percent(paid, planned).unwrap_or(0), Look::Plain)}</div>
            <p>
                {visit.fill("project.paid_of", &[
                    ("paid", &money::full(visit, paid)), ("planned", &money::full(visit, planned)),
                ])}
            </p>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="money">
                <table class="table">
                    <caption>{visit.say("project.money.caption")}</caption>
                    <thead><tr>
                        <th scope="col">{visit.say("funds.source")}</th>
                        <th scope="col">{visit.say("project.planned")}</th>
                        <th scope="col">{visit.say("project.allocated")}</th>
                        <th scope="col">{visit.say("project.paid")}</th>
                    </tr></thead>
                    <tbody>
                        {rows}
                        {cells(visit.say("project.sum"), planned, allocated, paid, "table__sum")}
                    </tbody>
                </table>
            </div>
        </section>
    }
    .into_any()
}

fn days_table(visit: &Visit, project: &Project) -> AnyView {
    let actual = |day: &Option<String>| {
        day.as_ref().map_or_else(|| visit.say("project.not_yet"), |it| days::said_text(visit, it))
    };
    let deviation =
        visit.pick_some(project.deviation_zh.as_deref(), project.deviation_en.as_deref());
    let is_done = project.actual_end_on.is_some();
    let planned_end = days::parse(&project.planned_end_on);
    let is_late = !is_done && planned_end.is_some_and(|it| it < visit.today);
    let late = is_late.then(|| {
        let n = planned_end.map_or(0, |it| (visit.today - it).get_days());
        let said = visit.fill("project.days_late", &[("n", &n.to_string())]);
        view! {
            <p class="status status--late"><span aria-hidden="true">"▲ "</span>{said}</p>
            {deviation.is_none().then(|| view! { <p>{visit.say("project.no_reason")}</p> })}
        }
    });
    view! {
        <section class="panel" aria-labelledby="days">
            <h2 id="days">{visit.say("project.days")}</h2>
            <table class="table table--days">
                <thead><tr>
                    <td></td>
                    <th scope="col">{visit.say("project.planned")}</th>
                    <th scope="col">{visit.say("project.actual")}</th>
                </tr></thead>
                <tbody>
                    <tr>
                        <th scope="row">{visit.say("project.start")}</th>
                        <td>{days::said_text(visit, &project.planned_start_on)}</td>
                        <td>{actual(&project.actual_start_on)}</td>
                    </tr>
                    <tr>
                        <th scope="row">{visit.say("project.end")}</th>
                        <td>{days::said_text(visit, &project.planned_end_on)}</td>
                        <td>{actual(&project.actual_end_on)}</td>
                    </tr>
                </tbody>
            </table>
            {late}
            {deviation.clone().map(|it| view! { <p>{visit.say("project.deviation")}{it}</p> })}
        </section>
    }
    .into_any()
}

fn facts(visit: &Visit, project: &Project) -> AnyView {
    let fact = |key: &str, text: AnyView| {
        view! { <div><dt>{visit.say(key)}</dt><dd>{text}</dd></div> }.into_any()
    };
    let text = |zh: &str, en: &str| visit.pick(zh, en).into_any();
    let post = visit.pick(&project.duty_post_zh, &project.duty_post_en);
    view! {
        <dl class="facts">
            {fact("project.kind", visit.say(&format!("kind.{}", project.kind)).into_any())}
            {fact("project.nature", visit.say(&format!("nature.{}", project.nature)).into_any())}
            {fact("project.content", text(&project.content_zh, &project.content_en))}
            {fact("project.target", text(&project.target_zh, &project.target_en))}
            {fact("project.benefit", text(&project.benefit_zh, &project.benefit_en))}
            {fact("project.beneficiaries", counts::households(visit, project.n_beneficiary_households))}
            {fact("project.unit", text(&project.duty_unit_zh, &project.duty_unit_en))}
            {fact("project.post", format!("{post} {}", project.duty_phone).into_any())}
            {fact("project.year", project.year.to_string().into_any())}
        </dl>
    }
    .into_any()
}

fn allocations(visit: &Visit, funds: &[FundLine]) -> Option<AnyView> {
    if funds.is_empty() {
        return None;
    }
    let rows: Vec<AnyView> = funds
        .iter()
        .map(|line| {
            view! {
                <li>
                    <strong>{money::full(visit, line.amount_fen)}</strong>" "
                    {visit.pick(&line.name_zh, &line.name_en)}" · "{line.document_number.clone()}" · "
                    {days::said_text(visit, &line.allocated_on)}
                </li>
            }
            .into_any()
        })
        .collect();
    Some(
        view! {
            <section aria-labelledby="allocations">
                <h2 id="allocations">{visit.say("project.allocations")}</h2>
                <ul class="plain-list">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}
