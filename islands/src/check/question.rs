//! One question: its heading, help, fields, and what is wrong with what was sent.

use eligibility::{Fact, FactKind, Facts, Interview, Question};
use maud::{Markup, html};

use super::read::{InputProblem, field_of};
use super::screen::go;
use super::{Book, QuestionWords, Session};

pub fn question(book: &Book, session: &Session, interview: &Interview, at: usize) -> Markup {
    let words = &book.questions[at];
    let problem = session.problem.as_ref().map(|(problem, _)| said(book, *problem));
    let question = &book.pack.questions[at];
    let fields = Fields { book, question, words, facts: session.facts(book), session };
    let n_decided = interview.n_decided();
    html! {
        div.check__top {
            (go("button-link", "back", book.say("back")))
            span.check__progress { (progress(book, session, interview, at)) }
        }
        @if let Some(problem) = &problem { (summary(book, question, problem)) }
        fieldset class=(if problem.is_some() { "field field--wrong" } else { "field" }) {
            legend.check__legend { h1 #check-heading tabindex="-1" { (words.text) } }
            @if !words.help.is_empty() { p.field__help { (words.help) } }
            @if let Some(problem) = &problem { p.field__problem { (problem) } }
            (fields.draw())
        }
        (go("button button--wide", "next", book.say("next")))
        details.check__why {
            summary { (book.say("why")) }
            p { (words.why) }
        }
        @if n_decided > 0 {
            p.check__decided {
                (book.say_with("decided", "n", &n_decided.to_string())) " "
                (go("button-link", "results", book.say("results_now")))
            }
        }
    }
}

fn progress(book: &Book, session: &Session, interview: &Interview, at: usize) -> String {
    let order = session.order(book);
    let place = order.iter().position(|it| *it == at);
    let number = place.unwrap_or(order.len()) + 1;
    let n_left = interview.n_left().saturating_sub(usize::from(place.is_none()));
    book.say_with("progress", "number", &number.to_string()).replace("{left}", &n_left.to_string())
}

fn summary(book: &Book, question: &Question, problem: &str) -> Markup {
    let first = question.facts.first().map(|id| field_of(book.pack.spec(*id)));
    html! {
        div #error-summary.error-summary role="alert" tabindex="-1" {
            h2.error-summary__title { (book.say("problem.title")) }
            a href={ "#" (first.unwrap_or_default()) "-0" } { (problem) }
        }
    }
}

fn said(book: &Book, problem: InputProblem) -> String {
    match problem {
        InputProblem::Missing => book.say("problem.missing").to_owned(),
        InputProblem::Contradiction => book.say("problem.contradiction").to_owned(),
        InputProblem::NoNumber => book.say("problem.no_number").to_owned(),
        InputProblem::OutOfRange { from, to } => book
            .say_with("problem.out_of_range", "from", &crate::figures::grouped(from))
            .replace("{to}", &crate::figures::grouped(to)),
    }
}

struct Fields<'a> {
    book: &'a Book,
    question: &'a Question,
    words: &'a QuestionWords,
    facts: Facts,
    session: &'a Session,
}

impl Fields<'_> {
    fn draw(&self) -> Markup {
        html! {
            @for id in &self.question.facts {
                @let spec = self.book.pack.spec(*id);
                @let fact = self.facts.get(*id);
                @let name = field_of(spec);
                @match &spec.kind {
                    FactKind::Count(..) | FactKind::Money(_) => (self.number(&name, &spec.name, fact)),
                    FactKind::YesNo => (self.choices("radio", &name, fact, &["yes", "no"])),
                    FactKind::Choice(options) => {
                        (self.choices("radio", &name, fact, &codes(options)))
                    }
                    FactKind::Several(options) => {
                        (self.choices("checkbox", &name, fact, &codes(options)))
                    }
                }
            }
        }
    }

    fn choices(&self, kind: &str, name: &str, fact: Fact, options: &[&str]) -> Markup {
        let is_several = kind == "checkbox";
        let mut choices: Vec<(&str, bool)> = (0_i64..)
            .zip(options)
            .map(|(place, option)| (*option, is_chosen(fact, place, option, is_several)))
            .collect();
        if is_several {
            choices.push(("none", fact == Fact::Known(0)));
        }
        if self.question.may_be_unsure {
            choices.push(("unsure", fact == Fact::NotKnown));
        }
        html! {
            @for (place, (code, is_chosen)) in choices.into_iter().enumerate() {
                (self.choice(kind, name, place, code, is_chosen))
            }
        }
    }

    fn choice(&self, kind: &str, name: &str, place: usize, code: &str, is_chosen: bool) -> Markup {
        let is_chosen = self.was_sent(name, code).unwrap_or(is_chosen);
        let text = if code == "unsure" { &self.words.unsure } else { self.words.option(code) };
        html! {
            div.choice {
                input.choice__input id={ (name) "-" (place) } type=(kind) name=(name) value=(code)
                    checked[is_chosen];
                label.choice__label for={ (name) "-" (place) } { (text) }
            }
        }
    }

    fn number(&self, name: &str, fact_name: &str, fact: Fact) -> Markup {
        let part = fact_name.rsplit('.').next().unwrap_or(fact_name);
        let label = self.words.options.get(part).unwrap_or(&self.words.text);
        let is_alone = self.question.facts.len() == 1;
        let kept = match fact {
            Fact::Known(value) => value.to_string(),
            _ => String::new(),
        };
        let sent = self.session.problem.as_ref().and_then(|(_, fields)| {
            fields.iter().find(|(it, value)| it == name && value != "unsure")
        });
        let value = sent.map_or(&kept, |(_, value)| value);
        html! {
            div.field__row {
                label class=(if is_alone { "visually-hidden" } else { "field__label" })
                    for={ (name) "-0" } { (label) }
                input.input.input--number id={ (name) "-0" } name=(name) value=(value)
                    type="text" inputmode="numeric" maxlength="14";
                span.field__unit { (self.words.unit) }
            }
            @if is_alone && self.question.may_be_unsure {
                (self.choice("checkbox", name, 1, "unsure", fact == Fact::NotKnown))
            }
        }
    }

    /// Whether this was ticked in the form that came back with a problem.
    fn was_sent(&self, name: &str, value: &str) -> Option<bool> {
        let (_, fields) = self.session.problem.as_ref()?;
        Some(fields.iter().any(|(it, sent)| it == name && sent == value))
    }
}

fn codes(options: &[String]) -> Vec<&str> {
    options.iter().map(String::as_str).collect()
}

fn is_chosen(fact: Fact, place: i64, option: &str, is_several: bool) -> bool {
    let Fact::Known(value) = fact else { return false };
    match option {
        "yes" => value == 1,
        "no" => value == 0,
        _ if is_several => value >> place & 1 == 1,
        _ => value == place,
    }
}
