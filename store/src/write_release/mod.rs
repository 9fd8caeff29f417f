//! Writes a release: all of it or nothing, once and never again.

mod evidence;
mod money;
mod notices;
mod projects;

use sqlx::AnyConnection;

use crate::published::{Release, ReleaseContent};
use crate::{Store, StoreError};

impl Store {
    /// A second release of the same number is a [`StoreError::Conflict`]. The places it speaks of
    /// must be in the store.
    pub async fn write_release(&self, content: &ReleaseContent) -> Result<(), StoreError> {
        let mut tx = self.pool.begin().await?;
        if !insert_release(&mut tx, &content.release).await? {
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
) -> Result<bool, StoreError> {
    let result = sqlx::query(
        "insert into release (number, published_at, as_of, title_zh, title_en)
         values ($1, $2, $3, $4, $5)
         on conflict (number) do nothing",
    )
    .bind(release.number)
    .bind(&release.published_at)
    .bind(&release.as_of)
    .bind(&release.title_zh)
    .bind(&release.title_en)
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
    notices::write(connection, number, &content.notices).await
}
