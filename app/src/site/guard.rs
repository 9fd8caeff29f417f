//! What stands before every page: headers that keep browsers safe, no forms from other sites, and a
//! limit on how often one address may file or look up.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;

use super::clock::stored;
use super::error::PageError;
use super::page::error_page;
use super::portal::Portal;
use super::visit::Visit;

/// Nothing from elsewhere, nothing inline; the island's wasm may be compiled.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
    script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; form-action 'self'; \
    base-uri 'none'; frame-ancestors 'none'";

pub async fn headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
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
        let today = portal.clock.today();
        let tag = portal.key.tag_hex("address", format!("{today} {address}").as_bytes());
        Ok(Self(tag[..24].to_owned()))
    }
}
