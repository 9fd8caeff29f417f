//! Atom feeds, as a reader of feeds sees them. `validators/api` checks their form.

use crate::support::html::{inside, tags, text};
use crate::support::{Answer, TestPortal, asking, both};

const CITY: &str = "/r/350600000000";
const KIND: &str = "application/atom+xml; charset=utf-8";

fn elements(feed: &Answer, name: &str) -> Vec<String> {
    let xml = feed.html();
    let tags = tags(xml);
    tags.iter().filter(|it| it.name == name).map(|it| text(inside(xml, it))).collect()
}

async fn a_project(portal: &TestPortal) -> String {
    let page = portal.get(&format!("{CITY}/projects")).await;
    page.links().into_iter().find(|it| it.starts_with("/projects/")).unwrap()
}

#[tokio::test]
async fn a_place_a_project_and_a_list_have_a_feed_in_both_languages() {
    let portal = TestPortal::on("2026-11-22").await;
    let project = a_project(&portal).await;
    for path in [
        format!("{CITY}/feed.atom"),
        format!("{CITY}/projects.atom?kind=industry&sort=large"),
        format!("{project}/feed.atom"),
    ] {
        for path in both(&path) {
            let feed = portal.get(&path).await.with_status(200);

            println!("{path}: {} bytes", feed.body.len());
            assert_eq!(feed.header("content-type"), KIND, "{path}");
            assert_eq!(feed.header("access-control-allow-origin"), "*", "{path}");
            let lang = if path.starts_with("/en") { "en" } else { "zh-CN" };
            assert!(feed.html().contains(&format!("xml:lang=\"{lang}\"")), "{path}");
            let own = format!(
                "rel=\"self\" type=\"application/atom+xml\" href=\"{}\"",
                format!("http://127.0.0.1:3000{path}").replace('&', "&amp;")
            );
            assert!(feed.html().contains(&own), "{path}");
            let ids = elements(&feed, "id");
            assert!(ids.len() > 1, "{path} has no entry");
            assert!(ids.iter().all(|it| it.starts_with("tag:yangguang,2026:/")), "{ids:?}");
            let mut once = ids.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), ids.len(), "{path} has an id twice");
        }
    }
}

#[tokio::test]
async fn a_feed_is_kept_as_it_was_made() {
    let portal = TestPortal::on("2026-11-22").await;
    let path = format!("{CITY}/feed.atom");

    let (first, second) = (portal.get(&path).await, portal.get(&path).await);

    assert_eq!((&first.headers, &first.body), (&second.headers, &second.body));
    let etag = first.header("etag").to_owned();
    let known = portal.send(asking("GET", &path).header("if-none-match", etag), "").await;
    assert_eq!(known.status, 304);
}

#[tokio::test]
async fn what_somebody_searched_for_is_not_kept() {
    let portal = TestPortal::on("2026-11-22").await;

    let feed = portal.get(&format!("{CITY}/projects.atom?q=%E8%B7%AF")).await.with_status(200);

    assert!(feed.headers.get("etag").is_none(), "kept pages have a tag");
}

#[tokio::test]
async fn pages_name_their_feed_and_it_is_there() {
    let portal = TestPortal::on("2026-11-22").await;
    let project = a_project(&portal).await;
    for path in [CITY.to_owned(), format!("{CITY}/projects?kind=industry"), project] {
        for path in both(&path) {
            let page = portal.get(&path).await.with_status(200);
            let tags = tags(page.html());
            let feed = tags.iter().find(|it| it.get("type") == Some("application/atom+xml"));
            let feed = feed.and_then(|it| it.get("href")).unwrap();

            assert_eq!(portal.get(feed).await.with_status(200).header("content-type"), KIND);
        }
    }
    assert!(!portal.get("/about").await.html().contains("atom+xml"));
}

#[tokio::test]
async fn every_page_that_a_feed_leads_to_is_there() {
    let portal = TestPortal::on("2026-11-22").await;
    let feed = portal.get(&format!("/en{CITY}/feed.atom")).await;
    let tags = tags(feed.html());
    let pages = tags.iter().filter(|it| it.get("rel") == Some("alternate"));

    let mut n = 0;
    for page in pages.filter_map(|it| it.get("href")).step_by(7) {
        let page = page.strip_prefix("http://127.0.0.1:3000").unwrap_or(page);
        drop(portal.get(page).await.with_status(200).page());
        n += 1;
    }
    assert!(n > 5, "{n}");
}

#[tokio::test]
async fn a_feed_of_nothing_is_not_found() {
    let portal = TestPortal::on("2026-11-22").await;
    for path in ["/r/1/feed.atom", "/r/999999999999/projects.atom", "/projects/none/feed.atom"] {
        for path in both(path) {
            portal.get(&path).await.error_page(404, "not_found");
        }
    }
    portal.get(&format!("{CITY}/projects.atom?kind=x")).await.error_page(400, "bad_request");
    TestPortal::empty().await.get("/r/1/feed.atom").await.error_page(404, "not_found");
}
