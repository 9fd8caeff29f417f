//! The days by which things were made public.

use store::RecordDays;
use store::published::{FundLine, Notice, Project, ReleaseContent};

use crate::engine::each_engine;
use crate::sample::{self, COUNTY, OTHER_VILLAGE, VILLAGE, fund, notice, project};

#[tokio::test]
async fn allocations_come_grouped_by_their_days_with_the_first_release_that_holds_them() {
    each_engine(async |store| {
        let old = vec![fund("line-1", VILLAGE), fund("line-2", OTHER_VILLAGE)];
        let recorded =
            FundLine { published_on: Some("2025-02-20".to_owned()), ..fund("line-3", VILLAGE) };
        let new = [old.clone(), vec![recorded, fund("line-4", VILLAGE)]].concat();
        sample::publish(&store, &ReleaseContent { funds: old, ..sample::release(1) }).await?;
        store.write_release(&ReleaseContent { funds: new, ..sample::release(2) }).await?;

        let groups = store.day_groups(2, COUNTY).await?;

        let days = |done_on: Option<&str>, seen_in| RecordDays {
            from_on: "2025-02-01".to_owned(),
            done_on: done_on.map(ToOwned::to_owned),
            seen_in,
        };
        let mut found: Vec<_> = groups.iter().map(|it| (it.days.clone(), it.n)).collect();
        found.sort_by_key(|(days, _)| (days.done_on.clone(), days.seen_in));
        assert_eq!(
            found,
            [
                (days(None, Some(1)), 2),
                (days(None, Some(2)), 1),
                (days(Some("2025-02-20"), None), 1)
            ]
        );
        assert!(groups.iter().all(|it| it.county == "350681" && it.kind == "allocation"));
        let village = store.dated_funds(2, VILLAGE).await?;
        let ids: Vec<&str> = village.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["line-1", "line-3", "line-4"]);
        assert_eq!(village[0].number, "闽财农〔2025〕3号");
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn notices_come_with_the_day_of_posting_and_their_last_day() {
    each_engine(async |store| {
        let dibao = Notice { kind: "dibao".to_owned(), ..notice("poor", VILLAGE, "2026-03-08") };
        let notices =
            vec![notice("a", VILLAGE, "2026-03-11"), notice("b", VILLAGE, "2026-03-11"), dibao];
        sample::publish(&store, &ReleaseContent { notices, ..sample::release(1) }).await?;

        let groups = store.day_groups(1, COUNTY).await?;

        let found: Vec<(&str, Option<&str>, i64)> =
            groups.iter().map(|it| (it.kind.as_str(), it.days.done_on.as_deref(), it.n)).collect();
        assert_eq!(found, [("dibao", Some("2026-03-08"), 1), ("project", Some("2026-03-11"), 2)]);
        assert_eq!(store.dated_notices(1, COUNTY, "dibao").await?.len(), 1);
        assert_eq!(store.dated_notices(1, OTHER_VILLAGE, "project").await?, []);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_project_comes_with_its_notices_and_the_release_in_which_it_was_accepted() {
    each_engine(async |store| {
        let building = project("road", VILLAGE);
        let accepted = Project {
            stage: "accepted".to_owned(),
            actual_start_on: Some("2025-03-05".to_owned()),
            actual_end_on: Some("2025-10-01".to_owned()),
            ..building.clone()
        };
        let about = |id: &str, posted_on: &str| Notice {
            posted_on: posted_on.to_owned(),
            project_id: Some("road".to_owned()),
            ..notice(id, COUNTY, "2026-12-31")
        };
        let notices = vec![
            about("n1", "2025-02-20"),
            about("n2", "2025-02-10"),
            about("n3", "2025-10-01"),
            about("n4", "2025-11-01"),
        ];
        let first = ReleaseContent { projects: vec![building], ..sample::release(1) };
        sample::publish(&store, &first).await?;
        let projects = vec![accepted, project("school", OTHER_VILLAGE)];
        store.write_release(&ReleaseContent { projects, notices, ..sample::release(2) }).await?;

        let days = store.project_days(2, COUNTY).await?;

        let [road, school] = days.as_slice() else { panic!("two projects: {days:?}") };
        assert_eq!(road.posted_before_on.as_deref(), Some("2025-02-10"));
        assert_eq!(road.posted_after_on.as_deref(), Some("2025-10-01"));
        assert_eq!((road.seen_in, road.accepted_in), (1, Some(2)));
        assert_eq!((school.seen_in, school.accepted_in), (2, None));
        assert_eq!((&school.posted_before_on, &school.posted_after_on), (&None, &None));
        assert_eq!(store.project_days(2, VILLAGE).await?.len(), 1);
        Ok(())
    })
    .await;
}
