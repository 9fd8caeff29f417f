//! Takes a release away that was built and never published. A published one is never touched.

use sqlx::{AnyConnection, AssertSqlSafe};

use crate::{Store, StoreError};

/// What belongs to a release; what points to others goes first.
const TABLES: [&str; 11] = [
    "change_reason",
    "payment",
    "contract",
    "publication_unit",
    "notice",
    "fund_line",
    "project_money",
    "project",
    "protected_count",
    "figure",
    "source_document",
];

impl Store {
    /// Whether there was one to take away.
    pub async fn erase_built_release(&self, number: i64) -> Result<bool, StoreError> {
        let mut tx = self.pool.begin().await?;
        let was_there = erase_built(&mut tx, number).await?;
        tx.commit().await?;
        Ok(was_there)
    }
}

pub(crate) async fn erase_built(
    connection: &mut AnyConnection,
    number: i64,
) -> Result<bool, sqlx::Error> {
    // Each statement looks for itself whether the release is only built, so that the transaction
    // begins with a write: SQLite refuses one that begins by reading when another writes meanwhile.
    for table in TABLES {
        let delete = format!(
            "delete from {table} where release_number = $1 and release_number in
                 (select number from release where state = 'built')"
        );
        sqlx::query(AssertSqlSafe(delete)).bind(number).execute(&mut *connection).await?;
    }
    let result = sqlx::query("delete from release where number = $1 and state = 'built'")
        .bind(number)
        .execute(connection)
        .await?;
    Ok(result.rows_affected() == 1)
}
