//! `POST /view`: larger text, or the usual size again.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::site::error::PageError;
use crate::site::page::error_page;
use crate::site::text_size::TextSize;
use crate::site::visit::Visit;

#[derive(Deserialize)]
pub struct ViewForm {
    #[serde(default)]
    size: String,
    /// The address to come back to.
    #[serde(default)]
    back: String,
}

pub async fn choose(visit: Visit, form: Result<Form<ViewForm>, FormRejection>) -> Response {
    let form = match form {
        Ok(Form(form)) => form,
        Err(rejection) => return error_page(&visit, &PageError::from(rejection)),
    };
    let is_own =
        form.back.starts_with('/') && !form.back.starts_with("//") && !form.back.contains('\\');
    let back = if is_own { form.back.as_str() } else { "/" };
    let is_readable = !back.contains(|it: char| it.is_control());
    let back = if is_readable { back } else { "/" };
    let mut response = Redirect::to(back).into_response();
    let cookie = TextSize::parse(&form.size).set_cookie();
    response.headers_mut().insert(header::SET_COOKIE, cookie);
    response
}
