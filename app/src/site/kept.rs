//! Rendered, compressed pages, kept in memory until the next release or the next day.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::Next;
use axum::response::Response;
use jiff::civil::Date;

use super::page::MayBeKept;
use super::portal::Portal;
use super::reading::open;
use super::text_size::TextSize;
use crate::compress::{Compressed, Encoding, Quality};

/// A page larger than this is sent but not kept; a public page is far smaller.
const MAX_PAGE: usize = 4 * 1024 * 1024;
/// When these are exceeded everything is dropped and begins anew: simple, and never wrong.
const MAX_PAGES: usize = 4_000;
const MAX_BYTES: usize = 48 * 1024 * 1024;

/// A page depends on how it is compressed and on the size of its text.
const VARY: HeaderValue = HeaderValue::from_static("accept-encoding, cookie");

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");

/// What the kept pages were rendered from.
type Edition = (i64, Option<Date>);

#[derive(Default)]
pub struct KeptPages(RwLock<Shelf>);

#[derive(Default)]
struct Shelf {
    edition: Edition,
    pages: HashMap<String, Arc<KeptPage>>,
    n_bytes: usize,
}

struct KeptPage {
    body: Compressed,
    /// A page, or a feed.
    kind: HeaderValue,
    etag: HeaderValue,
    caching: &'static str,
}

impl KeptPage {
    fn new(body: Compressed, kind: HeaderValue, caching: &'static str) -> Self {
        let etag = HeaderValue::from_str(&format!("W/\"{}\"", body.tag()))
            .expect("hexadecimal digits make a header");
        Self { body, kind, etag, caching }
    }
}

impl KeptPages {
    fn find(&self, edition: Edition, address: &str) -> Option<Arc<KeptPage>> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        (kept.edition == edition).then(|| kept.pages.get(address).cloned()).flatten()
    }

    fn put(&self, edition: Edition, address: String, page: Arc<KeptPage>) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let is_full = kept.pages.len() >= MAX_PAGES || kept.n_bytes >= MAX_BYTES;
        if kept.edition != edition || is_full {
            *kept = Shelf { edition, ..Shelf::default() };
        }
        kept.n_bytes += page.body.n_bytes();
        kept.pages.insert(address, page);
    }
}

/// Answers from the kept pages; keeps what may be kept; compresses every page.
pub async fn keep(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let encoding = Encoding::accepted(request.headers());
    let edition = (portal.release().map_or(0, |it| it.number), Some(portal.clock.today()));
    let size = TextSize::of(request.headers());
    let address = is_read.then(|| format!("{} {}", size.code(), address(request.uri())));
    if let Some(page) = address.as_ref().and_then(|it| portal.kept.find(edition, it)) {
        return answer(&page, encoding, request.headers());
    }
    let asked = request.headers().clone();
    let response = next.run(request).await;
    // A page that was drawn while a release was published belongs to neither shelf.
    let may_be_kept = response.extensions().get::<MayBeKept>().copied();
    let may_be_kept = may_be_kept.filter(|it| it.current == edition.0);
    match (address, may_be_kept) {
        (Some(address), Some(MayBeKept { caching, .. })) if response.status() == StatusCode::OK => {
            let (parts, body) = response.into_parts();
            let kind = parts.headers.get(header::CONTENT_TYPE).cloned().unwrap_or(HTML);
            let Ok(bytes) = to_bytes(body, MAX_PAGE).await else {
                return Response::new(Body::empty());
            };
            let body = Compressed::new(bytes.into(), Quality::Fast);
            let page = Arc::new(KeptPage::new(body, kind, caching));
            portal.kept.put(edition, address, page.clone());
            answer(&page, encoding, &asked)
        }
        _ => compressed(response, encoding).await,
    }
}

fn address(uri: &Uri) -> String {
    uri.path_and_query().map_or_else(|| uri.path().to_owned(), |it| it.as_str().to_owned())
}

fn answer(page: &KeptPage, encoding: Encoding, asked: &HeaderMap) -> Response {
    let is_known = knows(asked, &page.etag);
    let body = if is_known { Body::empty() } else { Body::from(page.body.bytes(encoding)) };
    let mut response = Response::new(body);
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let headers = response.headers_mut();
    if !is_known {
        encoding.write(headers);
        headers.insert(header::CONTENT_TYPE, page.kind.clone());
    }
    if page.kind != HTML {
        open(headers);
    }
    headers.insert(header::VARY, VARY);
    headers.insert(header::ETAG, page.etag.clone());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(page.caching));
    response
}

/// Whether the browser has this already; it may name several tags, or any. Whether a tag is weak does
/// not matter here: a proxy that compresses weakens it.
pub fn knows(asked: &HeaderMap, etag: &HeaderValue) -> bool {
    let strong = |it: &str| it.trim().trim_start_matches("W/").to_owned();
    let known = etag.to_str().map(strong).unwrap_or_default();
    let tags = asked.get(header::IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    tags.is_some_and(|list| list.split(',').any(|it| it.trim() == "*" || strong(it) == known))
}

/// A page that is not kept, compressed for this one time.
async fn compressed(response: Response, encoding: Encoding) -> Response {
    let is_page = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|it| it.as_bytes().starts_with(b"text/html"));
    if !is_page || response.headers().contains_key(header::CONTENT_ENCODING) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, MAX_PAGE).await else {
        return Response::from_parts(parts, Body::empty());
    };
    let body = Compressed::new(bytes.into(), Quality::Fast);
    encoding.write(&mut parts.headers);
    parts.headers.insert(header::VARY, VARY);
    Response::from_parts(parts, Body::from(body.bytes(encoding)))
}
