//! What the fund lines of a place add up to.

use std::collections::BTreeMap;

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::below::Below;
use crate::{Store, StoreError};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundTotals {
    pub n_lines: i64,
    pub amount_fen: i64,
    /// By name, only those there are.
    pub by_source: Vec<SourceTotal>,
    /// The latest first.
    pub by_year: Vec<YearTotal>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceTotal {
    pub source: String,
    pub amount_fen: i64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearTotal {
    pub year: i64,
    pub amount_fen: i64,
}

impl Store {
    /// Over a place and all places in it.
    pub async fn fund_totals(&self, release: i64, below: &str) -> Result<FundTotals, StoreError> {
        let below = Below::of(below);
        let parts: Vec<Part> = sqlx::query_as(
            "select source, year, count(*) as n_lines,
                    cast(sum(amount_fen) as bigint) as amount_fen
             from fund_line
             where release_number = $1 and region_code >= $2 and region_code <= $3
             group by source, year",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .fetch_all(&self.pool)
        .await?;
        Ok(add_up(parts))
    }
}

struct Part {
    source: String,
    year: i64,
    n_lines: i64,
    amount_fen: i64,
}

fn add_up(parts: Vec<Part>) -> FundTotals {
    let mut by_source = BTreeMap::<String, i64>::new();
    let mut by_year = BTreeMap::<i64, i64>::new();
    let mut totals = FundTotals::default();
    for part in parts {
        totals.n_lines += part.n_lines;
        totals.amount_fen += part.amount_fen;
        *by_source.entry(part.source).or_default() += part.amount_fen;
        *by_year.entry(part.year).or_default() += part.amount_fen;
    }
    totals.by_source = by_source
        .into_iter()
        .map(|(source, amount_fen)| SourceTotal { source, amount_fen })
        .collect();
    totals.by_year = by_year
        .into_iter()
        .rev()
        .map(|(year, amount_fen)| YearTotal { year, amount_fen })
        .collect();
    totals
}

impl FromRow<'_, AnyRow> for Part {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            source: row.try_get("source")?,
            year: row.try_get("year")?,
            n_lines: row.try_get("n_lines")?,
            amount_fen: row.try_get("amount_fen")?,
        })
    }
}
