//! What shows that the work is there: the villagers' representatives who watched, photos, documents.

use leptos::prelude::*;
use store::published::{Photo, Project, ProjectDocument};

use crate::parts::days;
use crate::site::visit::Visit;

/// How many watched, never who.
pub fn supervision(visit: &Visit, project: &Project) -> AnyView {
    let body = match &project.details.supervision {
        None => view! { <p>{visit.say("watch.none")}</p> }.into_any(),
        Some(it) => {
            let n = it.n_representatives.to_string();
            let visited = match &it.last_visit_on {
                Some(day) => visit.fill("watch.visited", &[("day", &days::said_text(visit, day))]),
                None => visit.say("watch.not_visited"),
            };
            let finding = visit.pick(&it.finding_zh, &it.finding_en);
            let finding = (!finding.is_empty())
                .then(|| view! { <p>{visit.fill("watch.finding", &[("finding", &finding)])}</p> });
            view! { <p>{visit.fill("watch.n", &[("n", &n)])}" "{visited}</p>{finding} }.into_any()
        }
    };
    view! {
        <section aria-labelledby="watch">
            <h2 id="watch">{visit.say("watch.title")}</h2>
            {body}
        </section>
    }
    .into_any()
}

pub fn photos(visit: &Visit, project: &Project) -> AnyView {
    let items: Vec<AnyView> = project.details.photos.iter().map(|it| photo(visit, it)).collect();
    let body = if items.is_empty() {
        view! { <p>{visit.say("photos.none")}</p> }.into_any()
    } else {
        view! { <ul class="photos">{items}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="photos">
            <h2 id="photos">{visit.say("photos.title")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn photo(visit: &Visit, photo: &Photo) -> AnyView {
    let caption = visit.pick(&photo.caption_zh, &photo.caption_en);
    let moment = visit.say(&format!("moment.{}", photo.moment));
    let day = match &photo.taken_on {
        Some(day) => days::said_text(visit, day),
        None => visit.say("photos.no_day"),
    };
    let address = format!("/data/photos/{}.jpg", photo.sha256);
    view! {
        <li><figure class="photo">
            <img class="photo__image" src=address alt=caption.clone() loading="lazy"
                width=photo.width.to_string() height=photo.height.to_string()/>
            <figcaption>{caption.clone()}" "<span class="note">{moment}" · "{day}</span></figcaption>
        </figure></li>
    }
    .into_any()
}

pub fn documents(visit: &Visit, project: &Project) -> AnyView {
    let items: Vec<AnyView> =
        project.details.documents.iter().map(|it| document(visit, it)).collect();
    let body = if items.is_empty() {
        view! { <p>{visit.say("documents.none")}</p> }.into_any()
    } else {
        view! { <ul class="plain-list">{items}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="documents">
            <h2 id="documents">{visit.say("documents.title")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn document(visit: &Visit, document: &ProjectDocument) -> AnyView {
    let title = visit.pick(&document.title_zh, &document.title_en);
    // Only an address of the web is a link, whatever was typed into the table.
    let address = document.url.clone().filter(|it| {
        it.starts_with("https://") || it.starts_with("http://") || it.starts_with('/')
    });
    let title = match address {
        Some(address) => view! { <a href=address rel="noopener">{title}</a> }.into_any(),
        None => {
            view! { {title}" "<span class="note">{visit.say("documents.paper")}</span> }.into_any()
        }
    };
    let kind = visit.say(&format!("document.{}", document.kind));
    let day = document.dated_on.as_ref().map(|it| days::said_text(visit, it));
    let rest: Vec<AnyView> = document
        .number
        .clone()
        .into_iter()
        .chain(day)
        .map(|it| view! { " · "{it} }.into_any())
        .collect();
    view! { <li>{kind}" · "{title}{rest}</li> }.into_any()
}
