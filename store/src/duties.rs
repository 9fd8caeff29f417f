//! The days that tell whether things were made public in time. Allocations and notices come grouped
//! by their days, so that a large county is a few hundred rows; a project comes as one row, because
//! some of its days lie in its details.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, FromRow, Row};

use crate::below::Below;
use crate::json::json;
use crate::published::ProjectDetails;
use crate::{Store, StoreError};

/// Allocations, or notices of one kind, of one county that share their days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayGroup {
    /// The first six digits of the codes of the county.
    pub county: String,
    /// `allocation`, or the kind of the notices.
    pub kind: String,
    pub days: RecordDays,
    pub n: i64,
}

/// The days of an allocation or a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordDays {
    /// When the money was allocated, the notice posted.
    pub from_on: String,
    /// When the allocation was made public, as recorded; the last day of the notice.
    pub done_on: Option<String>,
    /// The first release that holds the allocation, where no such day was recorded.
    pub seen_in: Option<i64>,
}

/// One allocation or notice with its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedRecord {
    pub id: String,
    pub region_code: String,
    pub name_zh: String,
    pub name_en: String,
    /// 文号 of an allocation; empty for a notice.
    pub number: String,
    pub days: RecordDays,
}

/// One project with all its days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectDays {
    pub id: String,
    pub region_code: String,
    pub name_zh: String,
    pub name_en: String,
    pub stage: String,
    pub year: i64,
    pub planned_start_on: String,
    pub actual_start_on: Option<String>,
    pub actual_end_on: Option<String>,
    pub details: ProjectDetails,
    /// The first notice about it that was posted before its end.
    pub posted_before_on: Option<String>,
    /// The first notice about it that was posted on its last day or later.
    pub posted_after_on: Option<String>,
    /// The first release that holds it.
    pub seen_in: i64,
    /// The first release in which it is accepted.
    pub accepted_in: Option<i64>,
}

/// `seen_in` by looking one line up in each release: there is no index on its id alone.
const FUNDS: &str =
    "select 'allocation' as kind, fund_line.id, fund_line.region_code, fund_line.name_zh,
           fund_line.name_en, fund_line.document_number as number,
           fund_line.allocated_on as from_on, fund_line.published_on as done_on,
           case when fund_line.published_on is null then (
               select min(release.number) from release
               join fund_line earlier on earlier.release_number = release.number
                   and earlier.id = fund_line.id
               where release.state = 'published' and release.number <= $1
           ) end as seen_in
    from fund_line
    where fund_line.release_number = $1
        and fund_line.region_code >= $2 and fund_line.region_code <= $3";

const NOTICES: &str = "select notice.kind, notice.id, notice.region_code,
           notice.title_zh as name_zh, notice.title_en as name_en, '' as number,
           notice.posted_on as from_on, notice.ends_on as done_on, cast(null as bigint) as seen_in
    from notice
    where notice.release_number = $1
        and notice.region_code >= $2 and notice.region_code <= $3";

impl Store {
    /// The allocations and notices of a place and of all places in it, grouped by their days.
    pub async fn day_groups(&self, release: i64, below: &str) -> Result<Vec<DayGroup>, StoreError> {
        let below = Below::of(below);
        let mut groups = Vec::new();
        for records in [FUNDS, NOTICES] {
            let sql = format!(
                "select substr(dated.region_code, 1, 6) as county, dated.kind, dated.from_on,
                        dated.done_on, dated.seen_in, count(*) as n
                 from ({records}) dated
                 group by substr(dated.region_code, 1, 6), dated.kind, dated.from_on,
                          dated.done_on, dated.seen_in
                 order by county, dated.kind, dated.from_on, dated.done_on, dated.seen_in"
            );
            let found: Vec<DayGroup> = sqlx::query_as(AssertSqlSafe(sql))
                .bind(release)
                .bind(&below.first)
                .bind(&below.last)
                .fetch_all(&self.pool)
                .await?;
            groups.extend(found);
        }
        Ok(groups)
    }

    /// The allocations of a place and of all places in it, each with its days, by id.
    pub async fn dated_funds(
        &self,
        release: i64,
        below: &str,
    ) -> Result<Vec<DatedRecord>, StoreError> {
        self.dated(FUNDS, "allocation", release, below).await
    }

