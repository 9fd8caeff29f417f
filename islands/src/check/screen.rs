//! Draws the screen: the same markup on the server and in the browser.

use eligibility::{Fact, FactKind, Interview};
use leptos::prelude::*;

use super::question::question;
use super::results::results;
use super::review::review;
use super::{Book, Screen, Session};

/// `is_alive`: the browser computes; otherwise each step goes through the server, and says so.
pub fn screen(book: &Book, session: &Session, is_alive: bool) -> AnyView {
    let facts = session.facts(book);
    let interview = Interview::new(&book.pack, &facts);
    let body = match session.screen {
        Screen::Start => start(book, session),
        Screen::Question(at) => question(book, session, &interview, at),
        Screen::Review => review(book, session, &interview),
        Screen::Results => results(book, session, &interview),
    };
    let travelling = travelling(session.answers());
    let where_answers_go = if is_alive { "private" } else { "through_server" };
    let where_answers_go = book.say(where_answers_go).to_owned();
    let action = format!("{}/check", book.base);
    let cards = matches!(session.screen, Screen::Results)
        .then(|| super::results::cards(book, session, &interview));
    view! {
        {cards}
        <form class="check__form" method="post" action=action novalidate autocomplete="off">
            {travelling}
            // Enter presses the first button of a form.
            <button class="visually-hidden" name="go" value="next" tabindex="-1" aria-hidden="true">
                {book.say("next").to_owned()}
            </button>
            {body}
            <p class="check__privacy">{where_answers_go}</p>
            {clear(book, session)}
        </form>
    }
    .into_any()
}

/// Hidden fields.
pub fn travelling(answers: &[(String, String)]) -> Vec<AnyView> {
    answers
        .iter()
        .map(|(name, value)| {
            view! { <input type="hidden" name=name.clone() value=value.clone()/> }.into_any()
        })
        .collect()
}

/// A submit button that says where to go.
pub fn go(book: &Book, class: &'static str, to: String, key: &'static str) -> AnyView {
    view! { <button class=class name="go" value=to>{book.say(key).to_owned()}</button> }.into_any()
}

fn start(book: &Book, session: &Session) -> AnyView {
    let points: Vec<AnyView> = ["start.point1", "start.point2", "start.point3"]
        .into_iter()
        .map(|key| view! { <li>{book.say(key).to_owned()}</li> }.into_any())
        .collect();
    let begin = if session.has_answers() { "start.resume" } else { "start.begin" };
    view! {
        <h1 id="check-heading" tabindex="-1">{book.say("start.title").to_owned()}</h1>
        <ul class="check__points">{points}</ul>
        {go(book, "button button--wide", "start".into(), begin)}
    }
    .into_any()
}

fn clear(book: &Book, session: &Session) -> Option<AnyView> {
    let has_begun = session.has_answers() || session.screen != Screen::Start;
    has_begun.then(|| go(book, "button-link check__clear", "clear".into(), "clear"))
}

/// An answered question in words, as it is shown before it is sent anywhere.
pub fn shown_answers(book: &Book, session: &Session) -> Vec<(usize, String, String)> {
    let facts = session.facts(book);
    let shown = |index: usize| {
        let question = &book.pack.questions[index];
        let answers: Vec<String> = question
            .facts
            .iter()
            .filter(|id| facts.get(**id) != Fact::NotAsked)
            .map(|id| shown_fact(book, index, &book.pack.spec(*id).name, facts.get(*id)))
            .collect();
        (index, book.questions[index].text.clone(), answers.join(book.say("list_comma")))
    };
    session.order(book).into_iter().map(shown).collect()
}

fn shown_fact(book: &Book, index: usize, name: &str, fact: Fact) -> String {
    let words = &book.questions[index];
    let Fact::Known(value) = fact else { return words.unsure.clone() };
    let option = |code: &str| words.options.get(code).cloned().unwrap_or_else(|| code.to_owned());
    let spec = book.pack.fact(name).map(|id| book.pack.spec(id));
    match spec.map(|it| &it.kind) {
        Some(FactKind::YesNo) => option(if value == 1 { "yes" } else { "no" }),
        Some(FactKind::Choice(options)) => usize::try_from(value)
            .ok()
            .and_then(|it| options.get(it))
            .map_or_else(String::new, |it| option(it)),
        Some(FactKind::Several(_)) if value == 0 => option("none"),
        Some(FactKind::Several(options)) => {
            let chosen = (0..).zip(options).filter(|(place, _)| value >> place & 1 == 1);
            chosen.map(|(_, it)| option(it)).collect::<Vec<_>>().join(book.say("list_comma"))
        }
        _ => {
            let part = name.rsplit('.').next().unwrap_or(name);
            let label = words.options.get(part).map_or_else(String::new, |it| format!("{it} "));
            format!("{label}{} {}", crate::figures::grouped(value), words.unit)
        }
    }
}
