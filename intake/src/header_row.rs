//! Finds the header of a table: below its title, in one row or two.

use std::collections::BTreeMap;

use crate::{
    cells::Unit,
    columns::{self, Column},
    headers::Headers,
    kind::Kind,
    problem::{ColumnName, Problem, ProblemKind, Problems},
    sheet::{Row, column_letter},
};

/// How many rows are looked at.
pub const N_ROWS: usize = 30;
/// A header names at least so many columns that are read.
const FEWEST: usize = 2;

/// The header of a table: what each of its columns is.
pub struct Header {
    /// The last row of the header; data begin below it.
    pub last_row: u32,
    /// The texts of the rows of the header, to know them when a page break repeats them.
    texts: Vec<Vec<String>>,
    /// Place of the column in the file → its name as written.
    names: Vec<String>,
    /// Place of the column in [`columns::of`] → its place in the file.
    places: Vec<Option<usize>>,
    by_id: BTreeMap<&'static str, usize>,
    /// The unit of each column in the file.
    units: Vec<Option<Unit>>,
    columns: Vec<Column>,
}

impl Header {
    /// The header that names the most columns among the first rows, if there is one.
    pub fn find(kind: Kind, headers: &Headers, rows: &[Row]) -> Option<Self> {
        let candidates = (0..rows.len()).flat_map(|start| {
            // One row goes before two that name no more.
            (1..=2).filter_map(move |n| Some((start, rows.get(start..start + n)?)))
        });
        let mut best: Option<(usize, Self)> = None;
        for (start, header_rows) in candidates {
            let header = Self::read(kind, headers, &rows[..start], header_rows);
            let n = header.places.iter().flatten().count();
            if n >= FEWEST && best.as_ref().is_none_or(|(most, _)| n > *most) {
                best = Some((n, header));
            }
        }
        best.map(|(_, header)| header)
    }

    fn read(kind: Kind, headers: &Headers, above: &[Row], rows: &[Row]) -> Self {
        let names = joined(rows);
        let columns: Vec<Column> = columns::of(kind).collect();
        let mut places = vec![None; columns.len()];
        for (place, name) in names.iter().enumerate() {
            if let Some(column) = headers.column(kind, name) {
                places[column].get_or_insert(place);
            }
        }
        let by_id = columns
            .iter()
            .zip(&places)
            .filter_map(|(it, place)| Some((it.id, (*place)?)))
            .collect();
        let of_title = above.iter().flat_map(Row::cells).find_map(unit_of_title);
        let units = names.iter().map(|it| Unit::named_in(it).or(of_title)).collect();
        let texts = rows.iter().map(|row| row.cells().map(str::to_owned).collect()).collect();
        let last_row = rows.last().map_or(0, |it| it.number);
        Self { last_row, texts, names, places, by_id, units, columns }
    }

    /// Notes columns that are missing, double or not used, and amounts without a unit.
    pub fn check(&self, kind: Kind, headers: &Headers, problems: &mut Problems) {
        let row = Some(self.last_row);
        for (column, place) in self.columns.iter().zip(&self.places) {
            if column.is_needed && place.is_none() {
                let name = headers.official(column).to_owned();
                problems.add(Problem::new(row, ProblemKind::MissingColumn { name }));
            }
        }
        let names_a_place = ["region_code", "county", "township", "village"];
        if columns::has_places(kind) && !names_a_place.iter().any(|it| self.has(it)) {
            let name = "村".to_owned();
            problems.add(Problem::new(row, ProblemKind::MissingColumn { name }));
        }
        for (place, name) in self.names.iter().enumerate().filter(|(_, it)| !it.is_empty()) {
            let kind = match headers.column(kind, name) {
                Some(column) if self.places[column] != Some(place) => {
                    let other = self.places[column].map_or("", |it| self.names[it].as_str());
                    ProblemKind::ColumnTwice { other: other.to_owned() }
                }
                Some(column) if self.columns[column].is_amount && self.units[place].is_none() => {
                    ProblemKind::NoUnit
                }
                None if !headers.is_unused(name) => ProblemKind::UnusedColumn,
                _ => continue,
            };
            problems.add(Problem::new(row, kind).at(self.column_name(place), None));
        }
    }

    pub fn has(&self, id: &str) -> bool {
        self.place(id).is_some()
    }

    /// Where a column stands in the file.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The ids of the columns of money that the table has.
    pub fn amounts(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().filter(|it| it.is_amount && self.has(it.id)).map(|it| it.id)
    }

    pub fn is_personal(&self, id: &str) -> bool {
        self.columns.iter().any(|it| it.id == id && it.is_personal)
    }

    pub fn unit(&self, place: usize) -> Option<Unit> {
        self.units.get(place).copied().flatten()
    }

    /// How many of the columns that are read hold something in the row.
    pub fn n_filled(&self, row: &Row) -> usize {
        self.by_id.values().filter(|it| !row.cell(**it).is_empty()).count()
    }

    pub fn column_name(&self, place: usize) -> ColumnName {
        let name = self.names.get(place).cloned().unwrap_or_default();
        ColumnName { letter: column_letter(place), name }
    }

    /// Whether a page break repeats a row of the header.
    pub fn is_repeated_in(&self, row: &Row) -> bool {
        self.texts.iter().any(|it| it.iter().map(String::as_str).eq(row.cells()))
    }
}

/// The name of each column: `计划投入/中央衔接` where an upper name covers several lower ones. In a
/// CSV file a merged upper name stands in its first cell only, so it reaches to the right as far as
/// there are lower names and no other upper one.
fn joined(rows: &[Row]) -> Vec<String> {
    let n_cells = rows.iter().map(Row::n_cells).max().unwrap_or(0);
    let [upper, lower] = rows else {
        return (0..n_cells).map(|it| rows[0].cell(it).to_owned()).collect();
    };
    let mut above = String::new();
    (0..n_cells)
        .map(|place| {
            let (own, below) = (upper.cell(place), lower.cell(place));
            if !own.is_empty() || below.is_empty() {
                own.clone_into(&mut above);
            }
            match (above.as_str(), below) {
                (above, "") => above.to_owned(),
                ("", below) => below.to_owned(),
                (above, below) if above == below => below.to_owned(),
                (above, below) => format!("{above}/{below}"),
            }
        })
        .collect()
}

/// `单位：万元` in a row above the header.
fn unit_of_title(cell: &str) -> Option<Unit> {
    cell.contains("单位").then(|| Unit::named_in(cell)).flatten()
}

/// What a header of the kind has at least, for when none is found.
pub fn expected(kind: Kind, headers: &Headers) -> Vec<String> {
    let needed = columns::of(kind).filter(|it| it.is_needed);
    needed.map(|it| headers.official(&it).to_owned()).collect()
}
