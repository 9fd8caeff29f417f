//! Draws the screen as HTML text: the very same in the browser and on the server. Text rather than
//! reactive views, because each step shows a whole new screen, and the wasm is half the size.

use eligibility::{Fact, FactKind, Interview};
use maud::{Markup, html};

use super::question::question;
use super::results::{cards, results};
use super::review::review;
use super::{Book, Screen, Session};

/// The screen with its form.
pub fn screen(book: &Book, session: &Session) -> Markup {
    let facts = session.facts(book);
    let interview = Interview::new(&book.pack, &facts);
    html! {
        @if session.screen == Screen::Results { (cards(book, session, &interview)) }
        form.check__form method="post" action={ (book.base) "/check" } novalidate autocomplete="off" {
            input type="hidden" name="at" value=(session.screen.code(book));
            (travelling(session.answers()))
            // Enter presses the first button of a form.
            button.visually-hidden name="go" value="next" tabindex="-1" aria-hidden="true" {
                (book.say("next"))
            }
            @match session.screen {
                Screen::Start => (start(book, session)),
                Screen::Question(at) => (question(book, session, &interview, at)),
                Screen::Review => (review(book, session, &interview)),
                Screen::Results => (results(book, &interview)),
            }
            @if session.has_answers() || session.screen != Screen::Start {
                (go("button-link check__clear", "clear", book.say("clear")))
            }
        }
    }
}

/// Hidden fields.
pub fn travelling(answers: &[(String, String)]) -> Markup {
    html! {
        @for (name, value) in answers { input type="hidden" name=(name) value=(value); }
    }
}

/// A submit button that says where to go.
pub fn go(class: &str, to: &str, text: &str) -> Markup {
    html! { button class=(class) name="go" value=(to) { (text) } }
}

fn start(book: &Book, session: &Session) -> Markup {
    let begin = if session.has_answers() { "start.resume" } else { "start.begin" };
    html! {
        h1 #check-heading tabindex="-1" { (book.say("start.title")) }
        ul.check__points {
            li { (book.say("start.point1")) }
            li { (book.say("start.point2")) }
            li { (book.say("start.point3")) }
        }
        (go("button button--wide", "start", book.say(begin)))
    }
}

/// The answered questions in words, each with its place in the pack: as they are shown before they
/// are sent anywhere.
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
    let spec = book.pack.fact(name).map(|id| book.pack.spec(id));
    match spec.map(|it| &it.kind) {
        Some(FactKind::YesNo) => words.option(if value == 1 { "yes" } else { "no" }).to_owned(),
        Some(FactKind::Choice(options)) => {
            let chosen = usize::try_from(value).ok().and_then(|it| options.get(it));
            chosen.map_or_else(String::new, |it| words.option(it).to_owned())
        }
        Some(FactKind::Several(_)) if value == 0 => words.option("none").to_owned(),
        Some(FactKind::Several(options)) => {
            let chosen = (0..).zip(options).filter(|(place, _)| value >> place & 1 == 1);
            let chosen: Vec<&str> = chosen.map(|(_, it)| words.option(it)).collect();
            chosen.join(book.say("list_comma"))
        }
        _ => {
            let part = name.rsplit('.').next().unwrap_or(name);
            let label = words
                .options
                .get(part)
                .map_or_else(String::new, |it| format!("{it}{}", book.say("colon")));
            format!("{label}{} {}", crate::figures::grouped(value), words.unit)
        }
    }
}
