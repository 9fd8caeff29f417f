//! What the rules say of each programme, and why; what to bring, where to go, and a way to apply.

use eligibility::{AmountKind, FactId, Interview, Judgement, Verdict};
use leptos::prelude::*;

use super::read::answers_of;
use super::screen::{go, travelling};
use super::{Book, ProgrammeWords, Session};
use crate::figures::{grouped, in_wan};

/// What stands below the cards, inside the form.
pub fn results(book: &Book, _session: &Session, interview: &Interview) -> AnyView {
    let is_open = interview.next().is_some();
    view! {
        <p class="check__final">{book.say("results.final").to_owned()}</p>
        <p class="check__rules">{book.say("results.rules").to_owned()}</p>
        {is_open.then(|| go(book, "button button--wide", "next".into(), "results.go_on"))}
        {go(book, "button button--quiet button--wide", "review".into(), "results.review")}
    }
    .into_any()
}

/// One card a programme, the likeliest first.
pub fn cards(book: &Book, session: &Session, interview: &Interview) -> AnyView {
    let mut order: Vec<usize> = (0..book.programmes.len()).collect();
    order.sort_by_key(|index| shown_verdict(&interview.judgements()[*index]) as u8);
    let cards: Vec<AnyView> = order
        .into_iter()
        .map(|index| card(book, session, index, &interview.judgements()[index]))
        .collect();
    view! {
        <h1 id="check-heading" tabindex="-1">{book.say("results.title").to_owned()}</h1>
        {cards}
    }
    .into_any()
}

/// While an answer can still change it, nothing more is said than that something is missing.
fn shown_verdict(judgement: &Judgement) -> Verdict {
    if judgement.is_decided() { judgement.verdict } else { Verdict::NeedInfo }
}

fn card(book: &Book, session: &Session, index: usize, judgement: &Judgement) -> AnyView {
    let words = book.programmes[index].clone();
    let programme = &book.pack.programmes[index].id;
    let verdict = shown_verdict(judgement);
    let code = verdict.code();
    let reason =
        if judgement.is_decided() { book.reason(judgement.reason) } else { book.say("not_asked") };
    let is_worth_it = matches!(verdict, Verdict::Likely | Verdict::Check | Verdict::NeedInfo);
    let class = format!("result-card result-card--{}", code.to_lowercase().replace('_', "-"));
    view! {
        <section class=class data-programme=programme.clone() data-verdict=code
            data-reason=judgement.reason.to_owned()>
            <h2 class="result-card__name">{words.name.clone()}</h2>
            <p class="result-card__verdict">
                <span class="result-card__shape" aria-hidden="true">{shape(verdict)}</span>
                {book.say(verdict_key(verdict)).to_owned()}
            </p>
            <p class="result-card__reason">{reason.to_owned()}</p>
            {kind(book, &words, judgement)}
            {amount(book, judgement)}
            <p class="result-card__plain">{words.plain.clone()}" "{words.gives.clone()}</p>
            {is_worth_it.then(|| how_to(book, &words))}
            {(verdict == Verdict::Unlikely).then(|| view! {
                <p class="result-card__again">{book.say("again").to_owned()}</p>
            })}
            <p class="result-card__source">{book.say("source").to_owned()}{words.source.clone()}</p>
            {is_worth_it.then(|| apply(book, session, programme, judgement))}
        </section>
    }
    .into_any()
}

fn shape(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Likely => "●",
        Verdict::Check => "◐",
        Verdict::NeedInfo => "?",
        Verdict::Already => "✓",
        Verdict::Superseded => "↑",
        Verdict::Unlikely | Verdict::Closed | Verdict::Na => "○",
    }
}

fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Likely => "verdict.LIKELY",
        Verdict::Check => "verdict.CHECK",
        Verdict::Unlikely => "verdict.UNLIKELY",
        Verdict::NeedInfo => "verdict.NEED_INFO",
        Verdict::Already => "verdict.ALREADY",
        Verdict::Superseded => "verdict.SUPERSEDED",
        Verdict::Closed => "verdict.CLOSED",
        Verdict::Na => "verdict.NA",
    }
}

fn kind(book: &Book, words: &ProgrammeWords, judgement: &Judgement) -> Option<AnyView> {
    let kind = words.types.get(judgement.kind.filter(|_| judgement.is_decided())?)?;
    let said = book.say_with("type", "type", kind);
    Some(view! { <p class="result-card__type">{said}</p> }.into_any())
}

fn amount(book: &Book, judgement: &Judgement) -> Option<AnyView> {
    let yuan = judgement.amount_yuan.filter(|_| judgement.is_decided())?;
    let key = match judgement.amount_kind? {
        AmountKind::Year => "amount.year",
        AmountKind::MaxYear => "amount.max_year",
        AmountKind::TypicalYear => "amount.typical_year",
        AmountKind::Once => "amount.once",
        AmountKind::MaxOnce => "amount.max_once",
        AmountKind::MaxLoan => "amount.max_loan",
    };
    let beside = in_wan(yuan).filter(|_| !book.say("wan").is_empty());
    let beside = beside.map_or_else(String::new, |it| book.say_with("wan", "wan", &it));
    let said = format!("{}{beside}", book.say_with(key, "yuan", &grouped(yuan)));
    let month = judgement.month_yuan.map(|it| book.say_with("amount.month", "yuan", &grouped(it)));
    Some(view! { <p class="result-card__amount"><strong>{said}</strong>{month}</p> }.into_any())
}

fn how_to(book: &Book, words: &ProgrammeWords) -> AnyView {
    let bring: Vec<AnyView> =
        words.bring.iter().map(|it| view! { <li>{it.clone()}</li> }.into_any()).collect();
    let phone = format!("tel:{}", words.phone);
    view! {
        <h3 class="result-card__heading">{book.say("bring").to_owned()}</h3>
        <ul class="checklist">{bring}</ul>
        <h3 class="result-card__heading">{book.say("where").to_owned()}</h3>
        <p>{words.place.clone()}" "<a href=phone>{words.phone.clone()}</a></p>
    }
    .into_any()
}

/// Only the answers that decided go along.
fn apply(book: &Book, session: &Session, programme: &str, judgement: &Judgement) -> AnyView {
    let facts = session.facts(book);
    let all = (0..).map(FactId).take(book.pack.facts.len());
    let deciding: Vec<FactId> = all.filter(|id| judgement.decided_by.contains(*id)).collect();
    let action = format!("{}/apply", book.base);
    view! {
        <form method="post" action=action>
            <input type="hidden" name="programme" value=programme.to_owned()/>
            {travelling(&answers_of(&book.pack, &facts, &deciding))}
            <button class="button" name="go" value="begin">{book.say("apply").to_owned()}</button>
            <p class="field__help">{book.say("apply.help").to_owned()}</p>
        </form>
    }
    .into_any()
}
