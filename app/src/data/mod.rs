//! `/data/…`: the files of the releases, and the photos. Written once, never changed.

mod folder;
mod listing;
mod manifest;
mod photo;
mod release;
mod whole;

use axum::Router;
use axum::routing::get;

use crate::site::portal::Portal;

/// In both languages: only the pages that list folders differ.
pub fn routes() -> Router<Portal> {
    Router::new()
        .route("/data/releases/{number}", get(release::top))
        .route("/data/releases/{number}/", get(release::top))
        .route("/data/releases/{number}/{*path}", get(release::below))
        .route("/data/photos/{name}", get(photo::show))
}
