//! Columns that hold JSON.

use serde::de::DeserializeOwned;
use sqlx::Row;
use sqlx::any::AnyRow;

/// Reads a JSON column; text that does not fit is a fault of the database.
pub(crate) fn json<T: DeserializeOwned>(row: &AnyRow, column: &str) -> Result<T, sqlx::Error> {
    let text: &str = row.try_get(column)?;
    serde_json::from_str(text).map_err(|source| sqlx::Error::ColumnDecode {
        index: column.to_owned(),
        source: source.into(),
    })
}
