//! Takes in the list of places.

use crate::batch::Batch;
use crate::published::Region;
use crate::{Store, StoreError};

impl Store {
    /// Adds places and renews those that are there already; all of them or none. Every parent must
    /// be among them or in the store.
    pub async fn write_regions(&self, regions: &[Region]) -> Result<(), StoreError> {
        // Parents first, for the foreign key.
        let mut in_order: Vec<&Region> = regions.iter().collect();
        in_order.sort_by_key(|it| it.level);

        let mut tx = self.pool.begin().await?;
        UPSERT
            .write(&mut tx, in_order, |row, region| {
                row.bind(region.code.clone())
                    .bind(region.parent_code.clone())
                    .bind(region.level)
                    .bind(region.name.clone())
                    .bind(region.pinyin.clone())
            })
            .await?;
        tx.commit().await?;
        Ok(())
    }
}

const UPSERT: Batch = Batch {
    insert: "insert into region (code, parent_code, level, name, pinyin)",
    n_columns: 5,
    then: "on conflict (code) do update set parent_code = excluded.parent_code, \
           level = excluded.level, name = excluded.name, pinyin = excluded.pinyin",
};
