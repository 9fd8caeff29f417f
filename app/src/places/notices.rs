//! `/r/{code}/notices`: what is posted for people to read and object to, with the days left.

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;
use store::NoticeSummary;

use crate::duties::notice::too_short;
use crate::parts::place_head::{Place, Tab};
use crate::parts::{counts, days, filters, list, names};
use crate::records::notice::days_left;
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

#[derive(Deserialize)]
pub struct View {
    #[serde(default)]
    page: String,
}

pub async fn show(
    visit: Visit,
    Path(code): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let place = Place::load(&visit, &code).await?;
        let (store, today) = (&visit.portal.store, visit.today.to_string());
        let number = filters::page_number(&view.page)?;
        let notices = store.notices(visit.release_number(), &code, &today, number).await?;
        let title = visit.fill("notices.title", &[("place", &place.name(&visit))]);
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &place, &notices)))
    })
    .await
}

fn draw(visit: &Visit, place: &Place, notices: &store::Page<NoticeSummary>) -> AnyView {
    let path = place.link(visit, "/notices");
    let rows: Vec<AnyView> = notices.items.iter().map(|it| row(visit, it)).collect();
    let list = if rows.is_empty() {
        let key = if notices.total > 0 { "list.beyond" } else { "notices.none" };
        list::empty(visit, key, Some((place.link(visit, ""), "list.to_place")))
    } else {
        view! { <ul class="record-list">{rows}</ul> }.into_any()
    };
    view! {
        {place.head(visit, Tab::Notices)}
        <p class="note">{visit.say("notices.what")}" "{counts::demo_badge(visit)}</p>
        {list}
        {list::pager(visit, notices, &path, &list::Query::default())}
    }
    .into_any()
}

fn row(visit: &Visit, notice: &NoticeSummary) -> AnyView {
    let address = visit.link(&format!("/notices/{}", notice.id));
    view! {
        <li class="record">
            <h2 class="record__name">
                <a href=address>{visit.pick(&notice.title_zh, &notice.title_en)}</a>
            </h2>
            <p class="record__facts">
                {names::short(&notice.region_name)}" · "
                {visit.say(&format!("notice_kind.{}", notice.kind))}
            </p>
            <p>{days_left(visit, &notice.posted_on, &notice.ends_on)}</p>
            {too_short(visit, &notice.kind, &notice.posted_on, &notice.ends_on)}
            <p class="note">
                {visit.fill("notice.from_to", &[
                    ("from", &days::said_text(visit, &notice.posted_on)),
                    ("to", &days::said_text(visit, &notice.ends_on)),
                ])}
            </p>
        </li>
    }
    .into_any()
}
