//! The notices of a place and of all places in it.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::below::Below;
use crate::page::Window;
use crate::published::Notice;
use crate::record::{Record, record};
use crate::{Page, Store, StoreError};

/// What one line of a list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoticeSummary {
    pub id: String,
    pub region_code: String,
    pub region_name: String,
    pub kind: String,
    pub title_zh: String,
    pub title_en: String,
    pub posted_on: String,
    pub ends_on: String,
    pub project_id: Option<String>,
}

impl Store {
    /// Those still open on the day first, the one that ends soonest at the top; then the closed,
    /// the latest at the top.
    pub async fn notices(
        &self,
        release: i64,
        below: &str,
        on: &str,
        page: u32,
    ) -> Result<Page<NoticeSummary>, StoreError> {
        let window = Window::of(page);
        let below = Below::of(below);
        let total = sqlx::query_scalar(
            "select count(*) from notice
             where release_number = $1 and region_code >= $2 and region_code <= $3",
        )
        .bind(release)
        .bind(&below.first)
        .bind(&below.last)
        .fetch_one(&self.pool)
        .await?;
        let notices = sqlx::query_as(
            "select notice.id, notice.region_code, region.name as region_name, notice.kind,
                    notice.title_zh, notice.title_en, notice.posted_on, notice.ends_on,
                    notice.project_id
             from notice join region on region.code = notice.region_code
             where notice.release_number = $1
                 and notice.region_code >= $2 and notice.region_code <= $3
             order by case when notice.ends_on >= $4 then 0 else 1 end,
                      case when notice.ends_on >= $4 then notice.ends_on end,
                      notice.ends_on desc, notice.id
             limit $5 offset $6",
        )
        .bind(release)
        .bind(&below.first)
        .bind(&below.last)
        .bind(on)
        .bind(Window::LIMIT)
        .bind(window.offset())
        .fetch_all(&self.pool)
        .await?;
        Ok(window.page(notices, total))
    }

    pub async fn notice(&self, release: i64, id: &str) -> Result<Option<Notice>, StoreError> {
        Ok(sqlx::query(
            "select id, region_code, kind, title_zh, title_en, body_zh, body_en, posted_on,
                    ends_on, phones, project_id
             from notice
             where release_number = $1 and id = $2",
        )
        .bind(release)
        .bind(id)
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?)
    }
}

impl FromRow<'_, AnyRow> for NoticeSummary {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            region_code: row.try_get("region_code")?,
            region_name: row.try_get("region_name")?,
            kind: row.try_get("kind")?,
            title_zh: row.try_get("title_zh")?,
            title_en: row.try_get("title_en")?,
            posted_on: row.try_get("posted_on")?,
            ends_on: row.try_get("ends_on")?,
            project_id: row.try_get("project_id")?,
        })
    }
}

impl Record for Notice {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            region_code: row.try_get("region_code")?,
            kind: row.try_get("kind")?,
            title_zh: row.try_get("title_zh")?,
            title_en: row.try_get("title_en")?,
            body_zh: row.try_get("body_zh")?,
            body_en: row.try_get("body_en")?,
            posted_on: row.try_get("posted_on")?,
            ends_on: row.try_get("ends_on")?,
            phones: row.try_get("phones")?,
            project_id: row.try_get("project_id")?,
        })
    }
}
