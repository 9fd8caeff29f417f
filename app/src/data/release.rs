//! `/data/releases/{number}/…`: the files of a published release; a folder is a page that lists them.

use axum::extract::{Path, Query, State, rejection::PathRejection};
use axum::http::{HeaderMap, Method};
use axum::response::Response;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use store::published::Release;

use super::folder::below as file_below;
use super::manifest::{Digest, digest_of};
use super::{listing, whole};
use crate::parts::filters;
use crate::site::error::PageError;
use crate::site::page::error_page;
use crate::site::portal::Portal;
use crate::site::visit::Visit;

/// The list of all other files, which cannot hold its own digest.
const SUMS: &str = "SHA256SUMS";

#[derive(Deserialize)]
pub struct View {
    #[serde(default)]
    page: String,
}

pub async fn top(
    visit: Visit,
    state: State<Portal>,
    number: Result<Path<String>, PathRejection>,
    view: Query<View>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let path = number.map(|Path(number)| Path((number, String::new())));
    below(visit, state, path, view, method, headers).await
}

pub async fn below(
    visit: Visit,
    State(portal): State<Portal>,
    path: Result<Path<(String, String)>, PathRejection>,
    Query(view): Query<View>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let answer = async {
        let Path((number, path)) = path.map_err(|_| PageError::NotFound)?;
        let page = filters::page_number(&view.page)?;
        let release = published(&portal, &number).await?;
        let root = portal.settings.files.join("releases").join(release.number.to_string());
        if !root.is_dir() {
            return Ok(listing::not_here(&visit, &release));
        }
        let found = file_below(&root, &path).ok_or(PageError::NotFound)?;
        if found.is_dir() {
            return listing::show(&visit, &release, &path, &found, page);
        }
        if path.ends_with('/') {
            return Err(PageError::NotFound);
        }
        let digest = digest(&portal, &release, &path, &found).await?;
        whole::file(method, &headers, &found, digest).await.ok_or(PageError::NotFound)
    };
    answer.await.unwrap_or_else(|error| error_page(&visit, &error))
}

/// A release that is only built is not there.
async fn published(portal: &Portal, number: &str) -> Result<Release, PageError> {
    let is_plain = number.bytes().all(|it| it.is_ascii_digit()) && !number.starts_with('0');
    let number = number.parse().ok().filter(|_| is_plain).ok_or(PageError::NotFound)?;
    portal.store.release(number).await?.ok_or(PageError::NotFound)
}

async fn digest(
    portal: &Portal,
    release: &Release,
    path: &str,
    file: &std::path::Path,
) -> Result<Option<Digest>, PageError> {
    if path == SUMS {
        let bytes =
            tokio::fs::read(file).await.map_err(|error| PageError::Internal(error.into()))?;
        return Ok(Some(Digest::new(Sha256::digest(&bytes).into())));
    }
    let proof = portal.store.proof(release.number).await?.unwrap_or_default();
    Ok(digest_of(&proof.manifest, path))
}
