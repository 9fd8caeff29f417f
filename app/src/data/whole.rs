//! A file as it lies there, whole or in part, with what shows that it came whole: its length, its tag
//! and its SHA-256 (RFC 9530).

use std::path::Path;

use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::Response;
use tower::ServiceExt;
use tower_http::services::ServeFile;

use super::manifest::Digest;
use crate::site::kept::knows;

const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// None if the file is gone.
pub async fn file(
    method: Method,
    asked: &HeaderMap,
    path: &Path,
    digest: Option<Digest>,
) -> Option<Response> {
    let etag = digest.map(|it| header_of(&format!("\"{}\"", it.hex())));
    if let Some(etag) = etag.as_ref().filter(|it| knows(asked, it)) {
        let mut known = Response::new(Body::empty());
        *known.status_mut() = StatusCode::NOT_MODIFIED;
        known.headers_mut().insert(header::ETAG, etag.clone());
        known.headers_mut().insert(header::CACHE_CONTROL, FOR_EVER);
        return Some(known);
    }
    let mut request = Request::new(Body::empty());
    *request.method_mut() = method;
    if let Some(range) = range(asked, etag.as_ref()) {
        request.headers_mut().insert(header::RANGE, range);
    }
    let response = ServeFile::new(path).oneshot(request).await.ok()?;
    if response.status() == StatusCode::NOT_FOUND {
        return None;
    }
    let mut response = response.map(Body::new);
    let headers = response.headers_mut();
    headers.remove(header::LAST_MODIFIED);
    if let (Some(etag), Some(digest)) = (etag, digest) {
        headers.insert(header::ETAG, etag);
        headers.insert(HeaderName::from_static("repr-digest"), header_of(&digest.field()));
        headers.insert(header::CACHE_CONTROL, FOR_EVER);
    } else {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=60"));
    }
    let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
    let (kind, is_download) = kind(name);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    if is_download {
        headers.insert(header::CONTENT_DISPOSITION, attachment(name));
    }
    Some(response)
}

/// One range of the very file that was begun; otherwise the whole file is sent.
fn range(asked: &HeaderMap, etag: Option<&HeaderValue>) -> Option<HeaderValue> {
    let range = asked.get(header::RANGE)?;
    let is_one = range.as_bytes().starts_with(b"bytes=") && !range.as_bytes().contains(&b',');
    let is_same = asked.get(header::IF_RANGE).is_none_or(|it| Some(it) == etag);
    (is_one && is_same).then(|| range.clone())
}

/// The type of a file, and whether a browser should save rather than show it.
fn kind(name: &str) -> (&'static str, bool) {
    let ending = name.rsplit_once('.').map_or("", |it| it.1).to_ascii_lowercase();
    match ending.as_str() {
        "csv" => ("text/csv; charset=utf-8", true),
        "xlsx" => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true),
        "json" => ("application/json", false),
        "jsonld" => ("application/ld+json", false),
        "ndjson" => ("application/x-ndjson", true),
        "ttl" => ("text/turtle; charset=utf-8", false),
        "pdf" => ("application/pdf", false),
        "jpg" => ("image/jpeg", false),
        "png" => ("image/png", false),
        "zip" => ("application/zip", true),
        "" | "md" | "txt" => ("text/plain; charset=utf-8", false),
        _ => ("application/octet-stream", true),
    }
}

/// The name as every browser reads it, and in full (RFC 6266).
fn attachment(name: &str) -> HeaderValue {
    let plain: String = name
        .chars()
        .map(|it| if it.is_ascii_alphanumeric() || "-_.".contains(it) { it } else { '_' })
        .collect();
    let full = crate::parts::list::encoded(name);
    header_of(&format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{full}"))
}

fn header_of(text: &str) -> HeaderValue {
    HeaderValue::from_str(text).expect("plain letters and signs make a header")
}
