//! Lists of projects: which ones, in what order, what they add up to.

use store::published::{Project, ReleaseContent};
use store::{KindTotal, ProjectFilter, ProjectSort, Store, StoreError};

use crate::engine::{TestResult, each_engine};
use crate::sample::{self, CITY, COUNTY, OTHER_TOWN, OTHER_VILLAGE, TOWN, VILLAGE, money, project};

fn named(id: &str, code: &str, name: (&str, &str), year: i64, fen: i64) -> Project {
    Project {
        name_zh: name.0.to_owned(),
        name_en: name.1.to_owned(),
        year,
        planned_start_on: format!("{year}-03-01"),
        planned_end_on: format!("{year}-12-31"),
        money: vec![money("central", fen, fen / 2), money("loan", fen, 0)],
        ..project(id, code)
    }
}

async fn publish(store: &Store) -> TestResult {
    let projects = vec![
        named("road", VILLAGE, ("A路", "Road 100%"), 2024, 300),
        Project {
            kind: "housing".to_owned(),
            stage: "finished".to_owned(),
            ..named("houses", OTHER_VILLAGE, ("B房", "Houses"), 2023, 100)
        },
        Project {
            stage: "listed".to_owned(),
            ..named("canal", OTHER_TOWN, ("C渠", "Canal"), 2026, 200)
        },
    ];
    sample::publish(store, &ReleaseContent { projects, ..sample::release(1) }).await
}

async fn ids(store: &Store, filter: ProjectFilter) -> Result<String, StoreError> {
    let page = store.projects(1, &filter, 1).await?;
    assert_eq!(page.total, i64::try_from(page.items.len()).expect("a short list"));
    Ok(page.items.into_iter().map(|it| it.id).collect::<Vec<_>>().join(" "))
}

#[tokio::test]
async fn a_place_lists_its_own_projects_and_those_of_the_places_in_it() {
    each_engine(async |store| {
        publish(&store).await?;

        for (code, expected) in [
            (CITY, "canal road houses"),
            (COUNTY, "canal road houses"),
            (TOWN, "road"),
            (OTHER_TOWN, "canal houses"),
            (OTHER_VILLAGE, "houses"),
            ("150000000000", ""),
            ("no code", ""),
        ] {
            assert_eq!(ids(&store, ProjectFilter::below(code)).await?, expected, "{code}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn each_filter_narrows_the_list() {
    each_engine(async |store| {
        publish(&store).await?;
        let all = || ProjectFilter::below(COUNTY);
        let some = |text: &str| Some(text.to_owned());

        for (filter, expected) in [
            (ProjectFilter { kind: some("housing"), ..all() }, "houses"),
            (ProjectFilter { stage: some("listed"), ..all() }, "canal"),
            (ProjectFilter { year: Some(2024), ..all() }, "road"),
            (ProjectFilter { text: some("路"), ..all() }, "road"),
            (ProjectFilter { text: some("hOUS"), ..all() }, "houses"),
            (ProjectFilter { text: some("0%"), ..all() }, "road"),
            (ProjectFilter { text: some("a%d"), ..all() }, ""),
            (ProjectFilter { text: some(" "), ..all() }, "canal road houses"),
            (ProjectFilter { late: some("2026-12-31"), ..all() }, "road"),
            (ProjectFilter { late: some("2027-01-01"), ..all() }, "canal road"),
            (ProjectFilter { late: some("2024-12-31"), ..all() }, ""),
            (ProjectFilter { year: Some(2024), kind: some("housing"), ..all() }, ""),
        ] {
            assert_eq!(ids(&store, filter.clone()).await?, expected, "{filter:?}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_list_is_ordered_as_asked() {
    each_engine(async |store| {
        publish(&store).await?;

        for (sort, expected) in [
            (ProjectSort::NewestFirst, "canal road houses"),
            (ProjectSort::LargestFirst, "road canal houses"),
            (ProjectSort::MostLate, "road canal houses"),
            (ProjectSort::Name, "road houses canal"),
        ] {
            let filter = ProjectFilter { sort, ..ProjectFilter::below(COUNTY) };

            assert_eq!(ids(&store, filter).await?, expected, "{sort:?}");
        }
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn a_line_says_where_the_project_is_and_sums_its_money() {
    each_engine(async |store| {
        publish(&store).await?;

        let page = store.projects(1, &ProjectFilter::below(VILLAGE), 1).await?;

        let line = &page.items[0];
        assert_eq!((line.region_code.as_str(), line.region_name.as_str()), (VILLAGE, "永和村委会"));
        assert_eq!((line.planned_fen, line.paid_fen), (600, 150));
        assert_eq!((line.planned_end_on.as_str(), &line.actual_end_on), ("2024-12-31", &None));
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    each_engine(async |store| {
        let projects = (0..120).map(|n| project(&format!("p{n:03}"), VILLAGE)).collect();
        let content = ReleaseContent { projects, ..sample::release(1) };
        sample::publish(&store, &content).await?;

        let mut ids = Vec::new();
        for number in 1..=4 {
            let page = store.projects(1, &ProjectFilter::below(COUNTY), number).await?;
            assert_eq!((page.total, page.n_pages()), (120, 3));
            ids.extend(page.items.into_iter().map(|it| it.id));
        }

        let expected: Vec<String> = content.projects.into_iter().map(|it| it.id).collect();
        assert_eq!(ids, expected);
        let beyond = store.projects(1, &ProjectFilter::below(COUNTY), u32::MAX).await?;
        assert!(beyond.items.is_empty());
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn projects_add_up_by_kind() {
    each_engine(async |store| {
        publish(&store).await?;

        let totals = store.project_totals(1, COUNTY).await?;

        assert_eq!((totals.n_projects, totals.planned_fen, totals.paid_fen), (3, 1200, 300));
        let housing =
            KindTotal { kind: "housing".to_owned(), n_projects: 1, planned_fen: 200, paid_fen: 50 };
        assert_eq!(totals.by_kind[0], housing);
        assert_eq!(store.project_totals(1, "150000000000").await?.by_kind, []);
        Ok(())
    })
    .await;
}
