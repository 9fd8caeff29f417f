//! A place, those it lies in, and those that lie in it.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::page::Window;
use crate::published::Region;
use crate::record::{Record, record};
use crate::{Page, Store, StoreError};

/// A place one level down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    pub region: Region,
    /// The total of its `status` table, protected; none where nothing was published.
    pub n_households: Option<i64>,
}

impl Store {
    pub async fn region(&self, code: &str) -> Result<Option<Region>, StoreError> {
        Ok(sqlx::query("select code, parent_code, level, name, pinyin from region where code = $1")
            .bind(code)
            .try_map(record)
            .fetch_optional(&self.pool)
            .await?)
    }

    /// The way down to a place: its province first, the place itself last.
    pub async fn regions_above(&self, code: &str) -> Result<Vec<Region>, StoreError> {
        Ok(sqlx::query(
            "with recursive above as (
                 select code, parent_code, level, name, pinyin from region where code = $1
                 union all
                 select region.code, region.parent_code, region.level, region.name, region.pinyin
                 from region join above on region.code = above.parent_code
             )
             select code, parent_code, level, name, pinyin from above order by level",
        )
        .bind(code)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }

    /// The places directly in a place, by code.
    pub async fn children(
        &self,
        release: i64,
        code: &str,
        page: u32,
    ) -> Result<Page<Child>, StoreError> {
        let window = Window::of(page);
        let total = sqlx::query_scalar("select count(*) from region where parent_code = $1")
            .bind(code)
            .fetch_one(&self.pool)
            .await?;
        let children = sqlx::query_as(
            "select region.code, region.parent_code, region.level, region.name, region.pinyin,
                    protected_count.total as n_households
             from region
             left join protected_count on protected_count.release_number = $1
                 and protected_count.region_code = region.code and protected_count.name = 'status'
             where region.parent_code = $2
             order by region.code
             limit $3 offset $4",
        )
        .bind(release)
        .bind(code)
        .bind(Window::LIMIT)
        .bind(window.offset())
        .fetch_all(&self.pool)
        .await?;
        Ok(window.page(children, total))
    }
}

impl Record for Region {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            code: row.try_get("code")?,
            parent_code: row.try_get("parent_code")?,
            level: row.try_get("level")?,
            name: row.try_get("name")?,
            pinyin: row.try_get("pinyin")?,
        })
    }
}

impl FromRow<'_, AnyRow> for Child {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self { region: Region::from_row(row)?, n_households: row.try_get("n_households")? })
    }
}
