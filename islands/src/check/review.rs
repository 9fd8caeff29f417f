//! The answers once more, each with a way to change it.

use eligibility::{Interview, QuestionState};
use maud::{Markup, html};

use super::screen::{go, shown_answers};
use super::{Book, Session};

pub fn review(book: &Book, session: &Session, interview: &Interview) -> Markup {
    let rows = shown_answers(book, session);
    let rows = rows.iter().filter(|row| interview.state(row.0) == QuestionState::Answered);
    html! {
        h1 #check-heading tabindex="-1" { (book.say("review.title")) }
        dl.answer-list {
            @for (index, question, answer) in rows {
                div.answer-list__row {
                    dt.answer-list__question { (question) }
                    dd.answer-list__answer {
                        (answer) " "
                        button.button-link name="go"
                            value={ "change:" (book.pack.questions[*index].id) } {
                            (book.say("change"))
                            span.visually-hidden { (question) }
                        }
                    }
                }
            }
        }
        (go("button button--wide", "results", book.say("review.results")))
    }
}
