//! Finds a place by what a person types: part of its name, or the beginning of its letters.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::like;
use crate::published::Region;
use crate::record::Record;
use crate::{Store, StoreError};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPlace {
    pub region: Region,
    /// The names of the places it lies in, the province first.
    pub path: Vec<String>,
}

impl Store {
    /// The nearest first: the very name, then names that begin so (the shorter the nearer, so that
    /// 永和 finds 永和镇 before 永和村委会), then letters, then the rest.
    pub async fn find_places(&self, text: &str, limit: u32) -> Result<Vec<FoundPlace>, StoreError> {
        let name = text.trim().to_lowercase();
        let pinyin: String = name.split_whitespace().collect();
        if name.is_empty() {
            return Ok(Vec::new());
        }
        Ok(sqlx::query_as(
            "select found.code, found.parent_code, found.level, found.name, found.pinyin,
                    above_1.name as name_1, above_2.name as name_2, above_3.name as name_3,
                    above_4.name as name_4
             from (
                 select code, parent_code, level, name, pinyin,
                        case when name = $1 or pinyin = $2 then 0
                             when name like $3 escape '!' then 1
                             when pinyin like $4 escape '!' then 2
                             else 3 end as distance
                 from region
                 where name like $5 escape '!' or pinyin like $4 escape '!'
                 order by distance, length(name), level, code
                 limit $6
             ) found
             left join region above_1 on above_1.code = found.parent_code
             left join region above_2 on above_2.code = above_1.parent_code
             left join region above_3 on above_3.code = above_2.parent_code
             left join region above_4 on above_4.code = above_3.parent_code
             order by found.distance, length(found.name), found.level, found.code",
        )
        .bind(&name)
        .bind(&pinyin)
        .bind(like::begins(&name))
        .bind(like::begins(&pinyin))
        .bind(like::holds(&name))
        .bind(i64::from(limit))
        .fetch_all(&self.pool)
        .await?)
    }
}

impl FromRow<'_, AnyRow> for FoundPlace {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let names: Vec<Option<String>> = ["name_4", "name_3", "name_2", "name_1"]
            .into_iter()
            .map(|column| row.try_get(column))
            .collect::<Result<_, _>>()?;
        Ok(Self { region: Region::from_row(row)?, path: names.into_iter().flatten().collect() })
    }
}
