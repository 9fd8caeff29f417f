//! Addresses for the benchmark alone: a constant body of the same bytes, and pages never kept. They
//! answer only where the server was started for it.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;

use super::portal::Portal;
use super::visit::Visit;
use crate::places;

pub fn routes() -> Router<Portal> {
    Router::new().route("/constant", get(constant)).route("/anew/r/{code}", get(anew))
}

#[derive(Deserialize)]
struct Size {
    bytes: usize,
}

async fn constant(Query(Size { bytes: n }): Query<Size>) -> Response {
    static BODY: [u8; 1 << 20] = [b'x'; 1 << 20];
    let mut response = Response::new(Body::from(Bytes::from_static(&BODY[..n.min(BODY.len())])));
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, html);
    response
}

/// A village page, loaded and rendered for every request.
async fn anew(State(portal): State<Portal>, Path(code): Path<String>) -> Response {
    let visit = Visit::of(&portal, &format!("/r/{code}"), None);
    let mut response = places::show::drawn(visit, &code, 1).await;
    response.extensions_mut().clear();
    response
}
