//! `/projects/{id}`: one project of the county's library, from its listing to its acceptance: plan
//! beside actual, its money all the way, who watched over it, and what the rules ask about it.

mod chain;
mod contracts;
mod difference;
mod evidence;
mod facts;
mod money;
mod plan;
mod stages;

use axum::extract::Path;
use axum::response::Response;
use disclosure::flags::{Facts, Flag, flags};
use leptos::prelude::*;
use store::published::{Contract, FundLine, Payment, Project, RecordKind};

use super::absent::absent;
use crate::flags::{compared_in, rules, same, section};
use crate::parts::change::{self, Since};
use crate::parts::place_head::{Place, breadcrumb};
use crate::parts::{counts, days, report};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// A project with everything that belongs to it.
struct Data {
    place: Place,
    project: Project,
    funds: Vec<FundLine>,
    contracts: Vec<Contract>,
    payments: Vec<Payment>,
    flags: Vec<Flag>,
    since: Option<Since>,
}

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    page(&visit, async {
        let Some(data) = load(&visit, &id).await? else {
            return absent(&visit, RecordKind::Project, &id).await;
        };
        let title = visit.pick(&data.project.name_zh, &data.project.name_en);
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &data)))
    })
    .await
}

/// None if the release has no such project.
async fn load(visit: &Visit, id: &str) -> Result<Option<Data>, PageError> {
    let (store, release) = (&visit.portal.store, visit.release_number());
    let Some(project) = store.project(release, id).await? else { return Ok(None) };
    let since = change::since(visit, &project, |it| store.project(it, id)).await?;
    let funds = store.funds_of_project(release, id).await?;
    let contracts = store.contracts_of_project(release, id).await?;
    let payments = store.payments_of_project(release, id).await?;
    let facts = Facts::of(&project, &funds, &contracts);
    let mut found = flags(&facts, rules(), days::of_data(visit));
    if !project.details.photos.is_empty() {
        let photos = store.photos(release, &compared_in(&project.region_code)).await?;
        found.extend(same(&photos).remove(id));
    }
    let place = Place::load(visit, &project.region_code).await?;
    Ok(Some(Data { place, project, funds, contracts, payments, flags: found, since }))
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let Data { place, project, funds, contracts, payments, flags } = data;
    let name = visit.pick(&project.name_zh, &project.name_en);
    let rules = format!("{}#rules", place.link(visit, "/flags"));
    let reason = visit.pick_some(project.deviation_zh.as_deref(), project.deviation_en.as_deref());
    let about = (project.id.as_str(), name.as_str());
    view! {
        {breadcrumb(visit, &place.way)}
        <h1>{name.clone()}" "{counts::demo_badge(visit)}</h1>
        {stages::section(visit, project)}
        {data.since.as_ref().map(|it| it.draw(visit))}
        {section::section(visit, flags, about, &rules, reason)}
        {money::section(visit, project)}
        {plan::section(visit, project)}
        {facts::list(visit, project)}
        {chain::section(visit, project, funds, contracts, payments)}
        {contracts::section(visit, contracts)}
        {contracts::payments(visit, payments, contracts, funds)}
        {evidence::supervision(visit, project)}
        {evidence::photos(visit, project)}
        {evidence::documents(visit, project)}
        <p><a href=place.link(visit, "/money")>{visit.say("money.link")}</a></p>
        <p>{report::link(visit, "project", &project.id)}</p>
    }
    .into_any()
}
