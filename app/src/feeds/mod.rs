//! Atom feeds (RFC 4287): what is new in a place, with a project, in a list of projects.

mod atom;
mod place;
mod project;
mod projects;

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use store::published::Release;

use crate::site::error::PageError;
use crate::site::page::{MayBeKept, error_page};
use crate::site::portal::Portal;
use crate::site::visit::Visit;
use atom::Feed;

const CACHING: &str = "public, max-age=60";
/// So many releases are looked back.
const N_RELEASES: usize = 12;
/// So many entries at most.
const MAX_ENTRIES: usize = 100;

pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/r/{code}/feed.atom", get(place::show))
        .route("/r/{code}/projects.atom", get(projects::show))
        .route("/projects/{id}/feed.atom", get(project::show))
}

/// The feed of a public page, where it has one.
pub fn of_page(path: &str, query: Option<&str>) -> Option<String> {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    match parts[..] {
        ["r", code, "projects"] => {
            let query = query.map_or_else(String::new, |it| format!("?{it}"));
            Some(format!("/r/{code}/projects.atom{query}"))
        }
        ["r", code, ..] => Some(format!("/r/{code}/feed.atom")),
        ["projects", id] => Some(format!("/projects/{id}/feed.atom")),
        _ => None,
    }
}

/// The same for everyone until the next release, so it is kept like a page.
fn feed(visit: &Visit, made: Result<Feed, PageError>) -> Response {
    let feed = match made {
        Ok(feed) => feed,
        Err(error) => return error_page(visit, &error),
    };
    let mut response = Response::new(feed.xml().into());
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(atom::KIND));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(CACHING));
    let current = visit.current_number();
    response.extensions_mut().insert(MayBeKept { current, caching: CACHING });
    response
}

/// The latest releases, the newest first; there must be one.
async fn releases(visit: &Visit) -> Result<Vec<Release>, PageError> {
    let mut releases = visit.portal.store.releases().await?;
    releases.truncate(N_RELEASES);
    if releases.is_empty() { Err(PageError::NotFound) } else { Ok(releases) }
}

/// What is published now; there must be something.
fn current(visit: &Visit) -> Result<Arc<Release>, PageError> {
    visit.release.clone().ok_or(PageError::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_about_places_and_projects_have_a_feed() {
        for (path, query, feed) in [
            ("/r/350600000000", None, Some("/r/350600000000/feed.atom")),
            ("/r/350600000000/funds", Some("page=2"), Some("/r/350600000000/feed.atom")),
            (
                "/r/350600000000/projects",
                Some("kind=industry"),
                Some("/r/350600000000/projects.atom?kind=industry"),
            ),
            ("/projects/a", None, Some("/projects/a/feed.atom")),
            ("/", None, None),
            ("/about", None, None),
        ] {
            assert_eq!(of_page(path, query).as_deref(), feed, "{path}");
        }
    }
}
