//! One question: its heading, help, fields, and what is wrong with what was sent.

use eligibility::{Fact, FactKind, Facts, Interview, Pack, Question};
use maud::{Markup, html};

use super::read::{InputProblem, field_of};
use super::screen::{go, read_aloud};
use super::{Book, QuestionWords, Session};
use crate::figures::grouped;

pub fn question(book: &Book, session: &Session, interview: &Interview, at: usize) -> Markup {
    let pack = session.pack(book);
    let question = &pack.questions[at];
    let words = book.question(&question.id);
    let problem = session.problem.as_ref().map(|(problem, _)| said(book, *problem));
    let first = question.facts.first().map(|id| field_of(pack.spec(*id))).unwrap_or_default();
    let fields = Fields { book, pack, question, words, facts: session.facts(book), session };
    html! {
        div.check__top {
            (go("button-link", "back", book.say("back")))
            span.check__progress { (progress(book, session, interview, at)) }
        }
        @if let Some(problem) = &problem { (summary(book, &format!("{first}-0"), problem)) }
        fieldset class=(if problem.is_some() { "field field--wrong" } else { "field" }) {
            legend.check__legend { h1 #check-heading tabindex="-1" { (words.text) } }
            @if !words.help.is_empty() { p.field__help { (words.help) } }
            (read_aloud(book, &fields.aloud()))
            @if let Some(problem) = &problem { p.field__problem { (problem) } }
            (fields.draw())
        }
        (go("button button--wide", "next", book.say("next")))
        (why(book, pack, words, interview, at))
        (decided(book, interview))
    }
}

/// What is wrong, above everything, with a link to the field.
pub fn summary(book: &Book, field: &str, problem: &str) -> Markup {
    html! {
        div #error-summary.error-summary role="alert" tabindex="-1" {
            h2.error-summary__title { (book.say("problem.title")) }
            a href={ "#" (field) } { (problem) }
        }
    }
}

/// Why it is asked: in a sentence, and which kinds of help it may still decide.
fn why(
    book: &Book,
    pack: &Pack,
    words: &QuestionWords,
    interview: &Interview,
    at: usize,
) -> Markup {
    let names: Vec<&str> =
        interview.can_decide(at).map(|it| book.programme_name(&pack.programmes[it].id)).collect();
    html! {
        details.check__why {
            summary { (book.say("why")) }
            p { (words.why) }
            @if !names.is_empty() {
                p { (book.say("why.decides")) (names.join(book.say("list_comma"))) }
            }
        }
    }
}

/// A live count of what can be told already.
fn decided(book: &Book, interview: &Interview) -> Markup {
    let n_decided = interview.n_decided();
    html! {
        p.check__decided aria-live="polite" {
            (book.say_with("decided", "n", &n_decided.to_string())) " "
            (go("button-link", "results", book.say("results_now")))
        }
    }
}

fn progress(book: &Book, session: &Session, interview: &Interview, at: usize) -> String {
    let order = session.order(book);
    let place = order.iter().position(|it| *it == at);
    // The place was the first question.
    let number = place.unwrap_or(order.len()) + 1 + usize::from(session.has_place());
    let n_left = interview.n_left().saturating_sub(usize::from(place.is_none()));
    let (number, left) = (number.to_string(), n_left.to_string());
    book.fill("progress", &[("number", &number), ("left", &left)])
}

fn said(book: &Book, problem: InputProblem) -> String {
    match problem {
        InputProblem::Missing => book.say("problem.missing").to_owned(),
        InputProblem::Contradiction => book.say("problem.contradiction").to_owned(),
        InputProblem::NoNumber => book.say("problem.no_number").to_owned(),
        InputProblem::OutOfRange { from, to } => {
            let (from, to) = (grouped(from), grouped(to));
            book.fill("problem.out_of_range", &[("from", &from), ("to", &to)])
        }
    }
}

struct Fields<'a> {
    book: &'a Book,
    pack: &'a Pack,
    question: &'a Question,
    words: &'a QuestionWords,
    facts: Facts,
    session: &'a Session,
}

impl Fields<'_> {
    /// The question as it is read aloud, with its answers.
    fn aloud(&self) -> String {
        let mut text = format!("{} {}", self.words.text, self.words.help);
        for id in &self.question.facts {
            let codes: Vec<&str> = match &self.pack.spec(*id).kind {
                FactKind::YesNo => vec!["yes", "no"],
                FactKind::Choice(options) => codes(options),
                FactKind::Several(options) => codes(options).into_iter().chain(["none"]).collect(),
                FactKind::Count(..) | FactKind::Money(_) => continue,
            };
            for code in codes {
                text.push_str(self.book.say("pause"));
                text.push_str(self.words.option(code));
            }
        }
        if self.question.may_be_unsure {
            text.push_str(self.book.say("pause"));
            text.push_str(&self.words.unsure);
        }
        text
    }

    fn draw(&self) -> Markup {
        html! {
            @for id in &self.question.facts {
                @let spec = self.pack.spec(*id);
                @let fact = self.facts.get(*id);
                @let name = field_of(spec);
                @match &spec.kind {
                    FactKind::Count(..) => (self.number(&name, &spec.name, fact)),
                    FactKind::Money(_) => {
                        (self.number(&name, &spec.name, fact))
                        (self.roughly(&name, fact))
                    }
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
        html! {
            div.field__row {
                label class=(if is_alone { "visually-hidden" } else { "field__label" })
                    for={ (name) "-0" } { (label) }
                (self.input(name, 0, &kept))
                span.field__unit { (self.words.unit) }
            }
            @if is_alone && self.question.may_be_unsure {
                (self.choice("checkbox", name, 1, "unsure", fact == Fact::NotKnown))
            }
        }
    }

    /// For who does not know exactly: at least, at most.
    fn roughly(&self, name: &str, fact: Fact) -> Markup {
        let ends = match fact {
            Fact::Between(least, most) => [least.to_string(), most.to_string()],
            _ => [String::new(), String::new()],
        };
        let was_sent = |suffix: &str| {
            let sent = self.session.problem.as_ref().map(|(_, fields)| fields);
            sent.is_some_and(|it| {
                it.iter()
                    .any(|(field, value)| *field == format!("{name}.{suffix}") && !value.is_empty())
            })
        };
        let is_open = !ends[0].is_empty() || was_sent("min") || was_sent("max");
        let rows = [("min", "rough.least", &ends[0]), ("max", "rough.most", &ends[1])];
        html! {
            details.check__rough open[is_open] {
                summary { (self.book.say("rough.title")) }
                @for (suffix, label, kept) in rows {
                    @let field = format!("{name}.{suffix}");
                    div.field__row {
                        label.field__label for={ (field) "-0" } { (self.book.say(label)) }
                        (self.input(&field, 0, kept))
                        span.field__unit { (self.words.unit) }
                    }
                }
            }
        }
    }

    fn input(&self, name: &str, place: usize, kept: &str) -> Markup {
        let sent = self.session.problem.as_ref().and_then(|(_, fields)| {
            fields.iter().find(|(it, value)| it == name && value != "unsure")
        });
        let value = sent.map_or(kept, |(_, value)| value);
        html! {
            input.input.input--number id={ (name) "-" (place) } name=(name) value=(value)
                type="text" inputmode="decimal" maxlength="24";
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
