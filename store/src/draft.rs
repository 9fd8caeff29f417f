//! The next release, as it grows: what differs from what is published. Imports put records in and take
//! them out; building a release reads them.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, FromRow, Row};

use crate::published::RecordKind;
use crate::release::record_kind;
use crate::{Store, StoreError};

/// One record of the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftRecord {
    pub kind: RecordKind,
    /// As in [`ChangeReason::id`](crate::published::ChangeReason::id).
    pub id: String,
    /// The record as JSON; none if it is withdrawn.
    pub body: Option<String>,
    pub reason_zh: String,
    pub reason_en: String,
    /// The public reference of the complaint that caused the change.
    pub complaint: Option<String>,
    pub file_name: String,
    pub file_sha256: String,
    pub imported_at: String,
}

impl Store {
    /// All or nothing. A record that is there already is replaced; one that says the same stays as it
    /// is. Gives how many differ from what the draft held.
    pub async fn write_draft(&self, records: &[DraftRecord]) -> Result<u64, StoreError> {
        let mut tx = self.pool.begin().await?;
        let mut n_changed = 0;
        for record in records {
            n_changed += write(&mut tx, record).await?;
        }
        tx.commit().await?;
        Ok(n_changed)
    }

    /// By kind and id.
    pub async fn draft(&self) -> Result<Vec<DraftRecord>, StoreError> {
        Ok(sqlx::query_as(
            "select kind, id, body, reason_zh, reason_en, complaint, file_name, file_sha256,
                    imported_at
             from draft_record order by kind, id",
        )
        .fetch_all(&self.pool)
        .await?)
    }

    /// Takes back what was imported up to a moment: after that release was published, or because it
    /// was wrong.
    pub async fn clear_draft(&self, imported_until: &str) -> Result<u64, StoreError> {
        let result = sqlx::query("delete from draft_record where imported_at <= $1")
            .bind(imported_until)
            .execute(&self.pool)
            .await?;
        Ok(result.rows_affected())
    }
}

async fn write(connection: &mut AnyConnection, record: &DraftRecord) -> Result<u64, sqlx::Error> {
    let result = sqlx::query(
        "insert into draft_record (kind, id, body, reason_zh, reason_en, complaint, file_name,
                file_sha256, imported_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (kind, id) do update set body = excluded.body,
                reason_zh = excluded.reason_zh, reason_en = excluded.reason_en,
                complaint = excluded.complaint, file_name = excluded.file_name,
                file_sha256 = excluded.file_sha256, imported_at = excluded.imported_at
         where draft_record.body is distinct from excluded.body
                or draft_record.reason_zh <> excluded.reason_zh
                or draft_record.reason_en <> excluded.reason_en
                or draft_record.complaint is distinct from excluded.complaint",
    )
    .bind(record.kind.code())
    .bind(&record.id)
    .bind(&record.body)
    .bind(&record.reason_zh)
    .bind(&record.reason_en)
    .bind(&record.complaint)
    .bind(&record.file_name)
    .bind(&record.file_sha256)
    .bind(&record.imported_at)
    .execute(connection)
    .await?;
    Ok(result.rows_affected())
}

impl FromRow<'_, AnyRow> for DraftRecord {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            kind: record_kind(row, "kind")?,
            id: row.try_get("id")?,
            body: row.try_get("body")?,
            reason_zh: row.try_get("reason_zh")?,
            reason_en: row.try_get("reason_en")?,
            complaint: row.try_get("complaint")?,
            file_name: row.try_get("file_name")?,
            file_sha256: row.try_get("file_sha256")?,
            imported_at: row.try_get("imported_at")?,
        })
    }
}
