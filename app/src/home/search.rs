//! `/search`: finds a village, township, county or city by part of its name or by its letters.

use axum::extract::{Query, rejection::QueryRejection};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use store::FoundPlace;

use crate::parts::names;
use crate::site::error::PageError;
use crate::site::former;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

const MAX_FOUND: u32 = 50;
const MAX_TEXT: usize = 40;

#[derive(Deserialize)]
pub struct Search {
    #[serde(default)]
    q: String,
}

pub async fn show(visit: Visit, search: Result<Query<Search>, QueryRejection>) -> Response {
    page(&visit, async {
        let Query(Search { q }) = search.map_err(|_| PageError::BadRequest)?;
        let text: String = q
            .chars()
            .filter(|it| !it.is_control())
            .take(MAX_TEXT)
            .collect::<String>()
            .trim()
            .into();
        let found = visit.portal.store.find_places(&text, MAX_FOUND).await?;
        let title = visit.say("search.title");
        let visit = visit.clone();
        // What a person typed is theirs: the page is not kept.
        Ok(Page::private(title, move || view(&visit, &text, &found)))
    })
    .await
}

fn view(visit: &Visit, text: &str, found: &[FoundPlace]) -> AnyView {
    let results: Vec<AnyView> = found.iter().map(|it| result(visit, it)).collect();
    let said = match (text.is_empty(), found.len()) {
        (true, _) => visit.say("search.how"),
        (false, 0) => visit.fill("search.none", &[("text", text)]),
        (false, n) => visit.fill("search.found", &[("text", text), ("n", &n.to_string())]),
    };
    view! {
        <h1>{visit.say("search.title")}</h1>
        <form class="search" method="get" action=visit.address("/search") role="search">
            {former::field(visit)}
            <label class="field__label" for="q">{visit.say("home.search")}</label>
            <div class="field__row">
                <input class="input" id="q" name="q" type="search" maxlength="40"
                    value=text.to_owned() autocomplete="off"/>
                <button class="button">{visit.say("home.search.button")}</button>
            </div>
        </form>
        <p role="status">{said}</p>
        <ul class="place-list">{results}</ul>
    }
    .into_any()
}

fn result(visit: &Visit, found: &FoundPlace) -> AnyView {
    let address = visit.link(&format!("/r/{}", found.region.code));
    let path: Vec<String> = found.path.iter().map(|it| names::short(it)).collect();
    view! {
        <li>
            <a class="place-list__link" href=address>
                <strong>{names::place(visit, &found.region)}</strong>
                <span class="place-list__path">{path.join(" › ")}</span>
            </a>
        </li>
    }
    .into_any()
}
