//! The draft, and a release that is built before it is published.

use store::published::{Project, RecordKind};
use store::{DraftRecord, Flow, Proof, StoreError};

use crate::engine::each_engine;
use crate::sample::{self, COUNTY, VILLAGE, full_release, project};

fn record(id: &str, body: Option<&str>) -> DraftRecord {
    DraftRecord {
        kind: RecordKind::Project,
        id: id.to_owned(),
        body: body.map(str::to_owned),
        reason_zh: "更正".to_owned(),
        reason_en: "Corrected".to_owned(),
        complaint: None,
        file_name: "projects.csv".to_owned(),
        file_sha256: "00".repeat(32),
        imported_at: "2026-03-01T08:00:00.000Z".to_owned(),
    }
}

fn proof() -> Proof {
    Proof { manifest: "ab  release.json\n".to_owned(), certificate: "{}".to_owned() }
}

#[tokio::test]
async fn the_whole_content_of_a_release_comes_back_as_it_was_written() {
    each_engine(async |store| {
        let content = full_release(1);

        sample::publish(&store, &content).await?;

        assert_eq!(store.content(1).await?, Some(content));
        assert_eq!(store.content(2).await?, None);
        let mut regions = sample::regions();
        regions.sort_by(|a, b| a.code.cmp(&b.code));
        assert_eq!(store.regions().await?, regions);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_built_release_is_not_seen_before_it_is_published() {
    each_engine(async |store| {
        sample::publish(&store, &full_release(1)).await?;
        store.write_built_release(&full_release(2), &proof()).await?;
        let built_at = full_release(2).release.published_at;
        let later = "2026-03-02T08:00:00.001Z".to_owned();
        let [before, after] = [record("a", None), record("b", None)];
        let before = DraftRecord { imported_at: built_at, ..before };
        let after = DraftRecord { imported_at: later, ..after };
        store.write_draft(&[before, after.clone()]).await?;

        assert_eq!(store.current_release().await?.map(|it| it.number), Some(1));
        assert_eq!(store.release(2).await?, None);
        assert_eq!(store.built_release().await?.map(|it| it.number), Some(2));

        store.publish_release(2, "2026-04-01T08:00:00.000Z").await?;

        let current = store.current_release().await?.expect("one is published");
        assert_eq!(
            (current.number, current.published_at.as_str()),
            (2, "2026-04-01T08:00:00.000Z")
        );
        assert_eq!(store.proof(2).await?, Some(proof()));
        assert_eq!(store.draft().await?, [after]);
        assert_eq!(store.releases().await?.len(), 2);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn only_the_next_release_can_be_published_and_only_once() {
    each_engine(async |store| {
        sample::publish(&store, &full_release(1)).await?;
        store.write_built_release(&full_release(3), &proof()).await?;

        for number in [1, 2, 3] {
            let error = store.publish_release(number, "2026-04-01T08:00:00.000Z").await;
            assert!(matches!(error, Err(StoreError::Conflict)), "{number}: {error:?}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_release_that_was_built_again_replaces_the_first_try_and_a_published_one_stays() {
    each_engine(async |store| {
        sample::publish(&store, &full_release(1)).await?;
        store.write_built_release(&full_release(2), &proof()).await?;
        let mut again = full_release(2);
        again.projects = vec![Project { year: 2030, ..again.projects[0].clone() }];

        store.write_built_release(&again, &proof()).await?;

        assert_eq!(store.content(2).await?, Some(again));
        assert!(matches!(
            store.write_built_release(&full_release(1), &proof()).await,
            Err(StoreError::Conflict)
        ));
        assert!(store.erase_built_release(2).await?);
        assert!(!store.erase_built_release(1).await?);
        assert_eq!(store.content(2).await?, None);
        assert_eq!(store.content(1).await?, Some(full_release(1)));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_same_draft_twice_changes_nothing() {
    each_engine(async |store| {
        let records = [record("a", Some("{}")), record("b", None)];

        assert_eq!(store.write_draft(&records).await?, 2);
        let later = records
            .clone()
            .map(|it| DraftRecord { imported_at: "2026-03-02T08:00:00.000Z".to_owned(), ..it });
        assert_eq!(store.write_draft(&later).await?, 0);
        assert_eq!(store.draft().await?, records);

        assert_eq!(store.write_draft(&[record("a", None)]).await?, 1);
        assert_eq!(store.draft().await?, [record("a", None), record("b", None)]);
        assert_eq!(store.clear_draft("2026-02-28T08:00:00.000Z").await?, 0);
        assert_eq!(store.clear_draft("2026-03-01T08:00:00.000Z").await?, 2);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn contracts_payments_and_flows_of_a_place_are_found() {
    each_engine(async |store| {
        let mut content = full_release(1);
        content.projects.push(project("other", sample::OTHER_VILLAGE));
        sample::publish(&store, &content).await?;

        assert_eq!(store.contracts_of_project(1, "road").await?, content.contracts);
        assert_eq!(store.payments_of_project(1, "road").await?, content.payments);
        assert!(store.payments_of_project(1, "other").await?.is_empty());
        let flow = Flow {
            source: "central".to_owned(),
            project_kind: "infrastructure".to_owned(),
            payee_kind: "firm".to_owned(),
            paid_fen: 600_000,
        };
        assert_eq!(store.flows(1, COUNTY).await?, [flow]);
        assert!(store.flows(1, sample::OTHER_VILLAGE).await?.is_empty());
        let sources = store.source_flows(1, COUNTY).await?;
        let planned: Vec<_> =
            sources.iter().map(|it| (it.source.as_str(), it.planned_fen, it.paid_fen)).collect();
        assert_eq!(planned, [("central", 2_000_000, 1_200_000), ("county", 1_000_000, 200_000)]);
        let unit = store.publication_unit(1, VILLAGE).await?;
        assert_eq!(unit, content.units.first().cloned());
        assert_eq!(store.publication_unit(1, sample::TOWN).await?, None);
        Ok(())
    })
    .await;
}
