//! Protected counts of a place.

use sqlx::Row;
use sqlx::any::AnyRow;

use crate::published::CountTable;
use crate::record::{Record, record};
use crate::{Store, StoreError};

impl Store {
    /// The count tables of one place, by name.
    pub async fn counts(&self, release: i64, code: &str) -> Result<Vec<CountTable>, StoreError> {
        Ok(sqlx::query(
            "select region_code, name, cells from protected_count
             where release_number = $1 and region_code = $2
             order by name",
        )
        .bind(release)
        .bind(code)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }
}

impl Record for CountTable {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let cells = serde_json::from_str(row.try_get("cells")?).map_err(|error| {
            sqlx::Error::ColumnDecode { index: "cells".to_owned(), source: error.into() }
        })?;
        Ok(Self { region_code: row.try_get("region_code")?, name: row.try_get("name")?, cells })
    }
}
