//! The answers once more, each with a way to change it. A helper reads them back.

use eligibility::{Interview, QuestionState};
use maud::{Markup, html};

use super::screen::{go, read_aloud};
use super::shown::shown_answers;
use super::{Book, Session};

pub fn review(book: &Book, session: &Session, interview: &Interview) -> Markup {
    let pack = session.pack(book);
    let counts =
        |at: Option<usize>| at.is_none_or(|at| interview.state(at) == QuestionState::Answered);
    let rows: Vec<_> =
        shown_answers(book, session).into_iter().filter(|(at, ..)| counts(*at)).collect();
    let sentences = rows.iter().map(|(_, question, answer)| format!("{question} {answer}"));
    let aloud = sentences.collect::<Vec<_>>().join(book.say("pause"));
    let title = if session.families.is_some() { "review.read_back" } else { "review.title" };
    html! {
        h1 #check-heading tabindex="-1" { (book.say(title)) }
        @if session.families.is_some() { p.note { (book.say("review.read_back.help")) } }
        (read_aloud(book, &aloud))
        dl.answer-list {
            @for (at, question, answer) in &rows {
                div.answer-list__row {
                    dt.answer-list__question { (question) }
                    dd.answer-list__answer {
                        (answer) " "
                        @let id = at.map_or("place", |at| pack.questions[at].id.as_str());
                        button.button-link name="go" value={ "change:" (id) } {
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
