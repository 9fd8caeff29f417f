//! Contracts and payments: of one project, and the sums of a place.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::below::Below;
use crate::json::json;
use crate::published::{Contract, Payment};
use crate::record::{Record, record};
use crate::{Store, StoreError};

/// Money that went one way through a place: what a picture of it is drawn from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// As in `project_money.source`.
    pub source: String,
    /// As in `project.kind`.
    pub project_kind: String,
    /// `firm`, `unit` or `households`.
    pub payee_kind: String,
    pub paid_fen: i64,
}

/// What one source gave and where it stands, all projects of a place together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceFlow {
    pub source: String,
    pub project_kind: String,
    pub planned_fen: i64,
    pub allocated_fen: i64,
    pub paid_fen: i64,
}

impl Store {
    /// The earliest signed first.
    pub async fn contracts_of_project(
        &self,
        release: i64,
        project_id: &str,
    ) -> Result<Vec<Contract>, StoreError> {
        Ok(sqlx::query(
            "select id, project_id, title_zh, title_en, supplier_zh, supplier_en, method,
                    n_tenderers, signed_on, amount_fen, planned_end_on, modifications
             from contract where release_number = $1 and project_id = $2 order by signed_on, id",
        )
        .bind(release)
        .bind(project_id)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }

    /// The earliest first.
    pub async fn payments_of_project(
        &self,
        release: i64,
        project_id: &str,
    ) -> Result<Vec<Payment>, StoreError> {
        Ok(sqlx::query(
            "select id, project_id, contract_id, fund_id, source, paid_on, amount_fen, payee_kind,
                    payee_zh, payee_en
             from payment where release_number = $1 and project_id = $2 order by paid_on, id",
        )
        .bind(release)
        .bind(project_id)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }

    /// The payments of all projects in a place, by source, kind of project and kind of payee.
    pub async fn flows(&self, release: i64, below: &str) -> Result<Vec<Flow>, StoreError> {
        let below = Below::of(below);
        Ok(sqlx::query_as(
            "select payment.source, project.kind, payment.payee_kind,
                    cast(sum(payment.amount_fen) as bigint) as paid_fen
             from project join payment on payment.release_number = project.release_number
                 and payment.project_id = project.id
             where project.release_number = $1
                 and project.region_code >= $2 and project.region_code <= $3
             group by payment.source, project.kind, payment.payee_kind
             order by payment.source, project.kind, payment.payee_kind",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .fetch_all(&self.pool)
        .await?)
    }

    /// The money of all projects in a place, by source and kind of project.
    pub async fn source_flows(
        &self,
        release: i64,
        below: &str,
    ) -> Result<Vec<SourceFlow>, StoreError> {
        let below = Below::of(below);
        Ok(sqlx::query_as(
            "select project_money.source, project.kind,
                    cast(sum(project_money.planned_fen) as bigint) as planned_fen,
                    cast(sum(project_money.allocated_fen) as bigint) as allocated_fen,
                    cast(sum(project_money.paid_fen) as bigint) as paid_fen
             from project join project_money
                 on project_money.release_number = project.release_number
                 and project_money.project_id = project.id
             where project.release_number = $1
                 and project.region_code >= $2 and project.region_code <= $3
             group by project_money.source, project.kind
             order by project_money.source, project.kind",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .fetch_all(&self.pool)
        .await?)
    }
}

impl Record for Contract {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            project_id: row.try_get("project_id")?,
            title_zh: row.try_get("title_zh")?,
            title_en: row.try_get("title_en")?,
            supplier_zh: row.try_get("supplier_zh")?,
            supplier_en: row.try_get("supplier_en")?,
            method: row.try_get("method")?,
            n_tenderers: row.try_get("n_tenderers")?,
            signed_on: row.try_get("signed_on")?,
            amount_fen: row.try_get("amount_fen")?,
            planned_end_on: row.try_get("planned_end_on")?,
            modifications: json(row, "modifications")?,
        })
    }
}

impl Record for Payment {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            project_id: row.try_get("project_id")?,
            contract_id: row.try_get("contract_id")?,
            fund_id: row.try_get("fund_id")?,
            source: row.try_get("source")?,
            paid_on: row.try_get("paid_on")?,
            amount_fen: row.try_get("amount_fen")?,
            payee_kind: row.try_get("payee_kind")?,
            payee_zh: row.try_get("payee_zh")?,
            payee_en: row.try_get("payee_en")?,
        })
    }
}

impl FromRow<'_, AnyRow> for Flow {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            source: row.try_get("source")?,
            project_kind: row.try_get("kind")?,
            payee_kind: row.try_get("payee_kind")?,
            paid_fen: row.try_get("paid_fen")?,
        })
    }
}

impl FromRow<'_, AnyRow> for SourceFlow {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            source: row.try_get("source")?,
            project_kind: row.try_get("kind")?,
            planned_fen: row.try_get("planned_fen")?,
            allocated_fen: row.try_get("allocated_fen")?,
            paid_fen: row.try_get("paid_fen")?,
        })
    }
}
