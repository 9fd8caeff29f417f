//! What the tests of reading share: places that exist nowhere, and files made in memory.

use std::{io::Cursor, sync::LazyLock};

use disclosure::published::Region;
use intake::{Gazetteer, Headers, Kind, Limits, Problem, Reading, Records, Setting};
use jiff::civil::date;

/// Reads bytes with the example places.
pub fn read_bytes(kind: Kind, bytes: &[u8]) -> Reading {
    read_within(kind, bytes, Limits::default())
}

pub fn read_within(kind: Kind, bytes: &[u8], limits: Limits) -> Reading {
    static HEADERS: LazyLock<Headers> = LazyLock::new(Headers::built_in);
    static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| Gazetteer::new(regions()));
    let setting =
        Setting { limits, ..Setting::new(&HEADERS, &GAZETTEER, date(2026, 9, 30), [7; 16]) };
    intake::read(kind, Cursor::new(bytes), &setting, &mut |_| {}).unwrap()
}

/// Reads a table given as text.
pub fn read_text(kind: Kind, text: &str) -> Reading {
    read_bytes(kind, text.as_bytes())
}

/// The records, or the sentences of what is wrong.
pub fn records(reading: Reading) -> Records {
    reading.into_records().map(|(records, _)| records).unwrap_or_else(|problems| {
        panic!("{:#?}", problems.iter().map(Problem::sentence_zh).collect::<Vec<_>>())
    })
}

pub fn example(name: &str) -> Vec<u8> {
    std::fs::read(format!("../data/intake/examples/{name}")).unwrap()
}

/// The nine places of `regions.csv`.
pub fn regions() -> Vec<Region> {
    let headers = Headers::built_in();
    let gazetteer = Gazetteer::new(Vec::new());
    let setting = Setting::new(&headers, &gazetteer, date(2026, 9, 30), [7; 16]);
    let file = Cursor::new(example("regions.csv"));
    let reading = intake::read(Kind::Regions, file, &setting, &mut |_| {}).unwrap();
    match records(reading) {
        Records::Regions(regions) => regions,
        _ => unreachable!("regions were asked for"),
    }
}
