//! Changes of contracts after they were signed.

use disclosure::published::Modification;

use crate::cell::{Cell, text};
use crate::codes::MODIFICATION;
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet, named};

/// A change and the contract it changes.
pub struct Change<'a> {
    contract_id: &'a str,
    change: &'a Modification,
}

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.contracts.iter().flat_map(|contract| {
        (1..).zip(&contract.modifications).map(|(number, change)| Entry {
            it: Change { contract_id: &contract.id, change },
            place: places.of_project(&contract.project_id),
            number,
        })
    });
    definition().rows(entries, &places.stamp)
}

fn definition<'a>() -> Definition<'a, Change<'a>> {
    Definition::<'a, Change<'a>>::new("contract_changes")
        .read("contract_id", |entry| text(entry.it.contract_id))
        .read("number", |entry| Cell::Count(entry.number))
        .read("project_id", |entry| entry.place.project_id())
        .place()
        .read("agreed_on", |entry| text(&entry.it.change.agreed_on))
        .read("kind", |entry| text(&entry.it.change.kind))
        .read("kind_zh", |entry| named(MODIFICATION, &entry.it.change.kind))
        .read("amount_yuan", |entry| Cell::Fen(entry.it.change.amount_fen))
        .read("reason_zh", |entry| text(&entry.it.change.reason_zh))
        .read("reason_en", |entry| text(&entry.it.change.reason_en))
}
