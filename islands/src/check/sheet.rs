//! The results on one sheet of paper: what to apply for, what to bring, where. Seen in print only.

use eligibility::{Pack, Verdict};
use maud::{Markup, html};

use super::card::{Cards, shape, shown_verdict};
use super::grounds::{amount, verdict_key};
use super::record::{Record, code};
use super::results::rules_note;
use super::{Book, ProgrammeWords};

/// More would not fit on one A4 page.
const MOST_ROWS: usize = 14;

pub fn sheet(cards: &Cards, record: &Record) -> Markup {
    let book = cards.book;
    let judgements = cards.interview.judgements();
    let of = |verdicts: &[Verdict]| -> Vec<usize> {
        let all = verdicts.iter().flat_map(|verdict| {
            (0..judgements.len()).filter(|it| shown_verdict(&judgements[*it]) == *verdict)
        });
        all.collect()
    };
    let rows = of(&[Verdict::Likely, Verdict::Check, Verdict::NeedInfo]);
    let n_left_out = rows.len().saturating_sub(MOST_ROWS);
    let others = of(&[Verdict::Already, Verdict::Superseded, Verdict::Unlikely]);
    html! {
        section.sheet aria-hidden="true" {
            p.sheet__title { (book.say("sheet.title")) " · " (book.places[cards.session.place(book)].name) }
            p.sheet__note { (rules_note(book, cards.session)) " " (book.say("results.final")) }
            table.sheet__table {
                thead {
                    tr {
                        th { (book.say("sheet.help")) }
                        th { (book.say("sheet.result")) }
                        th { (book.say("bring")) }
                        th { (book.say("where")) }
                    }
                }
                tbody { @for index in rows.iter().take(MOST_ROWS) { (row(cards, *index)) } }
            }
            @if n_left_out > 0 {
                p.sheet__note { (book.say_with("sheet.left_out", "n", &n_left_out.to_string())) }
            }
            p.sheet__note { (book.say("sheet.others")) (names(book, cards.pack, &others)) }
            div.sheet__code { (code(book, &record.text())) span { (book.say("sheet.code")) } }
        }
    }
}

fn row(cards: &Cards, index: usize) -> Markup {
    let book = cards.book;
    let judgement = &cards.interview.judgements()[index];
    let id = &cards.pack.programmes[index].id;
    let none = ProgrammeWords::default();
    let words = book.words.programmes.get(id).unwrap_or(&none);
    let verdict = shown_verdict(judgement);
    let amount = amount(book, judgement).filter(|_| judgement.is_decided());
    html! {
        tr {
            td { strong { (book.programme_name(id)) } }
            td {
                (shape(verdict)) " " (book.say(verdict_key(verdict)))
                @if let Some(amount) = amount { br; (amount) }
            }
            td { "☐ " (words.bring.join(" ☐ ")) }
            td { (words.place) " " (words.phone) }
        }
    }
}

fn names(book: &Book, pack: &Pack, programmes: &[usize]) -> String {
    let name = |it: &usize| book.programme_name(&pack.programmes[*it].id);
    programmes.iter().map(name).collect::<Vec<_>>().join(book.say("list_comma"))
}