    /// The notices of one kind, as [`dated_funds`](Self::dated_funds).
    pub async fn dated_notices(
        &self,
        release: i64,
        below: &str,
        kind: &str,
    ) -> Result<Vec<DatedRecord>, StoreError> {
        self.dated(NOTICES, kind, release, below).await
    }

    async fn dated(
        &self,
        records: &str,
        kind: &str,
        release: i64,
        below: &str,
    ) -> Result<Vec<DatedRecord>, StoreError> {
        let below = Below::of(below);
        let sql = format!(
            "select dated.id, dated.region_code, dated.name_zh, dated.name_en, dated.number,
                    dated.from_on, dated.done_on, dated.seen_in
             from ({records}) dated where dated.kind = $4 order by dated.id"
        );
        Ok(sqlx::query_as(AssertSqlSafe(sql))
            .bind(release)
            .bind(below.first)
            .bind(below.last)
            .bind(kind)
            .fetch_all(&self.pool)
            .await?)
    }

    /// The projects of a place and of all places in it, each with its days, by id.
    pub async fn project_days(
        &self,
        release: i64,
        below: &str,
    ) -> Result<Vec<ProjectDays>, StoreError> {
        let below = Below::of(below);
        Ok(sqlx::query_as(
            "select project.id, project.region_code, project.name_zh, project.name_en,
                    project.stage, project.year, project.planned_start_on,
                    project.actual_start_on, project.actual_end_on, project.details,
                    posting.before_on, posting.after_on,
                    (select min(release.number) from release
                     join project earlier on earlier.release_number = release.number
                         and earlier.id = project.id
                     where release.state = 'published' and release.number <= $1) as seen_in,
                    case when project.stage = 'accepted' then (
                        select min(release.number) from release
                        join project earlier on earlier.release_number = release.number
                            and earlier.id = project.id and earlier.stage = 'accepted'
                        where release.state = 'published' and release.number <= $1
                    ) end as accepted_in
             from project
             left join (
                 select notice.project_id,
                        min(case when told.actual_end_on is null
                                 or notice.posted_on < told.actual_end_on
                            then notice.posted_on end) as before_on,
                        min(case when notice.posted_on >= told.actual_end_on
                            then notice.posted_on end) as after_on
                 from notice join project told on told.release_number = notice.release_number
                     and told.id = notice.project_id
                 where notice.release_number = $1
                 group by notice.project_id
             ) posting on posting.project_id = project.id
             where project.release_number = $1
                 and project.region_code >= $2 and project.region_code <= $3
             order by project.id",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .fetch_all(&self.pool)
        .await?)
    }
}

impl FromRow<'_, AnyRow> for RecordDays {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            from_on: row.try_get("from_on")?,
            done_on: row.try_get("done_on")?,
            seen_in: row.try_get("seen_in")?,
        })
    }
}

impl FromRow<'_, AnyRow> for DayGroup {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            county: row.try_get("county")?,
            kind: row.try_get("kind")?,
            days: RecordDays::from_row(row)?,
            n: row.try_get("n")?,
        })
    }
}

impl FromRow<'_, AnyRow> for DatedRecord {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            region_code: row.try_get("region_code")?,
            name_zh: row.try_get("name_zh")?,
            name_en: row.try_get("name_en")?,
            number: row.try_get("number")?,
            days: RecordDays::from_row(row)?,
        })
    }
}

impl FromRow<'_, AnyRow> for ProjectDays {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            region_code: row.try_get("region_code")?,
            name_zh: row.try_get("name_zh")?,
            name_en: row.try_get("name_en")?,
            stage: row.try_get("stage")?,
            year: row.try_get("year")?,
            planned_start_on: row.try_get("planned_start_on")?,
            actual_start_on: row.try_get("actual_start_on")?,
            actual_end_on: row.try_get("actual_end_on")?,
            details: json(row, "details")?,
            posted_before_on: row.try_get("before_on")?,
            posted_after_on: row.try_get("after_on")?,
            seen_in: row.try_get("seen_in")?,
            accepted_in: row.try_get("accepted_in")?,
        })
    }
}
