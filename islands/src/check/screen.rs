//! Draws the screen as HTML text: the very same in the browser and on the server. Text rather than
//! reactive views, because each step shows a whole new screen, and the wasm is half the size.

use eligibility::Interview;
use maud::{Markup, html};

use super::place::place;
use super::question::question;
use super::replay::{replay_form, replayed};
use super::results::{results, results_end};
use super::review::review;
use super::{Book, Screen, Session};

/// The screen with its form.
pub fn screen(book: &Book, session: &Session) -> Markup {
    let facts = session.facts(book);
    let pack = session.pack(book);
    let interview = Interview::new(pack, &facts);
    html! {
        (family_note(book, session))
        @if session.screen == Screen::Results { (results(book, session, &interview)) }
        form.check__form method="post" action={ (book.base) "/check" } novalidate autocomplete="off" {
            input type="hidden" name="at" value=(session.screen.code(pack));
            (travelling(&session.travelling()))
            // Enter presses the first button of a form.
            button.visually-hidden name="go" value="next" tabindex="-1" aria-hidden="true" {
                (book.say("next"))
            }
            @match session.screen {
                Screen::Start => (start(book, session)),
                Screen::Place => (place(book, session)),
                Screen::Question(at) => (question(book, session, &interview, at)),
                Screen::Review => (review(book, session, &interview)),
                Screen::Results => (results_end(book, &interview)),
                Screen::Replay => (replay_form(book, &session.record)),
            }
            @if matches!(session.screen, Screen::Start | Screen::Review | Screen::Results) {
                (other_families(book, session))
            }
            @if session.has_answers() || session.screen != Screen::Start {
                (go("button-link check__clear", "clear", book.say("clear")))
            }
        }
        @if session.screen == Screen::Replay { (replayed(book, &session.record)) }
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

/// Reads a text aloud. Only where the browser can: without that nothing of it is seen.
pub fn read_aloud(book: &Book, text: &str) -> Markup {
    html! {
        button.read-aloud type="button" data-say=(text) {
            span aria-hidden="true" { "🔊 " } (book.say("read_aloud"))
        }
    }
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
        @if session.families.is_none() {
            div.choice.choice--quiet {
                input.choice__input #check-helping type="checkbox" name="helping" value="on";
                label.choice__label for="check-helping" { (book.say("helping")) }
            }
        }
        (go("button button--wide", "start", book.say(begin)))
        p.check__more { (go("button-link", "replay", book.say("replay.link"))) }
    }
}

/// Which family is on the screen, above everything else, so that no answer lands in another's.
fn family_note(book: &Book, session: &Session) -> Markup {
    html! {
        @if let Some(families) = &session.families {
            p.check__family {
                (book.say_with("family.now", "number", &families.current.to_string()))
            }
        }
    }
}

fn other_families(book: &Book, session: &Session) -> Markup {
    let Some(families) = &session.families else { return Markup::default() };
    html! {
        div.check__families {
            h2 { (book.say("family.title")) }
            @for number in families.numbers() {
                @if number != families.current {
                    (go("button button--quiet", &format!("family:{number}"),
                        &book.say_with("family.other", "number", &number.to_string())))
                }
            }
            @if families.may_have_more() {
                (go("button button--quiet", "family:new", book.say("family.new")))
            }
        }
    }
}
