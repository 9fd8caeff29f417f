//! `/releases/{n}`: who published one release and why, what it changed, how to check it, and where its
//! figures come from.

use axum::extract::{Path, Query, rejection::QueryRejection};
use axum::response::Response;
use disclosure::difference::{Change, Difference, What};
use islands::figures::grouped;
use leptos::prelude::*;
use serde::Deserialize;
use store::Proof;
use store::published::{Release, SourceDocument};

use super::{differences, index, pair, proof};
use crate::parts::{counts, days, filters};
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

#[derive(Deserialize)]
pub struct View {
    #[serde(default)]
    page: String,
}

struct Data {
    title: String,
    release: Release,
    sources: Vec<SourceDocument>,
    proof: Proof,
    /// Which page of the files.
    number: u32,
    /// None for the first release.
    difference: Option<std::sync::Arc<Difference>>,
}

pub async fn show(
    visit: Visit,
    Path(number): Path<String>,
    view: Result<Query<View>, QueryRejection>,
) -> Response {
    page(&visit, async {
        let Query(view) = view.map_err(|_| PageError::BadRequest)?;
        let number = pair::parse(&number).ok_or(PageError::NotFound)?;
        let store = &visit.portal.store;
        let release = store.release(number).await?.ok_or(PageError::NotFound)?;
        let has_before = store.release(number - 1).await?.is_some();
        let title = visit.fill("release.title", &[("number", &number.to_string())]);
        let data = Data {
            title: title.clone(),
            release,
            sources: store.sources(number).await?,
            proof: store.proof(number).await?.unwrap_or_default(),
            number: filters::page_number(&view.page)?,
            difference: if has_before {
                Some(differences::of_pair(&visit.portal, (number - 1, number)).await?)
            } else {
                None
            },
        };
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &data)))
    })
    .await
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let Data { title, release, sources, proof, number, difference } = data;
    view! {
        <p><a href=visit.link("/releases")>{visit.say("release.all")}</a></p>
        <h1>{title.clone()}" "{counts::demo_badge(visit)}</h1>
        <p class="lead">{visit.pick(&release.title_zh, &release.title_en)}</p>
        {standing(visit, release)}
        {index::facts(visit, release)}
        {changes(visit, release, difference.as_deref())}
        {proof::certificate(visit, proof)}
        {proof::files(visit, release.number, proof, *number)}
        {documents(visit, sources)}
    }
    .into_any()
}

/// Whether it is the newest; a former one can be read as it stood.
fn standing(visit: &Visit, release: &Release) -> AnyView {
    if release.number == visit.current_number() {
        return view! { <p>{visit.say("release.is_newest")}</p> }.into_any();
    }
    let home = visit.link(&format!("/?release={}", release.number));
    let newest = visit.link(&format!("/releases/{}", visit.current_number()));
    view! {
        <p>
            {visit.say("release.is_former")}" "
            <a href=home rel="nofollow">{visit.say("release.read")}</a>" · "
            <a href=newest>{visit.say("release.newest")}</a>
        </p>
    }
    .into_any()
}

fn changes(visit: &Visit, release: &Release, difference: Option<&Difference>) -> AnyView {
    let heading = visit.say("release.changes");
    let Some(difference) = difference else {
        return view! { <h2>{heading}</h2><p>{visit.say("releases.first")}</p> }.into_any();
    };
    let address = visit.link(&format!("/releases/{}/changes", release.number));
    let numbers = difference.numbers();
    let rows: Vec<AnyView> = numbers
        .iter()
        .map(|(kind, numbers)| {
            let address = format!("{address}?kind={}", kind.code());
            view! {
                <tr>
                    <th scope="row"><a href=address>{visit.say(&format!("record.{}", kind.code()))}</a></th>
                    {[numbers.added, numbers.changed, numbers.withdrawn].map(number)}
                </tr>
            }
            .into_any()
        })
        .collect();
    // What is new speaks for itself.
    let silent = |it: &&Change| it.change != What::Added && it.reason.is_none();
    let unexplained = difference.changes.iter().filter(silent).count();
    let unexplained = grouped(i64::try_from(unexplained).unwrap_or(i64::MAX));
    view! {
        <section aria-labelledby="changes">
            <h2 id="changes">{heading}</h2>
            <p>{index::total(visit, &numbers)}" "{visit.fill("release.unexplained", &[("n", &unexplained)])}</p>
            {(!rows.is_empty()).then(|| table(visit, rows))}
            <p><a href=address>{visit.say("release.changes.see")}</a></p>
        </section>
    }
    .into_any()
}

fn number(n: usize) -> AnyView {
    let n = grouped(i64::try_from(n).unwrap_or(i64::MAX));
    view! { <td>{n}</td> }.into_any()
}

fn table(visit: &Visit, rows: Vec<AnyView>) -> AnyView {
    view! {
        <div class="scroll" tabindex="0" role="region" aria-labelledby="changes">
        <table class="table table--wrapping">
            <caption>{visit.say("release.changes.caption")}</caption>
            <thead><tr>
                <th scope="col">{visit.say("difference.kind")}</th>
                <th scope="col">{visit.say("difference.added")}</th>
                <th scope="col">{visit.say("difference.changed")}</th>
                <th scope="col">{visit.say("difference.withdrawn")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
        </div>
    }
    .into_any()
}

fn documents(visit: &Visit, sources: &[SourceDocument]) -> Option<AnyView> {
    if sources.is_empty() {
        return None;
    }
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
    Some(
        view! {
            <h2>{visit.say("release.sources")}</h2>
            <p>{visit.say("release.sources.help")}</p>
            <ul class="source-list">{sources}</ul>
        }
        .into_any(),
    )
}
