//! Writes a release: all of it or nothing, once and never again.

mod chain;
mod evidence;
mod money;
mod notices;
mod projects;

use sqlx::AnyConnection;

use crate::erase_release::erase_built;
use crate::published::{Release, ReleaseContent};
use crate::release::Proof;
use crate::{Store, StoreError};

impl Store {
    /// Writes a release that readers see at once. A second release of the same number is a
    /// [`StoreError::Conflict`]. The places it speaks of must be in the store.
    pub async fn write_release(&self, content: &ReleaseContent) -> Result<(), StoreError> {
        self.write(content, "published", &Proof::default()).await
    }

    /// Writes a release that readers do not see before [`Store::publish_release`]. One of that
    /// number that was built before and not published gives way to it.
    pub async fn write_built_release(
        &self,
        content: &ReleaseContent,
        proof: &Proof,
    ) -> Result<(), StoreError> {
        self.write(content, "built", proof).await
    }

    async fn write(
        &self,
        content: &ReleaseContent,
        state: &'static str,
        proof: &Proof,
    ) -> Result<(), StoreError> {
        let mut tx = self.pool.begin().await?;
        erase_built(&mut tx, content.release.number).await?;
        if !insert_release(&mut tx, &content.release, state, proof).await? {
            return Err(StoreError::Conflict);
        }
        // Not a conflict: two rows of one id are a fault of the content.
        write_content(&mut tx, content).await.map_err(StoreError::Database)?;
        tx.commit().await?;
        Ok(())
    }
}

/// Whether the number was free.
async fn insert_release(
    connection: &mut AnyConnection,
    release: &Release,
    state: &'static str,
    proof: &Proof,
) -> Result<bool, StoreError> {
    let result = sqlx::query(
        "insert into release (number, published_at, as_of, title_zh, title_en, publisher_zh,
                publisher_en, legal_basis_zh, legal_basis_en, state, manifest, certificate)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         on conflict (number) do nothing",
    )
    .bind(release.number)
    .bind(&release.published_at)
    .bind(&release.as_of)
    .bind(&release.title_zh)
    .bind(&release.title_en)
    .bind(&release.publisher_zh)
    .bind(&release.publisher_en)
    .bind(&release.legal_basis_zh)
    .bind(&release.legal_basis_en)
    .bind(state)
    .bind(&proof.manifest)
    .bind(&proof.certificate)
    .execute(connection)
    .await?;
    Ok(result.rows_affected() == 1)
}

/// What others point to goes first.
async fn write_content(
    connection: &mut AnyConnection,
    content: &ReleaseContent,
) -> Result<(), sqlx::Error> {
    let number = content.release.number;
    evidence::write_sources(connection, number, &content.sources).await?;
    evidence::write_figures(connection, number, &content.figures).await?;
    evidence::write_counts(connection, number, &content.counts).await?;
    projects::write(connection, number, &content.projects).await?;
    money::write_of_projects(connection, number, &content.projects).await?;
    money::write_funds(connection, number, &content.funds).await?;
    chain::write_units(connection, number, &content.units).await?;
    chain::write_contracts(connection, number, &content.contracts).await?;
    chain::write_payments(connection, number, &content.payments).await?;
    chain::write_reasons(connection, number, &content.reasons).await?;
    notices::write(connection, number, &content.notices).await
}
