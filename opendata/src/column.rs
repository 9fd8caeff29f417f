//! What a column is: its id, its names, its unit, what it means.

use crate::codes::{self, Code};

/// The same in Chinese and in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    pub zh: &'static str,
    pub en: &'static str,
}

/// Chinese and English words, in this order.
pub(crate) const fn words(zh: &'static str, en: &'static str) -> Words {
    Words { zh, en }
}

/// What the values of a column are, and how they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A short id or code, never to be counted with: `532901000000`.
    Code,
    Text,
    /// `YYYY-MM-DD`.
    Day,
    Year,
    /// A whole number.
    Count,
    /// Yuan with two decimals.
    Yuan,
    /// A number with three decimals.
    Decimal,
    /// An address on the web.
    Url,
}

impl Kind {
    pub const ALL: [Self; 8] = [
        Self::Code,
        Self::Text,
        Self::Day,
        Self::Year,
        Self::Count,
        Self::Yuan,
        Self::Decimal,
        Self::Url,
    ];

    /// As the data dictionary writes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Text => "text",
            Self::Day => "day",
            Self::Year => "year",
            Self::Count => "count",
            Self::Yuan => "yuan",
            Self::Decimal => "decimal",
            Self::Url => "url",
        }
    }

    /// As Frictionless' Table Schema writes it.
    #[must_use]
    pub fn table_schema(self) -> &'static str {
        match self {
            Self::Code | Self::Text | Self::Url => "string",
            Self::Day => "date",
            Self::Year | Self::Count => "integer",
            Self::Yuan | Self::Decimal => "number",
        }
    }

    /// As JSON Schema, and so `OpenAPI`, writes it.
    #[must_use]
    pub fn json_schema(self) -> &'static str {
        match self {
            Self::Code | Self::Text | Self::Url | Self::Day => "string",
            Self::Year | Self::Count => "integer",
            Self::Yuan | Self::Decimal => "number",
        }
    }
}

/// One column of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Never changes once published: the header of CSV and XLSX, the key of JSON.
    pub id: &'static str,
    pub name: Words,
    pub about: Words,
    pub kind: Kind,
    pub unit: Option<Words>,
    /// Never empty.
    pub is_required: bool,
    /// Counts households or people: rounded so that no family can be worked out.
    pub is_protected: bool,
    /// The codes that may stand here; none where any may.
    pub codes: &'static [Code],
    /// What `OpenSpending` calls it (`os-types`); only in the table that a Fiscal Data Package models.
    pub os_type: Option<&'static str>,
}

/// A table's columns as `columns.tsv` gives them, in its order; those of `*` are every table's last.
pub(crate) fn columns(table: &str) -> Vec<Column> {
    let lines = || COLUMNS.lines().skip(1).map(|line| read(line).expect("`columns.tsv` is whole"));
    let own = lines().filter(|(of, _)| *of == table);
    own.chain(lines().filter(|(of, _)| *of == "*")).map(|(_, column)| column).collect()
}

/// Tab-separated: the words are for people to read and mend, so they stand outside the code.
const COLUMNS: &str = include_str!("../columns.tsv");

fn read(line: &'static str) -> Option<(&'static str, Column)> {
    let mut fields = line.split('\t');
    let mut next = || fields.next();
    let (table, id, kind) = (next()?, next()?, next()?);
    let (unit, marks, codes, os_type) = (next()?, next()?, next()?, next()?);
    let name = words(next()?, next()?);
    let about = words(next()?, next()?);
    let column = Column {
        id,
        name,
        about,
        kind: Kind::ALL.into_iter().find(|it| it.name() == kind)?,
        unit: unit.split_once('|').map(|(zh, en)| words(zh, en)),
        is_required: marks.contains("required"),
        is_protected: marks.contains("protected"),
        codes: codes::list(codes)?,
        os_type: Some(os_type).filter(|it| !it.is_empty()),
    };
    fields.next().is_none().then_some((table, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_columns_can_be_read_and_is_worded() {
        for line in COLUMNS.lines().skip(1) {
            let (_, column) = read(line).unwrap_or_else(|| panic!("{line}"));

            for words in [column.name, column.about] {
                assert!(!words.zh.is_empty() && !words.en.is_empty(), "{line}");
            }
            assert_eq!(column.kind == Kind::Yuan, column.id.ends_with("yuan"), "{line}");
        }
    }
}
