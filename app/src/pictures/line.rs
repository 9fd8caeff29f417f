//! The money through time: what documents allocated and what was paid, month by month or, over more
//! than two years, year by year. Loans are drawn apart.

use std::collections::BTreeMap;

use store::MonthMoney;

use super::cell::Cell;
use super::drawing::{Drawing, Fill};
use super::picture::{Drawn, Kind, Picture};
use super::table::Table;
use crate::parts::money;
use crate::site::visit::Visit;

/// One month or year: grants allocated and paid, then loans.
struct Period {
    name: String,
    fen: [i64; 4],
}

const MANY_MONTHS: usize = 24;
const COLUMNS: [&str; 4] =
    ["line.allocated", "line.paid", "line.allocated_loans", "line.paid_loans"];
/// The plotted field, in hundredths of a pixel.
const LEFT: i64 = 600;
const RIGHT: i64 = 34_000;
const HIGH: i64 = 11_000;

/// None where nothing is dated.
pub fn picture(visit: &Visit, place: &str, months: &[MonthMoney]) -> Option<Picture> {
    let periods = periods(months);
    if periods.is_empty() {
        return None;
    }
    Some(Picture {
        kind: Kind::Line,
        title: visit.fill("picture.line.title", &[("place", place)]),
        description: visit.fill("picture.line.text", &[("place", place)]),
        drawn: Some(drawn(visit, &periods)),
        table: table(visit, &periods),
    })
}

fn periods(months: &[MonthMoney]) -> Vec<Period> {
    let n_letters = if months.len() > MANY_MONTHS { 4 } else { 7 };
    let mut by_name = BTreeMap::<String, [i64; 4]>::new();
    for it in months {
        let name = it.month.get(..n_letters).unwrap_or(&it.month).to_owned();
        let sums = by_name.entry(name).or_default();
        let fen = [
            it.allocated_grants_fen,
            it.paid_grants_fen,
            it.allocated_loans_fen,
            it.paid_loans_fen,
        ];
        for (sum, fen) in sums.iter_mut().zip(fen) {
            *sum += fen;
        }
    }
    by_name.into_iter().map(|(name, fen)| Period { name, fen }).collect()
}

fn drawn(visit: &Visit, periods: &[Period]) -> Drawn {
    let mut drawing = Drawing::new("line");
    let mut y = panel(visit, &mut drawing, periods, 0, [0, 1]);
    if periods.iter().any(|it| it.fen[2] != 0 || it.fen[3] != 0) {
        y = panel(visit, &mut drawing, periods, y, [2, 3]);
    }
    Drawn { shapes: drawing.finish(), height: y / 100 }
}

/// Two lines over one axis: allocated whole with discs, paid dashed with squares.
fn panel(
    visit: &Visit,
    drawing: &mut Drawing,
    periods: &[Period],
    top: i64,
    [allocated, paid]: [usize; 2],
) -> i64 {
    let largest = periods.iter().flat_map(|it| [it.fen[allocated], it.fen[paid]]).max();
    let largest = largest.unwrap_or(0).max(1);
    let (floor, last) = (top + 4_800 + HIGH, i64::try_from(periods.len()).unwrap_or(1) - 1);
    let at = |place: usize, fen: i64| {
        let place = i64::try_from(place).unwrap_or(0);
        let x = if last == 0 { LEFT } else { LEFT + (RIGHT - LEFT) * place / last };
        let height = i128::from(fen.max(0)) * i128::from(HIGH) / i128::from(largest);
        (x, floor - i64::try_from(height).unwrap_or(HIGH))
    };
    drawing.rule([0, floor, RIGHT + 600, floor]);
    drawing.rule([0, floor - HIGH, RIGHT + 600, floor - HIGH]);
    drawing.label(0, floor - HIGH - 400, &money::exact(largest));
    for (row, (which, is_dashed)) in [(allocated, false), (paid, true)].into_iter().enumerate() {
        let y = top + 1_000 + i64::try_from(row).unwrap_or(0) * 1_600;
        drawing.line(&[(0, y - 400), (2_600, y - 400)], is_dashed);
        mark(drawing, (1_300, y - 400), is_dashed, "");
        drawing.label(3_200, y, &visit.say(COLUMNS[which]));
        let points: Vec<(i64, i64)> =
            periods.iter().enumerate().map(|(place, it)| at(place, it.fen[which])).collect();
        drawing.line(&points, is_dashed);
        for (period, point) in periods.iter().zip(points) {
            let said = format!("{} {}", period.name, money::exact(period.fen[which]));
            mark(drawing, point, is_dashed, &said);
        }
    }
    let first = periods.first().map_or("", |it| &it.name);
    drawing.label(0, floor + 1_500, first);
    if last > 0 {
        let name = periods.last().map_or("", |it| &it.name);
        drawing.label_to(RIGHT + 600, floor + 1_500, name);
    }
    floor + 2_600
}

fn mark(drawing: &mut Drawing, (x, y): (i64, i64), is_square: bool, said: &str) {
    if is_square {
        drawing.rect([x - 300, y - 300, 600, 600], Fill::Light, said);
    } else {
        let [left, middle] = [x - 350, y].map(super::drawing::px);
        let d = format!("M{left} {middle}a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0");
        drawing.path(&d, Fill::Solid, said);
    }
}

fn table(visit: &Visit, periods: &[Period]) -> Table {
    let has_loans = periods.iter().any(|it| it.fen[2] != 0 || it.fen[3] != 0);
    let n = if has_loans { 4 } else { 2 };
    let rows = periods
        .iter()
        .map(|it| {
            let name = Cell::Text(it.name.clone());
            std::iter::once(name).chain(it.fen[..n].iter().map(|fen| Cell::Fen(*fen))).collect()
        })
        .collect();
    let columns = std::iter::once("line.period").chain(COLUMNS[..n].iter().copied());
    let columns = columns.map(|it| visit.say(it)).collect();
    Table::summed(visit.say("picture.line.caption"), columns, 1, rows, visit.say("project.sum"))
}
