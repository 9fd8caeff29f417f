//! The tables of a place: each defined once, columns and values together.

mod contract_changes;
mod contracts;
mod counts;
mod figures;
mod funds;
mod notices;
mod payments;
mod places;
mod project_documents;
mod project_money;
mod project_outputs;
mod projects;
mod sources;
mod summary;

use crate::options::Options;
use crate::place::{Place, Places};
use crate::table::{Sheet, Table};

/// The tables that a place has rows for, in the order of the data dictionary.
pub fn sheets<'a>(
    places: &'a Places<'a>,
    code: &'a str,
    place: &'a Place<'a>,
    options: &Options,
) -> Vec<Sheet<'a>> {
    let mut sheets = vec![
        summary::sheet(places, place),
        projects::sheet(places, place),
        project_money::sheet(places, place),
        project_outputs::sheet(places, place),
        project_documents::sheet(places, place, options),
        funds::sheet(places, place),
        contracts::sheet(places, place),
        contract_changes::sheet(places, place),
        payments::sheet(places, place),
        counts::sheet(places, place),
        figures::sheet(places, place),
        notices::sheet(places, place),
        sources::sheet(places, place),
    ];
    sheets.retain(|sheet| !sheet.rows.is_empty());
    if !sheets.is_empty() {
        sheets.push(places::sheet(places, code));
    }
    sheets.retain(|sheet| !sheet.rows.is_empty());
    sheets
}

/// Every table there is, whether a release has rows for it or not.
pub fn tables() -> Vec<Table> {
    ALL.iter().map(|id| Table::named(id)).collect()
}

const ALL: [&str; 14] = [
    "summary",
    "projects",
    "project_money",
    "project_outputs",
    "project_documents",
    "funds",
    "contracts",
    "contract_changes",
    "payments",
    "counts",
    "figures",
    "notices",
    "sources",
    "places",
];
