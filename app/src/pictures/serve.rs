//! `/pictures/{kind}/{code}.svg`, `.png`, `.csv`: a picture or its table as a file. With `?release=N` it
//! is that release's for ever, and may be kept for ever.

use anyhow::Context;
use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use store::published::Release;

use super::{Kind, Money, Picture, png};
use crate::compress::{Compressed, Encoding, Quality};
use crate::parts::place_head::Place;
use crate::site::error::PageError;
use crate::site::page::error_page;
use crate::site::visit::Visit;

pub async fn file(
    visit: Visit,
    Path((kind, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let sent = async {
        let (code, ending) = name.rsplit_once('.').ok_or(PageError::NotFound)?;
        let (release, picture) = load(&visit, &kind, code).await?;
        let Some((content_type, bytes)) = content(&visit, &release, picture, ending).await? else {
            return Ok(no_font(&visit));
        };
        let name = format!("{kind}-{code}-{}.{ending}", release.number);
        Ok(answer(content_type, bytes, &headers, visit.is_pinned, &name))
    };
    sent.await.unwrap_or_else(|error| error_page(&visit, &error))
}

/// The picture of a place in the release that the address means.
pub async fn load(
    visit: &Visit,
    kind: &str,
    code: &str,
) -> Result<(std::sync::Arc<Release>, Picture), PageError> {
    let kind = Kind::parse(kind).ok_or(PageError::NotFound)?;
    let place = Place::load(visit, code).await?;
    let release = visit.release.clone().ok_or(PageError::NotFound)?;
    let money = Money::load(visit, release.number, code).await?;
    let picture = money.picture(visit, &place, kind).ok_or(PageError::NotFound)?;
    Ok((release, picture))
}

/// None where a PNG cannot be drawn here.
async fn content(
    visit: &Visit,
    release: &Release,
    picture: Picture,
    ending: &str,
) -> Result<Option<(&'static str, Vec<u8>)>, PageError> {
    if ending == "csv" {
        let csv = picture.table.csv(visit, release.number, &release.as_of);
        return Ok(Some(("text/csv; charset=utf-8", csv.into_bytes())));
    }
    let svg = picture.svg(visit, release).ok_or(PageError::NotFound)?;
    match ending {
        "svg" => Ok(Some(("image/svg+xml", svg.into_bytes()))),
        "png" => {
            let drawing = tokio::task::spawn_blocking(move || png::drawn(&svg));
            let drawn = drawing.await.context("draw a picture")??;
            Ok(drawn.map(|it| ("image/png", it)))
        }
        _ => Err(PageError::NotFound),
    }
}

fn answer(
    content_type: &'static str,
    bytes: Vec<u8>,
    asked: &HeaderMap,
    is_pinned: bool,
    name: &str,
) -> Response {
    let is_text = content_type != "image/png";
    let encoding = if is_text { Encoding::accepted(asked) } else { Encoding::Plain };
    let body = match encoding {
        Encoding::Plain => Body::from(bytes),
        _ => Body::from(Compressed::new(bytes, Quality::Fast).bytes(encoding)),
    };
    let mut response = Response::new(body);
    let headers = response.headers_mut();
    encoding.write(headers);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching(is_pinned)));
    let name = format!("inline; filename=\"{name}\"");
    if let Ok(name) = HeaderValue::from_str(&name) {
        headers.insert(header::CONTENT_DISPOSITION, name);
    }
    response
}

/// A page that stands alone.
pub fn html(text: String, is_pinned: bool) -> Response {
    let mut response = Response::new(Body::from(text));
    let headers = response.headers_mut();
    let html = HeaderValue::from_static("text/html; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, html);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching(is_pinned)));
    response
}

fn caching(is_pinned: bool) -> &'static str {
    if is_pinned { "public, max-age=31536000, immutable" } else { "public, max-age=60" }
}

/// In the form that programs read too (RFC 9457), in a plain sentence.
fn no_font(visit: &Visit) -> Response {
    let problem = serde_json::json!({
        "title": visit.say("picture.no_png"),
        "status": 404,
        "detail": visit.say("picture.no_png.text"),
    });
    let mut response = Response::new(Body::from(problem.to_string()));
    *response.status_mut() = StatusCode::NOT_FOUND;
    let json = HeaderValue::from_static("application/problem+json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}
