//! Flags: on the project, in the list of a place, with their rules.

use store::published::{Project, ReleaseContent};

use super::seed::{COUNTY, VILLAGE, content, portal, project};
use crate::support::answer::Answer;
use crate::support::{TestPortal, asking};

#[tokio::test]
async fn each_rule_marks_its_project_with_its_arithmetic_and_a_place_to_answer() {
    let portal = portal().await;
    let list = portal.get(&format!("/r/{VILLAGE}/flags")).await.with_status(200).page();

    for (id, said) in [
        ("late", "计划2026年9月20日完工，到2026年9月30日已过 10 天。"),
        ("over_plan", "拨款计划 1,000 元，已付 1,030 元，多付 30 元。"),
        ("over_allocated", "拨款分到 400 元，已付 441 元，多付 41 元。"),
        ("contract_over", "批复拨款 1,000 元，贷款 0 元。合同 1,250 元，多出 250 元。"),
        ("no_payment", "2026年7月1日起分到 800 元，到2026年9月30日已过 91 天，一分没付。"),
        ("no_acceptance", "2026年7月1日完工，到2026年9月30日已过 91 天，还没验收。"),
        ("same_photo", "和一张施工中的照片几乎一样：64 位里差 1 位。这样的共 1 对。"),
        ("single_tenderer", "合同 900 元，投标的只有 1 家。"),
    ] {
        let page = portal.get(&format!("/projects/{id}")).await.with_status(200).page();
        page.assert_says(said);
        list.assert_says(said);
        let answer = format!("/complain?about=project/{id}");
        assert!(list.links().contains(&answer) && page.links().contains(&answer), "{id}");
        assert!(list.html().contains(&format!("id=\"rule-{id}\"")), "{id} is not explained");
        let only = portal.get(&format!("/r/{VILLAGE}/flags?rule={id}")).await.with_status(200);
        let n = if id == "same_photo" { 2 } else { 1 };
        assert_eq!(only.texts("record__name").len(), n, "{id}");
    }
    list.assert_says("责任单位写的原因：等雨停");
    list.assert_says(&list.word("flags.no_answer"));
}

#[tokio::test]
async fn flags_are_counted_ordered_and_paged() {
    let portal = portal().await;
    let path = format!("/r/{COUNTY}/flags");

    let first = |answer: Answer| answer.with_status(200).texts("record__name")[0].clone();
    assert_eq!(first(portal.get(&format!("{path}?sort=money")).await), "single_tenderer路");
    assert_eq!(first(portal.get(&format!("{path}?sort=days")).await), "no_acceptance路");
    assert_eq!(first(portal.get(&path).await), "late路");
    portal.get(&path).await.assert_says("共 9 条。");
    for wrong in ["sort=x", "rule=x", "page=0"] {
        portal.get(&format!("{path}?{wrong}")).await.error_page(400, "bad_request");
    }
    portal.get("/r/000000000000/flags").await.error_page(404, "not_found");
}

/// With sixty late projects: more than a page of flags.
async fn late_county() -> TestPortal {
    let late = |n: i8| Project {
        planned_end_on: jiff::civil::date(2026, 3, n % 28 + 1).to_string(),
        deviation_zh: (n % 3 > 0).then(|| format!("第{n}次改设计")),
        deviation_en: (n % 3 > 0).then(|| format!("Design changed, {n}")),
        ..project(&format!("late-{n}"))
    };
    let projects = (0..60).map(late).collect();
    let portal = TestPortal::on("2026-11-22").await;
    portal.store.write_release(&ReleaseContent { projects, ..content_of_none() }).await.unwrap();
    portal.later("2026-11-22").await
}

fn content_of_none() -> ReleaseContent {
    ReleaseContent { release: content().release, ..ReleaseContent::default() }
}

#[tokio::test]
async fn a_page_holds_fifty_flags_and_is_light() {
    let portal = late_county().await;
    let path = format!("/r/{COUNTY}/flags");

    let page = portal.get(&path).await.with_status(200).page();

    assert_eq!(page.texts("record__name").len(), 50);
    assert!(page.links().contains(&format!("{path}?page=2")));
    let second = portal.get(&format!("{path}?page=2")).await.with_status(200);
    assert_eq!(second.texts("record__name").len(), 10);
    let light = asking("GET", &path).header("accept-encoding", "br");
    let n_bytes = portal.send(light, "").await.body.len();
    eprintln!("50 flags: {n_bytes} bytes of brotli");
    assert!(n_bytes <= 20_000, "{n_bytes} bytes");
}
