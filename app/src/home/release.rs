//! `/releases/{n}`: what one release holds, and where its figures come from.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use store::published::{Release, SourceDocument};

use crate::parts::{counts, days};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub async fn show(visit: Visit, Path(number): Path<String>) -> Response {
    page(&visit, async {
        let number: i64 = number.parse().map_err(|_| PageError::NotFound)?;
        let store = &visit.portal.store;
        let release = store.release(number).await?.ok_or(PageError::NotFound)?;
        let sources = store.sources(number).await?;
        let title = visit.fill("release.title", &[("number", &number.to_string())]);
        let visit = visit.clone();
        Ok(Page::new(title.clone(), move || view(&visit, title, &release, &sources)))
    })
    .await
}

fn view(visit: &Visit, title: String, release: &Release, sources: &[SourceDocument]) -> AnyView {
    let sources: Vec<AnyView> = sources
        .iter()
        .map(|source| {
            let day = source.published_on.as_ref().map(|it| days::said_text(visit, it));
            view! {
                <li>
                    <strong>{visit.pick(&source.title_zh, &source.title_en)}</strong>
                    <br/>
                    {visit.pick(&source.publisher_zh, &source.publisher_en)}" · "
                    {day.unwrap_or_else(|| visit.say("figure.undated"))}
                    <br/>
                    <span class="note">{visit.pick(&source.note_zh, &source.note_en)}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <h1>{title}" "{counts::demo_badge(visit)}</h1>
        <p class="lead">{visit.pick(&release.title_zh, &release.title_en)}</p>
        <dl class="facts">
            <div><dt>{visit.say("release.published")}</dt>
                <dd>{days::said_text(visit, &release.published_at)}</dd></div>
            <div><dt>{visit.say("release.as_of")}</dt>
                <dd>{days::said_text(visit, &release.as_of)}</dd></div>
        </dl>
        <h2>{visit.say("release.sources")}</h2>
        <p>{visit.say("release.sources.help")}</p>
        <ul class="source-list">{sources}</ul>
    }
    .into_any()
}
