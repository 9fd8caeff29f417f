//! The releases there are, and the moment one becomes what readers see.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::published::{ChangeReason, PublicationUnit, RecordKind, Release};
use crate::record::{Record, record};
use crate::{Store, StoreError};

/// What shows that a release's files are whole and give no family away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proof {
    /// The files with their SHA-256, as `sha256sum` writes and reads them.
    pub manifest: String,
    /// What the gate checked and found, JSON.
    pub certificate: String,
}

impl Store {
    /// The published one with the highest number.
    pub async fn current_release(&self) -> Result<Option<Release>, StoreError> {
        Ok(sqlx::query(
            "select number, published_at, as_of, title_zh, title_en, publisher_zh, publisher_en,
                    legal_basis_zh, legal_basis_en
             from release where state = 'published' order by number desc limit 1",
        )
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?)
    }

    /// A published one.
    pub async fn release(&self, number: i64) -> Result<Option<Release>, StoreError> {
        Ok(sqlx::query(
            "select number, published_at, as_of, title_zh, title_en, publisher_zh, publisher_en,
                    legal_basis_zh, legal_basis_en
             from release where number = $1 and state = 'published'",
        )
        .bind(number)
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?)
    }

    /// The one that waits to be published.
    pub async fn built_release(&self) -> Result<Option<Release>, StoreError> {
        Ok(sqlx::query(
            "select number, published_at, as_of, title_zh, title_en, publisher_zh, publisher_en,
                    legal_basis_zh, legal_basis_en
             from release where state = 'built' order by number limit 1",
        )
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?)
    }

    /// All that are published, the latest first.
    pub async fn releases(&self) -> Result<Vec<Release>, StoreError> {
        Ok(sqlx::query(
            "select number, published_at, as_of, title_zh, title_en, publisher_zh, publisher_en,
                    legal_basis_zh, legal_basis_en
             from release where state = 'published' order by number desc",
        )
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }

    /// Makes a built release what readers see, and forgets the draft that went into it, in one
    /// transaction. A [`StoreError::Conflict`] if it is not built, or is not the next after the last
    /// published one.
    pub async fn publish_release(&self, number: i64, at: &str) -> Result<(), StoreError> {
        let mut tx = self.pool.begin().await?;
        sqlx::query(
            "delete from draft_record where imported_at <=
                 (select published_at from release where number = $1 and state = 'built')",
        )
        .bind(number)
        .execute(&mut *tx)
        .await?;
        let result = sqlx::query(
            "update release set state = 'published', published_at = $2
             where number = $1 and state = 'built'
                 and $1 = 1 + (select coalesce(max(other.number), 0) from release other
                               where other.state = 'published')",
        )
        .bind(number)
        .bind(at)
        .execute(&mut *tx)
        .await?;
        if result.rows_affected() == 0 {
            return Err(StoreError::Conflict);
        }
        tx.commit().await?;
        Ok(())
    }

    /// Of a release in any state.
    pub async fn proof(&self, number: i64) -> Result<Option<Proof>, StoreError> {
        Ok(sqlx::query_as("select manifest, certificate from release where number = $1")
            .bind(number)
            .fetch_optional(&self.pool)
            .await?)
    }

    /// Why records of a release differ from the release before.
    pub async fn reasons(&self, number: i64) -> Result<Vec<ChangeReason>, StoreError> {
        Ok(sqlx::query(
            "select kind, record_id, reason_zh, reason_en, complaint from change_reason
             where release_number = $1 order by kind, record_id",
        )
        .bind(number)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }

    /// The villages that this one is counted together with; none if it is counted alone.
    pub async fn publication_unit(
        &self,
        release: i64,
        code: &str,
    ) -> Result<Option<PublicationUnit>, StoreError> {
        let members: Vec<String> = sqlx::query_scalar(
            "select member.region_code from publication_unit asked
             join publication_unit member on member.release_number = asked.release_number
                 and member.unit_code = asked.unit_code
             where asked.release_number = $1 and asked.region_code = $2
             order by member.region_code",
        )
        .bind(release)
        .bind(code)
        .fetch_all(&self.pool)
        .await?;
        Ok((!members.is_empty()).then_some(PublicationUnit { members }))
    }
}

impl Record for Release {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            number: row.try_get("number")?,
            published_at: row.try_get("published_at")?,
            as_of: row.try_get("as_of")?,
            title_zh: row.try_get("title_zh")?,
            title_en: row.try_get("title_en")?,
            publisher_zh: row.try_get("publisher_zh")?,
            publisher_en: row.try_get("publisher_en")?,
            legal_basis_zh: row.try_get("legal_basis_zh")?,
            legal_basis_en: row.try_get("legal_basis_en")?,
        })
    }
}

impl FromRow<'_, AnyRow> for Proof {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self { manifest: row.try_get("manifest")?, certificate: row.try_get("certificate")? })
    }
}

impl Record for ChangeReason {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            kind: record_kind(row, "kind")?,
            id: row.try_get("record_id")?,
            reason_zh: row.try_get("reason_zh")?,
            reason_en: row.try_get("reason_en")?,
            complaint: row.try_get("complaint")?,
        })
    }
}

pub(crate) fn record_kind(row: &AnyRow, column: &str) -> Result<RecordKind, sqlx::Error> {
    let text: &str = row.try_get(column)?;
    RecordKind::parse(text).ok_or_else(|| sqlx::Error::ColumnDecode {
        index: column.to_owned(),
        source: format!("unknown kind of record {text}").into(),
    })
}
