//! A table: its columns, and how the value of each is read from a record.

use disclosure::published::Project;

use crate::cell::{Cell, text};
use crate::codes::{Code, chinese};
use crate::column::{Column, Words, columns, words};
use crate::place::Stamp;

/// A table as the data dictionary shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Never changes once published: the name of its files.
    pub id: &'static str,
    pub name: Words,
    pub about: Words,
    /// The columns that tell a row from all others.
    pub key: Vec<&'static str>,
    /// A column, and the table whose key it holds.
    pub points_to: Option<(&'static str, &'static str)>,
    pub columns: Vec<Column>,
}

impl Table {
    /// As `tables.tsv` and `columns.tsv` give it.
    pub(crate) fn named(id: &str) -> Self {
        let line = TABLES.lines().find(|line| line.split('\t').next() == Some(id));
        line.and_then(Self::read).expect("every table has its line in `tables.tsv`")
    }

    fn read(line: &'static str) -> Option<Self> {
        let mut fields = line.split('\t');
        let mut next = || fields.next();
        let (id, key, points_to) = (next()?, next()?, next()?);
        let name = words(next()?, next()?);
        let about = words(next()?, next()?);
        Some(Self {
            id,
            name,
            about,
            key: key.split(',').collect(),
            points_to: points_to.split_once('>'),
            columns: columns(id),
        })
    }
}

const TABLES: &str = include_str!("../tables.tsv");

/// A record with what its row says besides it.
pub struct Entry<'a, R> {
    pub it: R,
    pub place: Location<'a>,
    /// Its place in a list inside a record, from 1.
    pub number: i64,
}

/// The place and the project that a record belongs to.
#[derive(Clone, Copy)]
pub struct Location<'a> {
    pub region_code: &'a str,
    pub region_name: &'a str,
    pub project: Option<&'a Project>,
}

impl<'a> Location<'a> {
    pub fn project_id(&self) -> Cell<'a> {
        self.of_project(|it| text(&it.id))
    }

    pub fn project_name(&self) -> Cell<'a> {
        self.of_project(|it| text(&it.name_zh))
    }

    /// A value of the project; empty where there is none.
    pub fn of_project(&self, read: fn(&'a Project) -> Cell<'a>) -> Cell<'a> {
        self.project.map_or(Cell::Empty, read)
    }
}

type Read<'a, R> = fn(&Entry<'a, R>) -> Cell<'a>;

/// A table of records `R`, with how each column is read.
pub struct Definition<'a, R> {
    table: Table,
    reads: Vec<(&'static str, Read<'a, R>)>,
}

/// A table and its rows.
pub struct Sheet<'a> {
    pub table: Table,
    pub rows: Vec<Vec<Cell<'a>>>,
}

impl<'a, R> Definition<'a, R> {
    pub fn new(id: &str) -> Self {
        Self { table: Table::named(id), reads: Vec::new() }
    }

    pub fn read(mut self, column: &'static str, read: Read<'a, R>) -> Self {
        self.reads.push((column, read));
        self
    }

    /// Where the record belongs, by code and name.
    pub fn place(self) -> Self {
        self.read("region_code", |entry| text(entry.place.region_code))
            .read("region_name", |entry| text(entry.place.region_name))
    }

    /// The rows, each ending with its release and day: rows of several files can be put together.
    pub fn rows(self, entries: impl Iterator<Item = Entry<'a, R>>, stamp: &Stamp<'a>) -> Sheet<'a> {
        let n_own = self.table.columns.len() - 2;
        let reads: Vec<Read<'a, R>> =
            self.table.columns[..n_own].iter().map(|column| self.reader(column)).collect();
        let rows = entries
            .map(|entry| {
                let mut row: Vec<Cell<'a>> = reads.iter().map(|read| read(&entry)).collect();
                row.extend([Cell::Count(stamp.release), text(stamp.as_of)]);
                row
            })
            .collect();
        Sheet { table: self.table, rows }
    }

    fn reader(&self, column: &Column) -> Read<'a, R> {
        let found = self.reads.iter().find(|(id, _)| *id == column.id);
        found.expect("every column of `columns.tsv` has its reader").1
    }
}

/// The Chinese words of a code, beside it.
pub fn named<'a>(codes: &'static [Code], code: &'a str) -> Cell<'a> {
    text(chinese(codes, code))
}
