//! The register's tables as they may be published: by status and by cause, for every place.

use std::collections::BTreeMap;

use disclosure::{Leaf, Place, Table, protect_sharing_totals};
use store::published::CountTable;

use super::{
    area::{AREAS, area_of},
    gazetteer::Gazetteer,
    register::{CAUSES, STATUSES, villages},
};

/// Both tables of a place have the same total, and every number is a multiple of five.
pub fn count_tables(gazetteer: &Gazetteer<'_>) -> anyhow::Result<Vec<CountTable>> {
    let places: Vec<Place<'_>> = gazetteer
        .regions
        .iter()
        .map(|it| Place { code: &it.code, parent: it.parent_code.as_deref() })
        .collect();
    let register: Vec<_> = AREAS.iter().flat_map(|area| villages(gazetteer, area)).collect();
    let by_status: Vec<_> =
        register.iter().map(|it| Leaf { code: it.code, cells: it.by_status }).collect();
    let by_cause: Vec<_> =
        register.iter().map(|it| Leaf { code: it.code, cells: it.by_cause }).collect();

    let status = protect_sharing_totals(&places, &by_status)?;
    let cause = protect_sharing_totals(&places, &by_cause)?;
    let mut tables = Vec::with_capacity(2 * places.len());
    for place in &places {
        let causes = area_of(place.code).causes;
        tables.push(count_table(place.code, "status", &STATUSES, &status[place.code], |_| true));
        tables.push(count_table(place.code, "cause", &CAUSES, &cause[place.code], |class| {
            causes[class] > 0
        }));
    }
    Ok(tables)
}

fn count_table<const N: usize>(
    region_code: &str,
    name: &str,
    classes: &[&str; N],
    table: &Table<N>,
    is_used: impl Fn(usize) -> bool,
) -> CountTable {
    let cells: BTreeMap<String, i64> = classes
        .iter()
        .zip(table.cells)
        .enumerate()
        .filter(|(class, _)| is_used(*class))
        .map(|(_, (class, n))| ((*class).to_owned(), n))
        .collect();
    CountTable { region_code: region_code.to_owned(), name: name.to_owned(), cells }
}
