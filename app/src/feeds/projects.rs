//! `/r/{code}/projects.atom`: a list of projects, filtered as its page is: what joins it is an entry.

use axum::extract::rejection::{PathRejection, QueryRejection};
use axum::extract::{Path, Query};
use axum::response::Response;
use store::ProjectSummary;
use store::published::Release;

use super::atom::{Entry, Feed, tag, whole};
use super::{current, feed};
use crate::parts::money;
use crate::parts::place_head::Place;
use crate::places::projects::View;
use crate::site::error::PageError;
use crate::site::page::MayBeKept;
use crate::site::visit::Visit;

pub async fn show(
    visit: Visit,
    code: Result<Path<String>, PathRejection>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    let made = async {
        let Path(code) = code.map_err(|_| PageError::NotFound)?;
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        made(&visit, &code, &view).await
    };
    let mut response = feed(&visit, made.await);
    // What somebody typed is theirs.
    if visit.query.as_ref().is_some_and(|it| it.contains("q=")) {
        response.extensions_mut().remove::<MayBeKept>();
    }
    response
}

async fn made(visit: &Visit, code: &str, view: &View) -> Result<Feed, PageError> {
    let place = Place::load(visit, code).await?;
    let release = current(visit)?;
    let (filter, page) = view.filter(code, &visit.today.to_string())?;
    let store = &visit.portal.store;
    let projects = store.projects(release.number, &filter, page).await?;
    let releases = store.releases().await?;
    let title = visit.fill("projects.title", &[("place", &place.name(visit))]);
    let page = format!("/r/{code}/projects");
    let mut feed = Feed::new(visit, &release, title, &format!("{page}.atom"), &page);
    for project in &projects.items {
        let since = store.project_since(release.number, &project.id).await?;
        let since = releases.iter().find(|it| Some(it.number) == since).unwrap_or(&release);
        feed.entries.push(entry(visit, since, project));
    }
    Ok(feed)
}

fn entry(visit: &Visit, since: &Release, project: &ProjectSummary) -> Entry {
    let stage = visit.say(&format!("stage.{}", project.stage));
    let planned = money::full(visit, project.planned_fen);
    let paid = money::full(visit, project.paid_fen);
    let values = [("stage", stage.as_str()), ("planned", &planned), ("paid", &paid)];
    Entry {
        key: tag(visit, &format!("/projects/{}", project.id)),
        title: visit.pick(&project.name_zh, &project.name_en),
        text: visit.fill("feed.change.text", &values),
        updated: since.published_at.clone(),
        page: whole(visit, &visit.link(&format!("/projects/{}", project.id))),
    }
}
