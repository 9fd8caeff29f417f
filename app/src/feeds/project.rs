//! `/projects/{id}/feed.atom`: an entry for each release in which something about the project changed.

use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use axum::response::Response;
use store::published::{Contract, Payment, Project, Release};

use super::atom::{Entry, Feed, tag, whole};
use super::{feed, releases};
use crate::parts::money;
use crate::site::error::PageError;
use crate::site::visit::Visit;

/// All that a project's page tells.
type Told = (Project, Vec<Contract>, Vec<Payment>);

pub async fn show(visit: Visit, id: Result<Path<String>, PathRejection>) -> Response {
    let made = async {
        let Path(id) = id.map_err(|_| PageError::NotFound)?;
        made(&visit, &id).await
    };
    feed(&visit, made.await)
}

async fn made(visit: &Visit, id: &str) -> Result<Feed, PageError> {
    let visit = &Visit { query: None, ..visit.clone() };
    let releases = releases(visit).await?;
    let now = told(visit, releases[0].number, id).await?.ok_or(PageError::NotFound)?;
    let name = visit.pick(&now.0.name_zh, &now.0.name_en);
    let page = format!("/projects/{id}");
    let mut feed = Feed::new(visit, &releases[0], name, &format!("{page}/feed.atom"), &page);
    let mut now = Some(now);
    for (place, release) in releases.iter().enumerate() {
        let before = match releases.get(place + 1) {
            Some(before) => told(visit, before.number, id).await?,
            None => None,
        };
        if let Some(told) = now.as_ref().filter(|_| now != before) {
            feed.entries.push(entry(visit, release, &told.0));
        }
        now = before;
    }
    Ok(feed)
}

async fn told(visit: &Visit, release: i64, id: &str) -> Result<Option<Told>, PageError> {
    let store = &visit.portal.store;
    let Some(project) = store.project(release, id).await? else { return Ok(None) };
    let contracts = store.contracts_of_project(release, id).await?;
    let payments = store.payments_of_project(release, id).await?;
    Ok(Some((project, contracts, payments)))
}

fn entry(visit: &Visit, release: &Release, project: &Project) -> Entry {
    let number = release.number.to_string();
    let [planned, paid] = [
        project.money.iter().map(|it| it.planned_fen).sum::<i64>(),
        project.money.iter().map(|it| it.paid_fen).sum::<i64>(),
    ]
    .map(|it| money::full(visit, it));
    let stage = visit.say(&format!("stage.{}", project.stage));
    let values = [("stage", stage.as_str()), ("planned", &planned), ("paid", &paid)];
    Entry {
        key: tag(visit, &format!("/projects/{}/{number}", project.id)),
        title: visit.fill("feed.release", &[("number", &number)]),
        text: visit.fill("feed.change.text", &values),
        updated: release.published_at.clone(),
        page: whole(visit, &visit.link(&format!("/projects/{}", project.id))),
    }
}
