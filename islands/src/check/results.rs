//! What the rules say of each programme, and why; what to bring, where to go, and a way to apply.

use eligibility::{AmountKind, FactId, Interview, Judgement, Verdict};
use maud::{Markup, html};

use super::read::answers_of;
use super::screen::{go, travelling};
use super::{Book, ProgrammeWords, Session};
use crate::figures::{grouped, in_wan};

/// What stands below the cards, inside the form.
pub fn results(book: &Book, interview: &Interview) -> Markup {
    html! {
        p.check__final { (book.say("results.final")) }
        p.check__rules { (book.say("results.rules")) }
        @if interview.next().is_some() {
            (go("button button--wide", "next", book.say("results.go_on")))
        }
        (go("button button--quiet button--wide", "review", book.say("results.review")))
    }
}

/// One card a programme, the likeliest first.
pub fn cards(book: &Book, session: &Session, interview: &Interview) -> Markup {
    let mut order: Vec<usize> = (0..book.programmes.len()).collect();
    order.sort_by_key(|index| shown_verdict(&interview.judgements()[*index]) as u8);
    html! {
        h1 #check-heading tabindex="-1" { (book.say("results.title")) }
        @for index in order { (card(book, session, index, &interview.judgements()[index])) }
    }
}

/// While an answer can still change it, nothing more is said than that something is missing.
fn shown_verdict(judgement: &Judgement) -> Verdict {
    if judgement.is_decided() { judgement.verdict } else { Verdict::NeedInfo }
}

fn card(book: &Book, session: &Session, index: usize, judgement: &Judgement) -> Markup {
    let words = &book.programmes[index];
    let programme = &book.pack.programmes[index].id;
    let verdict = shown_verdict(judgement);
    let is_worth_it = matches!(verdict, Verdict::Likely | Verdict::Check | Verdict::NeedInfo);
    let look = verdict.code().to_lowercase().replace('_', "-");
    html! {
        section class={ "result-card result-card--" (look) } data-programme=(programme)
            data-verdict=(verdict.code()) data-reason=(judgement.reason) {
            h2.result-card__name { (words.name) }
            p.result-card__verdict {
                span.result-card__shape aria-hidden="true" { (shape(verdict)) }
                (book.say(verdict_key(verdict)))
            }
            p.result-card__reason { (reason(book, judgement)) }
            @if judgement.is_decided() {
                @if let Some(kind) = judgement.kind.and_then(|it| words.types.get(it)) {
                    p.result-card__type { (book.say_with("type", "type", kind)) }
                }
                (amount(book, judgement))
            }
            p.result-card__plain { (words.plain) " " (words.gives) }
            @if is_worth_it { (how_to(book, words)) }
            @if verdict == Verdict::Unlikely { p.result-card__again { (book.say("again")) } }
            p.result-card__source { (book.say("source")) (words.source) }
            @if is_worth_it { (apply(book, session, programme, judgement)) }
        }
    }
}

fn reason<'a>(book: &'a Book, judgement: &Judgement) -> &'a str {
    if judgement.is_decided() { book.reason(judgement.reason) } else { book.say("not_asked") }
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

fn amount(book: &Book, judgement: &Judgement) -> Markup {
    let (Some(yuan), Some(kind)) = (judgement.amount_yuan, judgement.amount_kind) else {
        return Markup::default();
    };
    let key = match kind {
        AmountKind::Year => "amount.year",
        AmountKind::MaxYear => "amount.max_year",
        AmountKind::TypicalYear => "amount.typical_year",
        AmountKind::Once => "amount.once",
        AmountKind::MaxOnce => "amount.max_once",
        AmountKind::MaxLoan => "amount.max_loan",
    };
    html! {
        p.result-card__amount {
            strong {
                (book.say_with(key, "yuan", &grouped(yuan)))
                @if let Some(wan) = in_wan(yuan) { (book.say_with("wan", "wan", &wan)) }
            }
            @if let Some(month) = judgement.month_yuan {
                (book.say_with("amount.month", "yuan", &grouped(month)))
            }
        }
    }
}

fn how_to(book: &Book, words: &ProgrammeWords) -> Markup {
    html! {
        h3.result-card__heading { (book.say("bring")) }
        ul.checklist { @for it in &words.bring { li { (it) } } }
        h3.result-card__heading { (book.say("where")) }
        p { (words.place) " " a href={ "tel:" (words.phone) } { (words.phone) } }
    }
}

/// Only the answers that decided go along.
fn apply(book: &Book, session: &Session, programme: &str, judgement: &Judgement) -> Markup {
    let facts = session.facts(book);
    let all = (0..).map(FactId).take(book.pack.facts.len());
    let deciding: Vec<FactId> = all.filter(|id| judgement.decided_by.contains(*id)).collect();
    html! {
        form method="post" action={ (book.base) "/apply" } {
            input type="hidden" name="programme" value=(programme);
            (travelling(&answers_of(&book.pack, &facts, &deciding)))
            button.button name="go" value="begin" { (book.say("apply")) }
            p.field__help { (book.say("apply.help")) }
        }
    }
}
