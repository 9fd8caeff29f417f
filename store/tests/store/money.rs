//! What the money pages and the flags read.

use disclosure::flags::Facts;
use store::published::{
    FundLine, Payment, Photo, Project, ProjectDetails, ProjectMoney, ReleaseContent,
};
use store::{MonthMoney, Standing, Store};

use crate::engine::each_engine;
use crate::sample::{
    self, CITY, COUNTY, OTHER_TOWN, OTHER_VILLAGE, PROVINCE, TOWN, VILLAGE, contract, fund, money,
    payment, project,
};

fn photo(look: &str) -> Photo {
    Photo {
        sha256: "ab".repeat(32),
        look: look.to_owned(),
        width: 4,
        height: 3,
        moment: "during".to_owned(),
        taken_on: None,
        caption_zh: "路".to_owned(),
        caption_en: "Road".to_owned(),
    }
}

fn content() -> ReleaseContent {
    let loan = ProjectMoney { allocated_fen: 70, ..money("loan", 80, 60) };
    let road = Project {
        money: vec![money("central", 1_000, 600), money("county", 500, 100), loan],
        details: ProjectDetails {
            accepted_on: Some("2026-01-05".to_owned()),
            photos: vec![photo("0123456789abcdef")],
            ..ProjectDetails::default()
        },
        ..project("road", VILLAGE)
    };
    let line = |id: &str, source: &str, day: &str, project_id: Option<&str>| FundLine {
        source: source.to_owned(),
        allocated_on: day.to_owned(),
        project_id: project_id.map(str::to_owned),
        ..fund(id, VILLAGE)
    };
    let paid = |id: &str, source: &str, day: &str| Payment {
        source: source.to_owned(),
        paid_on: day.to_owned(),
        amount_fen: 30,
        contract_id: None,
        fund_id: None,
        ..payment(id, "road")
    };
    ReleaseContent {
        projects: vec![
            road,
            Project { money: vec![money("city", 7, 5)], ..project("fund", COUNTY) },
            Project { money: Vec::new(), ..project("bare", OTHER_VILLAGE) },
            Project { money: vec![money("city", 20, 10)], ..project("school", OTHER_VILLAGE) },
        ],
        funds: vec![
            line("a", "central", "2025-03-09", Some("road")),
            line("b", "central", "2025-02-09", Some("road")),
            line("c", "loan", "2025-01-09", Some("road")),
            line("d", "central", "2025-02-20", None),
        ],
        contracts: vec![contract("contract-1", "road")],
        payments: vec![
            paid("1", "central", "2025-02-28"),
            paid("2", "loan", "2025-04-01"),
            paid("3", "county", "2025-04-02"),
        ],
        ..sample::release(1)
    }
}

#[tokio::test]
async fn the_rules_see_in_a_list_what_they_see_on_the_projects_own_page() {
    each_engine(async |store| {
        sample::publish(&store, &content()).await?;

        let checked = store.checked_projects(1, PROVINCE).await?;

        let ids: Vec<&str> = checked.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["bare", "fund", "road", "school"]);
        for line in &checked {
            assert_eq!(line.facts, own_facts(&store, &line.id).await?, "{}", line.id);
        }
        let road = &checked[2];
        assert_eq!(road.facts.first_allocated_on.as_deref(), Some("2025-02-09"));
        assert_eq!((road.facts.grants.planned_fen, road.facts.loans.allocated_fen), (1_500, 70));
        assert_eq!(road.facts.contracts[0].amount_fen, 1_450_000, "after the change");
        assert_eq!(store.checked_projects(1, TOWN).await?, std::slice::from_ref(road));
        assert_eq!(store.checked_projects(2, TOWN).await?, []);
        Ok(())
    })
    .await;
}

async fn own_facts(store: &Store, id: &str) -> Result<Facts, store::StoreError> {
    let project = store.project(1, id).await?.expect("it is published");
    let funds = store.funds_of_project(1, id).await?;
    let contracts = store.contracts_of_project(1, id).await?;
    Ok(Facts::of(&project, &funds, &contracts))
}

#[tokio::test]
async fn photos_are_had_with_their_project() {
    each_engine(async |store| {
        sample::publish(&store, &content()).await?;

        let photos = store.photos(1, COUNTY).await?;

        let shown: Vec<_> =
            photos.iter().map(|it| (it.project_id.as_str(), it.photo.look.as_str())).collect();
        assert_eq!(shown, [("road", "0123456789abcdef")]);
        assert_eq!(store.photos(1, OTHER_TOWN).await?, []);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn money_over_time_keeps_loans_apart() {
    each_engine(async |store| {
        sample::publish(&store, &content()).await?;

        let months = store.money_by_month(1, TOWN).await?;

        let month = |month: &str| MonthMoney { month: month.to_owned(), ..MonthMoney::default() };
        let expected = [
            MonthMoney { allocated_loans_fen: 1_000_000, ..month("2025-01") },
            MonthMoney { allocated_grants_fen: 2_000_000, paid_grants_fen: 30, ..month("2025-02") },
            MonthMoney { allocated_grants_fen: 1_000_000, ..month("2025-03") },
            MonthMoney { paid_grants_fen: 30, paid_loans_fen: 30, ..month("2025-04") },
        ];
        assert_eq!(months, expected);
        assert_eq!(store.money_by_month(1, OTHER_TOWN).await?, []);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn the_places_in_a_place_and_its_own_projects_make_up_its_money() {
    each_engine(async |store| {
        sample::publish(&store, &content()).await?;

        let places = store.money_by_place(1, COUNTY).await?;

        let shown: Vec<_> = places
            .iter()
            .map(|it| {
                let code = it.region.as_ref().map(|it| it.code.as_str());
                (code, it.n_projects, it.grants.planned_fen, it.loans.paid_fen)
            })
            .collect();
        let expected = [(Some(TOWN), 1, 1_500, 60), (Some(OTHER_TOWN), 1, 20, 0), (None, 1, 7, 0)];
        assert_eq!(shown, expected);
        for (wider, narrower) in [(PROVINCE, CITY), (CITY, COUNTY)] {
            let place = &store.money_by_place(1, wider).await?[0];
            assert_eq!(place.region.as_ref().map(|it| it.code.as_str()), Some(narrower));
            let mut sum = Standing::default();
            for part in store.money_by_place(1, COUNTY).await? {
                sum.add(part.grants);
            }
            assert_eq!((place.grants, place.n_projects), (sum, 3));
        }
        assert_eq!(store.money_by_place(1, VILLAGE).await?.len(), 1, "its own projects only");
        Ok(())
    })
    .await;
}
