//! `/notices/{id}`: one notice, how long it still stands, and whom to call.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use store::published::{Notice, RecordKind};

use super::absent::absent;
use crate::duties::notice::{counted, too_short};
use crate::parts::change::{self, Since};
use crate::parts::place_head::{Place, breadcrumb};
use crate::parts::{counts, days, report};
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    page(&visit, async {
        let (store, release) = (&visit.portal.store, visit.release_number());
        let Some(notice) = store.notice(release, &id).await? else {
            return absent(&visit, RecordKind::Notice, &id).await;
        };
        let since = change::since(&visit, &notice, |it| store.notice(it, &id)).await?;
        let place = Place::load(&visit, &notice.region_code).await?;
        let title = visit.pick(&notice.title_zh, &notice.title_en);
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &place, &notice, since.as_ref())))
    })
    .await
}

/// `● 还剩 4 天`. The first counted day is the one after it was put up.
pub fn days_left(visit: &Visit, posted_on: &str, ends_on: &str) -> AnyView {
    let (Some(posted), Some(ends)) = (days::parse(posted_on), days::parse(ends_on)) else {
        return ().into_any();
    };
    let today = visit.today;
    let (class, shape, said) = if today > ends {
        ("status", "○", visit.say("notice.ended"))
    } else if today < posted {
        ("status", "○", visit.say("notice.not_begun"))
    } else {
        let left = (ends - today).get_days();
        let said = visit.fill("notice.days_left", &[("n", &left.to_string())]);
        ("status status--waiting", "◐", if left == 0 { visit.say("notice.last_day") } else { said })
    };
    view! { <span class=class><span aria-hidden="true">{shape}" "</span>{said}</span> }.into_any()
}

fn draw(visit: &Visit, place: &Place, notice: &Notice, since: Option<&Since>) -> AnyView {
    let body = visit.pick(&notice.body_zh, &notice.body_en);
    let paragraphs: Vec<AnyView> = body
        .split('\n')
        .filter(|it| !it.trim().is_empty())
        .map(|it| view! { <p>{it.to_owned()}</p> }.into_any())
        .collect();
    let project = notice.project_id.as_ref().map(|id| {
        let address = visit.link(&format!("/projects/{id}"));
        view! { <p><a href=address>{visit.say("notice.project")}</a></p> }
    });
    let fact = |key: &str, text: String| {
        view! { <div><dt>{visit.say(key)}</dt><dd>{text}</dd></div> }.into_any()
    };
    view! {
        {breadcrumb(visit, &place.way)}
        <h1>{visit.pick(&notice.title_zh, &notice.title_en)}" "{counts::demo_badge(visit)}</h1>
        <p class="headline__number">{days_left(visit, &notice.posted_on, &notice.ends_on)}</p>
        {since.map(|it| it.draw(visit))}
        {too_short(visit, &notice.kind, &notice.posted_on, &notice.ends_on)}
        {paragraphs}
        {project}
        <dl class="facts">
            {fact("notice.kind", visit.say(&format!("notice_kind.{}", notice.kind)))}
            {fact("notice.posted", days::said_text(visit, &notice.posted_on))}
            {fact("notice.ends", days::said_text(visit, &notice.ends_on))}
            {counted(visit, &notice.posted_on, &notice.ends_on)
                .map(|it| fact("notice.counted", it))}
            {fact("notice.phones", notice.phones.clone())}
        </dl>
        <p>{report::link(visit, "notice", &notice.id)}</p>
    }
    .into_any()
}
