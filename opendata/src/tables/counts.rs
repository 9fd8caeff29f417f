//! Households and people by class, protected.

use crate::cell::{Cell, text};
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet};

/// One cell of a protected table.
pub struct Counted<'a> {
    table: &'a str,
    class: &'a str,
    n: i64,
}

/// A county's own tables and those of all below it; of a place above the counties its own, and those
/// of the places one level down, which it is the sum of.
pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let below = place.below.iter().filter_map(|code| places.by_code.get_key_value(code));
    let tables = place.counts.iter().copied().chain(below.flat_map(|(code, it)| {
        it.counts.iter().copied().filter(move |table| table.region_code == *code)
    }));
    let entries = tables.flat_map(|table| {
        table.cells.iter().map(|(class, n)| Entry {
            it: Counted { table: &table.name, class, n: *n },
            place: places.at(&table.region_code),
            number: 1,
        })
    });
    definition().rows(entries, &places.stamp)
}

fn definition<'a>() -> Definition<'a, Counted<'a>> {
    Definition::<'a, Counted<'a>>::new("counts")
        .place()
        .read("table", |entry| text(entry.it.table))
        .read("class", |entry| text(entry.it.class))
        .read("count", |entry| Cell::Count(entry.it.n))
}
