//! `/figures/{id}`: one published figure with all that is known about it.

use axum::extract::Path;
use axum::response::Response;
use leptos::prelude::*;
use store::published::{Figure, RecordKind, SourceDocument};

use super::absent::absent;
use crate::parts::change::{self, Since};
use crate::parts::place_head::Place;
use crate::parts::{figure, report};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

pub async fn show(visit: Visit, Path(id): Path<String>) -> Response {
    page(&visit, async {
        let (store, release) = (&visit.portal.store, visit.release_number());
        let Some(figure) = store.figure(release, &id).await? else {
            return absent(&visit, RecordKind::Figure, &id).await;
        };
        let since = change::since(&visit, &figure, |it| store.figure(it, &id)).await?;
        let source = store.source(release, &figure.source_id).await?.ok_or(PageError::NotFound)?;
        let place = Place::load(&visit, &figure.region_code).await?;
        let title = format!("{} · {}", figure::name(&visit, &figure), place.name(&visit));
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &place, &figure, &source, since.as_ref())))
    })
    .await
}

fn draw(
    visit: &Visit,
    place: &Place,
    figure: &Figure,
    source: &SourceDocument,
    since: Option<&Since>,
) -> AnyView {
    let warning = visit.pick_some(figure.warning_zh.as_deref(), figure.warning_en.as_deref());
    let derivation =
        visit.pick_some(figure.derivation_zh.as_deref(), figure.derivation_en.as_deref());
    let fact = |key: &str, text: String| {
        view! { <div><dt>{visit.say(key)}</dt><dd>{text}</dd></div> }.into_any()
    };
    view! {
        {crate::parts::place_head::breadcrumb(visit, &place.way)}
        <h1>{figure::name(visit, figure)}</h1>
        <p class="headline__number">{figure::value(visit, figure)}</p>
        {warning.map(|it| view! {
            <p class="figure__warning">
                <span class="figure__warning-sign" aria-hidden="true">"▲"</span>
                <strong>{visit.say("figure.warning")}</strong>{it}
            </p>
        })}
        {since.map(|it| it.draw(visit))}
        <dl class="facts">
            {fact("figure.period", figure::period(visit, figure))}
            {fact("figure.place", place.name(visit))}
            {derivation.map(|it| fact("figure.derivation", it))}
            {fact("figure.document", visit.pick(&source.title_zh, &source.title_en))}
            {fact("figure.publisher", figure::source(visit, source))}
        </dl>
        <p class="note">{visit.say("figure.as_printed")}</p>
        <p>{report::link(visit, "figure", &figure.id)}</p>
    }
    .into_any()
}
