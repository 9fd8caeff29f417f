//! Lists and their addresses: filter, order and page are in them, and what makes no sense is said.

use crate::support::form::percent;
use crate::support::{TestPortal, both};

const PROJECTS: &str = "/r/350600000000/projects";
const FUNDS: &str = "/r/350600000000/funds";
const NOTICES: &str = "/r/350600000000/notices";
const PLACES: &str = "/r/350600000000";

#[tokio::test]
async fn a_filter_shows_only_what_fits_and_stays_in_every_page() {
    let portal = TestPortal::on("2026-11-22").await;
    let all = portal.get(PROJECTS).await;

    let page = portal.get(&format!("{PROJECTS}?kind=housing&sort=large&page=2")).await;

    let page = page.with_status(200);
    let housing = page.word("kind.housing");
    let facts = page.texts("record__facts");
    assert!(!facts.is_empty() && facts.iter().all(|it| it.contains(&housing)));
    assert!(found(&page.text()) < found(&all.text()));
    let before = format!("{PROJECTS}?kind=housing&sort=large");
    assert!(page.links().contains(&before), "{:?}", page.links());
    let form = page.forms().into_iter().find(|it| it.get("sort").is_some()).unwrap();
    assert_eq!((form.get("kind"), form.get("sort")), (Some("housing"), Some("large")));
}

#[tokio::test]
async fn every_value_that_a_filter_offers_is_taken() {
    let portal = TestPortal::on("2026-11-22").await;
    for (path, names) in
        [(PROJECTS, &["kind", "stage", "sort"][..]), (FUNDS, &["source", "sort"][..])]
    {
        let html = portal.get(path).await;
        for name in names {
            for value in options(html.html(), name) {
                drop(portal.get(&format!("{path}?{name}={value}")).await.with_status(200));
            }
        }
    }
    drop(portal.get(&format!("{PROJECTS}?late=1&year=2026&q=")).await.with_status(200));
}

#[tokio::test]
async fn the_largest_come_first_when_asked() {
    let portal = TestPortal::on("2026-11-22").await;

    let page = portal.get(&format!("/en{FUNDS}?sort=large")).await;

    let sums: Vec<i64> = page
        .texts("record__money")
        .iter()
        .map(|it| it.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap())
        .collect();
    assert_eq!(sums.len(), 50);
    assert!(sums.is_sorted_by(|a, b| a >= b), "{sums:?}");
}

#[tokio::test]
async fn every_project_is_on_exactly_one_page() {
    let portal = TestPortal::on("2026-11-22").await;
    let mut ids = Vec::new();
    for number in 1..=24 {
        let page = portal.get(&format!("{PROJECTS}?page={number}")).await.with_status(200);
        ids.extend(page.links().into_iter().filter(|it| it.starts_with("/projects/")));
    }

    assert_eq!(ids.len(), 1190);
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 1190);
}

