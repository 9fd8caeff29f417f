//! What the places one level down come to: projects and money, never households.

use disclosure::published::Project;

use super::contracts::latest_fen;
use super::projects::{granted, lent};
use crate::cell::Cell;
use crate::codes::LOAN;
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.below.iter().filter_map(|code| {
        let (code, it) = places.by_code.get_key_value(code)?;
        let has_money = !it.projects.is_empty() || !it.payments.is_empty();
        has_money.then(|| Entry { it, place: places.at(code), number: 1 })
    });
    definition().rows(entries, &places.stamp)
}

fn n<'a>(len: usize) -> Cell<'a> {
    Cell::Count(i64::try_from(len).unwrap_or(i64::MAX))
}

fn fen<'a>(place: &Place<'_>, of: fn(&Project) -> i64) -> Cell<'a> {
    Cell::Fen(place.projects.iter().map(|it| of(it)).sum())
}

fn definition<'a>() -> Definition<'a, &'a Place<'a>> {
    Definition::<'a, &'a Place<'a>>::new("summary")
        .place()
        .read("projects", |entry| n(entry.it.projects.len()))
        .read("planned_yuan", |entry| {
            fen(entry.it, |project| granted(project, |it| it.planned_fen))
        })
        .read("planned_loan_yuan", |entry| {
            fen(entry.it, |project| lent(project, |it| it.planned_fen))
        })
        .read("allocated_yuan", |entry| {
            fen(entry.it, |project| granted(project, |it| it.allocated_fen))
        })
        .read("allocated_loan_yuan", |entry| {
            fen(entry.it, |project| lent(project, |it| it.allocated_fen))
        })
        .read("paid_yuan", |entry| fen(entry.it, |project| granted(project, |it| it.paid_fen)))
        .read("paid_loan_yuan", |entry| fen(entry.it, |project| lent(project, |it| it.paid_fen)))
        .read("contracts", |entry| n(entry.it.contracts.len()))
        .read("contracts_yuan", |entry| {
            Cell::Fen(entry.it.contracts.iter().map(|it| latest_fen(it)).sum())
        })
        .read("payments", |entry| n(entry.it.payments.len()))
        .read("payments_yuan", |entry| {
            Cell::Fen(
                entry
                    .it
                    .payments
                    .iter()
                    .filter(|it| it.source != LOAN)
                    .map(|it| it.amount_fen)
                    .sum(),
            )
        })
}
