//! `/data/photos/{sha256}.jpg`: a photo of the work, named by its content.

use axum::extract::{Path, State, rejection::PathRejection};
use axum::http::{HeaderMap, Method};
use axum::response::Response;

use super::folder::below;
use super::manifest::Digest;
use super::whole;
use crate::site::error::PageError;
use crate::site::page::error_page;
use crate::site::portal::Portal;
use crate::site::visit::Visit;

pub async fn show(
    visit: Visit,
    State(portal): State<Portal>,
    name: Result<Path<String>, PathRejection>,
    method: Method,
    headers: HeaderMap,
) -> Response {
    let Ok(Path(name)) = name else { return error_page(&visit, &PageError::NotFound) };
    let digest = name.strip_suffix(".jpg").and_then(Digest::parse);
    let digest = digest.filter(|it| format!("{}.jpg", it.hex()) == name);
    let file = digest.and_then(|_| below(&portal.settings.files.join("photos"), &name));
    let Some(file) = file.filter(|it| it.is_file()) else {
        return error_page(&visit, &PageError::NotFound);
    };
    let response = whole::file(method, &headers, &file, digest).await;
    response.unwrap_or_else(|| error_page(&visit, &PageError::NotFound))
}
