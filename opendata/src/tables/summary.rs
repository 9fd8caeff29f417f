//! What the places one level down come to: projects and money, never households.

use disclosure::published::{Contract, Payment, Project};

use super::contracts::latest_fen;
use super::projects::{granted, lent};
use crate::cell::Cell;
use crate::codes::LOAN;
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet};

/// A place one level down, with all that publish below it.
pub struct Part<'a> {
    projects: Vec<&'a Project>,
    contracts: Vec<&'a Contract>,
    payments: Vec<&'a Payment>,
}

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.below.iter().filter_map(|code| {
        let mut it = Part { projects: vec![], contracts: vec![], payments: vec![] };
        gather(places, code, &mut it);
        let has_money = !it.projects.is_empty() || !it.payments.is_empty();
        has_money.then(|| Entry { it, place: places.at(code), number: 1 })
    });
    definition().rows(entries, &places.stamp)
}

fn gather<'a>(places: &'a Places<'a>, code: &str, to: &mut Part<'a>) {
    let Some(place) = places.by_code.get(code) else { return };
    to.projects.extend(&place.projects);
    to.contracts.extend(&place.contracts);
    to.payments.extend(&place.payments);
    for below in &place.below {
        gather(places, below, to);
    }
}

fn n<'a>(len: usize) -> Cell<'a> {
    Cell::Count(i64::try_from(len).unwrap_or(i64::MAX))
}

fn fen<'a>(part: &Part<'_>, of: fn(&Project) -> i64) -> Cell<'a> {
    Cell::Fen(part.projects.iter().map(|it| of(it)).sum())
}

/// What was paid, without what was paid from loans.
fn paid_fen(part: &Part<'_>) -> i64 {
    part.payments.iter().filter(|it| it.source != LOAN).map(|it| it.amount_fen).sum()
}

fn definition<'a>() -> Definition<'a, Part<'a>> {
    Definition::<'a, Part<'a>>::new("summary")
        .place()
        .read("projects", |entry| n(entry.it.projects.len()))
        .read("planned_yuan", |entry| {
            fen(&entry.it, |project| granted(project, |it| it.planned_fen))
        })
        .read("planned_loan_yuan", |entry| {
            fen(&entry.it, |project| lent(project, |it| it.planned_fen))
        })
        .read("allocated_yuan", |entry| {
            fen(&entry.it, |project| granted(project, |it| it.allocated_fen))
        })
        .read("allocated_loan_yuan", |entry| {
            fen(&entry.it, |project| lent(project, |it| it.allocated_fen))
        })
        .read("paid_yuan", |entry| fen(&entry.it, |project| granted(project, |it| it.paid_fen)))
        .read("paid_loan_yuan", |entry| fen(&entry.it, |project| lent(project, |it| it.paid_fen)))
        .read("contracts", |entry| n(entry.it.contracts.len()))
        .read("contracts_yuan", |entry| {
            Cell::Fen(entry.it.contracts.iter().map(|it| latest_fen(it)).sum())
        })
        .read("payments", |entry| n(entry.it.payments.len()))
        .read("payments_yuan", |entry| Cell::Fen(paid_fen(&entry.it)))
}
