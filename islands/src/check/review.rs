//! The answers once more, each with a way to change it.

use eligibility::{Interview, QuestionState};
use leptos::prelude::*;

use super::screen::{go, shown_answers};
use super::{Book, Session};

pub fn review(book: &Book, session: &Session, interview: &Interview) -> AnyView {
    let rows: Vec<AnyView> = shown_answers(book, session)
        .into_iter()
        .filter(|(index, ..)| interview.state(*index) == QuestionState::Answered)
        .map(|(index, question, answer)| {
            let change = format!("change:{}", book.pack.questions[index].id);
            let what = question.clone();
            view! {
                <div class="answer-list__row">
                    <dt class="answer-list__question">{question}</dt>
                    <dd class="answer-list__answer">
                        {answer}" "
                        <button class="button-link" name="go" value=change>
                            {book.say("change").to_owned()}
                            <span class="visually-hidden">{what}</span>
                        </button>
                    </dd>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <h1 id="check-heading" tabindex="-1">{book.say("review.title").to_owned()}</h1>
        <dl class="answer-list">{rows}</dl>
        {go(book, "button button--wide", "results".into(), "review.results")}
    }
    .into_any()
}
