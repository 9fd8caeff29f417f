//! `/releases/{n}/changes`, `.json`, and the line about them on each record.

use disclosure::difference::{Difference, What};
use store::published::{Project, ReleaseContent};

use super::county::{OTHER, TOWN, VILLAGE, project, release, with_releases};
use crate::support::both;

#[tokio::test]
async fn every_change_is_shown_from_what_to_what_and_why() {
    let portal = with_releases(3).await;

    let page = portal.get("/releases/2/changes").await.with_status(200).page();

    for said in [
        "中央财政 · 已付： 从 6,000 元 改成 7,000 元",
        "为什么：付了第二笔钱",
        "起因是有人反映：C-7KQ2-M4",
        "撤下 工程bridge",
        "为什么：重复登记",
        "新增 工程well",
        "没有写原因",
        "金额： 从 10,000 元（1万） 改成 11,000 元（1.1万）",
        "因病或因残",
        "数值： 从 “35341” 改成 “35342”",
    ] {
        let said = if said == "因病或因残" {
            "因病： 从 ≈25 户 改成 ≈30 户"
        } else {
            said
        };
        page.assert_says(said);
    }
    let english = portal.get("/en/releases/2/changes").await.with_status(200).page();
    for said in ["from 6,000 yuan to 7,000 yuan", "Why: A second payment", "No reason recorded."] {
        english.assert_says(said);
    }
}

#[tokio::test]
async fn changes_stand_under_their_kind_and_place() {
    let portal = with_releases(2).await;

    let page = portal.get("/releases/2/changes").await;

    let html = page.html();
    let at = |text: &str| html.find(text).unwrap_or_else(|| panic!("no {text}"));
    assert!(at("<h2 id=\"figure\">") < at("<h2 id=\"count\">"));
    assert!(at("<h2 id=\"count\">") < at("<h2 id=\"project\">"));
    assert_eq!(page.texts("change").len(), 7);
}

#[tokio::test]
async fn changes_are_narrowed_to_a_place_and_all_in_it_and_to_a_kind() {
    let portal = with_releases(2).await;
    let n = async |query: &str| {
        let page = portal.get(&format!("/releases/2/changes?{query}")).await.with_status(200);
        page.texts("change").len()
    };

    assert_eq!(n(&format!("place={OTHER}")).await, 1);
    assert_eq!(n(&format!("place={TOWN}")).await, 6);
    assert_eq!(n("kind=project").await, 3);
    assert_eq!(n(&format!("kind=project&place={VILLAGE}")).await, 2);
    assert_eq!(n("kind=contract").await, 0);
    for path in both("/releases/2/changes?kind=x") {
        portal.get(&path).await.error_page(400, "bad_request");
    }
    for path in both("/releases/2/changes?place=999999999999") {
        portal.get(&path).await.error_page(404, "not_found");
    }
}

#[tokio::test]
async fn any_two_releases_are_compared_and_a_reason_given_on_the_way_holds() {
    let portal = with_releases(3).await;

    let page = portal.get("/releases/3/changes?from=1").await.with_status(200).page();

    page.assert_says("从第 1 期到第 3 期");
    page.assert_says("为什么：付了第二笔钱");
    page.assert_says("撤下 公示一");
    for (from, status, code) in [
        ("3", 400, "bad_request"),
        ("4", 400, "bad_request"),
        ("x", 400, "bad_request"),
        ("0", 400, "bad_request"),
    ] {
        let path = format!("/releases/3/changes?from={from}");
        portal.get(&path).await.error_page(status, code);
    }
    portal.get("/releases/1/changes").await.error_page(404, "not_found");
}

#[tokio::test]
async fn programs_get_the_same_changes_whole() {
    let portal = with_releases(3).await;
    for path in ["/releases/2/changes.json", "/en/releases/2/changes.json?from=1"] {
        let answer = portal.get(path).await.with_status(200);

        assert_eq!(answer.header("content-type"), "application/json");
        let difference: Difference = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!((difference.from, difference.to, difference.changes.len()), (1, 2, 7));
        let road = difference.changes.iter().find(|it| it.id == "road").unwrap();
        assert_eq!(road.reason.as_ref().unwrap().complaint.as_deref(), Some("C-7KQ2-M4"));
        assert!(
            difference.changes.iter().any(|it| it.change == What::Withdrawn && it.id == "bridge")
        );
    }
    let page = portal.get("/releases/2/changes").await;
    assert_eq!(page.downloads(), ["/releases/2/changes.json?from=1"]);
}

#[tokio::test]
async fn many_changes_are_shown_fifty_a_page_and_each_once() {
    let portal = with_releases(0).await;
    let projects = |stage: &str| -> Vec<Project> {
        let one =
            |it: usize| Project { stage: stage.to_owned(), ..project(&format!("p-{it:03}"), 5) };
        (0..120).map(one).collect()
    };
    for (number, stage) in [(1, "building"), (2, "finished")] {
        let content = ReleaseContent { projects: projects(stage), ..release(number) };
        portal.store.write_release(&content).await.unwrap();
    }
    let portal = portal.later("2026-11-22").await;

    let mut ids = Vec::new();
    for number in 1..=3 {
        let page = portal.get(&format!("/releases/2/changes?page={number}")).await;
        let page = page.with_status(200);
        assert!(page.texts("change").len() <= 50);
        page.assert_says("从 实施 改成 完工");
        ids.extend(page.links().into_iter().filter(|it| it.starts_with("/projects/")));
    }

    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 120);
}

#[tokio::test]
async fn each_record_says_what_changed_since_the_last_release() {
    let portal = with_releases(2).await;
    for (path, said) in [
        ("/projects/road", "从 6,000 元 改成 7,000 元"),
        ("/projects/well", "这一条是这一期新登的"),
        ("/figures/people", "从 “35341” 改成 “35342”"),
        (&format!("/r/{VILLAGE}"), "因病： 从 ≈25 户 改成 ≈30 户"),
        (&format!("/r/{VILLAGE}/funds"), "从 10,000 元（1万） 改成 11,000 元（1.1万）"),
    ] {
        let page = portal.get(path).await.with_status(200).page();

        page.assert_says("上期以来的变化");
        page.assert_says(said);
    }
    for path in ["/notices/posting", "/figures/gone", &format!("/r/{OTHER}")] {
        portal.get(path).await.with_status(200).assert_never_says("上期以来的变化");
    }
    let first = portal.get("/projects/road?release=1").await.with_status(200);
    first.assert_never_says("上期以来的变化");
}
