//! `?release=N`: any public page as it stood.

use super::county::{COUNTY, TOWN, VILLAGE, third, with_releases};
use crate::support::{TestPortal, both};

const PATHS: [&str; 11] = [
    "/",
    "/r/350681000000",
    "/r/350681100200",
    "/r/350681100200/progress",
    "/r/350681000000/projects",
    "/r/350681000000/funds",
    "/r/350681000000/notices",
    "/projects/road",
    "/figures/people",
    "/notices/posting",
    "/search",
];

#[tokio::test]
async fn every_public_page_can_be_read_as_of_a_former_release_and_says_so() {
    let portal = with_releases(3).await;
    for path in PATHS.into_iter().flat_map(both) {
        let page = portal.get(&format!("{path}?release=1")).await.with_status(200).page();

        let notice = page.texts("former").join("");
        let said = page.word("former.notice").replace("{number}", "1");
        assert!(notice.contains(said.split(['（', '(']).next().unwrap()), "{path}: {notice}");
        assert!(page.links().contains(&path), "{path} leads to the newest: {:?}", page.links());
        assert!(page.html().contains("name=\"robots\" content=\"noindex\""), "{path}");
        let canonical = format!("<link rel=\"canonical\" href=\"{path}\"");
        assert!(page.html().contains(&canonical), "{path}");
        let newest = portal.get(&path).await;
        assert!(newest.texts("former").is_empty(), "{path}");
        assert!(!newest.html().contains("canonical"), "{path}");
    }
}

#[tokio::test]
async fn what_is_read_is_what_stood_in_that_release() {
    let portal = with_releases(3).await;
    for _ in 0..2 {
        for (release, paid) in
            [("?release=1", "6,000 元"), ("?release=2", "7,000 元"), ("", "7,000 元")]
        {
            let page = portal.get(&format!("/projects/road{release}")).await.with_status(200);
            page.assert_says(&format!("已付 {paid}"));
        }
        let list = portal.get(&format!("/r/{COUNTY}/projects?release=1")).await;
        list.assert_says("工程bridge");
        portal.get(&format!("/r/{COUNTY}/projects")).await.assert_never_says("工程bridge");
        portal.get(&format!("/r/{VILLAGE}?release=1")).await.assert_says("因病");
    }
}

#[tokio::test]
async fn links_between_public_pages_keep_the_release_and_others_do_not() {
    let portal = with_releases(2).await;
    let without: [&str; 9] = [
        "/open-data",
        "/check",
        "/complain",
        "/track",
        "/packs",
        "/about",
        "/releases",
        "/releases/1",
        "/about#rounding",
    ];
    for path in PATHS {
        for path in both(path) {
            let page = portal.get(&format!("{path}?release=1")).await;
            let base = if path.starts_with("/en") { "/en" } else { "" };
            for link in page.links() {
                let plain = link.strip_prefix(base).unwrap_or(&link);
                let is_way_out = link == path
                    || without.contains(&plain)
                    || ["/about", "/open-data"].iter().any(|it| plain.starts_with(it));
                assert!(is_way_out || link.contains("release=1"), "{path}: {link}");
                assert!(!plain.starts_with("/check?"), "{path}: {link}");
            }
        }
    }
}

#[tokio::test]
async fn forms_and_pages_of_lists_keep_the_release() {
    let portal = with_releases(2).await;
    for path in
        [format!("/r/{COUNTY}/projects"), format!("/r/{COUNTY}/funds"), "/search".to_owned()]
    {
        let page = portal.get(&format!("{path}?release=1&q=%E5%B7%A5")).await.with_status(200);
        let form = page.forms().into_iter().find(|it| it.method == "get").unwrap();

        let answer = portal.submit(&form).await.with_status(200).page();

        assert_eq!(form.get("release"), Some("1"));
        assert_eq!(answer.texts("former").len(), 1, "{path}");
    }
}

