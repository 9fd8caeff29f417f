//! A value in a table, and how it is written.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

/// What stands in one row and column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    Count(i64),
    /// Money in fen, written as yuan.
    Fen(i64),
    /// Thousandths of a unit, written as the unit.
    Milli(i64),
}

impl Display for Cell<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(it) => f.write_str(it),
            Self::Count(it) => write!(f, "{it}"),
            Self::Fen(it) => f.write_str(&yuan(*it)),
            Self::Milli(it) => f.write_str(&units(*it)),
        }
    }
}

/// An empty text is no value.
pub fn text<'a>(value: impl Into<Cow<'a, str>>) -> Cell<'a> {
    let value = value.into();
    if value.trim().is_empty() { Cell::Empty } else { Cell::Text(value) }
}

pub fn maybe(value: Option<&String>) -> Cell<'_> {
    value.map_or(Cell::Empty, text)
}

pub fn count(value: Option<i64>) -> Cell<'static> {
    value.map_or(Cell::Empty, Cell::Count)
}

/// Fen as yuan with two decimals, exactly: `-5` is `-0.05`.
pub fn yuan(fen: i64) -> String {
    decimal(fen, 100, 2)
}

/// Thousandths as units with three decimals, exactly.
pub fn units(milli: i64) -> String {
    decimal(milli, 1000, 3)
}

fn decimal(value: i64, parts: u64, width: usize) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let magnitude = value.unsigned_abs();
    format!("{sign}{}.{:0width$}", magnitude / parts, magnitude % parts)
}

/// A text that a spreadsheet would take for a formula, or a reader of CSV for a note, with an
/// apostrophe before it.
pub fn guarded(value: &str) -> Cow<'_, str> {
    if value.starts_with(['=', '+', '-', '@', '#', '\t', '\r']) {
        Cow::Owned(format!("'{value}"))
    } else {
        Cow::Borrowed(value)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn money_is_written_to_the_fen() {
        for (fen, written) in [
            (0, "0.00"),
            (5, "0.05"),
            (-5, "-0.05"),
            (123_456_789, "1234567.89"),
            (i64::MAX, "92233720368547758.07"),
            (i64::MIN, "-92233720368547758.08"),
        ] {
            assert_eq!(yuan(fen), written);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn written_money_read_back_is_the_same(fen: i64) {
            let read: i64 = yuan(fen).replace('.', "").parse().unwrap();
            prop_assert_eq!(read, fen);
        }
    }
}
