//! Contracts of projects.

use disclosure::published::Contract;

use crate::cell::{Cell, count, maybe, text};
use crate::codes::METHOD;
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet, named};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.contracts.iter().map(|it| Entry {
        it: *it,
        place: places.of_project(&it.project_id),
        number: 1,
    });
    definition().rows(entries, &places.stamp)
}

/// What a contract comes to now.
pub fn latest_fen(contract: &Contract) -> i64 {
    contract.modifications.last().map_or(contract.amount_fen, |it| it.amount_fen)
}

fn definition<'a>() -> Definition<'a, &'a Contract> {
    Definition::<'a, &'a Contract>::new("contracts")
        .read("contract_id", |entry| text(&entry.it.id))
        .read("project_id", |entry| text(&entry.it.project_id))
        .read("project_name_zh", |entry| entry.place.project_name())
        .place()
        .read("title_zh", |entry| text(&entry.it.title_zh))
        .read("title_en", |entry| text(&entry.it.title_en))
        .read("supplier_zh", |entry| text(&entry.it.supplier_zh))
        .read("supplier_en", |entry| text(&entry.it.supplier_en))
        .read("method", |entry| text(&entry.it.method))
        .read("method_zh", |entry| named(METHOD, &entry.it.method))
        .read("tenderers", |entry| count(entry.it.n_tenderers))
        .read("signed_on", |entry| text(&entry.it.signed_on))
        .read("planned_end_on", |entry| maybe(entry.it.planned_end_on.as_ref()))
        .read("amount_yuan", |entry| Cell::Fen(entry.it.amount_fen))
        .read("latest_amount_yuan", |entry| Cell::Fen(latest_fen(entry.it)))
        .read("changes", |entry| {
            Cell::Count(i64::try_from(entry.it.modifications.len()).unwrap_or(i64::MAX))
        })
}
