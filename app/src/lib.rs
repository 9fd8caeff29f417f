//! Every page and what its forms do, rendered on the server.
//!
//! [`routes`] is the table of contents: one address, one file.

mod api;
mod cases;
mod check;
mod compress;
mod data;
mod duties;
mod feeds;
mod flags;
mod home;
mod open_data;
pub mod packs;
mod parts;
mod pictures;
mod places;
mod reconciliation;
mod records;
mod releases;
pub mod rules;
pub mod sheet;
pub mod site;

use axum::extract::DefaultBodyLimit;
use axum::http::{StatusCode, header};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, extract::State};

use site::error::PageError;
use site::page::error_page;
use site::portal::Portal;
use site::visit::Visit;

/// A filed form is text: a few kilobytes. More is refused before it is read.
const MAX_BODY: usize = 64 * 1024;

/// Every address of the site, in both languages.
pub fn routes(portal: &Portal) -> Router<()> {
    let pages = Router::new()
        // Everyone
        .route("/", get(home::index::show))
        .route("/search", get(home::search::show))
        .route("/about", get(home::about::show))
        .route("/clock", get(duties::index::show))
        .route("/releases", get(releases::index::show))
        .route("/releases/{number}", get(releases::show::show))
        .route("/releases/{number}/changes", get(releases::changes::show))
        .route("/releases/{number}/changes.json", get(releases::changes_json::serve))
        .route("/packs", get(packs::index::show))
        .route("/packs/{pack}", get(packs::show::show))
        // The public: places and records
        .route("/r/{code}", get(places::show::show))
        .route("/r/{code}/progress", get(places::progress::show))
        .route("/r/{code}/projects", get(places::projects::show))
        .route("/r/{code}/funds", get(places::funds::show))
        .route("/r/{code}/notices", get(places::notices::show))
        .route("/r/{code}/clock", get(duties::place::show))
        .route("/r/{code}/reconciliation", get(reconciliation::index::show))
        .route("/r/{code}/money", get(places::money::show))
        .route("/r/{code}/flags", get(flags::list::show))
        .route("/pictures/{kind}/{file}", get(pictures::file))
        .route("/embed/{kind}/{code}", get(pictures::embed))
        .route("/r/{code}/notice-sheet", get(sheet::page::show))
        .route("/r/{code}/notice-sheet.pdf", get(sheet::pdf::show))
        .route("/figures/{id}", get(records::figure::show))
        .route("/projects/{id}", get(records::project::show))
        .route("/notices/{id}", get(records::notice::show))
        // The same as files, feeds and for programs
        .route("/open-data", get(open_data::show::show))
        .merge(data::routes())
        .merge(feeds::routes())
        .merge(own_matters());

    let mut all = Router::new()
        .merge(pages.clone())
        .nest("/en", pages)
        .route("/en/", get(home::index::show))
        .nest("/api", api::routes())
        .route("/assets/{name}", get(site::assets::serve))
        .route("/sw.js", get(site::assets::service_worker))
        .route("/healthz", get(healthz));
    if portal.settings.is_dev {
        all = all.route("/dev/reload", get(std::future::pending::<()>));
    }
    if portal.settings.is_bench {
        all = all.nest("/bench", site::bench::routes());
    }
    all.fallback(not_found)
        .method_not_allowed_fallback(not_found)
        .layer(DefaultBodyLimit::max(MAX_BODY))
        .layer(from_fn(site::reading::reading))
        .layer(from_fn_with_state(portal.clone(), site::kept::keep))
        .layer(from_fn_with_state(portal.clone(), site::guard::own_forms))
        .layer(from_fn_with_state(portal.clone(), site::guard::readable))
        .layer(from_fn_with_state(portal.clone(), site::guard::patient))
        .layer(from_fn(site::guard::headers))
        .with_state(portal.clone())
}

/// Villagers and those who complain.
fn own_matters() -> Router<Portal> {
    Router::new()
        .route("/check", get(check::index::show).post(check::index::step))
        .route("/check/replay", get(check::replay::show))
        .route("/view", post(home::view::choose))
        .route("/apply", get(cases::apply::begin).post(cases::apply::file))
        .route("/complain", get(cases::complain::show).post(cases::complain::file))
        .route("/track", get(cases::track::show).post(cases::track::find))
        .route("/track/kept", get(cases::track::show).post(cases::receipt::kept))
}

async fn not_found(visit: Visit) -> Response {
    error_page(&visit, &PageError::NotFound)
}

/// `GET /healthz`: whether the store answers.
async fn healthz(State(portal): State<Portal>) -> Response {
    let no_store = [(header::CACHE_CONTROL, "no-store")];
    match portal.store.ping().await {
        Ok(()) => (no_store, "ok\n").into_response(),
        Err(_) => (StatusCode::SERVICE_UNAVAILABLE, no_store, "the store does not answer\n")
            .into_response(),
    }
}
