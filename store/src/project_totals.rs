//! What the projects of a place add up to.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::below::Below;
use crate::{Store, StoreError};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectTotals {
    pub n_projects: i64,
    pub planned_fen: i64,
    pub paid_fen: i64,
    pub by_kind: Vec<KindTotal>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindTotal {
    pub kind: String,
    pub n_projects: i64,
    pub planned_fen: i64,
    pub paid_fen: i64,
}

impl Store {
    /// Over a place and all places in it; the kinds by name, only those there are.
    pub async fn project_totals(
        &self,
        release: i64,
        below: &str,
    ) -> Result<ProjectTotals, StoreError> {
        let below = Below::of(below);
        let by_kind: Vec<KindTotal> = sqlx::query_as(
            "select kind, count(*) as n_projects, cast(sum(planned_fen) as bigint) as planned_fen,
                    cast(sum(paid_fen) as bigint) as paid_fen
             from project
             where release_number = $1 and region_code >= $2 and region_code <= $3
             group by kind
             order by kind",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .fetch_all(&self.pool)
        .await?;
        Ok(ProjectTotals {
            n_projects: by_kind.iter().map(|it| it.n_projects).sum(),
            planned_fen: by_kind.iter().map(|it| it.planned_fen).sum(),
            paid_fen: by_kind.iter().map(|it| it.paid_fen).sum(),
            by_kind,
        })
    }
}

impl FromRow<'_, AnyRow> for KindTotal {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            kind: row.try_get("kind")?,
            n_projects: row.try_get("n_projects")?,
            planned_fen: row.try_get("planned_fen")?,
            paid_fen: row.try_get("paid_fen")?,
        })
    }
}
