//! The published files as an attacker sees them: all numbers of all channels, with all former releases,
//! and what follows from them together.

use std::collections::BTreeMap;
use std::path::Path;

use disclosure::gate::{Auditor, Cell, Class, Finding, Leak, Origin, Release};
use disclosure::{CLASSIFICATIONS, Classification, Place};
use store::published::{CountTable, Region, ReleaseContent};

use super::Check;
use super::channels::{Seen, seen};
use crate::release::fault::Fault;

/// More findings than this say nothing new.
const MOST_FAULTS: usize = 200;

/// Refuses numbers that differ between channels or from the tables, and everything that pins a count
/// down to fewer than five candidates.
pub fn check(
    folder: &Path,
    content: &ReleaseContent,
    former: &[ReleaseContent],
    regions: &[Region],
) -> anyhow::Result<Check> {
    let places: Vec<Place<'_>> = regions
        .iter()
        .map(|it| Place { code: &it.code, parent: it.parent_code.as_deref(), is_root: false })
        .collect();
    let all: Vec<&'static Classification> = CLASSIFICATIONS.iter().collect();
    let mut auditor = Auditor::new(&all);
    for release in former {
        auditor.add_release(&Release {
            number: release.release.number,
            places: &places,
            units: &release.units,
            tables: &release.counts,
            file: "tables",
        })?;
    }
    let seen = seen(folder)?;
    let tables = from_files(&seen);
    let mut faults = missing(content, &tables);
    auditor.add_release(&Release {
        number: content.release.number,
        places: &places,
        units: &content.units,
        tables: &tables,
        file: "counts.csv",
    })?;
    for it in &seen {
        let cell = Cell {
            release: content.release.number,
            place: it.region.clone(),
            table: it.table.clone(),
            class: Class::Of(it.class.clone()),
        };
        if it.class != disclosure::ALL
            && auditor.add_number(&cell, it.n, it.origin.clone()).is_err()
        {
            let place = format!("{} line {}", it.origin.file, it.origin.line);
            faults.push(Fault::new(place, "a count of nothing that is known"));
        }
    }
    faults.extend(auditor.findings().iter().take(MOST_FAULTS).map(fault));
    let looked_at = [(seen.len(), "numbers"), (former.len() + 1, "releases")];
    Ok(Check::new("attack", &looked_at, faults))
}

/// The tables as the first file that names a cell has them.
fn from_files(seen: &[Seen]) -> Vec<CountTable> {
    let mut tables: BTreeMap<(&str, &str), CountTable> = BTreeMap::new();
    for it in seen {
        let table = tables.entry((&it.region, &it.table)).or_insert_with(|| CountTable {
            region_code: it.region.clone(),
            name: it.table.clone(),
            cells: BTreeMap::new(),
        });
        table.cells.entry(it.class.clone()).or_insert(it.n);
    }
    tables.into_values().collect()
}

/// Where the files do not say what the protected tables say.
fn missing(content: &ReleaseContent, files: &[CountTable]) -> Vec<Fault> {
    let key = |it: &CountTable| (it.region_code.clone(), it.name.clone());
    let in_files: BTreeMap<_, _> = files.iter().map(|it| (key(it), &it.cells)).collect();
    let tables = content.counts.iter().filter(|it| in_files.get(&key(it)) != Some(&&it.cells));
    let mut faults: Vec<Fault> = tables
        .map(|it| {
            let place = format!("count {}/{}", it.region_code, it.name);
            Fault::new(place, "the files do not say what the protected table says")
        })
        .collect();
    if files.len() > content.counts.len() {
        faults.push(Fault::new("counts.csv", "it holds a table that is not protected"));
    }
    faults
}

fn fault(finding: &Finding) -> Fault {
    let class = match &finding.cell.class {
        Class::Total => "in all",
        Class::Of(class) => class,
    };
    let cell = &finding.cell;
    let place = format!("release {} count {}/{} {class}", cell.release, cell.place, cell.table);
    let what = match finding.leak {
        Leak::TooNarrow => format!("it can only be {} to {}", finding.low, finding.high),
        Leak::Contradiction => "what is public of it cannot all be true".to_owned(),
        Leak::OtherNumber => format!("it is shown with another number ({})", finding.low),
        Leak::SumDiffers => "its parts do not add up to it".to_owned(),
    };
    let from: Vec<String> = finding.origins.iter().map(said).collect();
    Fault::new(place, format!("{what}; see {}", from.join(", ")))
}

fn said(origin: &Origin) -> String {
    if origin.line == 0 {
        origin.file.clone()
    } else {
        format!("{} line {}", origin.file, origin.line)
    }
}
