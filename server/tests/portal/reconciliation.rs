//! What does not add up, with its arithmetic, on the figures that the five documents printed.

use store::published::{Project, ReleaseContent};

use crate::support::{TestPortal, both};

const ZHANGZHOU: &str = "350600000000";
const TONGLIAO: &str = "150500000000";
const LUOYANG: &str = "410300000000";

#[tokio::test]
async fn the_printed_figures_of_zhangzhou_are_worked_out_again() {
    let portal = TestPortal::on("2026-11-22").await;

    let units = portal.get(&format!("/r/{ZHANGZHOU}/reconciliation?kind=unit")).await;
    let units = units.with_status(200).page();
    units.assert_says("35,341 户 ÷ 37,350 人 = 94.62%，写的是 95%");
    assert!(units.links().contains(&"/figures/zhangzhou-29".to_owned()));
    let shares = portal.get(&format!("/r/{ZHANGZHOU}/reconciliation?kind=share")).await;
    shares.assert_says("总数只能是 64904 到 64908 人");
    shares.assert_says("28,310 人占 43.62%");
    // 827 of 989 are 84 % as printed: nothing to say.
    assert!(!shares.text().contains("827"));
}

#[tokio::test]
async fn loans_counted_as_funds_and_more_rehoused_than_poor_show_in_tongliao() {
    let portal = TestPortal::on("2026-11-22").await;

    let page = portal.get(&format!("/r/{TONGLIAO}/reconciliation?kind=sum")).await;
    page.assert_says("= 120.06 亿元");
    page.assert_says("25.36 亿元 是贷款，要还");
    let page = portal.get(&format!("/r/{TONGLIAO}/reconciliation?kind=share")).await;
    page.assert_says("60 万人，比 44.6 万人 还多");
}

#[tokio::test]
async fn luoyang_leaves_villages_over_and_its_floors_are_worked_out_by_year() {
    let portal = TestPortal::on("2026-11-22").await;

    let page = portal.get(&format!("/en/r/{LUOYANG}/reconciliation?kind=sum")).await;
    page.assert_says("198 villages missing");
    let floors = portal.get(&format!("/r/{LUOYANG}/reconciliation?kind=floor")).await;
    let floors = floors.with_status(200).page();
    let shown = floors.texts("finding");
    assert!(shown.iter().all(|it| it.contains("40%") && it.contains('÷')), "{shown:?}");
    assert!(!shown.is_empty(), "the demo's city money is far below its floor");
}

#[tokio::test]
async fn a_sum_that_differs_shows_its_parts_the_written_sum_and_the_gap() {
    let portal = TestPortal::on("2026-11-22").await;
    let content = portal.store.content(1).await.unwrap().unwrap();
    let line = content.funds.iter().find(|it| it.project_id.is_some()).unwrap().clone();
    let id = line.project_id.clone().unwrap();
    let mut project: Project = content.projects.iter().find(|it| it.id == id).unwrap().clone();
    for money in project.money.iter_mut().filter(|it| it.source == line.source) {
        money.allocated_fen = line.amount_fen + 100_000_000;
    }
    let mut release = content.release;
    release.number = 3;
    let second = ReleaseContent {
        release,
        projects: vec![project],
        funds: vec![line.clone()],
        ..ReleaseContent::default()
    };
    portal.store.write_release(&second).await.unwrap();
    let portal = portal.later("2026-11-22").await;

    let page = portal.get(&format!("/r/{}/reconciliation?kind=sum", line.region_code)).await;

    let page = page.with_status(200).page();
    page.assert_says("差 100万元");
    assert!(page.links().contains(&format!("/projects/{id}")));
}

#[tokio::test]
async fn each_kind_has_its_own_pages_of_fifty() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in both(&format!("/r/{ZHANGZHOU}/reconciliation")) {
        let page = portal.get(&path).await.with_status(200).page();
        assert_eq!(page.texts("finding").len(), 50, "{path}");
        let kinds: Vec<String> =
            page.links().into_iter().filter(|it| it.contains("?kind=")).collect();
        assert!(kinds.len() >= 8, "{kinds:?}");
        for kind in kinds {
            drop(portal.get(&kind).await.with_status(200).page());
        }
    }
    let path = format!("/r/{ZHANGZHOU}/reconciliation");
    drop(portal.get(&format!("{path}?kind=no")).await.with_status(400));
    drop(portal.get(&format!("{path}?page=99999")).await.with_status(200));
    drop(portal.get("/r/350600000001/reconciliation").await.with_status(404));
}