#[tokio::test]
async fn an_address_that_makes_no_sense_is_answered_by_a_page_that_says_so() {
    let portal = TestPortal::on("2026-11-22").await;
    let pages = ["page=0", "page=-1", "page=99999999999", "page=x", "page=1.5"];
    let mut wrong = Vec::new();
    for list in [PROJECTS, FUNDS, NOTICES, PLACES] {
        for query in pages {
            for path in both(&format!("{list}?{query}")) {
                let answer = portal.get(&path).await;
                match answer.status {
                    400 => answer.error_page(400, "bad_request"),
                    status => wrong.push((path, status)),
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[tokio::test]
async fn a_filter_that_is_not_known_is_answered_by_a_page_that_says_so() {
    let portal = TestPortal::on("2026-11-22").await;
    for (list, query) in [
        (PROJECTS, "kind=xyz"),
        (PROJECTS, "kind=Housing"),
        (PROJECTS, "stage=xyz"),
        (PROJECTS, "sort=xyz"),
        (PROJECTS, "year=abc"),
        (PROJECTS, "year=99999999999999999999"),
        (PROJECTS, "year=-5"),
        (PROJECTS, "late=2"),
        (PROJECTS, "kind=housing&kind=training"),
        (FUNDS, "source=xyz"),
        (FUNDS, "sort=late"),
        (FUNDS, "year=abc"),
        ("/complain", "about=a&about=b"),
        ("/search", "q=a&q=b"),
    ] {
        for path in both(&format!("{list}?{query}")) {
            portal.get(&path).await.error_page(400, "bad_request");
        }
    }
}

#[tokio::test]
async fn a_page_behind_the_last_is_empty_and_leads_back() {
    let portal = TestPortal::on("2026-11-22").await;
    for list in [PROJECTS, FUNDS, NOTICES, PLACES] {
        for number in ["999", "4294967295"] {
            for path in both(list) {
                let page = portal.get(&format!("{path}?page={number}")).await;

                let page = page.with_status(200).page();
                assert!(
                    page.texts("record").is_empty() && page.texts("place-list__link").is_empty()
                );
                assert!(page.links().contains(&path), "{}: no way back", page.path);
            }
        }
    }
}

#[tokio::test]
async fn an_empty_value_is_none() {
    let portal = TestPortal::on("2026-11-22").await;
    for list in [PROJECTS, FUNDS, NOTICES, PLACES] {
        let path = format!("{list}?page=&kind=&sort=&q=&year=&unknown=1");
        drop(portal.get(&path).await.with_status(200));
    }
}

#[tokio::test]
async fn whatever_is_searched_for_is_only_text() {
    let portal = TestPortal::on("2026-11-22").await;
    let long = ["a".repeat(10_000), "村".repeat(5_000)];
    let strange =
        ["'", "\"", "%", "_", "\\", "😀", "<script>alert(1)</script>", "a\tb", &long[0], &long[1]];
    for list in [PROJECTS, FUNDS, "/search"] {
        for text in strange {
            for path in both(&format!("{list}?q={}", percent(text))) {
                let page = portal.get(&path).await.with_status(200).page();

                assert!(!page.html().contains("<script>alert"), "{text}");
            }
        }
        for raw in ["%FF", "%E6%9D", "%", "%zz", "+", "&&&==="] {
            drop(portal.get(&format!("{list}?q={raw}")).await.with_status(200).page());
        }
    }
}

#[tokio::test]
async fn signs_of_the_database_find_only_themselves() {
    let portal = TestPortal::on("2026-11-22").await;
    for sign in ["%", "_", "'"] {
        let page = portal.get(&format!("{PROJECTS}?q={}", percent(sign))).await;

        assert_eq!(found(&page.text()), 0, "{sign}");
    }
}

#[tokio::test]
async fn what_a_person_typed_comes_back_escaped_into_its_field() {
    let portal = TestPortal::on("2026-11-22").await;
    let typed = "\"><b>'&";

    let page = portal.get(&format!("/search?q={}", percent(typed))).await;

    let form = page.forms().into_iter().find(|it| it.get("q").is_some()).unwrap();
    assert_eq!(form.get("q"), Some(typed));
    page.assert_says(typed);
    assert_eq!(page.header("cache-control"), "no-store");
}

/// The number in "共 1,190 个项目": how many a list has found.
fn found(text: &str) -> i64 {
    let (before, _) = text.split_once("个项目").unwrap_or_else(|| panic!("{text}"));
    let number = before.trim_end().rsplit(' ').next().unwrap_or_default();
    number.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap()
}

/// The values that a choice offers.
fn options(html: &str, name: &str) -> Vec<String> {
    use crate::support::html::{inside, tags};
    let tags_of_page = tags(html);
    let select = tags_of_page.iter().find(|it| it.name == "select" && it.get("name") == Some(name));
    let options = tags(inside(html, select.unwrap()));
    options.iter().filter_map(|it| it.get("value")).map(str::to_owned).collect()
}
