//! `/packs`: all packs by place, and which of them is in force today.

use axum::response::Response;
use eligibility::source::Head;
use leptos::prelude::*;
use tracing::error;

use super::lexicon::Lexicon;
use super::sheet::{day_said, place};
use super::view::badge;
use crate::parts::names;
use crate::site::error::PageError;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// The packs of one place.
struct Group {
    place: String,
    packs: Vec<Listed>,
}

struct Listed {
    id: String,
    title: String,
    note: String,
    days: String,
    is_demo: bool,
    is_in_force: bool,
}

pub async fn show(visit: Visit) -> Response {
    page(&visit, async {
        let (heads, lexicon) = loaded(&visit)?;
        let library = visit.portal.books.library();
        let mut groups: Vec<Group> = Vec::new();
        for of_place in heads.chunk_by(|a, b| a.region == b.region) {
            let region = &of_place[0].region;
            let place = match visit.portal.store.region(region).await? {
                // The self-check's own name for the place goes before the one of the gazetteer.
                Some(found) if place(library, &lexicon, region) == *region => {
                    names::place(&visit, &found)
                }
                _ => place(library, &lexicon, region),
            };
            // The newest first: it is the one that most people look for.
            let newest = of_place.iter().rev();
            let packs = newest.map(|it| listed(&visit, &lexicon, &heads, it)).collect();
            groups.push(Group { place, packs });
        }
        let visit = visit.clone();
        Ok(Page::new(visit.say("packs.title"), move || draw(&visit, groups)))
    })
    .await
}

fn loaded(visit: &Visit) -> Result<(Vec<Head>, Lexicon), PageError> {
    let library = visit.portal.books.library();
    let faulty = |cause: anyhow::Error| {
        error!("could not list the packs: {cause:#}");
        PageError::CannotTell
    };
    let heads = library.heads().map_err(|it| faulty(it.into()))?;
    let lexicon = Lexicon::of(library, visit.language()).map_err(faulty)?;
    Ok((heads, lexicon))
}

fn listed(visit: &Visit, lexicon: &Lexicon, heads: &[Head], head: &Head) -> Listed {
    let library = visit.portal.books.library();
    let in_force = library.in_force(heads, &head.region, &visit.today.to_string());
    let [from, to] = [&head.valid_from, &head.valid_to].map(|it| day_said(visit.language(), it));
    let words = lexicon.book.words.packs.get(&head.id);
    Listed {
        id: head.id.clone(),
        title: lexicon.pack_title(&head.id),
        note: words.map_or_else(String::new, |it| it.note.clone()),
        days: visit.fill("packs.days", &[("from", &from), ("to", &to)]),
        is_demo: head.status == "demo",
        is_in_force: in_force.is_ok_and(|it| it == head.id),
    }
}

fn draw(visit: &Visit, groups: Vec<Group>) -> AnyView {
    let groups: Vec<AnyView> = groups
        .into_iter()
        .map(|group| {
            let packs: Vec<AnyView> = group.packs.iter().map(|it| item(visit, it)).collect();
            view! { <h2>{group.place}</h2> <ul class="record-list">{packs}</ul> }.into_any()
        })
        .collect();
    view! {
        <h1>{visit.say("packs.title")}</h1>
        <p class="lead">{visit.say("packs.lead")}</p>
        {groups}
    }
    .into_any()
}

fn item(visit: &Visit, pack: &Listed) -> AnyView {
    let address = visit.link(&format!("/packs/{}", pack.id));
    let in_force = pack.is_in_force.then(|| {
        view! { <p class="record__facts"><strong>"● "{visit.say("packs.in_force")}</strong></p> }
    });
    view! {
        <li class="record">
            <h3 class="record__name"><a href=address>{pack.title.clone()}</a>" "
                {badge(visit.words, pack.is_demo)}</h3>
            {in_force}
            <p class="record__facts">{pack.days.clone()}</p>
            <p class="note">{pack.note.clone()}</p>
        </li>
    }
    .into_any()
}
