//! The releases there are.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::published::Release;
use crate::{Store, StoreError};

impl Store {
    /// The one with the highest number.
    pub async fn current_release(&self) -> Result<Option<Release>, StoreError> {
        Ok(sqlx::query_as(
            "select number, published_at, as_of, title_zh, title_en
             from release order by number desc limit 1",
        )
        .fetch_optional(&self.pool)
        .await?)
    }

    pub async fn release(&self, number: i64) -> Result<Option<Release>, StoreError> {
        Ok(sqlx::query_as(
            "select number, published_at, as_of, title_zh, title_en
             from release where number = $1",
        )
        .bind(number)
        .fetch_optional(&self.pool)
        .await?)
    }
}

impl FromRow<'_, AnyRow> for Release {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            number: row.try_get("number")?,
            published_at: row.try_get("published_at")?,
            as_of: row.try_get("as_of")?,
            title_zh: row.try_get("title_zh")?,
            title_en: row.try_get("title_en")?,
        })
    }
}
