//! A release is written whole, once, and comes back as it was.

use store::published::{FundLine, Project, ReleaseContent};
use store::{Store, StoreError};

use crate::engine::{TestResult, each_database, each_engine};
use crate::sample::{self, COUNTY, VILLAGE, figure, full_release, project, release};

#[tokio::test]
async fn before_the_first_release_there_is_none() {
    each_engine(async |store| {
        assert_eq!(store.current_release().await?, None);
        assert_eq!(store.release(1).await?, None);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_current_release_is_the_one_with_the_highest_number() {
    each_engine(async |store| {
        for number in [2, 10, 9] {
            store.write_release(&release(number)).await?;
        }

        assert_eq!(store.current_release().await?, Some(release(10).release));
        assert_eq!(store.release(9).await?, Some(release(9).release));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn all_of_a_release_comes_back_as_it_was_written() {
    each_engine(async |store| {
        let content = full_release(1);

        sample::publish(&store, &content).await?;

        assert_eq!(store.sources(1).await?, content.sources);
        assert_eq!(store.source(1, "report-2016").await?.as_ref(), content.sources.first());
        assert_eq!(store.figures(1, COUNTY).await?, content.figures);
        assert_eq!(store.figure(1, "county-1").await?.as_ref(), content.figures.last());
        assert_eq!(store.counts(1, VILLAGE).await?, content.counts);
        assert_eq!(store.project(1, "road").await?.as_ref(), content.projects.first());
        assert_eq!(store.fund(1, "line-1").await?.as_ref(), content.funds.first());
        assert_eq!(store.funds_of_project(1, "road").await?, content.funds);
        assert_eq!(store.notice(1, "notice-1").await?.as_ref(), content.notices.first());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn nothing_of_one_release_shows_in_another() {
    each_engine(async |store| {
        sample::publish(&store, &full_release(1)).await?;
        store.write_release(&release(2)).await?;

        assert_empty(&store, 2).await
    })
    .await;
}

#[tokio::test]
async fn a_second_release_of_the_same_number_is_a_conflict_and_changes_nothing() {
    each_engine(async |store| {
        sample::publish(&store, &full_release(1)).await?;

        let second = ReleaseContent { projects: vec![project("other", VILLAGE)], ..release(1) };
        let error = store.write_release(&second).await.expect_err("the number is taken");

        assert!(matches!(error, StoreError::Conflict), "{error:?}");
        assert_eq!(store.project(1, "other").await?, None);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn of_two_who_publish_the_same_number_at_once_one_wins() {
    each_database(async |database| {
        let stores = [database.open().await?, database.open().await?];
        stores[0].write_regions(&sample::regions()).await?;

        let writing = stores
            .clone()
            .map(|store| tokio::spawn(async move { store.write_release(&full_release(1)).await }));
        let mut n_written = 0;
        for writing in writing {
            match writing.await? {
                Ok(()) => n_written += 1,
                Err(error) => assert!(matches!(error, StoreError::Conflict), "{error:?}"),
            }
        }

        assert_eq!(n_written, 1);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn one_bad_row_leaves_nothing_of_the_release() {
    let twice = vec![project("other", VILLAGE), project("other", VILLAGE)];
    let nowhere = vec![project("other", "999999999999")];
    let odd = vec![Project { kind: "bridge".to_owned(), ..project("other", VILLAGE) }];
    let bad_fund =
        FundLine { project_id: Some("missing".to_owned()), ..sample::fund("line-2", VILLAGE) };
    let contents = [
        ReleaseContent { projects: twice, ..full_release(1) },
        ReleaseContent { projects: nowhere, ..full_release(1) },
        ReleaseContent { projects: odd, ..full_release(1) },
        ReleaseContent { funds: vec![bad_fund], ..full_release(1) },
        ReleaseContent { sources: Vec::new(), figures: vec![figure("a", VILLAGE)], ..release(1) },
    ];

    each_engine(async |store| {
        store.write_regions(&sample::regions()).await?;
        for content in &contents {
            let error = store.write_release(content).await.expect_err("a bad row");

            assert!(matches!(error, StoreError::Database(_)), "{error:?}");
            assert_eq!(store.current_release().await?, None);
            assert_empty(&store, 1).await?;
        }
        store.write_release(&full_release(1)).await?;
        Ok(())
    })
    .await;
}

async fn assert_empty(store: &Store, number: i64) -> TestResult {
    assert!(store.sources(number).await?.is_empty());
    assert!(store.figures(number, COUNTY).await?.is_empty());
    assert!(store.counts(number, VILLAGE).await?.is_empty());
    assert_eq!(store.project_totals(number, COUNTY).await?.n_projects, 0);
    assert_eq!(store.fund_totals(number, COUNTY).await?.n_lines, 0);
    assert_eq!(store.notices(number, COUNTY, "2026-03-01", 1).await?.total, 0);
    assert_eq!(store.project(number, "road").await?, None);
    Ok(())
}
