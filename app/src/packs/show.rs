//! `/packs/{pack}`: the rules of one pack in plain words, as they stand on a day.

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use tracing::error;

use super::sheet::{Sheet, day_shown};
use super::view;
use crate::parts::names;
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

#[derive(Deserialize)]
pub struct View {
    on: Option<String>,
}

pub async fn show(
    visit: Visit,
    Path(id): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(View { on }) = view.map_err(|_| PageError::BadRequest)?;
        let mut sheet = sheet(&visit, &id, on.as_deref())?;
        // A place that the self-check does not list has its name in the store.
        if let Some(region) = visit.portal.store.region(&sheet.place).await? {
            sheet.place = names::place(&visit, &region);
        }
        let visit = visit.clone();
        Ok(Page::new(sheet.title.clone(), move || draw(&visit, &sheet)))
    })
    .await
}

fn sheet(visit: &Visit, id: &str, on: Option<&str>) -> Result<Sheet, PageError> {
    let library = visit.portal.books.library();
    if !library.has(id) {
        return Err(PageError::NotFound);
    }
    let faulty = |cause: anyhow::Error| {
        error!("could not read the pack {id}: {cause:#}");
        PageError::CannotTell
    };
    let heads = library.heads().map_err(|it| faulty(it.into()))?;
    let head = heads.iter().find(|it| it.id == id).ok_or(PageError::NotFound)?;
    let on = day_shown(head, on, visit.today).ok_or(PageError::BadRequest)?;
    Sheet::of(library, visit.language(), id, &on).map_err(faulty)
}

fn draw(visit: &Visit, sheet: &Sheet) -> AnyView {
    let way = [("/", "site.home"), ("/packs", "packs.title")];
    let way = way.map(|(path, key)| {
        view! { <li><a href=visit.link(path)>{visit.say(key)}</a></li> }.into_any()
    });
    view! {
        <nav aria-label=visit.say("site.breadcrumb")>
            <ol class="breadcrumb">{Vec::from(way)}</ol>
        </nav>
        {view::sheet(visit.words, sheet)}
    }
    .into_any()
}
