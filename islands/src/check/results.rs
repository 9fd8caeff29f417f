//! What the rules say of each programme, in groups, the likeliest first.

use eligibility::{Interview, Verdict};
use maud::{Markup, html};

use super::card::{Cards, day, shape, shown_verdict};
use super::chances::chances;
use super::grounds::amount;
use super::record::{Record, keep_record};
use super::screen::go;
use super::sheet::sheet;
use super::{Book, Session};

/// The groups in their order, each with its heading and verdicts.
const GROUPS: [(&str, &[Verdict]); 5] = [
    ("group.likely", &[Verdict::Likely]),
    ("group.check", &[Verdict::Check]),
    ("group.need_info", &[Verdict::NeedInfo]),
    ("group.already", &[Verdict::Already, Verdict::Superseded]),
    ("group.unlikely", &[Verdict::Unlikely, Verdict::Closed, Verdict::Na]),
];

/// Everything above the form: each card has one of its own.
pub fn results(book: &Book, session: &Session, interview: &Interview) -> Markup {
    html! {
        h1 #check-heading tabindex="-1" { (book.say("results.title")) }
        p.check__final { (book.say("results.final")) }
        (all_groups(book, session, interview))
    }
}

/// The groups with all that goes with them.
pub fn all_groups(book: &Book, session: &Session, interview: &Interview) -> Markup {
    let pack = session.pack(book);
    let cards = Cards { book, session, pack, interview };
    let record = Record::of(book, session);
    html! {
        (overview(&cards))
        @for (heading, verdicts) in GROUPS { (group(&cards, heading, verdicts)) }
        (chances(book, pack, interview.facts()))
        (keep_record(book, &record))
        (sheet(&cards, &record))
    }
}

/// What it comes to, at one look: who gets something finds the card from here.
fn overview(cards: &Cards) -> Markup {
    let (book, judgements) = (cards.book, cards.interview.judgements());
    let of = |verdict: Verdict| {
        (0..judgements.len()).filter(move |it| shown_verdict(&judgements[*it]) == verdict)
    };
    let members: Vec<usize> = of(Verdict::Likely).chain(of(Verdict::Check)).collect();
    html! {
        @if !members.is_empty() {
            ul.result-overview {
                @for index in members {
                    @let id = &cards.pack.programmes[index].id;
                    li {
                        span aria-hidden="true" { (shape(shown_verdict(&judgements[index]))) " " }
                        a href={ "#card-" (id) } { (book.programme_name(id)) }
                        @if let Some(amount) = amount(book, &judgements[index]) { " " (amount) }
                    }
                }
            }
        }
    }
}

fn group(cards: &Cards, heading: &str, verdicts: &[Verdict]) -> Markup {
    let book = cards.book;
    let judgements = cards.interview.judgements();
    let members: Vec<usize> = (0..judgements.len())
        .filter(|it| verdicts.contains(&shown_verdict(&judgements[*it])))
        .collect();
    let title = book.say_with(heading, "n", &members.len().to_string());
    let is_folded = verdicts.contains(&Verdict::Unlikely);
    html! {
        @if members.is_empty() {
        } @else if is_folded {
            details.result-group {
                summary { h2 { (title) } }
                @for index in &members { (cards.card(*index)) }
            }
        } @else {
            section.result-group {
                h2 { (title) }
                @for index in &members { (cards.card(*index)) }
            }
        }
    }
}

/// What stands below the cards, inside the form.
pub fn results_end(book: &Book, interview: &Interview) -> Markup {
    html! {
        @if interview.next().is_some() {
            (go("button button--wide", "next", book.say("results.go_on")))
        }
        (go("button button--quiet button--wide", "review", book.say("results.review")))
    }
}

/// Which rules these are, and until when they hold.
pub fn rules_note(book: &Book, session: &Session) -> String {
    let pack = session.pack(book);
    let words = book.words.packs.get(&pack.id);
    let (title, note) = words.map_or((pack.id.as_str(), ""), |it| (&it.title, &it.note));
    let valid = book.say_with("valid_to", "day", &day(book, &pack.valid_to));
    format!("{title} {note} {valid}")
}
