//! A programme's section on the page: its decision list, its picture, and how to come by it.

use leptos::prelude::*;

use super::clause::{Clause, Join, Phrase};
use super::decisions::{Decision, Decisions, Spelt};
use super::flow::flow;
use super::programme::{Rules, Told};
use super::{shape, verdict_said};
use crate::site::words::Words;

pub fn programme(words: &Words, told: &Told) -> AnyView {
    let name = format!("{}-name", told.id);
    let over = told.over.as_ref().map(|it| {
        let verdict = verdict_said(words, it.verdict);
        let colon = words.say("check.colon");
        view! {
            <p class="rule__over"><strong>{shape(it.verdict)}" "{verdict}</strong>{colon}{it.reason.clone()}</p>
            <p>{it.shown.clone()}</p>
        }
    });
    // The words of old rules may mean something else than today's.
    let place = if told.over.is_some() { format!("{}-", told.id) } else { String::new() };
    let then = told.over.as_ref().filter(|it| !it.words.is_empty()).map(|it| {
        view! { <h3>{words.say("packs.words.then")}</h3> {spelt(words, &it.words, &place)} }
    });
    let days = told.days.clone().map(|it| view! { <p class="note">{it}</p> });
    view! {
        <section class="rule" id=told.id.clone() aria-labelledby=name.clone()>
            <h2 id=name.clone()>{told.name.clone()}</h2>
            <p>{told.plain.clone()}</p>
            {days}
            {over}
            {rules(words, told, &place)}
            {then}
            {way(words, told)}
        </section>
    }
    .into_any()
}

fn rules(words: &Words, told: &Told, place: &str) -> AnyView {
    let others = told.other_sources.iter().map(|it| view! { <li>{it.clone()}</li> }.into_any());
    let others: Vec<AnyView> = others.collect();
    let others = (!others.is_empty()).then(|| {
        view! { <p class="note">{words.say("packs.other_sources")}</p> <ul class="plain-list note">{others}</ul> }
    });
    let own = match &told.rules {
        Rules::Lines(decisions) => lines(words, told, decisions, place),
        Rules::Written(text) => {
            view! { <pre class="rule__written">{text.clone()}</pre> }.into_any()
        }
        Rules::Never => ().into_any(),
    };
    view! { {own} {others} }.into_any()
}

fn lines(words: &Words, told: &Told, decisions: &Decisions, place: &str) -> AnyView {
    let rest_on = decisions.rest_on_said(words).map(|it| view! { <p class="note">{it}</p> });
    let monthly =
        told.is_paid_monthly.then(|| view! { <p class="note">{words.say("packs.monthly")}</p> });
    let lines: Vec<AnyView> = decisions.lines.iter().map(|it| line(words, it, place)).collect();
    view! {
        <div class="rule__both">
            <ol class="rule__lines">{lines}</ol>
            {flow(words, &told.name, decisions)}
        </div>
        {monthly}
        {rest_on}
    }
    .into_any()
}

fn line(words: &Words, decision: &Decision, place: &str) -> AnyView {
    let verdict = verdict_said(words, decision.verdict);
    let colon = words.say("check.colon");
    let sum = decision.amount.as_ref().map(|it| {
        view! { <p>{it.label.clone()}{colon.clone()}{linked(&it.sum, place)}</p> }
    });
    let kind = decision.kind.as_ref().map(|it| view! { <p>{it.clone()}</p> });
    let source = decision.source.as_ref().map(|it| {
        view! { <p class="note">{words.fill("packs.rests_on", &[("source", it)])}</p> }
    });
    view! {
        <li>
            {when(words, decision.when.as_ref(), place)}
            <p class="rule__then">
                <span aria-hidden="true">{format!("→ {} ", shape(decision.verdict))}</span>
                <strong>{verdict}</strong>{colon}{decision.reason.clone()}
            </p>
            {sum}
            {kind}
            {source}
        </li>
    }
    .into_any()
}

fn when(words: &Words, when: Option<&Clause>, place: &str) -> AnyView {
    match when {
        None => view! { <p>{words.say("packs.otherwise")}</p> }.into_any(),
        Some(Clause::Says(phrase)) => {
            let (before, after) = words.get("packs.if").split_once("{what}").unwrap_or_default();
            let (before, after) = (before.to_owned(), after.to_owned());
            view! { <p>{before}{linked(phrase, place)}{after}</p> }.into_any()
        }
        Some(Clause::Group(join, parts)) => {
            view! { <p>{join.opening(words)}</p> {parts_of(words, *join, parts, place)} }.into_any()
        }
    }
}

/// A condition on its own: a sentence, or a list of what belongs together.
fn clause(words: &Words, clause: &Clause, place: &str) -> AnyView {
    match clause {
        Clause::Says(phrase) => linked(phrase, place),
        Clause::Group(join, parts) => {
            view! { {join.heading(words)} {parts_of(words, *join, parts, place)} }.into_any()
        }
    }
}

fn parts_of(words: &Words, join: Join, parts: &[Clause], place: &str) -> AnyView {
    let class = if join == Join::Any { "clause clause--any" } else { "clause" };
    let part = |it| view! { <li>{clause(words, it, place)}</li> }.into_any();
    let parts: Vec<AnyView> = parts.iter().map(part).collect();
    view! { <ul class=class>{parts}</ul> }.into_any()
}

/// Words that stand for something spelt out further down lead there.
fn linked(phrase: &Phrase, place: &str) -> AnyView {
    let text = phrase.text.clone();
    match &phrase.named {
        Some(named) => view! { <a href=format!("#{place}w-{named}")>{text}</a> }.into_any(),
        None => text.into_any(),
    }
}

/// What the words of the rules mean, spelt out.
pub fn spelt(words: &Words, all: &[Spelt], place: &str) -> AnyView {
    let one = |it: &Spelt| {
        let opposite = it.opposite.as_ref().map(|it| {
            view! { <p class="note">{words.fill("packs.opposite", &[("what", it)])}</p> }
        });
        view! {
            <div id=format!("{place}w-{}", it.name)>
                <dt>{it.title.clone()}</dt>
                <dd>{clause(words, &it.is, place)}{opposite}</dd>
            </div>
        }
        .into_any()
    };
    let all: Vec<AnyView> = all.iter().map(one).collect();
    view! { <dl class="spelt">{all}</dl> }.into_any()
}

/// What to bring, where to go, whom to call.
fn way(words: &Words, told: &Told) -> AnyView {
    let bring: Vec<AnyView> =
        told.bring.iter().map(|it| view! { <li>{it.clone()}</li> }.into_any()).collect();
    let bring = (!bring.is_empty()).then(|| {
        view! { <h3>{words.say("check.bring")}</h3> <ul class="checklist">{bring}</ul> }
    });
    let place = (!told.place.is_empty()).then(|| {
        let (place, phone) = (told.place.clone(), told.phone.clone());
        let call = format!("tel:{phone}");
        view! { <h3>{words.say("check.where")}</h3> <p>{place}" "<a href=call>{phone}</a></p> }
    });
    view! { {bring} {place} }.into_any()
}
