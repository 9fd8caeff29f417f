//! What stands before every page: headers that keep browsers safe, no forms from other sites, and a
//! limit on how often one address may file or look up.

use std::net::{IpAddr, SocketAddr};
use std::panic::AssertUnwindSafe;
use std::time::Duration;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::FutureExt;

use super::clock::stored;
use super::error::PageError;
use super::language::Language;
use super::page::error_page;
use super::portal::Portal;
use super::visit::Visit;

/// Nothing from elsewhere, nothing inline; the island's wasm may be compiled.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

/// For pages made to stand in others' frames: they hold a picture and a link, no form.
const POLICY_OF_EMBEDS: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    form-action 'none'; base-uri 'none'; frame-ancestors *";

/// A page takes milliseconds; what takes longer than this hangs.
const PATIENCE: Duration = Duration::from_secs(30);

pub async fn headers(request: Request, next: Next) -> Response {
    let is_embed = Language::of(request.uri().path()).1.starts_with("/embed/");
    let policy = if is_embed { POLICY_OF_EMBEDS } else { POLICY };
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

/// An address that is no text, or holds the character NUL, which no text of ours does and PostgreSQL
/// cannot store.
pub async fn readable(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let uri = request.uri();
    let holds_nul = uri.path_and_query().is_some_and(|it| it.as_str().contains("%00"));
    if holds_nul || !is_text(uri.path()) {
        let visit = Visit::of(&portal, uri.path(), None);
        return error_page(&visit, &PageError::BadRequest);
    }
    next.run(request).await
}

fn is_text(path: &str) -> bool {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|it| std::str::from_utf8(it).ok());
        let encoded = digits.and_then(|it| u8::from_str_radix(it, 16).ok());
        let encoded = encoded.filter(|_| *first == b'%');
        bytes.push(encoded.unwrap_or(*first));
        rest = if encoded.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).is_ok()
}

/// A page that panics or hangs becomes an error page in the language that was asked for. What went
/// wrong is in the log; the person learns that nothing was lost.
pub async fn patient(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    // While developing one request is held open on purpose.
    let patience = if portal.settings.is_dev { Duration::MAX } else { PATIENCE };
    let running = AssertUnwindSafe(next.run(request)).catch_unwind();
    let error = match tokio::time::timeout(patience, running).await {
        Ok(Ok(response)) => return response,
        Ok(Err(_)) => PageError::Internal(anyhow::anyhow!("the page panicked")),
        Err(_) => PageError::Busy,
    };
    error_page(&Visit::of(&portal, &path, None), &error)
}

/// A form sent from another site's page is refused. Browsers too old to say so are let through: no
/// cookie gives them any right.
pub async fn own_forms(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let site = request.headers().get("sec-fetch-site").and_then(|it| it.to_str().ok());
    if request.method() == Method::POST && site == Some("cross-site") {
        let visit = Visit::of(&portal, request.uri().path(), None);
        return error_page(&visit, &PageError::Forbidden);
    }
    next.run(request).await
}

/// Where a request comes from, known only as a keyed hash that changes every day.
pub struct Sender(String);

impl Sender {
    /// Counts one filing; refuses too many in an hour.
    pub async fn may_file(&self, portal: &Portal) -> Result<(), PageError> {
        self.may(portal, "file", portal.settings.hourly_filings).await
    }

    /// Counts one look-up; refuses too many in an hour, so that receipts cannot be tried out.
    pub async fn may_look_up(&self, portal: &Portal) -> Result<(), PageError> {
        self.may(portal, "look-up", portal.settings.hourly_lookups).await
    }

    async fn may(&self, portal: &Portal, what: &str, limit: i64) -> Result<(), PageError> {
        let hour = &stored(portal.clock.now())[..13];
        let n = portal.store.count_request(&format!("{what}:{}", self.0), hour).await?;
        if n > limit { Err(PageError::TooMany) } else { Ok(()) }
    }
}

/// One connection has 2^64 addresses of the sixth version: the first half stands for it.
fn network(address: &str) -> String {
    match address.parse() {
        Ok(IpAddr::V6(it)) => {
            let [a, b, c, d, ..] = it.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        _ => address.to_owned(),
    }
}

impl FromRequestParts<Portal> for Sender {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        portal: &Portal,
    ) -> Result<Self, Self::Rejection> {
        let from_proxy = portal.settings.client_address_header.as_ref().and_then(|name| {
            // The last hop is the one that our own proxy saw.
            let list = parts.headers.get(name)?.to_str().ok()?;
            Some(list.rsplit(',').next().unwrap_or(list).trim().to_owned())
        });
        let address = from_proxy.unwrap_or_else(|| {
            let connection = parts.extensions.get::<ConnectInfo<SocketAddr>>();
            connection.map_or_else(String::new, |it| it.0.ip().to_string())
        });
        let address = network(&address);
        let today = portal.clock.today();
        let tag = portal.key.tag_hex("address", format!("{today} {address}").as_bytes());
        Ok(Self(tag[..24].to_owned()))
    }
}
