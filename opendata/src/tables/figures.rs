//! Figures as documents printed them.

use disclosure::published::{Figure, Qualifier};

use crate::cell::{maybe, text};
use crate::codes::QUALIFIER;
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet, named};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.figures.iter().map(|it| Entry {
        it: *it,
        place: places.at(&it.region_code),
        number: 1,
    });
    definition().rows(entries, &places.stamp)
}

fn qualifier(qualifier: Qualifier) -> &'static str {
    match qualifier {
        Qualifier::AsPrinted => "as_printed",
        Qualifier::MoreThan => "more_than",
        Qualifier::AtLeast => "at_least",
        Qualifier::Below => "below",
        Qualifier::About => "about",
        Qualifier::Nearly => "nearly",
    }
}

fn definition<'a>() -> Definition<'a, &'a Figure> {
    Definition::<'a, &'a Figure>::new("figures")
        .read("figure_id", |entry| text(&entry.it.id))
        .place()
        .read("topic", |entry| text(&entry.it.topic))
        .read("name_zh", |entry| text(&entry.it.name_zh))
        .read("name_en", |entry| text(&entry.it.name_en))
        .read("value", |entry| text(&entry.it.value))
        .read("qualifier", |entry| text(qualifier(entry.it.qualifier)))
        .read("qualifier_zh", |entry| named(QUALIFIER, qualifier(entry.it.qualifier)))
        .read("unit_zh", |entry| text(&entry.it.unit_zh))
        .read("unit_en", |entry| text(&entry.it.unit_en))
        .read("period_zh", |entry| maybe(entry.it.period_zh.as_ref()))
        .read("period_en", |entry| maybe(entry.it.period_en.as_ref()))
        .read("derivation_zh", |entry| maybe(entry.it.derivation_zh.as_ref()))
        .read("derivation_en", |entry| maybe(entry.it.derivation_en.as_ref()))
        .read("warning_zh", |entry| maybe(entry.it.warning_zh.as_ref()))
        .read("warning_en", |entry| maybe(entry.it.warning_en.as_ref()))
        .read("source_id", |entry| text(&entry.it.source_id))
}
