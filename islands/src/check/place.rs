//! The first question: which place. It selects the rules.

use maud::{Markup, html};

use super::question::summary;
use super::screen::{go, read_aloud};
use super::{Book, Session};

pub fn place(book: &Book, session: &Session) -> Markup {
    let words = book.question("place");
    let chosen = session.has_place().then(|| session.place(book));
    let problem = session.problem.is_some().then(|| book.say("problem.missing"));
    html! {
        div.check__top { (go("button-link", "back", book.say("back"))) }
        @if let Some(problem) = problem { (summary(book, "q.place-0", problem)) }
        fieldset class=(if problem.is_some() { "field field--wrong" } else { "field" }) {
            legend.check__legend { h1 #check-heading tabindex="-1" { (words.text) } }
            p.field__help { (book.say("place.help")) }
            (read_aloud(book, &format!("{} {}", words.text, book.say("place.help"))))
            @if let Some(problem) = problem { p.field__problem { (problem) } }
            @for (at, place) in book.places.iter().enumerate() {
                div.choice {
                    input.choice__input id={ "q.place-" (at) } type="radio" name="q.place"
                        value=(place.region) checked[chosen == Some(at)];
                    label.choice__label for={ "q.place-" (at) } { (place.name) }
                }
            }
        }
        (go("button button--wide", "next", book.say("next")))
        details.check__why {
            summary { (book.say("why")) }
            p { (words.why) }
        }
    }
}
