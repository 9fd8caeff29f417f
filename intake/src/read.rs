//! Reads one file from its first byte to its records.

use std::{
    io::{self, Read, Seek},
    ops::ControlFlow,
};

use disclosure::published::Project;
use disclosure::published::{Contract, Figure, FundLine, Notice, Payment, Region, SourceDocument};
use jiff::civil::Date;

use crate::{
    Beneficiaries, Gazetteer, Headers, Kind, Limits, NameSet, Problem, ProblemKind, Problems,
    RegisterCounts,
    fields::Fields,
    header_row::{self, Header},
    kinds,
    sheet::{Book, Fault, Row, Share},
    total_rows::{RowKind, TotalRows},
};

/// Rows between two reports of progress.
const PROGRESS_ROWS: u64 = 5_000;

/// What a file is read with.
pub struct Setting<'a> {
    pub headers: &'a Headers,
    /// The places that rows may name.
    pub gazetteer: &'a Gazetteer,
    /// The day on which ages are counted.
    pub as_of: Date,
    pub limits: Limits,
    /// How many problems are kept; the rest is only counted.
    pub most_problems: usize,
    /// Keys the hashes of names, households and ID numbers. Random, for this run only.
    pub hash_key: [u8; 16],
}

impl<'a> Setting<'a> {
    /// With the usual limits.
    pub fn new(
        headers: &'a Headers,
        gazetteer: &'a Gazetteer,
        as_of: Date,
        hash_key: [u8; 16],
    ) -> Self {
        let limits = Limits::default();
        Self { headers, gazetteer, as_of, limits, most_problems: Problems::MOST, hash_key }
    }
}

/// How far the reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub n_rows: u64,
    /// Of `total`: bytes of a CSV file, rows of a workbook.
    pub done: u64,
    pub total: u64,
}

/// All that a file holds.
#[derive(Clone, PartialEq, Eq)]
pub enum Records {
    /// The pinyin is empty unless the table has it.
    Regions(Vec<Region>),
    /// Exact counts, to be protected, and the names of heads of households as hashes.
    Register(RegisterCounts, NameSet),
    /// With the exact numbers of households that benefit, to be protected and put in.
    Projects(Vec<Project>, Beneficiaries),
    Funds(Vec<FundLine>),
    Contracts(Vec<Contract>),
    Payments(Vec<Payment>),
    Sources(Vec<SourceDocument>),
    Indicators(Vec<Figure>),
    Notices(Vec<Notice>),
}

/// How much was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Rows of data, totals not counted.
    pub n_rows: u64,
    /// Records; of the register, households.
    pub n_records: u64,
    pub n_errors: u64,
    pub n_warnings: u64,
}

/// What came of a file.
pub struct Reading {
    pub summary: Summary,
    pub problems: Problems,
    records: Option<Records>,
}

impl Reading {
    /// The records, if there is no error.
    pub fn records(&self) -> Option<&Records> {
        self.records.as_ref()
    }

    /// The records with the warnings, or all problems.
    pub fn into_records(self) -> Result<(Records, Problems), Problems> {
        match self.records {
            Some(records) => Ok((records, self.problems)),
            None => Err(self.problems),
        }
    }
}

/// Reads a file. An error is the disk's; whatever is wrong with the file is in the [`Reading`].
/// `progress` is called every 5,000 rows and at the end.
pub fn read(
    kind: Kind,
    file: impl Read + Seek,
    setting: &Setting<'_>,
    progress: &mut dyn FnMut(Progress),
) -> io::Result<Reading> {
    let mut problems = Problems::new(setting.most_problems);
    let mut summary = Summary::default();
    let records = match read_book(kind, file, setting, progress, &mut problems, &mut summary) {
        Ok(records) => records,
        Err(Fault::Io(error)) => return Err(error),
        Err(Fault::File { row, kind }) => {
            problems.add(Problem::new(row, kind));
            None
        }
    };
    problems.sort();
    summary.n_errors = problems.n_errors() as u64;
    summary.n_warnings = problems.n_warnings() as u64;
    let records = records.filter(|_| !problems.has_errors());
    Ok(Reading { summary, problems, records })
}

fn read_book(
    kind: Kind,
    file: impl Read + Seek,
    setting: &Setting<'_>,
    progress: &mut dyn FnMut(Progress),
    problems: &mut Problems,
    summary: &mut Summary,
) -> Result<Option<Records>, Fault> {
    let mut book = Book::open(file, &setting.limits)?;
    let Some((sheet, header)) = find_table(kind, &mut book, setting, problems)? else {
        return Ok(None);
    };
    header.check(kind, setting.headers, problems);

    let mut reader = kinds::reader(kind, setting);
    let mut totals = TotalRows::new(&header);
    let mut last = Share::default();
    book.rows(sheet, &mut |row, share| {
        last = share;
        if row.number <= header.last_row || header.is_repeated_in(row) {
            return ControlFlow::Continue(());
        }
        let mut fields = Fields { row, header: &header, setting, problems: &mut *problems };
        if let RowKind::Total = totals.row(&fields) {
            return ControlFlow::Continue(());
        }
        if fields.raw(reader.key()).is_empty() && header.n_filled(row) <= 1 {
            fields.problems.add(Problem::new(Some(row.number), ProblemKind::SkippedRow));
            return ControlFlow::Continue(());
        }
        summary.n_rows += 1;
        reader.row(&mut fields);
        if summary.n_rows.is_multiple_of(PROGRESS_ROWS) {
            progress(Progress { n_rows: summary.n_rows, done: share.done, total: share.total });
        }
        ControlFlow::Continue(())
    })?;
    progress(Progress { n_rows: summary.n_rows, done: last.total, total: last.total });
    if summary.n_rows == 0 {
        problems.add(Problem::new(None, ProblemKind::Empty));
    }
    totals.finish(&header, problems);
    summary.n_records = reader.n_records() as u64;
    Ok(Some(reader.finish(&header, problems)))
}

/// The first sheet with a header of the kind.
fn find_table<R: Read + Seek>(
    kind: Kind,
    book: &mut Book<R>,
    setting: &Setting<'_>,
    problems: &mut Problems,
) -> Result<Option<(usize, Header)>, Fault> {
    let mut found = None;
    let mut is_empty = true;
    for (sheet, name) in book.sheets().into_iter().enumerate() {
        let rows = first_rows(book, sheet)?;
        is_empty &= rows.is_empty();
        match Header::find(kind, setting.headers, &rows) {
            Some(header) if found.is_none() => found = Some((sheet, header)),
            Some(_) => problems.add(Problem::new(None, ProblemKind::OtherSheet { name })),
            None => {}
        }
    }
    if found.is_none() {
        let expected = header_row::expected(kind, setting.headers);
        let kind = if is_empty { ProblemKind::Empty } else { ProblemKind::NoHeader { expected } };
        problems.add(Problem::new(None, kind));
    }
    Ok(found)
}

fn first_rows<R: Read + Seek>(book: &mut Book<R>, sheet: usize) -> Result<Vec<Row>, Fault> {
    let mut rows = Vec::new();
    book.rows(sheet, &mut |row, _| {
        rows.push(row.clone());
        if rows.len() < header_row::N_ROWS {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    })?;
    Ok(rows)
}
