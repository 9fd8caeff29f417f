//! The counts as they stand in every published file: CSV, XLSX and JSON.

use std::fs::{self, File};
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::Path;

use anyhow::Context;
use disclosure::gate::Origin;
use intake::Limits;
use intake::sheet::Book;
use serde_json::Value;

/// One number somewhere in a file.
pub struct Seen {
    pub region: String,
    pub table: String,
    pub class: String,
    pub n: i64,
    pub origin: Origin,
}

const COLUMNS: [&str; 4] = ["region_code", "table", "class", "count"];

/// Every number of every file of counts below the folder, those of the CSV files first.
pub fn seen(folder: &Path) -> anyhow::Result<Vec<Seen>> {
    let mut places: Vec<_> = fs::read_dir(folder)
        .with_context(|| format!("read {}", folder.display()))?
        .map(|it| it.map(|it| it.path()))
        .collect::<Result<_, _>>()?;
    places.retain(|it| it.is_dir());
    places.sort();
    let mut seen = Vec::new();
    for (name, read) in [
        ("counts.csv", sheet as fn(&Path, &str, &mut Vec<Seen>) -> anyhow::Result<()>),
        ("counts.xlsx", sheet),
        ("counts.json", json),
    ] {
        for place in &places {
            let path = place.join(name);
            let code = place.file_name().unwrap_or_default().to_string_lossy();
            if path.is_file() {
                read(&path, &format!("{code}/{name}"), &mut seen)
                    .with_context(|| format!("read {}", path.display()))?;
            }
        }
    }
    Ok(seen)
}

/// A CSV file or a workbook: the first row that has all the columns, and what follows it.
fn sheet(path: &Path, name: &str, seen: &mut Vec<Seen>) -> anyhow::Result<()> {
    let file = BufReader::new(File::open(path)?);
    let broken = || anyhow::anyhow!("it cannot be opened as a table");
    let mut book = Book::open(file, &Limits::default()).map_err(|_| broken())?;
    for index in 0..book.sheets().len() {
        let mut columns: Option<[usize; 4]> = None;
        book.rows(index, &mut |row, _| {
            if let Some(columns) = columns {
                let [region, table, class, n] = columns.map(|it| row.cell(it));
                if let Ok(n) = n.replace(',', "").parse() {
                    let origin = Origin { file: name.to_owned(), line: row.number.into() };
                    let [region, table, class] = [region, table, class].map(str::to_owned);
                    seen.push(Seen { region, table, class, n, origin });
                }
            } else {
                let at = COLUMNS.map(|name| row.cells().position(|it| it.contains(name)));
                if let [Some(a), Some(b), Some(c), Some(d)] = at {
                    columns = Some([a, b, c, d]);
                }
            }
            ControlFlow::Continue(())
        })
        .map_err(|_| broken())?;
    }
    Ok(())
}

fn json(path: &Path, name: &str, seen: &mut Vec<Seen>) -> anyhow::Result<()> {
    let whole: Value = serde_json::from_slice(&fs::read(path)?)?;
    for (line, row) in (1..).zip(whole["rows"].as_array().into_iter().flatten()) {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let n = row["count"].as_i64().context("a count is no whole number")?;
        let origin = Origin { file: name.to_owned(), line };
        let [region, table, class] = ["region_code", "table", "class"].map(text);
        seen.push(Seen { region, table, class, n, origin });
    }
    Ok(())
}
