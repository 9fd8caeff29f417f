//! The documents that figures were taken from.

use disclosure::published::SourceDocument;

use crate::cell::{maybe, text};
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.sources.iter().map(|it| Entry { it: *it, place: places.at(""), number: 1 });
    definition().rows(entries, &places.stamp)
}

fn definition<'a>() -> Definition<'a, &'a SourceDocument> {
    Definition::<'a, &'a SourceDocument>::new("sources")
        .read("source_id", |entry| text(&entry.it.id))
        .read("title_zh", |entry| text(&entry.it.title_zh))
        .read("title_en", |entry| text(&entry.it.title_en))
        .read("publisher_zh", |entry| text(&entry.it.publisher_zh))
        .read("publisher_en", |entry| text(&entry.it.publisher_en))
        .read("published_on", |entry| maybe(entry.it.published_on.as_ref()))
        .read("note_zh", |entry| text(&entry.it.note_zh))
        .read("note_en", |entry| text(&entry.it.note_en))
}
