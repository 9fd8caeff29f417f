//! The documents that figures were taken from.

use sqlx::Row;
use sqlx::any::AnyRow;

use crate::published::SourceDocument;
use crate::record::{Record, record};
use crate::{Store, StoreError};

impl Store {
    pub async fn source(
        &self,
        release: i64,
        id: &str,
    ) -> Result<Option<SourceDocument>, StoreError> {
        Ok(sqlx::query(
            "select id, title_zh, title_en, publisher_zh, publisher_en, published_on, note_zh,
                    note_en
             from source_document
             where release_number = $1 and id = $2",
        )
        .bind(release)
        .bind(id)
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?)
    }

    /// All of a release, in its order.
    pub async fn sources(&self, release: i64) -> Result<Vec<SourceDocument>, StoreError> {
        Ok(sqlx::query(
            "select id, title_zh, title_en, publisher_zh, publisher_en, published_on, note_zh,
                    note_en
             from source_document
             where release_number = $1
             order by position",
        )
        .bind(release)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }
}

impl Record for SourceDocument {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            title_zh: row.try_get("title_zh")?,
            title_en: row.try_get("title_en")?,
            publisher_zh: row.try_get("publisher_zh")?,
            publisher_en: row.try_get("publisher_en")?,
            published_on: row.try_get("published_on")?,
            note_zh: row.try_get("note_zh")?,
            note_en: row.try_get("note_en")?,
        })
    }
}
