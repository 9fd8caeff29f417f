//! The page itself: all that a journalist needs to know, in the order it is needed.

use axum::extract::{Query, rejection::QueryRejection};
use axum::response::Response;
use leptos::prelude::*;
use serde::Deserialize;

use super::dictionary;
use super::files::{self, Folder};
use crate::api::answer::LICENCE;
use crate::parts::counts;
use crate::parts::days;
use crate::parts::place_head::Place;
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

#[derive(Deserialize)]
pub struct View {
    /// The code of the place whose files are wanted.
    #[serde(default)]
    place: String,
}

struct Data {
    place: Option<Place>,
    folder: Option<Folder>,
}

/// A place of the examples, if none was asked for: Zhangzhou, one of the five documents' places.
const EXAMPLE: &str = "350600000000";

pub async fn show(visit: Visit, view: Result<Query<View>, QueryRejection>) -> Response {
    page(&visit, async {
        let Query(View { place }) = view.map_err(|_| PageError::BadRequest)?;
        let place = match place.as_str() {
            "" => None,
            code => Some(Place::load(&visit, code).await?),
        };
        let data = Data { place, folder: Folder::of(&visit) };
        let title = visit.say("open.title");
        let visit = visit.clone();
        Ok(Page::new(title, move || draw(&visit, &data)))
    })
    .await
}

fn draw(visit: &Visit, data: &Data) -> AnyView {
    let code = data.place.as_ref().map_or(EXAMPLE, |it| it.region().code.as_str());
    view! {
        <h1>{visit.say("open.title")}</h1>
        <p class="lead">{visit.say("open.lead")}</p>
        {release(visit)}
        {downloads(visit, data)}
        {section(visit, "check", ["open.check.1", "open.check.2", "open.check.3", "open.check.4"])}
        <pre class="code" tabindex="0"><code>{check_lines(visit)}</code></pre>
        {section(visit, "rounding", ["open.rounding.1", "open.rounding.2"])}
        {section(visit, "demo", ["open.demo.1", "open.demo.2"])}
        {licence(visit)}
        {api(visit, code)}
        {feeds(visit, code)}
        {dictionary::section(visit)}
    }
    .into_any()
}

fn release(visit: &Visit) -> Option<AnyView> {
    let release = visit.release.as_ref()?;
    let number = release.number.to_string();
    let day = days::said_text(visit, &release.as_of);
    let text = visit.fill("open.release", &[("number", &number), ("day", &day)]);
    let link = visit.link(&format!("/releases/{number}"));
    Some(view! { <p><a href=link>{text}</a>" "{counts::demo_badge(visit)}</p> }.into_any())
}

fn downloads(visit: &Visit, data: &Data) -> AnyView {
    let files = match &data.folder {
        Some(folder) => files::section(visit, folder, data.place.as_ref()),
        None => view! { <p class="empty">{visit.say("data.not_here")}</p> }.into_any(),
    };
    view! {
        <section aria-labelledby="files">
            <h2 id="files">{visit.say("open.files")}</h2>
            <p>{visit.say("open.files.1")}</p>
            <p>{visit.say("open.files.2")}</p>
            {files}
        </section>
    }
    .into_any()
}

/// A heading and its paragraphs.
fn section<const N: usize>(visit: &Visit, id: &'static str, texts: [&'static str; N]) -> AnyView {
    let texts: Vec<AnyView> =
        texts.into_iter().map(|it| view! { <p>{visit.say(it)}</p> }.into_any()).collect();
    let heading = visit.say(&format!("open.{id}"));
    view! { <section aria-labelledby=id><h2 id=id>{heading}</h2>{texts}</section> }.into_any()
}

fn check_lines(visit: &Visit) -> String {
    let portal = &visit.portal.settings.public_address;
    let number = visit.release_number();
    format!(
        "curl -O {portal}/data/releases/{number}/SHA256SUMS\n\
         sha256sum -c --ignore-missing SHA256SUMS\n\
         tail -n 1 projects.csv"
    )
}

fn licence(visit: &Visit) -> AnyView {
    let (number, day) = visit
        .release
        .as_ref()
        .map_or((0, String::new()), |it| (it.number, days::said_text(visit, &it.as_of)));
    let values = [("number", number.to_string()), ("day", day)];
    let values: Vec<(&str, &str)> = values.iter().map(|it| (it.0, it.1.as_str())).collect();
    view! {
        <section aria-labelledby="licence">
            <h2 id="licence">{visit.say("open.licence")}</h2>
            <p>{visit.say("open.licence.1")}" "<a href=LICENCE rel="license">"CC BY 4.0"</a></p>
            <p>{visit.say("open.cite")}</p>
            <p><q>{visit.fill("open.cite.example", &values)}</q></p>
        </section>
    }
    .into_any()
}

fn api(visit: &Visit, code: &str) -> AnyView {
    let portal = &visit.portal.settings.public_address;
    let number = visit.release_number();
    let examples = format!(
        "curl '{portal}/api/v1/places/{code}'\n\
         curl '{portal}/api/v1/places/{code}/projects?kind=industry&sort=late'\n\
         curl '{portal}/api/v1/places/{code}/counts?release={number}'"
    );
    view! {
        <section aria-labelledby="api">
            <h2 id="api">{visit.say("open.api")}</h2>
            <p>{visit.say("open.api.1")}</p>
            <p>{visit.say("open.api.2")}</p>
            <pre class="code" tabindex="0"><code>{examples}</code></pre>
            <p><a href="/api/openapi.json">{visit.say("open.api.contract")}</a></p>
        </section>
    }
    .into_any()
}

fn feeds(visit: &Visit, code: &str) -> AnyView {
    let place = visit.link(&format!("/r/{code}/feed.atom"));
    let late = visit.link(&format!("/r/{code}/projects.atom?late=1"));
    view! {
        <section aria-labelledby="feeds">
            <h2 id="feeds">{visit.say("open.feeds")}</h2>
            <p>{visit.say("open.feeds.1")}</p>
            <ul>
                <li><a href=place>{visit.say("open.feeds.place")}</a></li>
                <li><a href=late>{visit.say("open.feeds.late")}</a></li>
                <li>{visit.say("open.feeds.project")}</li>
            </ul>
        </section>
    }
    .into_any()
}