#[tokio::test]
async fn a_complaint_about_what_was_seen_names_the_release_it_was_seen_in() {
    let portal = with_releases(2).await;
    let page = portal.get("/projects/road?release=1").await;
    let link = page.links().into_iter().find(|it| it.contains("/complain?about=")).unwrap();
    assert_eq!(link, "/complain?about=project/road&release=1");

    let form = portal.get(&link).await.with_status(200).page();

    assert!(form.forms().iter().any(|it| it.action == "/complain?release=1"));
    let bridge = portal.get("/complain?about=project/bridge&release=1").await;
    bridge.assert_says("工程bridge");
    portal.get("/complain?about=project/bridge").await.assert_never_says("工程bridge");
}

#[tokio::test]
async fn a_release_that_is_none_is_a_page_that_says_so() {
    let portal = with_releases(2).await;
    for number in ["3", "0", "-1", "01", "x", "1.0", "99999999999999999999", "1&release=2", "%31"] {
        for path in ["/", "/projects/road", "/r/350681000000", "/nothing"] {
            for path in both(path) {
                let path = format!("{path}?release={number}");
                portal.get(&path).await.error_page(404, "no_such_release");
            }
        }
    }
    for path in ["/check", "/about", "/track", "/releases/1"] {
        drop(portal.get(&format!("{path}?release=x")).await.with_status(200));
    }
}

#[tokio::test]
async fn the_newest_release_by_its_number_is_the_newest() {
    let portal = with_releases(2).await;

    let page = portal.get("/projects/road?release=2").await.with_status(200).page();

    assert!(page.texts("former").is_empty());
    assert!(!page.html().contains("noindex"));
    assert!(page.html().contains("<link rel=\"canonical\" href=\"/projects/road\""));
    assert!(page.links().contains(&format!("/r/{VILLAGE}?release=2")));
}

#[tokio::test]
async fn a_record_that_came_later_is_not_in_a_former_release_and_the_page_says_so() {
    let portal = with_releases(2).await;
    for path in both("/projects/well") {
        let page = portal.get(&format!("{path}?release=1")).await.with_status(404).page();

        assert_eq!(page.heading(), page.word("absent.title").replace("{number}", "1"));
        assert!(page.links().contains(&path));
    }
    portal.get("/projects/none?release=1").await.error_page(404, "not_found");
}

#[tokio::test]
async fn a_record_that_was_withdrawn_says_when_and_why_and_where_it_can_be_read() {
    let portal = with_releases(3).await;
    let bridge = portal.get("/projects/bridge").await.with_status(410).page();
    bridge.assert_says("从第 2 期起");
    bridge.assert_says("重复登记");
    assert!(bridge.links().contains(&"/projects/bridge?release=1".to_owned()));
    drop(portal.get("/projects/bridge?release=1").await.with_status(200).page());

    for path in ["/notices/posting", "/figures/gone"] {
        for path in both(path) {
            let page = portal.get(&path).await.with_status(410).page();
            page.assert_says(&page.word("withdrawn.no_reason"));
            assert!(page.links().contains(&format!("{path}?release=2")), "{path}");
        }
    }
}

#[tokio::test]
async fn a_new_release_changes_what_is_kept() {
    let portal = with_releases(2).await;
    let path = format!("/r/{TOWN}");
    let pinned = format!("{path}?release=2");
    let before = portal.get(&pinned).await.with_status(200);
    assert!(before.header("cache-control").contains("max-age=60"));

    portal.store.write_release(&third()).await.unwrap();
    let portal = portal.later("2026-11-22").await;

    let after = portal.get(&pinned).await.with_status(200);
    assert_eq!((before.texts("former").len(), after.texts("former").len()), (0, 1));
    for _ in 0..2 {
        let kept = portal.get(&pinned).await;
        assert_eq!(kept.header("cache-control"), "public, max-age=3600");
        assert_eq!(portal.get(&path).await.header("cache-control"), "public, max-age=60");
    }
}

#[tokio::test]
async fn the_other_language_and_larger_text_keep_the_release() {
    let portal = with_releases(2).await;

    let page = portal.get("/projects/road?release=1").await;

    assert!(page.links().contains(&"/en/projects/road?release=1".to_owned()));
    assert_eq!(page.form("/view").get("back"), Some("/projects/road?release=1"));
}

#[tokio::test]
async fn with_nothing_published_no_release_can_be_asked_for() {
    let portal = TestPortal::empty().await;

    portal.get("/?release=1").await.error_page(404, "no_such_release");
}
