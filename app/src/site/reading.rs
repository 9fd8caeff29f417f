//! What programs of other sites may do here: read. Nothing else.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::api::is_api;
use crate::api::problem::Problem;

const ALLOWED: HeaderValue = HeaderValue::from_static("GET, HEAD, OPTIONS");
/// Headers that a browser does not show to scripts by itself.
const SHOWN: &str = "content-disposition, content-range, etag, link, repr-digest, retry-after";

/// Lets everyone read what is meant for programs, from any site, and refuses every other method there.
pub async fn reading(request: Request, next: Next) -> Response {
    if !is_for_programs(request.uri().path()) {
        return next.run(request).await;
    }
    let mut response = match *request.method() {
        Method::GET | Method::HEAD => next.run(request).await,
        Method::OPTIONS => preflight(),
        _ => refused(),
    };
    open(response.headers_mut());
    response
}

/// The API, the files and the feeds.
fn is_for_programs(path: &str) -> bool {
    let path = path.strip_prefix("/en").unwrap_or(path);
    is_api(path) || path.starts_with("/data/") || path.rsplit('.').next() == Some("atom")
}

/// Nothing here is anybody's own, so that any site may show it.
pub fn open(headers: &mut HeaderMap) {
    let any = HeaderValue::from_static("*");
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, any.clone());
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(SHOWN));
    headers.insert(HeaderName::from_static("cross-origin-resource-policy"), CROSS_ORIGIN);
}

const CROSS_ORIGIN: HeaderValue = HeaderValue::from_static("cross-origin");

fn preflight() -> Response {
    let headers = [
        (header::ALLOW, ALLOWED),
        (header::ACCESS_CONTROL_ALLOW_METHODS, ALLOWED),
        (
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            HeaderValue::from_static("if-none-match, if-range, range"),
        ),
        (header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("86400")),
    ];
    (StatusCode::NO_CONTENT, headers).into_response()
}

fn refused() -> Response {
    let mut response = Problem::method_not_allowed().into_response();
    response.headers_mut().insert(header::ALLOW, ALLOWED);
    response
}
