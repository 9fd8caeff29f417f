//! Days and spans of days as data files write them: `2026-10-01`, `2026-10-01/2026-10-07`.

use jiff::civil::Date;
use serde::Deserialize;

/// One day.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Day(pub Date);

/// A day or several in a row, both ends included.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Days {
    first: Date,
    last: Date,
}

impl Days {
    pub fn each(self) -> impl Iterator<Item = Date> {
        self.first.series(jiff::Span::new().days(1)).take_while(move |it| *it <= self.last)
    }
}

impl TryFrom<String> for Day {
    type Error = jiff::Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl TryFrom<String> for Days {
    type Error = jiff::Error;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let (first, last) = text.split_once('/').unwrap_or((&text, &text));
        Ok(Self { first: first.parse()?, last: last.parse()? })
    }
}
