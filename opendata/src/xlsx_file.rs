//! A table as XLSX: a first sheet that says what it is, then the rows under their ids and names.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::cell::Cell;
use crate::column::{Column, Kind};
use crate::csv_file::written;
use crate::table::Sheet;

/// The workbook; nothing where the table has more rows than a sheet can hold. A text longer than a
/// cell can hold is cut there, and says so: the CSV and JSON have all of it.
pub fn write(sheet: &Sheet<'_>, about: &[(String, String)]) -> Option<Vec<u8>> {
    (sheet.rows.len() < MOST_ROWS)
        .then(|| book(sheet, about).expect("names, lengths and sizes were fitted before"))
}

/// 1,048,576 rows, one of them the header.
const MOST_ROWS: usize = 1_048_576;
/// Of UTF-16 units in a cell: 32,767; some are left for the mark of the cut.
const MOST_TEXT: usize = 32_700;
/// Above this a spreadsheet's numbers, which are floats of 15 digits, are no longer exact.
const MOST_DIGITS: usize = 15;

fn book(sheet: &Sheet<'_>, about: &[(String, String)]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Written on this day whenever it is written: the same table gives the same bytes.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let bold = Format::new().set_bold();
    about_sheet(book.add_worksheet(), sheet, about, &bold)?;
    rows_sheet(book.add_worksheet(), sheet, &bold)?;
    book.save_to_buffer()
}

fn about_sheet(
    to: &mut Worksheet,
    sheet: &Sheet<'_>,
    about: &[(String, String)],
    bold: &Format,
) -> Result<(), XlsxError> {
    to.set_name("说明 About")?;
    to.set_column_width(0, 30)?;
    to.set_column_width(1, 24)?;
    to.set_column_width(2, 24)?;
    to.set_column_width(3, 60)?;
    let mut row = 0;
    for (name, value) in about {
        to.write_string_with_format(row, 0, name, bold)?;
        to.write_string(row, 1, fit(value))?;
        row += 1;
    }
    row += 1;
    for (n, name) in (0..).zip(["列 Column", "名称", "Name", "意思 Meaning", "单位 Unit"]) {
        to.write_string_with_format(row, n, name, bold)?;
    }
    for column in &sheet.table.columns {
        row += 1;
        let unit = column.unit.map_or_else(String::new, |it| format!("{} {}", it.zh, it.en));
        let meaning = format!("{} {}", column.about.zh, column.about.en);
        let cells = [column.id, column.name.zh, column.name.en, &meaning, &unit];
        for (n, value) in (0..).zip(cells) {
            to.write_string(row, n, value)?;
        }
    }
    Ok(())
}

fn rows_sheet(to: &mut Worksheet, sheet: &Sheet<'_>, bold: &Format) -> Result<(), XlsxError> {
    to.set_name(sheet.table.id)?;
    to.set_freeze_panes(1, 1)?;
    let formats = Formats::new();
    for (n, column) in (0..).zip(&sheet.table.columns) {
        to.write_string_with_format(0, n, column.id, bold)?;
        to.set_column_width(n, if column.kind == Kind::Text { 24 } else { 14 })?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (n, (column, cell)) in (0..).zip(sheet.table.columns.iter().zip(cells)) {
            write_cell(to, (row, n), column, cell, &formats)?;
        }
    }
    Ok(())
}

struct Formats {
    money: Format,
    day: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            money: Format::new().set_num_format("#,##0.00"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
        }
    }
}

fn write_cell(
    to: &mut Worksheet,
    (row, n): (u32, u16),
    column: &Column,
    cell: &Cell<'_>,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match (cell, day(column, cell), number(cell)) {
        (Cell::Empty, ..) => {}
        (_, Some(day), _) => {
            to.write_datetime_with_format(row, n, &day, &formats.day)?;
        }
        (Cell::Fen(_), _, Some(number)) => {
            to.write_number_with_format(row, n, number, &formats.money)?;
        }
        (_, _, Some(number)) => {
            to.write_number(row, n, number)?;
        }
        _ => {
            to.write_string(row, n, fit(&written(cell)))?;
        }
    }
    Ok(())
}

/// A day that spreadsheets can sort by; none where it is not one, or before they begin.
fn day(column: &Column, cell: &Cell<'_>) -> Option<ExcelDateTime> {
    let Cell::Text(text) = cell else { return None };
    let is_day = column.kind == Kind::Day && text.len() == 10;
    is_day.then(|| ExcelDateTime::parse_from_str(text).ok()).flatten()
}

/// A spreadsheet knows no numbers but floats. The nearest float to a decimal of 15 digits is written
/// and read back as that same decimal; a longer one stays a text.
fn number(cell: &Cell<'_>) -> Option<f64> {
    let is_number = matches!(cell, Cell::Count(_) | Cell::Fen(_) | Cell::Milli(_));
    let written = cell.to_string();
    let n_digits = written.bytes().filter(u8::is_ascii_digit).count();
    (is_number && n_digits <= MOST_DIGITS).then(|| written.parse().ok()).flatten()
}

fn fit(text: &str) -> String {
    if text.encode_utf16().count() <= MOST_TEXT {
        return text.to_owned();
    }
    let mut n_units = 0;
    let mut fitted: String = text
        .chars()
        .take_while(|it| {
            n_units += it.len_utf16();
            n_units <= MOST_TEXT
        })
        .collect();
    fitted.push_str("……（太长，全文见 CSV。Cut: see the CSV.）");
    fitted
}
