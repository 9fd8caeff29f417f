//! Every address answers in both languages with its own heading.

use crate::support::{TestPortal, both};

const ZHANGZHOU: &str = "/r/350600000000";

#[tokio::test]
async fn every_address_answers_in_both_languages_under_its_own_heading() {
    let portal = TestPortal::on("2026-11-22").await;
    let project = first_link(&portal, "/r/350600000000/projects", "/projects/").await;
    let notice = first_link(&portal, "/r/350600000000/notices", "/notices/").await;

    for (path, heading) in [
        ("/", "home.question"),
        ("/search", "search.title"),
        ("/search?q=puzhong", "search.title"),
        ("/about", "about.title"),
        ("/releases/1", ""),
        ("/packs", "packs.title"),
        ("/packs/demo-2026", ""),
        (ZHANGZHOU, "Zhangzhou"),
        ("/r/350600000000/progress", "Zhangzhou"),
        ("/r/350600000000/projects", "Zhangzhou"),
        ("/r/350600000000/funds", "Zhangzhou"),
        ("/r/350600000000/notices", "Zhangzhou"),
        ("/figures/zhangzhou-16", ""),
        (&project, ""),
        (&notice, ""),
        ("/check", "check.start.title"),
        ("/complain", "complain.title"),
        ("/complain?about=figure/zhangzhou-16", "complain.title"),
        ("/track", "track.title"),
        ("/track/kept", "track.title"),
    ] {
        for path in both(path) {
            let page = portal.get(&path).await.with_status(200).page();

            let heading = match heading {
                "Zhangzhou" if !path.starts_with("/en") => "漳州".to_owned(),
                key => page.word(key),
            };
            assert!(page.heading().contains(&heading), "{path}: {}", page.heading());
            let title = page.first("title");
            assert!(title.ends_with(&page.word("site.name")), "{path}: {title}");
        }
    }
}

#[tokio::test]
async fn english_begins_with_and_without_a_slash() {
    let portal = TestPortal::on("2026-11-22").await;

    let (without, with) = (portal.get("/en").await, portal.get("/en/").await);

    assert_eq!(without.with_status(200).page().body, with.with_status(200).page().body);
}

#[tokio::test]
async fn whoever_comes_to_apply_without_a_result_is_sent_to_the_self_check() {
    let portal = TestPortal::on("2026-11-22").await;
    for (path, check) in both("/apply").into_iter().zip(both("/check")) {
        let answer = portal.get(&path).await.with_status(303);

        assert_eq!(answer.header("location"), check);
    }
}

#[tokio::test]
async fn every_page_links_to_itself_in_the_other_language() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in ["/", "/about", "/check", "/track", "/r/350600000000/projects?kind=housing&page=2"]
    {
        let [chinese, english] = both(path);

        assert!(portal.get(&chinese).await.links().contains(&english), "{chinese}");
        assert!(portal.get(&english).await.links().contains(&chinese), "{english}");
    }
}

#[tokio::test]
async fn without_a_release_the_pages_stand_and_say_so() {
    let portal = TestPortal::empty().await;
    for path in ["/", "/search", "/about", "/check", "/complain", "/track"] {
        for path in both(path) {
            drop(portal.get(&path).await.with_status(200).page());
        }
    }
    portal.get("/r/350600000000").await.error_page(404, "not_found");
    portal.get("/releases/1").await.error_page(404, "not_found");
    portal.get("/figures/zhangzhou-16").await.error_page(404, "not_found");
}

#[tokio::test]
async fn health_is_whether_the_store_answers() {
    let portal = TestPortal::on("2026-11-22").await;
    let answer = portal.get("/healthz").await.with_status(200);
    assert_eq!((answer.html(), answer.header("cache-control")), ("ok\n", "no-store"));

    portal.store.close().await;

    assert_eq!(portal.get("/healthz").await.status, 503);
}

async fn first_link(portal: &TestPortal, path: &str, beginning: &str) -> String {
    let links = portal.get(path).await.links();
    links.into_iter().find(|it| it.starts_with(beginning)).unwrap()
}
