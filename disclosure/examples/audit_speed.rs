//! How fast the gate looks at several releases of a country's seven tables together.
//!
//! `cargo run --release -p disclosure --example audit_speed -- REGIONS.csv [RELEASES]`

use std::{error::Error, fs, time::Instant};

use disclosure::{
    CLASSIFICATIONS, Classification, Key, Place, Previous, Register, Universe,
    gate::{Auditor, Release},
    protect,
    published::{CountTable, PublicationUnit},
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let text = fs::read_to_string(arguments.next().ok_or("which file of regions?")?)?;
    let n_releases: u32 = arguments.next().map_or(Ok(3), |it| it.parse())?;
    let rows: Vec<(&str, Option<&str>)> = text.lines().skip(1).filter_map(row).collect();
    let places: Vec<Place<'_>> =
        rows.iter().map(|&(code, parent)| Place { code, parent, is_root: false }).collect();
    let classifications: Vec<&'static Classification> = CLASSIFICATIONS.iter().collect();

    let mut releases: Vec<(Vec<PublicationUnit>, Vec<CountTable>)> = Vec::new();
    for number in 0..n_releases {
        let start = Instant::now();
        let register = register(&places, &classifications, number);
        let previous = releases
            .last()
            .map_or(Previous::default(), |(units, tables)| Previous { units, tables });
        let protected = protect(&places, register, &previous, &Key::new([7; 32]))?;
        let open = protected.open_to_subtraction().count();
        let (units, tables) = (protected.units().to_vec(), protected.tables().collect::<Vec<_>>());
        let hidden = tables.iter().filter(|it| is_hidden(it)).count();
        println!(
            "release {number}: {} units, {} tables, {hidden} hidden, {open} open, {:.1} s",
            units.len(),
            tables.len(),
            start.elapsed().as_secs_f64()
        );
        releases.push((units, tables));
    }

    let start = Instant::now();
    let mut auditor = Auditor::new(&classifications);
    for (number, (units, tables)) in (0..).zip(&releases) {
        auditor.add_release(&Release { number, places: &places, units, tables, file: "counts" })?;
    }
    let findings = auditor.findings();
    println!("gate: {} findings, {:.1} s", findings.len(), start.elapsed().as_secs_f64());
    Ok(())
}

fn row(line: &str) -> Option<(&str, Option<&str>)> {
    let mut columns = line.split(',');
    let code = columns.next()?;
    Some((code, columns.next().filter(|parent| !parent.is_empty())))
}

fn is_hidden(table: &CountTable) -> bool {
    disclosure::classification(&table.name).is_some_and(|it| it.classes.len() != table.cells.len())
}

/// Made-up counts of every place without others in it.
fn register(
    places: &[Place<'_>],
    classifications: &[&'static Classification],
    release: u32,
) -> Register {
    let above: std::collections::BTreeSet<&str> =
        places.iter().filter_map(|it| it.parent).collect();
    let mut register = Register::new(classifications);
    let mut chance = 7_u32;
    for place in places.iter().filter(|it| !above.contains(it.code)) {
        let mut below = |n: u32| {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (chance >> 8) % n
        };
        let village = register.village(place.code);
        let households = below(60) + release * u32::from(below(20) == 0);
        for (at, it) in classifications.iter().enumerate() {
            let each = if it.universe == Universe::People { 3 } else { 1 };
            let n = u32::try_from(it.classes.len()).expect("a few classes");
            for _ in 0..households * each {
                // The first classes are the most frequent.
                let class = below(n).min(below(n)) as usize;
                register.counts_mut(village, at)[class] += 1;
            }
        }
    }
    register
}
