//! Postings for people to read and object to.

use disclosure::published::Notice;

use crate::cell::{maybe, text};
use crate::codes::NOTICE_KIND;
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet, named};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.notices.iter().map(|it| Entry {
        it: *it,
        place: places.at(&it.region_code),
        number: 1,
    });
    definition().rows(entries, &places.stamp)
}

fn definition<'a>() -> Definition<'a, &'a Notice> {
    Definition::<'a, &'a Notice>::new("notices")
        .read("notice_id", |entry| text(&entry.it.id))
        .place()
        .read("kind", |entry| text(&entry.it.kind))
        .read("kind_zh", |entry| named(NOTICE_KIND, &entry.it.kind))
        .read("title_zh", |entry| text(&entry.it.title_zh))
        .read("title_en", |entry| text(&entry.it.title_en))
        .read("body_zh", |entry| text(&entry.it.body_zh))
        .read("body_en", |entry| text(&entry.it.body_en))
        .read("posted_on", |entry| text(&entry.it.posted_on))
        .read("ends_on", |entry| text(&entry.it.ends_on))
        .read("phones", |entry| text(&entry.it.phones))
        .read("project_id", |entry| maybe(entry.it.project_id.as_ref()))
}
