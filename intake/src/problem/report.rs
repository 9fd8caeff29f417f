//! The list of problems as a CSV file that opens in Excel, to be sent back to the county.

use std::io::{self, Write};

use super::{Problem, Problems};

const HEADER: [&str; 9] = [
    "文件 File",
    "严重程度 Severity",
    "行 Row",
    "列 Column",
    "列名 Name",
    "值 Value",
    "问题和要求",
    "Severity (English)",
    "Problem and what was expected",
];

/// Writes all problems kept as UTF-8 with a byte order mark, and in the last row how many more
/// there are.
pub fn write_report(file: &str, problems: &Problems, out: impl Write) -> io::Result<()> {
    let mut out = out;
    out.write_all("\u{feff}".as_bytes())?;
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    csv.write_record(HEADER)?;
    for problem in problems.iter() {
        csv.write_record(fields(file, problem).map(|it| harmless(&it)))?;
    }
    if problems.n_more() > 0 {
        let n = problems.n_more();
        let zh = format!("还有{n}个问题没有列出。");
        let en = format!("{n} more problems are not listed.");
        csv.write_record([&harmless(file), "", "", "", "", "", &zh, "", &en])?;
    }
    csv.flush()
}

fn fields(file: &str, problem: &Problem) -> [String; 9] {
    let column = |of: fn(&super::ColumnName) -> &String| {
        problem.column.as_ref().map(of).cloned().unwrap_or_default()
    };
    [
        file.to_owned(),
        problem.severity.zh().to_owned(),
        problem.row.map(|it| it.to_string()).unwrap_or_default(),
        column(|it| &it.letter),
        column(|it| &it.name),
        problem.value.clone().unwrap_or_default(),
        problem.kind.zh(),
        problem.severity.en().to_owned(),
        problem.kind.en(),
    ]
}

/// A text that Excel does not take for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}
