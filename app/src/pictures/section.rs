//! A picture on a page: heading, picture, table, and the ways to take it away.

use leptos::prelude::*;
use store::published::Release;

use super::{Kind, Picture, png};
use crate::parts::counts;
use crate::site::visit::Visit;

/// Looks for what pictures need, before a page with them is drawn.
pub async fn ready() {
    png::ready().await;
}

/// `code` is of the place; the addresses to take away are pinned to the release that is shown.
pub fn section(visit: &Visit, release: &Release, picture: &Picture, code: &str) -> AnyView {
    let id = picture.kind.code();
    let heading = format!("{id}-heading");
    let svg = picture.svg(visit, release).map(|svg| {
        view! { <div class="picture-frame" inner_html=svg></div> }
    });
    view! {
        <section class="panel" aria-labelledby=heading.clone()>
            <h2 id=heading.clone()>{picture.title.clone()}" "{counts::demo_badge(visit)}</h2>
            <p class="note">{picture.description.clone()}</p>
            {svg}
            {picture.table.draw(&heading)}
            {ways(visit, release, picture.kind, code)}
        </section>
    }
    .into_any()
}

/// Links to the files and to the address for frames.
pub fn ways(visit: &Visit, release: &Release, kind: Kind, code: &str) -> AnyView {
    let (id, number) = (kind.code(), release.number);
    let file = |ending: &'static str, key: &str| {
        let address = visit.address(&format!("/pictures/{id}/{code}.{ending}?release={number}"));
        view! { <li><a href=address download="">{visit.say(key)}</a></li> }.into_any()
    };
    let is_drawn = kind != Kind::Places;
    let embed = visit.address(&format!("/embed/{id}/{code}?release={number}"));
    view! {
        <ul class="ways" aria-label=visit.say("picture.ways")>
            {is_drawn.then(|| file("svg", "picture.svg"))}
            {(is_drawn && png::is_offered()).then(|| file("png", "picture.png"))}
            {file("csv", "picture.csv")}
            <li><a href=embed rel="nofollow">{visit.say("picture.embed")}</a></li>
        </ul>
    }
    .into_any()
}
