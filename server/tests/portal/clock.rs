//! What must be made public by when: per place, for all counties, on the home page.

use store::published::{FundLine, Notice, Project, ReleaseContent};

use crate::support::{TestPortal, both};

const CITY: &str = "350600000000";
const COUNTY: &str = "350622000000";

#[tokio::test]
async fn every_place_says_what_it_must_make_public_by_which_law_and_when() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in both(&format!("/r/{CITY}/clock")) {
        let page = portal.get(&path).await.with_status(200).page();

        assert_eq!(page.html().matches("<li class=\"record\">").count(), 14, "{path}");
        page.assert_says("15");
        page.assert_says("《扶贫领域基层政务公开标准目录》");
        page.assert_says(&page.word("clock.from_memory"));
        page.assert_says(&page.word("clock.none_kept"));
    }
}

#[tokio::test]
async fn an_allocation_whose_day_of_publication_nobody_recorded_is_not_called_late() {
    let portal = TestPortal::on("2026-11-22").await;

    let path = format!("/r/{COUNTY}/clock?duty=fund_result");
    let unknown = portal.get(&format!("{path}&state=unknown")).await.with_status(200);
    let late = portal.get(&format!("{path}&state=late")).await.with_status(200);

    let no_day = unknown.word("clock.standing.no_day");
    assert!(unknown.html().contains(&no_day));
    assert!(!late.html().contains(&no_day));
}

#[tokio::test]
async fn late_missing_and_short_are_told_with_their_days_and_lead_to_their_records() {
    let portal = TestPortal::on("2026-11-22").await;
    publish_second(&portal).await;
    let portal = portal.later("2026-11-22").await;
    let list = async |duty: &str, state: &str| {
        let path = format!("/en/r/{COUNTY}/clock?duty={duty}&state={state}");
        portal.get(&path).await.with_status(200).page()
    };

    let late = list("fund_result", "late").await;
    late.assert_says("1 working days late, public only on 24 March 2026");
    assert!(late.links().iter().any(|it| it.starts_with("/en/r/350622000000/funds?q=")));
    let missing = list("before_start", "missing").await;
    missing.assert_says("due and missing here; the last day was 1 June 2026");
    assert!(missing.links().contains(&"/en/projects/begun".to_owned()));
    let short = list("project_notice", "late").await;
    short.assert_says("2 days too short");
    assert!(short.links().contains(&"/en/notices/short".to_owned()));
    let notice = portal.get("/en/notices/short").await.with_status(200);
    notice.assert_says("On display for 8 days only; the rule is at least 10");
    notice.assert_says("11 November 2026 to 18 November 2026, 8 days");
    let home = portal.get("/en").await;
    assert!(home.links().contains(&"/en/clock".to_owned()));
}

#[tokio::test]
async fn the_overview_orders_counties_by_what_is_asked_without_a_script() {
    let portal = TestPortal::on("2026-11-22").await;
    for sort in ["place", "missing", "late", "unknown", "due", "on_time"] {
        let page = portal.get(&format!("/clock?sort={sort}")).await.with_status(200).page();

        assert!(page.html().contains("aria-sort"), "{sort}");
        assert!(!page.html().contains("<script"), "{sort}");
    }
    let page = portal.get("/clock?sort=missing").await;
    let missing: Vec<i64> = rows(page.html());
    assert!(missing.len() > 10 && missing.is_sorted_by(|a, b| a >= b), "{missing:?}");
    drop(portal.get("/clock?sort=no").await.with_status(400));
    drop(portal.get("/clock?page=0").await.with_status(400));
    drop(portal.get(&format!("/r/{CITY}/clock?duty=no")).await.with_status(400));
    drop(portal.get(&format!("/r/{CITY}/clock?state=late")).await.with_status(400));
}

#[tokio::test]
async fn before_anything_is_published_the_clock_says_so() {
    let portal = TestPortal::empty().await;

    let page = portal.get("/clock").await.with_status(200);

    page.assert_says(&page.word("clock.none_here"));
    assert!(!portal.get("/").await.links().contains(&"/clock".to_owned()));
}

/// The first number of each row.
fn rows(html: &str) -> Vec<i64> {
    let body = html.split_once("<tbody>").unwrap().1;
    let cells = body.split("<tr>").skip(1).filter_map(|it| it.split_once("<td>"));
    cells
        .map(|(_, rest)| {
            let cell = rest.split('<').next().unwrap();
            cell.replace(',', "").parse().unwrap()
        })
        .collect()
}

/// A release with one allocation a day late, one project that began without a notice, and one notice
/// that hangs for eight days.
async fn publish_second(portal: &TestPortal) {
    let content = portal.store.content(1).await.unwrap().unwrap();
    let line = content.funds.iter().find(|it| it.region_code == COUNTY).unwrap();
    let project = content.projects.iter().find(|it| it.region_code.starts_with("350622")).unwrap();
    let funds = vec![FundLine {
        allocated_on: "2026-03-02".to_owned(),
        published_on: Some("2026-03-24".to_owned()),
        project_id: None,
        ..line.clone()
    }];
    let begun = Project {
        id: "begun".to_owned(),
        details: store::published::ProjectDetails::default(),
        stage: "building".to_owned(),
        actual_start_on: Some("2026-06-12".to_owned()),
        actual_end_on: None,
        ..project.clone()
    };
    let short = Notice {
        id: "short".to_owned(),
        region_code: COUNTY.to_owned(),
        kind: "project".to_owned(),
        title_zh: "短公示".to_owned(),
        title_en: "Short notice".to_owned(),
        body_zh: "正文".to_owned(),
        body_en: "Text".to_owned(),
        posted_on: "2026-11-10".to_owned(),
        ends_on: "2026-11-18".to_owned(),
        phones: "12317".to_owned(),
        project_id: None,
    };
    let mut release = content.release;
    release.number = 3;
    let second = ReleaseContent {
        release,
        funds,
        projects: vec![begun],
        notices: vec![short],
        ..ReleaseContent::default()
    };
    portal.store.write_release(&second).await.unwrap();
}
