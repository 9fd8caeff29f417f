//! `/api/v1/…`: everything that is published, for programs. Reads only; the same store functions as
//! the pages, so that both say the same.
//!
//! [`resources`] is the table of contents, and what `/api/openapi.json` describes.

pub mod answer;
mod count;
mod figure;
mod fund;
mod notice;
pub mod openapi;
mod parameter;
mod place;
pub mod problem;
mod project;
mod project_list;
mod release;
mod resource;

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::site::error::PageError;
use crate::site::portal::Portal;
use problem::Problem;
use resource::Resource;

fn resources() -> Vec<Resource> {
    vec![
        release::LIST.answered_by(release::list),
        release::ONE.answered_by(release::one),
        place::SEARCH.answered_by(place::search),
        place::ONE.answered_by(place::one),
        place::CHILDREN.answered_by(place::children),
        count::OF_PLACE.answered_by(count::of_place),
        figure::OF_PLACE.answered_by(figure::of_place),
        figure::ONE.answered_by(figure::one),
        project_list::LIST.answered_by(project_list::list),
        project::ONE.answered_by(project::one),
        project::CONTRACTS.answered_by(project::contracts),
        project::PAYMENTS.answered_by(project::payments),
        project::FUNDS.answered_by(project::funds),
        fund::LIST.answered_by(fund::list),
        fund::ONE.answered_by(fund::one),
        notice::LIST.answered_by(notice::list),
        notice::ONE.answered_by(notice::one),
    ]
}

/// What stands below `/api`.
pub fn routes() -> Router<Portal> {
    let mut router = Router::new().route("/openapi.json", get(openapi::show));
    for resource in resources() {
        router = router.route(&format!("/v1{}", resource.definition.path), resource.route);
    }
    router.fallback(unknown)
}

async fn unknown() -> Response {
    Problem::from(PageError::NotFound).into_response()
}

/// Whether programs ask here, so that errors are for them.
pub fn is_api(path: &str) -> bool {
    path == "/api" || path.starts_with("/api/")
}
