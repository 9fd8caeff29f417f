//! The money of projects by source: 渠道不乱.

use disclosure::published::ProjectMoney;

use crate::cell::{Cell, text};
use crate::codes::SOURCE;
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet, named};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.projects.iter().flat_map(|project| {
        (1..).zip(&project.money).map(|(number, it)| Entry {
            it,
            place: places.of_project(&project.id),
            number,
        })
    });
    definition().rows(entries, &places.stamp)
}

fn definition<'a>() -> Definition<'a, &'a ProjectMoney> {
    Definition::<'a, &'a ProjectMoney>::new("project_money")
        .read("project_id", |entry| entry.place.project_id())
        .read("number", |entry| Cell::Count(entry.number))
        .read("project_name_zh", |entry| entry.place.project_name())
        .place()
        .read("source", |entry| text(&entry.it.source))
        .read("source_zh", |entry| named(SOURCE, &entry.it.source))
        .read("planned_yuan", |entry| Cell::Fen(entry.it.planned_fen))
        .read("allocated_yuan", |entry| Cell::Fen(entry.it.allocated_fen))
        .read("paid_yuan", |entry| Cell::Fen(entry.it.paid_fen))
}
