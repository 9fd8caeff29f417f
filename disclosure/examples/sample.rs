//! Writes a protected township for other offices' auditors to attack (`validators/sdc`): `OUT/clean`
//! with what the public sees, `OUT/leak` with the exact totals of villages and causes beside it.
//!
//! `cells.csv` has each count with the window that readers are told, and the hidden ones without a
//! number; `sums.csv` what adds up to what.
//!
//! `cargo run -p disclosure --example sample -- OUT`

use std::{error::Error, fmt::Write as _, fs, path::Path};

use disclosure::{
    ALL, Classification, Key, Place, Previous, Protected, Register, classification, protect, window,
};

/// Households of six villages by cause, in the order of the classes. Made up.
const VILLAGES: [(&str, [u32; 12]); 6] = [
    ("village 1", [11, 4, 3, 0, 2, 6, 3, 1, 0, 2, 0, 1]),
    ("village 2", [7, 2, 1, 1, 0, 4, 2, 0, 0, 1, 0, 0]),
    ("village 3", [16, 6, 2, 0, 4, 9, 6, 0, 2, 3, 1, 2]),
    ("village 4", [4, 3, 0, 0, 1, 2, 1, 0, 0, 0, 0, 0]),
    ("village 5", [9, 1, 4, 2, 3, 3, 5, 1, 1, 0, 0, 0]),
    ("village 6", [21, 8, 5, 0, 6, 12, 9, 2, 0, 4, 1, 3]),
];

const TOWNSHIP: &str = "township";

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::args().nth(1).ok_or("which folder to write to?")?;
    let cause = classification("cause").ok_or("there is a table of causes")?;
    let protected = protected(cause)?;
    let rows = rows(cause, &protected)?;
    let clean = Path::new(&out).join("clean");
    let leak = Path::new(&out).join("leak");
    for folder in [&clean, &leak] {
        fs::create_dir_all(folder)?;
        fs::write(folder.join("sums.csv"), sums(&rows))?;
    }
    fs::write(clean.join("cells.csv"), cells(&rows, |_, _| None))?;
    fs::write(leak.join("cells.csv"), cells(&rows, exact_total))?;
    Ok(())
}

/// A place's total, then its classes; none where only the total is shown.
struct Row {
    place: &'static str,
    counts: Vec<(&'static str, Option<i64>)>,
}

fn protected(cause: &'static Classification) -> Result<Protected, Box<dyn Error>> {
    let mut places = vec![Place { code: TOWNSHIP, parent: None, is_root: false }];
    let mut register = Register::new(&[cause]);
    for (code, counts) in &VILLAGES {
        places.push(Place { code, parent: Some(TOWNSHIP), is_root: false });
        let village = register.village(code);
        register.counts_mut(village, 0).copy_from_slice(counts);
    }
    Ok(protect(&places, register, &Previous::default(), &Key::new([7; 32]))?)
}

fn rows(cause: &'static Classification, protected: &Protected) -> Result<Vec<Row>, Box<dyn Error>> {
    let places = [TOWNSHIP].into_iter().chain(VILLAGES.iter().map(|(code, _)| *code));
    places
        .map(|place| {
            let count = |class| protected.count(place, cause.id, class);
            let shown = cause.classes.iter().map(|class| count(class)).sum::<Option<i64>>();
            let total = shown.or_else(|| count(ALL)).ok_or("the sample has no broad classes")?;
            let classes =
                cause.classes.iter().map(|class| (*class, shown.and_then(|_| count(class))));
            Ok(Row { place, counts: [("total", Some(total))].into_iter().chain(classes).collect() })
        })
        .collect()
}

/// In the leaking sample, the exact total of a village or of a class in the township.
fn exact_total(place: &str, column: usize) -> Option<u32> {
    if place == TOWNSHIP {
        let class = column.checked_sub(1)?;
        return Some(VILLAGES.iter().map(|(_, counts)| counts[class]).sum());
    }
    let village = VILLAGES.iter().find(|(code, _)| *code == place && column == 0);
    village.map(|(_, counts)| counts.iter().sum())
}

/// A cell is numbered by its row and column, from 1.
fn number(row: usize, column: usize) -> usize {
    row * 13 + column + 1
}

fn cells(rows: &[Row], exact: impl Fn(&str, usize) -> Option<u32>) -> String {
    let mut csv = String::from("cell,place,class,published,low,high,is_exact\n");
    for (at, row) in rows.iter().enumerate() {
        let (_, most) = window(row.counts[0].1.unwrap_or(0));
        for (column, (class, n)) in row.counts.iter().enumerate() {
            // Of a hidden count nothing is known but that it is part of the total.
            let (low, high) = n.map_or((0, most), window);
            let known = exact(row.place, column).map(i64::from);
            let (low, high) = known.map_or((low, high), |n| (n, n));
            let is_exact = u8::from(known.is_some());
            let (number, place) = (number(at, column), row.place);
            let published = n.map(|n| n.to_string()).unwrap_or_default();
            writeln!(csv, "{number},{place},{class},{published},{low},{high},{is_exact}")
                .expect("a string takes any text");
        }
    }
    csv
}

/// Every total is the sum of its classes, every count of the township that of its villages.
fn sums(rows: &[Row]) -> String {
    let mut csv = String::from("sum,cell,coefficient\n");
    let mut sum = 0;
    let mut add = |total: usize, parts: Vec<usize>| {
        sum += 1;
        writeln!(csv, "{sum},{total},-1").expect("a string takes any text");
        for part in parts {
            writeln!(csv, "{sum},{part},1").expect("a string takes any text");
        }
    };
    for (row, it) in rows.iter().enumerate() {
        add(number(row, 0), (1..it.counts.len()).map(|column| number(row, column)).collect());
    }
    for column in 0..13 {
        add(number(0, column), (1..rows.len()).map(|row| number(row, column)).collect());
    }
    csv
}
