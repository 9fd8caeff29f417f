//! The money of a place over time: what documents allocated and what was paid, month by month.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::below::Below;
use crate::{Store, StoreError};

/// One month's money, grants and loans apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthMoney {
    /// `YYYY-MM`.
    pub month: String,
    /// By documents, to the place and the places in it.
    pub allocated_grants_fen: i64,
    /// By the recorded payments of its projects.
    pub paid_grants_fen: i64,
    pub allocated_loans_fen: i64,
    pub paid_loans_fen: i64,
}

impl Store {
    /// Of a place and of the places in it, the earliest first; months without money are left out.
    pub async fn money_by_month(
        &self,
        release: i64,
        below: &str,
    ) -> Result<Vec<MonthMoney>, StoreError> {
        let below = Below::of(below);
        Ok(sqlx::query_as(
            "select month,
                    cast(sum(case source when 'loan' then 0 else allocated_fen end) as bigint)
                        as allocated_grants,
                    cast(sum(case source when 'loan' then 0 else paid_fen end) as bigint)
                        as paid_grants,
                    cast(sum(case source when 'loan' then allocated_fen else 0 end) as bigint)
                        as allocated_loans,
                    cast(sum(case source when 'loan' then paid_fen else 0 end) as bigint)
                        as paid_loans
             from (
                 select substr(allocated_on, 1, 7) as month, source, amount_fen as allocated_fen,
                        cast(0 as bigint) as paid_fen
                 from fund_line
                 where release_number = $1 and region_code >= $2 and region_code <= $3
                 union all
                 select substr(payment.paid_on, 1, 7), payment.source, cast(0 as bigint),
                        payment.amount_fen
                 from project join payment on payment.release_number = project.release_number
                     and payment.project_id = project.id
                 where project.release_number = $1
                     and project.region_code >= $2 and project.region_code <= $3
             ) moved
             group by month
             order by month",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .fetch_all(&self.pool)
        .await?)
    }
}

impl FromRow<'_, AnyRow> for MonthMoney {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            month: row.try_get("month")?,
            allocated_grants_fen: row.try_get("allocated_grants")?,
            paid_grants_fen: row.try_get("paid_grants")?,
            allocated_loans_fen: row.try_get("allocated_loans")?,
            paid_loans_fen: row.try_get("paid_loans")?,
        })
    }
}
