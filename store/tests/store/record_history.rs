//! One record through the releases.

use store::Proof;
use store::published::{Project, PublicationUnit, RecordKind, ReleaseContent};

use crate::engine::each_engine;
use crate::sample::{
    self, OTHER_TOWN, OTHER_VILLAGE, TOWN, VILLAGE, full_release, project, release,
};

#[tokio::test]
async fn every_kind_of_record_is_found_in_the_releases_that_hold_it() {
    each_engine(async |store| {
        sample::publish(&store, &full_release(1)).await?;
        store.write_release(&release(2)).await?;
        store.write_release(&full_release(3)).await?;
        store.write_built_release(&full_release(4), &Proof::default()).await?;
        let count = format!("{VILLAGE}/status");
        for (kind, id) in [
            (RecordKind::Source, "report-2016"),
            (RecordKind::Figure, "county-1"),
            (RecordKind::Count, count.as_str()),
            (RecordKind::Unit, VILLAGE),
            (RecordKind::Project, "road"),
            (RecordKind::Fund, "line-1"),
            (RecordKind::Contract, "contract-1"),
            (RecordKind::Payment, "payment-1"),
            (RecordKind::Notice, "notice-1"),
        ] {
            assert_eq!(store.releases_with(kind, id).await?, [1, 3], "{}", kind.code());
            assert!(store.releases_with(kind, "none").await?.is_empty());
        }
        assert!(store.releases_with(RecordKind::Count, VILLAGE).await?.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_reason_of_a_change_is_found_by_its_record() {
    each_engine(async |store| {
        let content = full_release(1);
        sample::publish(&store, &content).await?;

        let found = store.reason(1, RecordKind::Project, "road").await?;

        assert_eq!(found.as_ref(), content.reasons.first());
        assert_eq!(store.reason(1, RecordKind::Fund, "road").await?, None);
        assert_eq!(store.reason(2, RecordKind::Project, "road").await?, None);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn villages_counted_together_are_found_by_their_township() {
    each_engine(async |store| {
        let third = "350681100201";
        store.write_regions(&sample::regions()).await?;
        let region = sample::region(third, Some(TOWN), 5, "新桥村委会", "xinqiao");
        store.write_regions(&[region]).await?;
        let unit = PublicationUnit { members: vec![VILLAGE.to_owned(), third.to_owned()] };
        let content = ReleaseContent {
            units: vec![unit.clone()],
            projects: vec![Project {
                region_code: OTHER_VILLAGE.to_owned(),
                ..project("a", VILLAGE)
            }],
            ..release(1)
        };
        store.write_release(&content).await?;

        assert_eq!(store.units_in(1, TOWN).await?, [unit]);
        assert!(store.units_in(1, OTHER_TOWN).await?.is_empty());
        assert!(store.units_in(2, TOWN).await?.is_empty());
        Ok(())
    })
    .await;
}
