//! One question: its heading, help, fields, and what is wrong with what was sent.

use eligibility::{Fact, FactKind, Facts, Interview, Question};
use leptos::prelude::*;

use super::read::{InputProblem, field_of};
use super::screen::go;
use super::{Book, Session};

pub fn question(book: &Book, session: &Session, interview: &Interview, at: usize) -> AnyView {
    let question = &book.pack.questions[at];
    let words = book.questions[at].clone();
    let problem = session.problem.as_ref().map(|(problem, _)| said(book, *problem));
    let place = session.order(book).iter().position(|it| *it == at);
    let number = place.unwrap_or_else(|| session.order(book).len()) + 1;
    let n_left = interview.n_left().saturating_sub(usize::from(place.is_none()));
    let progress = book
        .say_with("progress", "number", &number.to_string())
        .replace("{left}", &n_left.to_string());
    let fields = Fields { book, question, at, facts: session.facts(book), session };
    let is_wrong = problem.is_some();
    view! {
        <input type="hidden" name="at" value=question.id.clone()/>
        <div class="check__top">
            {go(book, "button-link", "back".into(), "back")}
            <span class="check__progress">{progress}</span>
        </div>
        {problem.as_ref().map(|it| summary(book, question, it))}
        <fieldset class="field" class:field--wrong=is_wrong>
            <legend class="check__legend">
                <h1 id="check-heading" tabindex="-1">{words.text}</h1>
            </legend>
            <p class="field__help">{words.help}</p>
            {problem.map(|it| view! { <p class="field__problem">{it}</p> })}
            {fields.draw()}
        </fieldset>
        {go(book, "button button--wide", "next".into(), "next")}
        <details class="check__why">
            <summary>{book.say("why").to_owned()}</summary>
            <p>{words.why}</p>
        </details>
        {decided(book, interview)}
    }
    .into_any()
}

fn decided(book: &Book, interview: &Interview) -> Option<AnyView> {
    let n_decided = interview.n_decided();
    (n_decided > 0).then(|| {
        let said = book.say_with("decided", "n", &n_decided.to_string());
        view! {
            <p class="check__decided">
                {said}" "{go(book, "button-link", "results".into(), "results_now")}
            </p>
        }
        .into_any()
    })
}

fn summary(book: &Book, question: &Question, problem: &str) -> AnyView {
    let first = question.facts.first().map(|id| field_of(book.pack.spec(*id)));
    let href = format!("#{}-0", first.unwrap_or_default());
    view! {
        <div class="error-summary" role="alert" tabindex="-1" id="error-summary">
            <h2 class="error-summary__title">{book.say("problem.title").to_owned()}</h2>
            <a href=href>{problem.to_owned()}</a>
        </div>
    }
    .into_any()
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
    at: usize,
    facts: Facts,
    session: &'a Session,
}

impl Fields<'_> {
    fn draw(&self) -> Vec<AnyView> {
        self.question
            .facts
            .iter()
            .flat_map(|id| {
                let spec = self.book.pack.spec(*id);
                let name = field_of(spec);
                let fact = self.facts.get(*id);
                match &spec.kind {
                    FactKind::YesNo => {
                        self.choices("radio", &name, ["yes", "no"].into_iter(), |code| {
                            fact == Fact::Known(i64::from(code == "yes"))
                        })
                    }
                    FactKind::Choice(options) => {
                        self.choices("radio", &name, options.iter().map(String::as_str), |code| {
                            options
                                .iter()
                                .position(|it| it == code)
                                .and_then(|it| i64::try_from(it).ok())
                                .is_some_and(|place| fact == Fact::Known(place))
                        })
                    }
                    FactKind::Several(options) => {
                        let codes = options.iter().map(String::as_str).chain(["none"]);
                        self.choices("checkbox", &name, codes, |code| match fact {
                            Fact::Known(0) => code == "none",
                            Fact::Known(set) => options
                                .iter()
                                .position(|it| it == code)
                                .is_some_and(|place| set >> place & 1 == 1),
                            _ => false,
                        })
                    }
                    FactKind::Count(..) | FactKind::Money(_) => {
                        self.number(&name, &spec.name, fact)
                    }
                }
            })
            .collect()
    }

    fn choices<'c>(
        &self,
        kind: &'static str,
        name: &str,
        codes: impl Iterator<Item = &'c str>,
        is_chosen: impl Fn(&str) -> bool,
    ) -> Vec<AnyView> {
        let words = &self.book.questions[self.at];
        let mut options: Vec<(String, String, bool)> = codes
            .map(|code| {
                let text = words.options.get(code).cloned().unwrap_or_else(|| code.to_owned());
                (
                    code.to_owned(),
                    text,
                    self.was_sent(name, code).unwrap_or_else(|| is_chosen(code)),
                )
            })
            .collect();
        if self.question.may_be_unsure {
            options.push(self.unsure(name));
        }
        (0..).zip(options).map(|(place, option)| choice(kind, name, place, option)).collect()
    }

    fn number(&self, name: &str, fact_name: &str, fact: Fact) -> Vec<AnyView> {
        let words = &self.book.questions[self.at];
        let part = fact_name.rsplit('.').next().unwrap_or(fact_name);
        let label = words.options.get(part).unwrap_or(&words.text).clone();
        let is_alone = self.question.facts.len() == 1;
        let kept = match fact {
            Fact::Known(value) => value.to_string(),
            _ => String::new(),
        };
        let sent = self.session.problem.as_ref().and_then(|(_, fields)| {
            fields.iter().find(|(it, value)| it == name && value != "unsure")
        });
        let value = sent.map_or(kept, |(_, value)| value.clone());
        let id = format!("{name}-0");
        let input = view! {
            <div class="field__row">
                <label class=if is_alone { "visually-hidden" } else { "field__label" } for=id.clone()>
                    {label}
                </label>
                <input class="input input--number" id=id name=name.to_owned() value=value
                    type="text" inputmode="numeric" maxlength="14"/>
                <span class="field__unit">{words.unit.clone()}</span>
            </div>
        }
        .into_any();
        if is_alone && self.question.may_be_unsure {
            vec![input, choice("checkbox", name, 1, self.unsure(name))]
        } else {
            vec![input]
        }
    }

    fn unsure(&self, name: &str) -> (String, String, bool) {
        let is_unsure = self.question.facts.iter().all(|id| self.facts.get(*id) == Fact::NotKnown);
        let text = self.book.questions[self.at].unsure.clone();
        ("unsure".into(), text, self.was_sent(name, "unsure").unwrap_or(is_unsure))
    }

    /// Whether this was ticked in the form that came back with a problem.
    fn was_sent(&self, name: &str, value: &str) -> Option<bool> {
        let (_, fields) = self.session.problem.as_ref()?;
        Some(fields.iter().any(|(it, sent)| it == name && sent == value))
    }
}

fn choice(
    kind: &'static str,
    name: &str,
    place: usize,
    (code, text, is_chosen): (String, String, bool),
) -> AnyView {
    let id = format!("{name}-{place}");
    view! {
        <div class="choice">
            <input class="choice__input" id=id.clone() type=kind name=name.to_owned() value=code
                checked=is_chosen/>
            <label class="choice__label" for=id>{text}</label>
        </div>
    }
    .into_any()
}
