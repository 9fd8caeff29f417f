//! What a release brings to a place.

use store::published::{Project, RecordKind};

use crate::engine::each_engine;
use crate::sample::{
    COUNTY, OTHER_VILLAGE, TOWN, VILLAGE, counts, fund, notice, project, publish, release,
};

#[tokio::test]
async fn what_was_not_there_before_is_new() {
    each_engine(async |store| {
        let mut first = release(1);
        first.projects = vec![project("road", VILLAGE)];
        publish(&store, &first).await?;
        let mut second = release(2);
        second.projects = vec![project("road", VILLAGE), project("well", VILLAGE)];
        second.funds = vec![fund("line", OTHER_VILLAGE)];
        second.notices = vec![notice("posted", VILLAGE, "2026-03-10")];
        store.write_release(&second).await?;

        let new = store.new_records(2, TOWN, 50).await?;

        let named: Vec<_> = new.iter().map(|it| (it.kind, it.id.as_str())).collect();
        assert_eq!(named, [(RecordKind::Notice, "posted"), (RecordKind::Project, "well")]);
        assert_eq!(store.new_records(2, COUNTY, 50).await?.len(), 3);
        assert_eq!(store.new_records(2, COUNTY, 1).await?.len(), 1);
        assert_eq!(store.new_records(1, VILLAGE, 50).await?[0].id, "road");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_release_touches_only_the_places_whose_records_differ() {
    each_engine(async |store| {
        let mut first = release(1);
        first.projects = vec![project("road", VILLAGE), project("well", OTHER_VILLAGE)];
        first.counts = vec![counts(VILLAGE, "status", &[("stable", 40)])];
        publish(&store, &first).await?;
        let mut second = first.clone();
        second.release = release(2).release;
        second.projects[0].stage = "finished".to_owned();
        second.counts = vec![counts(VILLAGE, "status", &[("stable", 45)])];
        store.write_release(&second).await?;

        let touched = store.touched(2, VILLAGE).await?;

        assert_eq!((touched.n_projects, touched.n_counts), (1, 1));
        assert!(!touched.is_nothing());
        assert!(store.touched(2, OTHER_VILLAGE).await?.is_nothing());
        assert_eq!(store.touched(1, OTHER_VILLAGE).await?.n_projects, 1, "all is new at first");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_project_is_there_since_the_release_it_came_back_with() {
    each_engine(async |store| {
        let with = |number: i64, projects: Vec<Project>| {
            let mut content = release(number);
            content.projects = projects;
            content
        };
        publish(&store, &with(1, vec![project("road", VILLAGE), project("well", VILLAGE)])).await?;
        store.write_release(&with(2, vec![project("road", VILLAGE)])).await?;
        store
            .write_release(&with(3, vec![project("road", VILLAGE), project("well", VILLAGE)]))
            .await?;

        assert_eq!(store.project_since(3, "road").await?, Some(1));
        assert_eq!(store.project_since(3, "well").await?, Some(3));
        assert_eq!(store.project_since(1, "well").await?, Some(1));
        assert_eq!(store.project_since(3, "none").await?, None);
        Ok(())
    })
    .await;
}
