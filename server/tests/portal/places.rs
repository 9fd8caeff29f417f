//! `/r/{code}` and `/figures/{id}`: what the documents printed, and counts that add up.

use crate::support::TestPortal;
use crate::support::answer::Answer;
use crate::support::html::{of_class, of_id, text};

const ZHANGZHOU: &str = "350600000000";

#[tokio::test]
async fn zhangzhou_shows_its_housing_programme_as_printed() {
    let portal = TestPortal::on("2026-11-22").await;
    for below in ["", "/progress"] {
        let page = portal.get(&format!("/r/{ZHANGZHOU}{below}")).await.with_status(200);

        for printed in ["989 户", "827 户", "84%", "6,840.8 万元"] {
            page.assert_says(printed);
        }
    }
    let page = portal.get(&format!("/en/r/{ZHANGZHOU}/progress")).await;
    for printed in ["989 households", "827 households", "84%", "68,408,000 yuan"] {
        page.assert_says(printed);
    }
}

#[tokio::test]
async fn households_beside_people_stand_with_a_warning_and_are_not_divided() {
    let portal = TestPortal::on("2026-11-22").await;

    let page = portal.get(&format!("/r/{ZHANGZHOU}/progress")).await;

    let steps = of_class(page.html(), "plan__step");
    let started = steps.iter().map(|it| text(it)).find(|it| it.contains("35,341 户")).unwrap();
    page.assert_says("37,350 人");
    assert!(started.contains("▲") && started.contains("单位可能写错了"), "{started}");
}

#[tokio::test]
async fn the_projects_of_zhangzhou_have_the_printed_number_and_sum() {
    let portal = TestPortal::on("2026-11-22").await;

    let chinese = portal.get(&format!("/r/{ZHANGZHOU}")).await;
    let english = portal.get(&format!("/en/r/{ZHANGZHOU}")).await;

    chinese.assert_says("1,190 个项目");
    chinese.assert_says("516,350,000 元");
    english.assert_says("1,190 projects");
    english.assert_says("516,350,000 yuan");
    let list = portal.get(&format!("/r/{ZHANGZHOU}/projects")).await;
    list.assert_says("1,190");
}

#[tokio::test]
async fn every_figure_of_a_place_shows_its_day_and_its_source() {
    let portal = TestPortal::on("2026-11-22").await;
    for (code, publisher) in [(ZHANGZHOU, "闽南日报"), ("410300000000", ""), ("451481000000", "")]
    {
        let page = portal.get(&format!("/r/{code}")).await;

        let figures = of_class(page.html(), "figure");
        assert!(figures.len() > 5, "{code}");
        for figure in figures {
            let sources = of_class(figure, "figure__source");
            let said = sources.first().map(|it| text(it)).unwrap_or_default();
            let parts: Vec<&str> = said.split(" · ").collect();
            assert!(parts.len() >= 3 && parts.iter().all(|it| !it.is_empty()), "{said}");
            assert!(parts[1].contains(publisher), "{said}");
            assert!(parts[1].contains('年') || parts[1].contains("没写日期"), "{said}");
        }
    }
}

#[tokio::test]
async fn a_figure_has_a_page_with_all_that_is_known_about_it() {
    let portal = TestPortal::on("2026-11-22").await;

    let page = portal.get("/figures/zhangzhou-29").await.with_status(200);

    for said in ["35,341 户", "截至2016年9月23日", "2016年9月26日", "漳州市", "▲"] {
        page.assert_says(said);
    }
    assert!(page.links().contains(&"/complain?about=figure/zhangzhou-29".to_owned()));
}

#[tokio::test]
async fn the_places_below_add_up_to_the_place() {
    let portal = TestPortal::on("2026-11-22").await;
    for code in [
        "350000000000",
        ZHANGZHOU,
        "350622000000",
        "350622105000",
        "451481000000",
        "150500000000",
        "410300000000",
        "500000000000",
    ] {
        let head = portal.get(&format!("/r/{code}")).await.with_status(200);
        let children = children(&portal, code).await;

        assert_eq!(total(&head), children, "{code}");
    }
}

#[tokio::test]
async fn statuses_and_causes_have_one_total() {
    let portal = TestPortal::on("2026-11-22").await;
    for code in [ZHANGZHOU, "350622000000", "350622105209", "500000000000", "150500000000"] {
        for path in [format!("/r/{code}"), format!("/en/r/{code}")] {
            let page = portal.get(&path).await.with_status(200);
            let statuses: i64 = page.texts("headline__part").iter().map(|it| count(it)).sum();
            let causes = panel(&page, "cause");
            let causes: i64 =
                of_class(&causes, "bar-table__number").iter().map(|it| count(&text(it))).sum();

            assert!(statuses > 0, "{path}");
            assert_eq!((statuses, causes), (total(&page), total(&page)), "{path}");
        }
    }
}

#[tokio::test]
async fn a_place_says_of_which_day_its_counts_are() {
    let portal = TestPortal::on("2026-11-22").await;

    let page = portal.get("/r/350622105209").await;

    let release = portal.store.current_release().await.unwrap().unwrap();
    let year = release.as_of[..4].to_owned();
    assert!(text(&panel(&page, "households")).contains(&format!("{year}年")));
}

/// The sum of the counts beside the places in a place, over all pages of their list.
async fn children(portal: &TestPortal, code: &str) -> i64 {
    let mut sum = 0;
    for number in 1.. {
        let page = portal.get(&format!("/r/{code}?page={number}")).await.with_status(200);
        let counts = page.texts("place-list__count");
        // Of villages that are counted together the number stands once.
        sum += counts.iter().filter(|it| it.contains('≈')).map(|it| count(it)).sum::<i64>();
        let next = format!("/r/{code}?page={}", number + 1);
        if !page.links().contains(&next) {
            break;
        }
    }
    sum
}

fn total(page: &Answer) -> i64 {
    let headline = page.texts("headline__number");
    count(headline.first().unwrap_or_else(|| panic!("{} has no total", page.path)))
}

/// `≈1,045 户` is 1045.
#[track_caller]
fn count(said: &str) -> i64 {
    let (_, number) = said.split_once('≈').unwrap_or_else(|| panic!("{said} is not about"));
    let digits: String = number
        .trim_start()
        .chars()
        .take_while(|it| it.is_ascii_digit() || *it == ',')
        .filter(char::is_ascii_digit)
        .collect();
    digits.parse().unwrap_or_else(|_| panic!("{said} has no number"))
}

/// The panel under a heading.
fn panel(page: &Answer, heading: &str) -> String {
    let panels = of_class(page.html(), "panel");
    let found = panels.into_iter().find(|it| of_id(it, heading).is_some());
    found.unwrap_or_else(|| panic!("{} has no {heading}", page.path)).to_owned()
}
