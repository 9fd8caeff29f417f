//! What projects make: planned and actual.

use disclosure::published::Output;

use crate::cell::{Cell, text};
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.projects.iter().flat_map(|project| {
        (1..).zip(&project.details.outputs).map(|(number, it)| Entry {
            it,
            place: places.of_project(&project.id),
            number,
        })
    });
    definition().rows(entries, &places.stamp)
}

fn definition<'a>() -> Definition<'a, &'a Output> {
    Definition::<'a, &'a Output>::new("project_outputs")
        .read("project_id", |entry| entry.place.project_id())
        .read("number", |entry| Cell::Count(entry.number))
        .read("project_name_zh", |entry| entry.place.project_name())
        .place()
        .read("name_zh", |entry| text(&entry.it.name_zh))
        .read("name_en", |entry| text(&entry.it.name_en))
        .read("unit_zh", |entry| text(&entry.it.unit_zh))
        .read("unit_en", |entry| text(&entry.it.unit_en))
        .read("planned", |entry| Cell::Milli(entry.it.planned_milli))
        .read("actual", |entry| entry.it.actual_milli.map_or(Cell::Empty, Cell::Milli))
}
