//! Load once, then render: a page's data comes first, its HTML in one go.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use leptos::prelude::*;
use tracing::error;

use super::error::PageError;
use super::shell::shell;
use super::visit::Visit;
use crate::api::is_api;
use crate::api::problem::Problem;

/// A page with everything loaded, ready to be drawn.
pub struct Page {
    pub title: String,
    pub status: StatusCode,
    /// It carries the self-check's island, so it loads the wasm.
    pub has_island: bool,
    /// The same for everyone until the next release or day, so it may be kept.
    pub is_public: bool,
    /// It will say more when it is asked for again.
    is_unfinished: bool,
    body: Box<dyn FnOnce() -> AnyView + Send>,
}

/// Marks a response that may be kept.
#[derive(Clone, Copy)]
pub struct MayBeKept {
    /// What was published when the page was drawn: it may only be kept beside pages of the same.
    pub current: i64,
    pub caching: &'static str,
}

/// What is published may change at any moment.
const SHORT: &str = "public, max-age=60";
/// A former release does not change, but what stands around it may.
const LONG: &str = "public, max-age=3600";

impl Page {
    /// A public page.
    pub fn new(title: String, body: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        Self {
            title,
            status: StatusCode::OK,
            has_island: false,
            is_public: true,
            is_unfinished: false,
            body: Box::new(body),
        }
    }

    /// A page about somebody's own matter: never kept, neither here nor by a browser.
    pub fn private(title: String, body: impl FnOnce() -> AnyView + Send + 'static) -> Self {
        Self { is_public: false, ..Self::new(title, body) }
    }

    #[must_use]
    pub fn with_status(self, status: StatusCode) -> Self {
        Self { status, ..self }
    }

    /// Nobody's own matter after all.
    #[must_use]
    pub fn public(self) -> Self {
        Self { is_public: true, ..self }
    }

    /// Public, but drawn anew the next time.
    #[must_use]
    pub fn unkept(self) -> Self {
        Self { is_unfinished: true, ..self }
    }

    #[must_use]
    pub fn with_island(self) -> Self {
        Self { has_island: true, ..self }
    }
}

/// Awaits what a page loads and draws it; an error becomes its own page.
pub async fn page(visit: &Visit, load: impl Future<Output = Result<Page, PageError>>) -> Response {
    match load.await {
        Ok(page) => draw(visit, page),
        Err(error) => error_page(visit, &error),
    }
}

/// The one place that logs a failure. It names the address, never what anyone typed.
pub fn error_page(visit: &Visit, error: &PageError) -> Response {
    if let PageError::Internal(cause) = error {
        error!(path = visit.path, "could not show {}: {cause:#}", visit.path);
    }
    if is_api(&visit.path) {
        return Problem::of(error).into_response();
    }
    let code = error.code();
    let title = visit.say(&format!("error.{code}.title"));
    let texts = [
        title.clone(),
        visit.say(&format!("error.{code}.text")),
        visit.say("error.home"),
        visit.say("error.search"),
        visit.say("error.call"),
    ];
    // What was published last is the way on, whatever release was asked for.
    let (home, search) = (visit.address("/"), visit.address("/search"));
    let page = Page::private(title, move || {
        let [heading, text, to_home, to_search, call] = texts;
        view! {
            <h1>{heading}</h1>
            <p class="lead">{text}</p>
            <ul class="plain-list">
                <li><a href=home>{to_home}</a></li>
                <li><a href=search>{to_search}</a></li>
                <li>{call}</li>
            </ul>
        }
        .into_any()
    });
    draw(visit, page.with_status(error.status()))
}

/// As HTML, with its status and what may be done with it.
pub fn draw(visit: &Visit, page: Page) -> Response {
    let Page { title, status, has_island, is_public, is_unfinished, body } = page;
    let owner = Owner::new();
    let html = owner.with(|| shell(visit, &title, has_island, is_public, body()).to_html());
    drop(owner);
    let mut response = Response::new(Body::from(format!("<!DOCTYPE html>{html}")));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    let caching = match (is_public, visit.is_former()) {
        (true, false) => SHORT,
        (true, true) => LONG,
        (false, _) => "no-store",
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    if is_public && !is_unfinished && status == StatusCode::OK {
        let current = visit.current_number();
        response.extensions_mut().insert(MayBeKept { current, caching });
    }
    response
}
