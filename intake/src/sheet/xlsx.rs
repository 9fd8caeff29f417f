//! Rows of a workbook, one at a time. Cells of a merged area all have the text of its first.

use std::{
    io::{Read, Seek, SeekFrom},
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, Dimensions, Reader, SheetType, SheetVisible, Xlsx};

use super::{EachRow, Fault, Limits, MOST_COLUMNS, Row, Share, unpacked};
use crate::problem::ProblemKind;

/// The most merged areas of a sheet, and the most of them that one row may touch.
const MOST_MERGED: usize = 50_000;
const MOST_ACTIVE: usize = 1_000;

pub struct XlsxBook<R: Read + Seek> {
    book: Xlsx<R>,
    sheets: Vec<String>,
}

impl<R: Read + Seek> XlsxBook<R> {
    pub fn open(mut reader: R, n_bytes: u64, limits: &Limits) -> Result<Self, Fault> {
        if n_bytes > limits.xlsx_bytes {
            return Err(ProblemKind::TooLarge { most_bytes: limits.xlsx_bytes }.into());
        }
        unpacked::check(&mut reader, limits)?;
        reader.seek(SeekFrom::Start(0))?;
        let book = whole(|| Xlsx::new(reader).map_err(|_| damaged()))?;
        let sheets = book
            .sheets_metadata()
            .iter()
            .filter(|it| it.visible == SheetVisible::Visible && it.typ == SheetType::WorkSheet)
            .map(|it| it.name.clone())
            .collect();
        Ok(Self { book, sheets })
    }

    pub fn sheets(&self) -> Vec<String> {
        self.sheets.clone()
    }

    pub fn rows(&mut self, sheet: usize, each: &mut EachRow<'_>) -> Result<(), Fault> {
        let Some(name) = self.sheets.get(sheet).cloned() else { return Ok(()) };
        let book = &mut self.book;
        let merged = whole(|| book.merge_cells_by_sheet_name(&name).map_err(|_| damaged()))?;
        let mut merged = Merged::new(merged)?;
        let mut cells = whole(move || book.worksheet_cells_reader(&name).map_err(|_| damaged()))?;
        let total = u64::from(cells.dimensions().end.0) + 1;

        let mut row = Row::default();
        let mut open: Option<(u32, Vec<String>)> = None;
        loop {
            let next = whole(|| cells.next_cell().map_err(|_| damaged()))?;
            let place = next.as_ref().map(calamine::Cell::get_position);
            if let Some((number, texts)) = open.take_if(|it| Some(it.0) != place.map(|it| it.0)) {
                merged.fill(number, texts, &mut row)?;
                let share = Share { done: u64::from(number) + 1, total };
                if !row.is_empty() && each(&row, share) == ControlFlow::Break(()) {
                    return Ok(());
                }
            }
            let (Some(cell), Some((number, column))) = (next, place) else { return Ok(()) };
            let (_, texts) = open.get_or_insert_with(|| (number, Vec::new()));
            put(texts, column as usize, &text(cell.get_value()));
        }
    }
}

/// A damaged workbook must not end the program, whatever it makes the reader of workbooks do.
fn whole<T>(read: impl FnOnce() -> Result<T, Fault>) -> Result<T, Fault> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(damaged()))
}

fn damaged() -> Fault {
    ProblemKind::DamagedWorkbook.into()
}

fn put(texts: &mut Vec<String>, column: usize, text: &str) {
    if column < MOST_COLUMNS && !text.is_empty() {
        if texts.len() <= column {
            texts.resize(column + 1, String::new());
        }
        text.clone_into(&mut texts[column]);
    }
}

/// A cell's text: a number with the 15 digits that Excel has, a day as `2026-09-30`.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number_text(*number),
        DataRef::Bool(it) => if *it { "是" } else { "否" }.to_owned(),
        DataRef::DateTime(moment) if moment.is_datetime() && moment.as_f64() >= 1.0 => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        DataRef::DateTime(moment) => number_text(moment.as_f64()),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::Error(error) => error.to_string(),
    }
}

/// Excel has 15 digits and writes up to 17: `0.30000000000000004` is 0.3 on its screen.
fn number_text(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    rounded.to_string()
}

/// The merged areas of a sheet, as the rows go by.
struct Merged {
    /// By their first row, the next one last.
    coming: Vec<Dimensions>,
    /// Areas that the row touches, with the text of their first cell.
    active: Vec<(Dimensions, String)>,
}

impl Merged {
    fn new(mut areas: Vec<Dimensions>) -> Result<Self, Fault> {
        if areas.len() > MOST_MERGED {
            return Err(damaged());
        }
        areas.retain(|it| it.start.0 <= it.end.0 && it.start.1 <= it.end.1);
        areas.sort_unstable_by(|one, other| other.cmp(one));
        Ok(Self { coming: areas, active: Vec::new() })
    }

    /// Makes the row of its own texts and those of the areas it touches.
    fn fill(&mut self, number: u32, mut texts: Vec<String>, row: &mut Row) -> Result<(), Fault> {
        self.active.retain(|(area, _)| area.end.0 >= number);
        while let Some(area) = self.coming.pop_if(|it| it.start.0 <= number) {
            if area.start.0 == number {
                let text = texts.get(area.start.1 as usize).cloned().unwrap_or_default();
                self.active.push((area, text));
            }
        }
        if self.active.len() > MOST_ACTIVE {
            return Err(damaged());
        }
        let mut copies = Vec::new();
        for (area, text) in &self.active {
            let last = (area.end.1 as usize).min(MOST_COLUMNS - 1);
            for column in area.start.1 as usize..=last {
                if (number, column) != (area.start.0, area.start.1 as usize) {
                    put(&mut texts, column, text);
                    copies.push(column);
                }
            }
        }
        row.clear(number + 1);
        for text in &texts {
            row.push(text);
        }
        row.copies = copies;
        Ok(())
    }
}
