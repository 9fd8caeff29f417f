//! One record through the releases: which of them hold it, and why it changed.

use sqlx::AssertSqlSafe;

use crate::published::{ChangeReason, PublicationUnit, RecordKind};
use crate::record::record;
use crate::{Store, StoreError};

impl Store {
    /// The published releases that hold a record, the earliest first. `id` as in
    /// [`ChangeReason::id`].
    pub async fn releases_with(&self, kind: RecordKind, id: &str) -> Result<Vec<i64>, StoreError> {
        let (id, name) = match kind {
            RecordKind::Count => id.split_once('/').unwrap_or((id, "")),
            _ => (id, ""),
        };
        let rows = rows_of(kind);
        let select = format!(
            "select distinct release.number from {rows}
             join release on release.number = held.release_number
             where release.state = 'published' and held.id = $1 and held.name = $2
             order by release.number"
        );
        Ok(sqlx::query_scalar(AssertSqlSafe(select))
            .bind(id)
            .bind(name)
            .fetch_all(&self.pool)
            .await?)
    }

    /// Why a record differs from the release before, if that was recorded.
    pub async fn reason(
        &self,
        release: i64,
        kind: RecordKind,
        id: &str,
    ) -> Result<Option<ChangeReason>, StoreError> {
        Ok(sqlx::query(
            "select kind, record_id, reason_zh, reason_en, complaint from change_reason
             where release_number = $1 and kind = $2 and record_id = $3",
        )
        .bind(release)
        .bind(kind.code())
        .bind(id)
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?)
    }

    /// The places directly in a place that are counted together, each group once.
    pub async fn units_in(
        &self,
        release: i64,
        parent: &str,
    ) -> Result<Vec<PublicationUnit>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "select publication_unit.unit_code, publication_unit.region_code
             from publication_unit join region on region.code = publication_unit.region_code
             where publication_unit.release_number = $1 and region.parent_code = $2
             order by publication_unit.unit_code, publication_unit.region_code",
        )
        .bind(release)
        .bind(parent)
        .fetch_all(&self.pool)
        .await?;
        let mut units: Vec<PublicationUnit> = Vec::new();
        let mut last = String::new();
        for (unit, member) in rows {
            match units.last_mut() {
                Some(it) if last == unit => it.members.push(member),
                _ => units.push(PublicationUnit { members: vec![member] }),
            }
            last = unit;
        }
        Ok(units)
    }
}

/// The rows of a kind of record, as `held` with a release, an id and, of counts, a table's name.
fn rows_of(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Source => "(select release_number, id, '' as name from source_document) held",
        RecordKind::Figure => "(select release_number, id, '' as name from figure) held",
        RecordKind::Count => {
            "(select release_number, region_code as id, name from protected_count) held"
        }
        RecordKind::Unit => {
            "(select release_number, unit_code as id, '' as name from publication_unit) held"
        }
        RecordKind::Project => "(select release_number, id, '' as name from project) held",
        RecordKind::Fund => "(select release_number, id, '' as name from fund_line) held",
        RecordKind::Contract => "(select release_number, id, '' as name from contract) held",
        RecordKind::Payment => "(select release_number, id, '' as name from payment) held",
        RecordKind::Notice => "(select release_number, id, '' as name from notice) held",
    }
}
