//! `/`: the three things people come for, the way to one's village, and the five places.

use axum::response::Response;
use casework::duty::Tally;
use leptos::prelude::*;
use store::published::{Figure, Region};

use crate::duties::strip;
use crate::parts::{figure, names};
use crate::site::former;
use crate::site::page::{Page, page};
use crate::site::visit::Visit;

/// The first users, each with the figure that says most about it.
const PLACES: [(&str, &str); 5] = [
    ("451481000000", "pingxiang-01"),
    ("350600000000", "zhangzhou-16"),
    ("410300000000", "luoyang-03"),
    ("500000000000", "chongqing-02"),
    ("150500000000", "tongliao-08"),
];

pub async fn show(visit: Visit) -> Response {
    page(&visit, async {
        let store = &visit.portal.store;
        let mut places = Vec::new();
        for (code, figure) in PLACES {
            if let Some(region) = store.region(code).await? {
                let figure = store.figure(visit.release_number(), figure).await?;
                places.push((region, figure));
            }
        }
        let clock = strip::everywhere(&visit).await?;
        let title = visit.say("home.title");
        let visit = visit.clone();
        Ok(Page::new(title, move || view(&visit, &places, clock)))
    })
    .await
}

fn view(visit: &Visit, places: &[(Region, Option<Figure>)], clock: Tally) -> AnyView {
    let places: Vec<AnyView> =
        places.iter().map(|(region, figure)| card(visit, region, figure.as_ref())).collect();
    view! {
        <h1>{visit.say("home.question")}</h1>
        <ul class="tasks">
            {task(visit, "/check", "home.check", "home.check.help", "tasks__link--main")}
            {task(visit, "/search", "home.open", "home.open.help", "")}
            {task(visit, "/complain", "home.complain", "home.complain.help", "")}
        </ul>
        <form class="search" method="get" action=visit.address("/search") role="search">
            {former::field(visit)}
            <label class="field__label" for="q">{visit.say("home.search")}</label>
            <div class="field__row">
                <input class="input" id="q" name="q" type="search" maxlength="40"
                    autocomplete="off" placeholder=visit.say("home.search.example")/>
                <button class="button">{visit.say("home.search.button")}</button>
            </div>
        </form>
        <p><a href=visit.link("/track")>{visit.say("home.track")}</a></p>
        {strip::home(visit, clock)}
        <section aria-labelledby="places">
            <h2 id="places">{visit.say("home.places")}</h2>
            <ul class="place-cards">{places}</ul>
        </section>
        <p class="note">{visit.say("home.private")}</p>
    }
    .into_any()
}

fn task(
    visit: &Visit,
    path: &'static str,
    key: &'static str,
    help: &'static str,
    class: &'static str,
) -> AnyView {
    view! {
        <li>
            <a class=format!("tasks__link {class}") href=visit.link(path)>
                <strong class="tasks__name">{visit.say(key)}</strong>
                <span class="tasks__help">{visit.say(help)}</span>
            </a>
        </li>
    }
    .into_any()
}

fn card(visit: &Visit, region: &Region, figure: Option<&Figure>) -> AnyView {
    let address = visit.link(&format!("/r/{}", region.code));
    let figure = figure.map(|it| {
        view! {
            <span class="place-card__figure">{figure::value(visit, it)}</span>
            <span class="place-card__name-of-figure">
                {figure::name(visit, it)}" · "{figure::period(visit, it)}
            </span>
        }
    });
    view! {
        <li>
            <a class="place-card" href=address>
                <strong class="place-card__name">{names::place(visit, region)}</strong>
                {figure}
            </a>
        </li>
    }
    .into_any()
}
