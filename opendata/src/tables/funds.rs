//! Money allocated to places.

use disclosure::published::FundLine;

use crate::cell::{Cell, maybe, text};
use crate::codes::SOURCE;
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet, named};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.funds.iter().map(|it| Entry {
        it: *it,
        place: places.at(&it.region_code),
        number: 1,
    });
    definition().rows(entries, &places.stamp)
}

fn definition<'a>() -> Definition<'a, &'a FundLine> {
    Definition::<'a, &'a FundLine>::new("funds")
        .read("fund_id", |entry| text(&entry.it.id))
        .place()
        .read("source", |entry| text(&entry.it.source))
        .read("source_zh", |entry| named(SOURCE, &entry.it.source))
        .read("name_zh", |entry| text(&entry.it.name_zh))
        .read("name_en", |entry| text(&entry.it.name_en))
        .read("document_number", |entry| text(&entry.it.document_number))
        .read("year", |entry| Cell::Count(entry.it.year))
        .read("amount_yuan", |entry| Cell::Fen(entry.it.amount_fen))
        .read("allocated_on", |entry| text(&entry.it.allocated_on))
        .read("use_zh", |entry| text(&entry.it.use_zh))
        .read("use_en", |entry| text(&entry.it.use_en))
        .read("project_id", |entry| maybe(entry.it.project_id.as_ref()))
        .read("published_on", |entry| maybe(entry.it.published_on.as_ref()))
}
