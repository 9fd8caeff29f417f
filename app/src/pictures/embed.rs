//! `/embed/{kind}/{code}`: a picture alone, for a frame in somebody else's page. With its source and
//! day, and the way back; with `?release=N` it never changes.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use store::published::Release;

use super::picture::provenance;
use super::{Picture, serve};
use crate::site::page::error_page;
use crate::site::visit::Visit;

pub async fn show(visit: Visit, Path((kind, code)): Path<(String, String)>) -> Response {
    let shown = async {
        let (release, picture) = serve::load(&visit, &kind, &code).await?;
        let owner = Owner::new();
        let html = owner.with(|| draw(&visit, &release, &picture, &code).to_html());
        drop(owner);
        Ok(serve::html(format!("<!DOCTYPE html>{html}"), visit.is_pinned))
    };
    shown.await.unwrap_or_else(|error| error_page(&visit, &error))
}

fn draw(visit: &Visit, release: &Release, picture: &Picture, code: &str) -> AnyView {
    let back = visit.link(&format!("/r/{code}/money"));
    let body = match picture.svg(visit, release) {
        Some(svg) => view! { <div class="picture-frame" inner_html=svg></div> }.into_any(),
        None => picture.table.draw("title"),
    };
    let publisher = visit.pick(&release.publisher_zh, &release.publisher_en);
    let source = if publisher.is_empty() { visit.say("site.name") } else { publisher };
    view! {
        <html lang=visit.language().tag()>
            <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <title>{picture.title.clone()}</title>
                <link rel="stylesheet" href=visit.portal.assets.style()/>
            </head>
            <body class="embed">
                <main>
                    <h1 class="embed__title" id="title">{picture.title.clone()}</h1>
                    {body}
                    <p class="note">{visit.fill("picture.source", &[("source", &source)])}</p>
                    <p class="note">{provenance(visit, release)}</p>
                    <p><a href=back target="_blank" rel="noopener">{visit.say("picture.back")}</a></p>
                </main>
            </body>
        </html>
    }
    .into_any()
}
