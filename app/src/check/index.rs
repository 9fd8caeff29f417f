//! `/check`: the self-check. In the browser an island runs it; a posted form is one step of the very
//! same walk on the server, which keeps nothing of it.

use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::StatusCode;
use axum::response::Response;
use islands::check::{Opening, SelfCheck, Session};
use leptos::prelude::*;

use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub async fn show(visit: Visit) -> Response {
    page(&visit, async { Ok(drawn(&visit, Session::default()).public()) }).await
}

pub async fn step(
    visit: Visit,
    fields: Result<Form<Vec<(String, String)>>, FormRejection>,
) -> Response {
    page(&visit, async {
        let Form(fields) = fields?;
        let session = Session::step(visit.portal.books.of(visit.language()), &fields);
        Ok(drawn(&visit, session))
    })
    .await
}

fn drawn(visit: &Visit, session: Session) -> Page {
    let book = visit.portal.books.of(visit.language()).clone();
    let title = visit.say("check.title");
    let (title, status) = match session.problem {
        Some(_) => {
            let title = visit.fill("problem.page_title", &[("title", &title)]);
            (title, StatusCode::UNPROCESSABLE_ENTITY)
        }
        None => (title, StatusCode::OK),
    };
    let opening = Opening { book, session };
    let draw = move || {
        provide_context(opening);
        view! { <SelfCheck/> }.into_any()
    };
    Page::private(title, draw).with_island().with_status(status)
}
