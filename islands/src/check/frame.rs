//! What surrounds the screens of the self-check: where the answers go, which rules these are, and
//! whether the phone may keep them. Drawn by the server, brought to life by the island.

use maud::{Markup, html};

use super::results::rules_note;
use super::screen::screen;
use super::{Book, Session};

/// The whole island as the page begins with it.
pub fn frame(book: &Book, session: &Session) -> Markup {
    html! {
        div.check #check {
            div #check-screen { (screen(book, session)) }
            p.check__unsent #check-unsent role="status" {}
            p.check__privacy #check-privacy { (book.say("through_server")) }
            p.check__rules #check-rules { (rules_note(book, session)) }
            div.choice.choice--quiet #check-may-keep hidden {
                input.choice__input #check-keep type="checkbox";
                label.choice__label for="check-keep" { (book.say("keep")) }
            }
        }
    }
}
