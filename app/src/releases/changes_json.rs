//! `/releases/{n}/changes.json?from=M`: all that changed, for programs. The form is described at
//! [`disclosure::difference::Difference`].

use anyhow::Context;
use axum::body::Body;
use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use serde::Deserialize;

use super::differences;
use super::pair::TwoReleases;
use crate::compress::{Compressed, Encoding, Quality};
use crate::site::error::PageError;
use crate::site::page::error_page;
use crate::site::visit::Visit;

#[derive(Deserialize)]
pub struct View {
    #[serde(default)]
    from: String,
}

pub async fn serve(
    visit: Visit,
    Path(number): Path<String>,
    view: Result<Query<View>, QueryRejection>,
    headers: HeaderMap,
) -> Response {
    match answer(&visit, &number, view, &headers).await {
        Ok(response) => response,
        Err(error) => error_page(&visit, &error),
    }
}

async fn answer(
    visit: &Visit,
    number: &str,
    view: Result<Query<View>, QueryRejection>,
    headers: &HeaderMap,
) -> Result<Response, PageError> {
    let Query(view) = view.map_err(|_| PageError::BadRequest)?;
    let two = TwoReleases::load(visit, number, &view.from).await?;
    let difference = differences::of_pair(&visit.portal, two.numbers()).await?;
    let encoding = Encoding::accepted(headers);
    let made = tokio::task::spawn_blocking(move || {
        let bytes = serde_json::to_vec(&*difference)?;
        anyhow::Ok(Compressed::new(bytes, Quality::Fast).bytes(encoding))
    });
    let bytes = made.await.context("write a difference")??;
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    encoding.write(headers);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    // What is published never changes, so neither does what changed.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    Ok(response)
}
