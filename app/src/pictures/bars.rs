//! Plan beside actual, by source: what was planned, allocated and paid.

use super::cell::Cell;
use super::drawing::{Drawing, Fill};
use super::picture::{Drawn, Kind, Picture};
use super::stream::Stream;
use super::table::{Row, Table};
use crate::parts::money;
use crate::places::funds::SOURCES;
use crate::site::visit::Visit;

/// What one source planned, allocated and paid, in fen.
struct Source {
    source: &'static str,
    fen: [i64; 3],
}

const WORDS: [&str; 3] = ["project.planned", "project.allocated", "project.paid"];
const FILLS: [Fill; 3] = [Fill::Light, Fill::Hatched, Fill::Solid];
/// The longest bar, in hundredths of a pixel.
const LONGEST: i64 = 21_000;
const BAR: i64 = 1_300;

/// None where nothing is planned, allocated or paid.
pub fn picture(visit: &Visit, place: &str, streams: &[Stream]) -> Option<Picture> {
    let rows: Vec<Source> = SOURCES.into_iter().filter_map(|it| sums(it, streams)).collect();
    let largest = rows.iter().flat_map(|it| it.fen).max().filter(|it| *it > 0)?;
    Some(Picture {
        kind: Kind::Bars,
        title: visit.fill("picture.bars.title", &[("place", place)]),
        description: visit.fill("picture.bars.text", &[("place", place)]),
        drawn: Some(drawn(visit, &rows, largest)),
        table: table(visit, &rows),
    })
}

fn sums(source: &'static str, streams: &[Stream]) -> Option<Source> {
    let own: Vec<&Stream> = streams.iter().filter(|it| it.source == source).collect();
    let sum = |of: fn(&Stream) -> i64| own.iter().map(|it| of(it)).sum::<i64>();
    let fen = [sum(|it| it.planned_fen), sum(|it| it.balance.allocated_fen), sum(|it| it.paid_fen)];
    fen.iter().any(|it| *it != 0).then_some(Source { source, fen })
}

fn drawn(visit: &Visit, rows: &[Source], largest: i64) -> Drawn {
    let mut drawing = Drawing::new("bars");
    let mut y = 0;
    let [planned, allocated, paid] = WORDS.map(|it| visit.say(it));
    for (place, (word, fill)) in [planned, allocated, paid].iter().zip(FILLS).enumerate() {
        let x = i64::try_from(place).unwrap_or(0) * 11_500;
        drawing.rect([x, y, BAR, BAR], fill, "");
        drawing.label(x + BAR + 400, y + 1_050, word);
    }
    y += 2_800;
    for row in rows {
        drawing.strong(0, y + 1_000, &visit.say(&format!("source.{}", row.source)));
        y += 1_500;
        for (fen, fill) in row.fen.into_iter().zip(FILLS) {
            let width = i128::from(fen.max(0)) * i128::from(LONGEST) / i128::from(largest);
            let width = i64::try_from(width).unwrap_or(LONGEST);
            drawing.rect([0, y, width.max(50), BAR], fill, "");
            drawing.label(width + 500, y + 1_080, &money::exact(fen));
            y += BAR + 250;
        }
        y += 900;
    }
    Drawn { shapes: drawing.finish(), height: y / 100 }
}

/// Grants are summed; a loan is in no sum.
fn table(visit: &Visit, rows: &[Source]) -> Table {
    let cells = |row: &Source| -> Vec<Cell> {
        let word = Cell::Text(visit.say(&format!("source.{}", row.source)));
        std::iter::once(word).chain(row.fen.map(Cell::Fen)).collect()
    };
    let columns: Vec<String> =
        std::iter::once("funds.source").chain(WORDS).map(|it| visit.say(it)).collect();
    let (loans, grants): (Vec<&Source>, Vec<&Source>) =
        rows.iter().partition(|it| disclosure::chain::is_loan(it.source));
    let caption = visit.say("picture.bars.caption");
    let grants = grants.into_iter().map(cells).collect();
    let mut table = Table::summed(caption, columns, 1, grants, visit.say("money.grants_sum"));
    // After the sum, so that nobody takes a loan for a part of it.
    table.rows.extend(loans.into_iter().map(|it| Row::part(cells(it))));
    table
}
