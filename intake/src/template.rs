//! An empty table of a kind, with the official names of its columns, to be filled in.

use std::io::{self, Write};

use crate::{Headers, Kind, columns};

/// Writes the template as CSV that opens in Excel: one row of header, amounts in 万元, English
/// columns last. A column that must be filled in has a star.
pub fn write_template(kind: Kind, headers: &Headers, mut out: impl Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(columns::of(kind).map(|it| {
        let star = if it.is_needed { "*" } else { "" };
        let unit = if it.is_amount { "（万元）" } else { "" };
        format!("{star}{}{unit}", headers.official(&it))
    }))?;
    csv.flush()
}
