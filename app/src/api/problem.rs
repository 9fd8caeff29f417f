//! What went wrong, as RFC 9457 says it to programs: `application/problem+json`.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use store::StoreError;
use tracing::error;
use utoipa::ToSchema;

use crate::site::error::PageError;
use crate::site::reading::open;

/// Why there is no answer (RFC 9457).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Names the kind of problem; it leads nowhere.
    #[serde(rename = "type")]
    pub kind: String,
    /// What went wrong, the same for every problem of the kind.
    pub title: &'static str,
    /// The status of the answer.
    pub status: u16,
    /// What went wrong this time, and what was expected.
    pub detail: String,
    /// Every parameter that is wrong, not only the first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<Mistake>,
}

/// A parameter that is wrong.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Mistake {
    pub parameter: String,
    /// What is wrong with it and what was expected.
    pub detail: String,
}

impl Problem {
    fn new(code: &str, status: StatusCode, title: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("tag:yangguang,2026:problem/{code}"),
            title,
            status: status.as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
        }
    }

    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new("not-found", StatusCode::NOT_FOUND, "There is no such thing", detail)
    }

    pub fn bad_parameters(errors: Vec<Mistake>) -> Self {
        let detail: Vec<String> =
            errors.iter().map(|it| format!("{}: {}", it.parameter, it.detail)).collect();
        let title = "A parameter is wrong";
        let problem = Self::new("parameter", StatusCode::BAD_REQUEST, title, detail.join(" "));
        Self { errors, ..problem }
    }

    /// No record of that kind has this id in that release.
    pub fn no_record(what: &str, id: &str, release: i64) -> Self {
        let id: String = id.chars().take(60).collect();
        Self::not_found(format!("Release {release} holds no {what} {id:?}."))
    }

    /// The parameter is well written, but what it names is not there.
    #[must_use]
    pub fn with_not_found(self) -> Self {
        let Self { detail, errors, .. } = self;
        Self { errors, ..Self::not_found(detail) }
    }

    pub fn method_not_allowed() -> Self {
        let status = StatusCode::METHOD_NOT_ALLOWED;
        Self::new("method", status, "Only for reading", "Use GET, HEAD or OPTIONS.")
    }
}

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        Self::from(PageError::from(error))
    }
}

impl From<PageError> for Problem {
    /// The cause of an internal error goes into the log.
    fn from(error: PageError) -> Self {
        if let PageError::Internal(cause) = &error {
            error!("could not answer a program: {cause:#}");
        }
        Self::of(&error)
    }
}

impl Problem {
    /// As an error of a page is told to a program; its cause never is.
    pub fn of(error: &PageError) -> Self {
        let status = error.status();
        let code = error.code().replace('_', "-");
        let (title, detail) = match error {
            PageError::NotFound => {
                let detail = "There is no such address. /api/openapi.json lists all there are.";
                return Self::not_found(detail);
            }
            PageError::BadRequest => (
                "The address is wrong",
                "An address is text in UTF-8, percent-encoded, without the character NUL.",
            ),
            PageError::Busy | PageError::CannotTell => ("Busy", "Ask again in a few seconds."),
            PageError::TooLarge => ("Too large", "Nothing need be sent with a request to read."),
            PageError::Internal(_) => ("Our mistake", "Something broke here. Ask again later."),
            _ => ("Refused", "This cannot be read."),
        };
        Self::new(&code, status, title, detail)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).expect("made from a status");
        let body = serde_json::to_vec(&self).expect("texts and numbers make JSON");
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        let kind = HeaderValue::from_static("application/problem+json");
        headers.insert(header::CONTENT_TYPE, kind);
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if status == StatusCode::SERVICE_UNAVAILABLE {
            headers.insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
        }
        open(headers);
        response
    }
}
