//! Files an application or a complaint, once however often it is sent.

use sqlx::AnyConnection;

use crate::cases::{CaseKind, Filed, NewApplication, NewComplaint};
use crate::{Store, StoreError};

impl Store {
    /// A reference or receipt that another case has is a [`StoreError::Conflict`]: make new ones.
    pub async fn file_application(&self, new: &NewApplication) -> Result<Filed, StoreError> {
        let case = NewCase {
            kind: CaseKind::Application,
            reference: &new.reference,
            receipt_hash: &new.receipt_hash,
            idempotency_hash: &new.idempotency_hash,
            subject: &new.programme,
            region_code: Some(&new.region_code),
            filed_at: &new.filed_at,
        };
        let mut tx = self.pool.begin().await?;
        if case.write(&mut tx).await? == Filed::Before {
            return Ok(Filed::Before);
        }
        sqlx::query(
            "insert into application (reference, pack, applicant_name, phone, helper_name, answers,
                 result)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(&new.reference)
        .bind(&new.pack)
        .bind(&new.applicant_name)
        .bind(&new.phone)
        .bind(&new.helper_name)
        .bind(&new.answers)
        .bind(&new.result)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(Filed::New)
    }

    /// A reference or receipt that another case has is a [`StoreError::Conflict`]: make new ones.
    pub async fn file_complaint(&self, new: &NewComplaint) -> Result<Filed, StoreError> {
        let case = NewCase {
            kind: CaseKind::Complaint,
            reference: &new.reference,
            receipt_hash: &new.receipt_hash,
            idempotency_hash: &new.idempotency_hash,
            subject: &new.kind,
            region_code: new.region_code.as_deref(),
            filed_at: &new.filed_at,
        };
        let mut tx = self.pool.begin().await?;
        if case.write(&mut tx).await? == Filed::Before {
            return Ok(Filed::Before);
        }
        sqlx::query(
            "insert into complaint (reference, about, about_as_seen, body, contact)
             values ($1, $2, $3, $4, $5)",
        )
        .bind(&new.reference)
        .bind(&new.about)
        .bind(&new.about_as_seen)
        .bind(&new.body)
        .bind(&new.contact)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(Filed::New)
    }
}

/// What the two have in common.
struct NewCase<'a> {
    kind: CaseKind,
    reference: &'a str,
    receipt_hash: &'a str,
    idempotency_hash: &'a str,
    subject: &'a str,
    region_code: Option<&'a str>,
    filed_at: &'a str,
}

impl NewCase<'_> {
    async fn write(&self, connection: &mut AnyConnection) -> Result<Filed, StoreError> {
        // No `on conflict (idempotency_hash)`: when the same form comes twice at one moment,
        // PostgreSQL may trip over another unique column first.
        let result = sqlx::query(
            "insert into filed_case (reference, kind, receipt_hash, idempotency_hash, subject,
                 region_code, filed_at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict do nothing",
        )
        .bind(self.reference)
        .bind(kind_text(self.kind))
        .bind(self.receipt_hash)
        .bind(self.idempotency_hash)
        .bind(self.subject)
        .bind(self.region_code)
        .bind(self.filed_at)
        .execute(&mut *connection)
        .await?;
        if result.rows_affected() == 0 {
            return self.was_filed_before(connection).await;
        }
        sqlx::query(
            "insert into case_event (reference, number, step, at) values ($1, 1, 'filed', $2)",
        )
        .bind(self.reference)
        .bind(self.filed_at)
        .execute(connection)
        .await?;
        Ok(Filed::New)
    }

    /// Either the same form, or an unlucky draw of a reference.
    async fn was_filed_before(&self, connection: &mut AnyConnection) -> Result<Filed, StoreError> {
        let n_same: i64 =
            sqlx::query_scalar("select count(*) from filed_case where idempotency_hash = $1")
                .bind(self.idempotency_hash)
                .fetch_one(connection)
                .await?;
        if n_same == 0 { Err(StoreError::Conflict) } else { Ok(Filed::Before) }
    }
}

fn kind_text(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Application => "application",
        CaseKind::Complaint => "complaint",
    }
}
