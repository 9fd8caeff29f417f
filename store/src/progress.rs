//! How far a case has come, and its next step. Events are only ever added.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::cases::{CaseEvent, CaseKind, TrackedCase};
use crate::{Store, StoreError};

/// What the operator sees of a case in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseLine {
    pub reference: String,
    pub kind: CaseKind,
    /// The programme of an application, the kind of a complaint.
    pub subject: String,
    pub filed_at: String,
    pub last_step: String,
    pub last_step_at: String,
    /// What [`Store::record_step`] wants to know.
    pub n_events: i64,
}

impl Store {
    /// What the holder of a receipt may see.
    pub async fn tracked_case(
        &self,
        receipt_hash: &str,
    ) -> Result<Option<TrackedCase>, StoreError> {
        let case: Option<TrackedCase> = sqlx::query_as(
            "select reference, kind, subject, region_code, filed_at
             from filed_case where receipt_hash = $1",
        )
        .bind(receipt_hash)
        .fetch_optional(&self.pool)
        .await?;
        match case {
            Some(case) => {
                let events = self.events(&case.reference).await?;
                Ok(Some(TrackedCase { events, ..case }))
            }
            None => Ok(None),
        }
    }

    async fn events(&self, reference: &str) -> Result<Vec<CaseEvent>, StoreError> {
        Ok(sqlx::query_as(
            "select step, at, message from case_event where reference = $1 order by number",
        )
        .bind(reference)
        .fetch_all(&self.pool)
        .await?)
    }

    /// A [`StoreError::Conflict`] if the case has not that many events: somebody else was quicker,
    /// or there is no such case.
    pub async fn record_step(
        &self,
        reference: &str,
        step: &str,
        message: Option<&str>,
        at: &str,
        expected_number_of_events: i64,
    ) -> Result<(), StoreError> {
        // Two at one moment both count the same; the primary key then lets only one in.
        let result = sqlx::query(
            "insert into case_event (reference, number, step, at, message)
             select filed_case.reference, $2 + 1, $3, $4, $5
             from filed_case
             where filed_case.reference = $1
                 and (select count(*) from case_event where case_event.reference = $1) = $2",
        )
        .bind(reference)
        .bind(expected_number_of_events)
        .bind(step)
        .bind(at)
        .bind(message)
        .execute(&self.pool)
        .await?;
        if result.rows_affected() == 0 { Err(StoreError::Conflict) } else { Ok(()) }
    }

    /// The latest filed first.
    pub async fn cases(&self, limit: u32) -> Result<Vec<CaseLine>, StoreError> {
        Ok(sqlx::query_as(
            "select latest.reference, latest.kind, latest.subject, latest.filed_at,
                    case_event.step as last_step, case_event.at as last_step_at,
                    case_event.number as n_events
             from (
                 select reference, kind, subject, filed_at
                 from filed_case
                 order by filed_at desc, reference
                 limit $1
             ) latest
             join case_event on case_event.reference = latest.reference
                 and case_event.number = (
                     select max(other.number) from case_event other
                     where other.reference = latest.reference
                 )
             order by latest.filed_at desc, latest.reference",
        )
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?)
    }
}

fn parse_kind(text: &str) -> Result<CaseKind, sqlx::Error> {
    match text {
        "application" => Ok(CaseKind::Application),
        "complaint" => Ok(CaseKind::Complaint),
        _ => {
            let source = format!("unknown kind of case {text}").into();
            Err(sqlx::Error::ColumnDecode { index: "kind".to_owned(), source })
        }
    }
}

impl FromRow<'_, AnyRow> for TrackedCase {
    /// Without its events, which lie in other rows.
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            kind: parse_kind(row.try_get("kind")?)?,
            reference: row.try_get("reference")?,
            subject: row.try_get("subject")?,
            region_code: row.try_get("region_code")?,
            filed_at: row.try_get("filed_at")?,
            events: Vec::new(),
        })
    }
}

impl FromRow<'_, AnyRow> for CaseEvent {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            step: row.try_get("step")?,
            at: row.try_get("at")?,
            message: row.try_get("message")?,
        })
    }
}

impl FromRow<'_, AnyRow> for CaseLine {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            reference: row.try_get("reference")?,
            kind: parse_kind(row.try_get("kind")?)?,
            subject: row.try_get("subject")?,
            filed_at: row.try_get("filed_at")?,
            last_step: row.try_get("last_step")?,
            last_step_at: row.try_get("last_step_at")?,
            n_events: row.try_get("n_events")?,
        })
    }
}
