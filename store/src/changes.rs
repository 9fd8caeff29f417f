//! What a release brought to a place: records that are new or different since the release before.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::below::Below;
use crate::published::RecordKind;
use crate::release::record_kind;
use crate::{Store, StoreError};

/// A project, fund line or notice that was not in the release before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRecord {
    pub kind: RecordKind,
    pub id: String,
    pub region_code: String,
    pub title_zh: String,
    pub title_en: String,
    /// The day it was posted or allocated, or is to begin.
    pub on: String,
}

/// How many records of a place, and of all places in it, are new or different.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    pub n_counts: i64,
    pub n_projects: i64,
    pub n_funds: i64,
    pub n_notices: i64,
}

impl Touched {
    #[must_use]
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }
}

impl Store {
    /// The latest first.
    pub async fn new_records(
        &self,
        release: i64,
        below: &str,
        limit: u32,
    ) -> Result<Vec<NewRecord>, StoreError> {
        let below = Below::of(below);
        Ok(sqlx::query_as(
            "select kind, id, region_code, title_zh, title_en, on_day from (
                 select cast('notice' as text) as kind, now.id, now.region_code, now.title_zh,
                        now.title_en, now.posted_on as on_day
                 from notice now left join notice before
                     on before.release_number = $1 - 1 and before.id = now.id
                 where now.release_number = $1 and now.region_code >= $2
                     and now.region_code <= $3 and before.id is null
                 union all
                 select cast('project' as text), now.id, now.region_code, now.name_zh,
                        now.name_en, now.planned_start_on
                 from project now left join project before
                     on before.release_number = $1 - 1 and before.id = now.id
                 where now.release_number = $1 and now.region_code >= $2
                     and now.region_code <= $3 and before.id is null
                 union all
                 select cast('fund' as text), now.id, now.region_code, now.name_zh, now.name_en,
                        now.allocated_on
                 from fund_line now left join fund_line before
                     on before.release_number = $1 - 1 and before.id = now.id
                 where now.release_number = $1 and now.region_code >= $2
                     and now.region_code <= $3 and before.id is null
             ) found
             order by on_day desc, kind, id
             limit $4",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?)
    }

    pub async fn touched(&self, release: i64, below: &str) -> Result<Touched, StoreError> {
        let below = Below::of(below);
        Ok(sqlx::query_as(
            "select (
                 select count(*) from protected_count now left join protected_count before
                     on before.release_number = $1 - 1 and before.region_code = now.region_code
                     and before.name = now.name
                 where now.release_number = $1 and now.region_code >= $2
                     and now.region_code <= $3
                     and (before.name is null or before.cells <> now.cells)
             ) as n_counts, (
                 select count(*) from project now left join project before
                     on before.release_number = $1 - 1 and before.id = now.id
                 where now.release_number = $1 and now.region_code >= $2
                     and now.region_code <= $3
                     and (before.id is null or before.stage <> now.stage
                         or before.planned_fen <> now.planned_fen
                         or before.paid_fen <> now.paid_fen or before.details <> now.details
                         or before.planned_end_on <> now.planned_end_on
                         or coalesce(before.actual_end_on, '') <> coalesce(now.actual_end_on, ''))
             ) as n_projects, (
                 select count(*) from fund_line now left join fund_line before
                     on before.release_number = $1 - 1 and before.id = now.id
                 where now.release_number = $1 and now.region_code >= $2
                     and now.region_code <= $3
                     and (before.id is null or before.amount_fen <> now.amount_fen)
             ) as n_funds, (
                 select count(*) from notice now left join notice before
                     on before.release_number = $1 - 1 and before.id = now.id
                 where now.release_number = $1 and now.region_code >= $2
                     and now.region_code <= $3
                     and (before.id is null or before.body_zh <> now.body_zh
                         or before.ends_on <> now.ends_on)
             ) as n_notices",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .fetch_one(&self.pool)
        .await?)
    }

    /// The number of the release that a project has been in without a break until this one.
    pub async fn project_since(&self, release: i64, id: &str) -> Result<Option<i64>, StoreError> {
        Ok(sqlx::query_scalar(
            "select min(release_number) from project
             where id = $2 and release_number <= $1 and release_number > (
                 select coalesce(max(release.number), 0) from release
                 where release.number <= $1 and (select count(*) from project other
                     where other.release_number = release.number and other.id = $2) = 0)",
        )
        .bind(release)
        .bind(id)
        .fetch_one(&self.pool)
        .await?)
    }
}

impl FromRow<'_, AnyRow> for NewRecord {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            kind: record_kind(row, "kind")?,
            id: row.try_get("id")?,
            region_code: row.try_get("region_code")?,
            title_zh: row.try_get("title_zh")?,
            title_en: row.try_get("title_en")?,
            on: row.try_get("on_day")?,
        })
    }
}

impl FromRow<'_, AnyRow> for Touched {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            n_counts: row.try_get("n_counts")?,
            n_projects: row.try_get("n_projects")?,
            n_funds: row.try_get("n_funds")?,
            n_notices: row.try_get("n_notices")?,
        })
    }
}
