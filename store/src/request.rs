//! Counts requests, so that nobody can flood the forms. Only a keyed hash of who asks is kept, and
//! not for long.

use crate::{Store, StoreError};

impl Store {
    /// Counts one more request; says how many there were in this window, this one with them.
    pub async fn count_request(&self, key_hash: &str, window: &str) -> Result<i64, StoreError> {
        Ok(sqlx::query_scalar(
            "insert into request_count (counted_from, key_hash, n_requests) values ($1, $2, 1)
             on conflict (counted_from, key_hash)
                 do update set n_requests = request_count.n_requests + 1
             returning n_requests",
        )
        .bind(window)
        .bind(key_hash)
        .fetch_one(&self.pool)
        .await?)
    }

    /// Windows are compared as text: `2026-03-02T10` comes before `2026-03-02T11`.
    pub async fn forget_requests_before(&self, window: &str) -> Result<(), StoreError> {
        sqlx::query("delete from request_count where counted_from < $1")
            .bind(window)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
