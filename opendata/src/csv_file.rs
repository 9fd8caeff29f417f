//! A table as CSV: UTF-8 with a byte order mark, lines ended as RFC 4180 says, and at the end a note
//! and the number of rows, so that a download that was cut is seen to be.

use std::fmt::Write as _;

use crate::cell::{Cell, guarded};
use crate::table::Sheet;

pub fn write(sheet: &Sheet<'_>, note: &str) -> Vec<u8> {
    let mut to = String::from("\u{feff}");
    line(&mut to, sheet.table.columns.iter().map(|column| column.id));
    for row in &sheet.rows {
        line(&mut to, row.iter().map(written));
    }
    line(&mut to, ["#note", note].into_iter());
    write!(to, "#end,{}\r\n", sheet.rows.len()).expect("a string takes all that is written");
    to.into_bytes()
}

/// The value as CSV and XLSX write it.
pub fn written(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Text(it) => guarded(it).into_owned(),
        other => other.to_string(),
    }
}

fn line(to: &mut String, values: impl Iterator<Item = impl AsRef<str>>) {
    for (n, value) in values.enumerate() {
        to.push_str(if n > 0 { "," } else { "" });
        let value = value.as_ref();
        if value.contains(['"', ',', '\n', '\r']) {
            to.push('"');
            to.push_str(&value.replace('"', "\"\""));
            to.push('"');
        } else {
            to.push_str(value);
        }
    }
    to.push_str("\r\n");
}
