//! `/check`: the self-check. In the browser an island runs it; a posted form is one step of the very
//! same walk on the server, which keeps nothing of it.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::Response;
use islands::check::{Session, frame};
use leptos::prelude::*;

use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub async fn show(visit: Visit) -> Response {
    page(&visit, async { Ok(drawn(&visit, Session::default())?.public()) }).await
}

pub async fn step(
    visit: Visit,
    fields: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    page(&visit, async {
        let Form(fields) = fields?;
        let session = {
            let book = visit.book()?;
            Session::step(&book, &fields)
        };
        drawn(&visit, session)
    })
    .await
}

pub fn drawn(visit: &Visit, session: Session) -> Result<Page, PageError> {
    let book = visit.book()?.shared();
    let title = visit.say("check.title");
    let (title, status) = match session.problem {
        Some(_) => {
            let title = visit.fill("problem.page_title", &[("title", &title)]);
            (title, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => (title, StatusCode::OK),
    };
    let draw = move || {
        let html = frame(&book, &session).into_string();
        view! { <div inner_html=html></div> }.into_any()
    };
    Ok(Page::private(title, draw).with_island().with_status(status))
}
