//! The place itself and all below it.

use disclosure::published::Region;

use crate::cell::{Cell, maybe, text};
use crate::place::{Places, publishing_place};
use crate::table::{Definition, Entry, Sheet};

/// A region, and the code that its counts stand under if that is another.
pub struct Here<'a> {
    region: &'a Region,
    counted_under: &'a str,
}

/// Of a county all below it; of a place above the counties itself and those that publish below it.
pub fn sheet<'a>(places: &'a Places<'a>, code: &'a str) -> Sheet<'a> {
    let below = places.by_code.get(code).map(|it| &it.below);
    let entries = places
        .regions
        .values()
        .filter(|region| {
            publishing_place(&region.code) == code
                || below.is_some_and(|it| it.contains(region.code.as_str()))
        })
        .map(|region| Entry {
            it: Here {
                region,
                counted_under: places.units.get(region.code.as_str()).map_or("", |it| it.code()),
            },
            place: places.at(&region.code),
            number: 1,
        });
    definition().rows(entries, &places.stamp)
}

fn definition<'a>() -> Definition<'a, Here<'a>> {
    Definition::<'a, Here<'a>>::new("places")
        .read("region_code", |entry| text(&entry.it.region.code))
        .read("region_name", |entry| text(&entry.it.region.name))
        .read("pinyin", |entry| text(&entry.it.region.pinyin))
        .read("level", |entry| Cell::Count(entry.it.region.level))
        .read("parent_code", |entry| maybe(entry.it.region.parent_code.as_ref()))
        .read("counted_under", |entry| text(entry.it.counted_under))
}
