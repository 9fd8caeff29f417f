//! The money of the places in a place. In place of a map, whose boundaries are not at hand.

use store::{PlaceMoney, Standing};

use super::cell::Cell;
use super::picture::{Kind, Picture};
use super::table::Table;
use crate::parts::names;
use crate::site::visit::Visit;

/// None where no place lies in it.
pub fn picture(visit: &Visit, place: &str, places: &[PlaceMoney]) -> Option<Picture> {
    if places.iter().all(|it| it.region.is_none()) {
        return None;
    }
    let rows = places.iter().map(|it| row(visit, it)).collect();
    let caption = visit.say("picture.places.caption");
    let columns = COLUMNS.map(|it| visit.say(it)).to_vec();
    let table = Table::summed(caption, columns, 1, rows, visit.say("project.sum"));
    Some(Picture {
        kind: Kind::Places,
        title: visit.fill("picture.places.title", &[("place", place)]),
        description: visit.say("picture.places.text"),
        drawn: None,
        table,
    })
}

/// Grants, then loans, never added together.
const COLUMNS: [&str; 8] = [
    "figure.place",
    "money.n_projects",
    "project.planned",
    "project.allocated",
    "project.paid",
    "money.loans_planned",
    "money.loans_allocated",
    "money.loans_paid",
];

fn row(visit: &Visit, it: &PlaceMoney) -> Vec<Cell> {
    let fen = |it: &Standing| [it.planned_fen, it.allocated_fen, it.paid_fen].map(Cell::Fen);
    let mut cells = vec![Cell::Text(name(visit, it)), Cell::Count(it.n_projects)];
    cells.extend(fen(&it.grants));
    cells.extend(fen(&it.loans));
    cells
}

pub fn name(visit: &Visit, it: &PlaceMoney) -> String {
    it.region.as_ref().map_or_else(|| visit.say("money.own_projects"), |it| names::place(visit, it))
}
