//! How fast a whole country is protected, in how much memory, and how far the counts move. The places
//! come from a CSV file whose first two columns are code and parent, with a header; without one, a
//! country of China's size is made up. The counts are always made up.
//!
//! `cargo run --release -p disclosure --example speed -- [REGIONS.csv]`

mod country;

use std::{error::Error, fs, time::Instant};

use country::{CLASSES, Country};
use disclosure::{
    Key, Place, Previous, Protected, Register,
    published::{CountTable, PublicationUnit},
};

/// A release as the public has it.
struct Release {
    units: Vec<PublicationUnit>,
    tables: Vec<CountTable>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let country = match std::env::args().nth(1) {
        Some(path) => Country::read(&fs::read_to_string(path)?),
        None => Country::made_up(),
    };
    println!(
        "{} places, {} villages, {} classes",
        country.places.len(),
        country.villages.len(),
        CLASSES.classes.len()
    );

    let first = timed("first release", || protect(&country, 0, &Previous::default()));
    println!("peak memory after the first release: {} MiB", peak_mib());
    distances(&country, 0, &first);
    let first = Release::of(&first);
    let again = timed("second release, 1 % of cells changed, without the first", || {
        protect(&country, 1, &Previous::default())
    });
    flips(&country, "without", &first, &Release::of(&again));
    drop(again);
    let previous = Previous { units: &first.units, tables: &first.tables };
    let again = timed("second release, kept to the first", || protect(&country, 1, &previous));
    distances(&country, 1, &again);
    flips(&country, "with", &first, &Release::of(&again));
    println!("peak memory with two releases at hand: {} MiB", peak_mib());
    Ok(())
}

impl Release {
    fn of(protected: &Protected) -> Self {
        Self { units: protected.units().to_vec(), tables: protected.tables().collect() }
    }
}

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = work();
    println!("{what}: {:.1} s", start.elapsed().as_secs_f64());
    result
}

fn protect(country: &Country, release: u64, previous: &Previous<'_>) -> Protected {
    let places: Vec<Place<'_>> = country
        .places
        .iter()
        .map(|(code, parent)| Place { code, parent: parent.as_deref(), is_root: false })
        .collect();
    let mut register = Register::new(&[&CLASSES]);
    for &village in &country.villages {
        let row = register.village(&country.places[village].0);
        let counts = country::counts(village as u64, release);
        register.counts_mut(row, 0).copy_from_slice(&counts);
    }
    disclosure::protect(&places, register, previous, &Key::new([7; 32]))
        .expect("the made-up counts fit the places")
}

/// How far the published counts are from the exact ones, by level.
fn distances(country: &Country, release: u64, protected: &Protected) {
    let exact = country.exact(release, protected.units());
    let mut levels = [(0_u64, 0_u64, 0_u64, 0_u64); 6];
    for table in protected.tables() {
        let Ok(place) = country.rank(&table.region_code) else { continue };
        let level = &mut levels[country.levels[place].min(5)];
        for (class, id) in CLASSES.classes.iter().enumerate() {
            let distance = table.cells[*id].abs_diff(i64::from(exact[place][class]));
            *level = (
                level.0.max(distance),
                level.1 + distance,
                level.2 + 1,
                level.3 + u64::from(distance > 4),
            );
        }
    }
    for (level, (most, sum, n, far)) in levels.iter().enumerate().filter(|it| it.1.2 > 0) {
        let hundredths = 100 * sum / n;
        println!(
            "  level {level}: {n} cells, farthest {most}, mean {}.{:02}, {far} beyond 4",
            hundredths / 100,
            hundredths % 100
        );
    }
}

/// How many unchanged cells of single villages have another value than before.
fn flips(country: &Country, how: &str, before: &Release, after: &Release) {
    let (mut n, mut n_flipped) = (0_u64, 0_u64);
    let joined = |units: &[PublicationUnit]| -> std::collections::BTreeSet<String> {
        units.iter().map(|unit| unit.code().to_owned()).collect()
    };
    let (joined_before, joined_after) = (joined(&before.units), joined(&after.units));
    let mut later = after.tables.iter().peekable();
    for table in &before.tables {
        while later.peek().is_some_and(|it| it.region_code < table.region_code) {
            later.next();
        }
        let Some(other) = later.peek().filter(|it| it.region_code == table.region_code) else {
            continue;
        };
        let Ok(place) = country.rank(&table.region_code) else { continue };
        let code = &table.region_code;
        if country.is_above(place) || joined_before.contains(code) || joined_after.contains(code) {
            continue;
        }
        let counts = |release| country::counts(place as u64, release);
        for (class, (one, two)) in counts(0).into_iter().zip(counts(1)).enumerate() {
            if one == two && one % 5 != 0 {
                let id = CLASSES.classes[class];
                n += 1;
                n_flipped += u64::from(table.cells[id] != other.cells[id]);
            }
        }
    }
    let hundredths = 10_000 * n_flipped / n.max(1);
    println!(
        "  flipped {how} the release before: {n_flipped} of {n} unchanged cells, {}.{:02} %",
        hundredths / 100,
        hundredths % 100
    );
}

fn peak_mib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|it| it.trim().trim_end_matches(" kB").parse::<u64>().ok());
    kib.unwrap_or(0) / 1024
}
