//! Rows that are records of a release. Their types belong to `disclosure`, which knows no SQL.

use sqlx::any::AnyRow;

/// What a row of ours holds.
pub(crate) trait Record: Sized {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error>;
}

/// For `try_map`.
#[expect(clippy::needless_pass_by_value, reason = "a query hands its rows over")]
pub(crate) fn record<T: Record>(row: AnyRow) -> Result<T, sqlx::Error> {
    T::from_row(&row)
}
