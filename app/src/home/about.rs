//! `/about`: what this is, what is made up, why counts are rounded, what is done with answers.

use axum::response::Response;
use leptos::prelude::*;

use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// The parts, each with its anchor.
const PARTS: [(&str, [&str; 4]); 5] = [
    ("what", ["about.what.title", "about.what.text1", "about.what.text2", "about.what.text3"]),
    ("demo", ["about.demo.title", "about.demo.text1", "about.demo.text2", "about.demo.text3"]),
    (
        "rounding",
        [
            "about.rounding.title",
            "about.rounding.text1",
            "about.rounding.text2",
            "about.rounding.text3",
        ],
    ),
    (
        "privacy",
        [
            "about.privacy.title",
            "about.privacy.text1",
            "about.privacy.text2",
            "about.privacy.text3",
        ],
    ),
    ("wrong", ["about.wrong.title", "about.wrong.text1", "about.wrong.text2", "about.wrong.text3"]),
];

pub async fn show(visit: Visit) -> Response {
    page(&visit, async {
        let title = visit.say("about.title");
        let visit = visit.clone();
        Ok(Page::new(title, move || view(&visit)))
    })
    .await
}

fn view(visit: &Visit) -> AnyView {
    let parts: Vec<AnyView> = PARTS
        .into_iter()
        .map(|(id, [title, first, second, third])| {
            view! {
                <section id=id>
                    <h2>{visit.say(title)}</h2>
                    <p>{visit.say(first)}</p>
                    <p>{visit.say(second)}</p>
                    <p>{visit.say(third)}</p>
                </section>
            }
            .into_any()
        })
        .collect();
    view! {
        <h1>{visit.say("about.title")}</h1>
        {parts}
        <p><a href=visit.link("/packs")>{visit.say("about.rules")}</a></p>
    }
    .into_any()
}
