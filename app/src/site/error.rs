//! Errors as pages: what happened, that nothing was lost, and a way on.

use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use store::StoreError;

/// Why a page cannot be shown.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    #[error("not found")]
    NotFound,
    /// The address names a release that was never published.
    #[error("no such release")]
    NoSuchRelease,
    /// The address asks for something that cannot be, such as page minus one.
    #[error("bad request")]
    BadRequest,
    #[error("forbidden")]
    Forbidden,
    #[error("too many requests from one address")]
    TooMany,
    #[error("too large")]
    TooLarge,
    /// The same may well work in a moment.
    #[error("busy")]
    Busy,
    /// No rules are in force, or they cannot be read: that never becomes a no.
    #[error("no rules in force")]
    CannotTell,
    #[error(transparent)]
    Internal(#[from] anyhow::Error),
}

/// A form that cannot be read: too long, or no form at all.
impl From<FormRejection> for PageError {
    fn from(rejection: FormRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Self::TooLarge
        } else {
            Self::BadRequest
        }
    }
}

impl From<StoreError> for PageError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Busy => Self::Busy,
            other => Self::Internal(other.into()),
        }
    }
}

impl PageError {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::NoSuchRelease => StatusCode::NOT_FOUND,
            Self::BadRequest => StatusCode::BAD_REQUEST,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy | Self::CannotTell => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// The heading under which its words stand.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::NoSuchRelease => "no_such_release",
            Self::BadRequest => "bad_request",
            Self::Forbidden => "forbidden",
            Self::TooMany => "too_many",
            Self::TooLarge => "too_large",
            Self::Busy => "busy",
            Self::CannotTell => "cannot_tell",
            Self::Internal(_) => "internal",
        }
    }
}
