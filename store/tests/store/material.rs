//! All of a place, for the checks.

use store::published::{FundLine, Payment, Project, ReleaseContent};

use crate::engine::each_engine;
use crate::sample::{self, COUNTY, OTHER_VILLAGE, PROVINCE, VILLAGE, fund, payment, project};

#[tokio::test]
async fn a_place_comes_with_everything_in_it() {
    each_engine(async |store| {
        let content = sample::full_release(1);
        sample::publish(&store, &content).await?;

        let found = store.material(1, PROVINCE).await?;

        assert_eq!(found.projects, content.projects);
        assert_eq!(found.funds, content.funds);
        assert_eq!(found.contracts, content.contracts);
        assert_eq!(found.payments, content.payments);
        assert_eq!(found.figures, content.figures);
        assert_eq!(found.sources, content.sources);
        Ok(())
    })
    .await;
}

#[tokio::test]
async fn an_allocation_elsewhere_for_a_project_here_comes_with_it() {
    each_engine(async |store| {
        let of_county = FundLine { project_id: Some("road".to_owned()), ..fund("tied", COUNTY) };
        let elsewhere = Project { id: "school".to_owned(), ..project("school", OTHER_VILLAGE) };
        let loose = Payment { contract_id: None, fund_id: None, ..payment("p", "school") };
        let content = ReleaseContent {
            projects: vec![project("road", VILLAGE), elsewhere],
            funds: vec![of_county, fund("other", COUNTY), fund("own", VILLAGE)],
            payments: vec![loose],
            ..sample::release(1)
        };
        sample::publish(&store, &content).await?;

        let found = store.material(1, VILLAGE).await?;

        let ids: Vec<&str> = found.funds.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(ids, ["own", "tied"]);
        assert_eq!(found.projects.len(), 1);
        assert_eq!(found.projects[0].money, content.projects[0].money);
        assert_eq!(found.payments, []);
        Ok(())
    })
    .await;
}
