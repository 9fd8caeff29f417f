//! Rows of totals among the data: not records, but their sums must be right.

use crate::{
    cells,
    fields::Fields,
    header_row::Header,
    kinds::projects::yuan,
    problem::{Problem, ProblemKind, Problems},
};

/// One amount column: what was summed, and what rows of totals say.
struct Column {
    id: &'static str,
    sum: i64,
    since_last: i64,
    /// Row, stated total, sum of the rows since the total before it.
    stated: Vec<(u32, i64, i64)>,
}

/// Sums of the amount columns.
pub struct TotalRows {
    columns: Vec<Column>,
}

/// What a row is.
pub enum RowKind {
    Data,
    /// 合计, 总计 or 小计.
    Total,
}

impl TotalRows {
    pub fn new(header: &Header) -> Self {
        let columns = header
            .amounts()
            .map(|id| Column { id, sum: 0, since_last: 0, stated: Vec::new() })
            .collect();
        Self { columns }
    }

    /// Adds up a row, or keeps what it says as a total. Amounts that cannot be read are left to the
    /// reader of the row.
    pub fn row(&mut self, fields: &Fields<'_>) -> RowKind {
        if self.columns.is_empty() {
            return RowKind::Data;
        }
        let label = fields.row.cells().map(cells::plain).find_map(|it| Label::of(&it));
        for column in &mut self.columns {
            let Some(fen) = amount(fields, column.id) else { continue };
            match label {
                None => {
                    column.sum += fen;
                    column.since_last += fen;
                }
                Some(Label::Total) if !cells::is_blank(fields.raw(column.id)) => {
                    column.stated.push((fields.row.number, fen, column.since_last));
                    column.since_last = 0;
                }
                Some(_) => {}
            }
        }
        if label.is_some() { RowKind::Total } else { RowKind::Data }
    }

    /// A total must be that of the whole table or of the rows since the last total.
    pub fn finish(self, header: &Header, problems: &mut Problems) {
        for column in self.columns {
            for (row, stated, since_last) in &column.stated {
                if *stated == column.sum || stated == since_last {
                    continue;
                }
                let sum = yuan(column.sum);
                let mut problem = Problem::new(Some(*row), ProblemKind::SumMismatch { sum });
                if let Some(place) = header.place(column.id) {
                    problem = problem.at(header.column_name(place), Some(&yuan(*stated)));
                }
                problems.add(problem);
            }
        }
    }
}

#[derive(Clone, Copy)]
enum Label {
    Total,
    /// Of some rows, which cannot be told from the table alone.
    Subtotal,
}

impl Label {
    fn of(cell: &str) -> Option<Self> {
        match cell.trim_end_matches([':', '：']) {
            "合计" | "总计" | "全县合计" | "全区合计" | "全旗合计" => {
                Some(Self::Total)
            }
            "小计" => Some(Self::Subtotal),
            _ => None,
        }
    }
}

fn amount(fields: &Fields<'_>, id: &str) -> Option<i64> {
    let text = fields.raw(id);
    let place = fields.header.place(id)?;
    if cells::is_blank(text) {
        return Some(0);
    }
    cells::amount_fen(text, fields.header.unit(place)).ok()
}
