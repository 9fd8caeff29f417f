//! Writes many rows with few statements.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AnyConnection, AssertSqlSafe};

use crate::work::Work;

pub(crate) type Values = Query<'static, Any, AnyArguments>;

/// Rows are joined until a statement has this many values. More is slower: SQLite looks a numbered
/// value up by walking through all before it.
const MAX_VALUES: usize = 500;

/// An `insert` of any number of rows.
pub(crate) struct Batch {
    /// Up to and without `values`.
    pub(crate) insert: &'static str,
    pub(crate) n_columns: usize,
    /// What follows the rows, an `on conflict` or nothing.
    pub(crate) then: &'static str,
}

impl Batch {
    pub(crate) fn write<'a, T: Send + Sync + 'a>(
        &'a self,
        connection: &'a mut AnyConnection,
        rows: impl IntoIterator<Item = T>,
        bind: impl Fn(Values, &T) -> Values + Send + Sync + 'a,
    ) -> Work<'a, sqlx::Error> {
        let rows: Vec<T> = rows.into_iter().collect();
        let n_rows = (MAX_VALUES / self.n_columns).max(1);
        Box::pin(async move {
            for chunk in rows.chunks(n_rows) {
                // Only the statement of a full chunk comes again.
                let query = sqlx::query(AssertSqlSafe(self.sql(chunk.len())))
                    .persistent(chunk.len() == n_rows);
                chunk.iter().fold(query, &bind).execute(&mut *connection).await?;
            }
            Ok(())
        })
    }

    fn sql(&self, n_rows: usize) -> String {
        let rows: Vec<String> = (0..n_rows).map(|row| self.placeholders(row)).collect();
        format!("{} values {} {}", self.insert, rows.join(", "), self.then)
    }

    fn placeholders(&self, row: usize) -> String {
        let first = row * self.n_columns + 1;
        let numbers: Vec<String> =
            (first..first + self.n_columns).map(|number| format!("${number}")).collect();
        format!("({})", numbers.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_values_of_all_rows_are_numbered_through() {
        let batch = Batch { insert: "insert into pair (a, b)", n_columns: 2, then: "returning a" };

        assert_eq!(batch.sql(2), "insert into pair (a, b) values ($1, $2), ($3, $4) returning a");
    }
}
