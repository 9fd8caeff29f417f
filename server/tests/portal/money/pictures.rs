//! Pictures of a place's money: the same numbers on the page, in the picture and in the file.

use super::seed::{COUNTY, RELEASE, VILLAGE, portal};
use crate::support::answer::Answer;
use crate::support::html::{inside, of_class, of_id, tags, text};
use crate::support::{TestPortal, asking, both};

/// The sums in the rows of the table in the section under a heading.
fn rows_shown(page: &Answer, heading: &str) -> Vec<Vec<String>> {
    let panels = of_class(page.html(), "panel");
    let panel = panels.into_iter().find(|it| of_id(it, heading).is_some()).unwrap();
    let rows = tags(panel).into_iter().filter(|it| it.name == "tr").skip(1);
    rows.map(|row| {
        let row = inside(panel, &row);
        let cells = tags(row).into_iter().filter(|it| it.name == "td");
        let texts = cells.map(|it| text(inside(row, &it)));
        texts
            .filter(|it| it.starts_with(|it: char| it.is_ascii_digit()))
            .map(|it| yuan(&it))
            .collect()
    })
    .collect()
}

fn rows_filed(csv: &str) -> Vec<Vec<String>> {
    let lines = csv.trim_end().lines().skip(1);
    lines.map(|it| it.split(',').filter(|it| it.contains('.')).map(yuan).collect()).collect()
}

fn last_row(csv: &str) -> Vec<String> {
    csv.trim_end().lines().last().unwrap().split(',').map(str::to_owned).collect()
}

/// `8,000` and `8000.00` are the same.
fn yuan(said: &str) -> String {
    let said = said.trim().replace(',', "");
    said.strip_suffix(".00").unwrap_or(&said).to_owned()
}

#[tokio::test]
async fn the_page_its_pictures_and_its_files_have_the_same_numbers() {
    let portal = portal().await;
    let page = portal.get(&format!("/r/{VILLAGE}/money")).await.with_status(200).page();

    for kind in ["sankey", "loans", "bars", "line"] {
        let file = |ending: &str| format!("/pictures/{kind}/{VILLAGE}.{ending}?release={RELEASE}");
        let csv = portal.get(&file("csv")).await.with_status(200);
        let svg = portal.get(&file("svg")).await.with_status(200);

        assert_eq!(csv.header("content-type"), "text/csv; charset=utf-8");
        assert_eq!(svg.header("content-type"), "image/svg+xml");
        assert!(page.html().contains(svg.html()), "{kind}: the page shows the file");
        assert!(page.downloads().contains(&file("csv")) && page.downloads().contains(&file("svg")));
        let shown = rows_shown(&page, &format!("{kind}-heading"));
        assert_eq!(shown, rows_filed(csv.html()), "{kind}");
        assert!(shown.iter().all(|it| it.len() >= 2), "{shown:?}");
        let drawn = text(svg.html());
        if kind == "bars" {
            // Every sum of the table but the total stands at its bar.
            let n_bars = shown.iter().flatten().filter(|it| drawn.replace(',', "").contains(*it));
            assert!(n_bars.count() >= 3 * (shown.len() - 1), "{drawn}");
        }
        for said in ["演示数据", "2026年9月30日", "第 3 次公开"] {
            assert!(drawn.contains(said), "{kind} does not say {said}");
        }
        assert!(svg.html().contains("<title") && svg.html().contains("<desc"));
    }
}

#[tokio::test]
async fn a_picture_of_grants_holds_no_loan_and_sums_to_its_table() {
    let portal = portal().await;
    let get = |kind: &str| {
        let path = format!("/pictures/{kind}/{VILLAGE}.csv");
        let portal = &portal;
        async move { portal.get(&path).await.with_status(200).html().to_owned() }
    };

    let (grants, loans) = (get("sankey").await, get("loans").await);

    assert!(!grants.contains("贷款"));
    // Allocated and paid beyond it is what went to firms, to nobody named, and is not paid.
    let row = last_row(&grants);
    let fen: Vec<i64> = row[2..9].iter().map(|it| it.replace('.', "").parse().unwrap()).collect();
    assert_eq!(fen[0] + fen[1], fen[2..].iter().sum::<i64>(), "{row:?}");
    assert_eq!((fen[1], fen[2]), (4_100, 420_000));
    assert_eq!(last_row(&loans)[2..4], ["1500.00", "0.00"]);
    let bars = get("bars").await;
    let rows: Vec<&str> = bars.trim_end().lines().collect();
    assert!(rows[rows.len() - 1].starts_with("贷款") && rows[rows.len() - 2].contains("不含贷款"));
}

#[tokio::test]
async fn a_pinned_picture_is_kept_for_ever_and_another_release_has_its_own() {
    let portal = portal().await;
    let path = format!("/pictures/bars/{COUNTY}.svg");

    let current = portal.get(&path).await.with_status(200);
    let pinned = portal.get(&format!("{path}?release={RELEASE}")).await.with_status(200);
    let former = portal.get(&format!("{path}?release=1")).await.with_status(200);

    assert_eq!(current.body, pinned.body);
    assert_ne!(former.body, pinned.body);
    assert!(pinned.header("cache-control").contains("immutable"));
    assert!(!current.header("cache-control").contains("immutable"));
    assert!(text(former.html()).contains("第 1 次公开"));
    portal.get(&format!("{path}?release=99")).await.error_page(404, "no_such_release");
    portal.get(&format!("{path}?release=x")).await.error_page(404, "no_such_release");
}

#[tokio::test]
async fn what_there_is_no_picture_of_is_not_found() {
    let portal = portal().await;
    for path in [
        "/pictures/bars/000000000000.svg",
        "/pictures/none/350622000000.svg",
        "/pictures/bars/350622000000.gif",
        "/pictures/places/350622000000.svg",
        "/pictures/places/350622105209.csv",
        "/pictures/bars/350622000000",
        "/embed/none/350622000000",
        "/r/000000000000/money",
    ] {
        portal.get(path).await.error_page(404, "not_found");
    }
}

#[tokio::test]
async fn only_a_picture_for_frames_may_stand_in_a_frame() {
    let portal = portal().await;
    for path in both(&format!("/embed/sankey/{VILLAGE}?release={RELEASE}")) {
        let page = portal.get(&path).await.with_status(200);

        let policy = page.header("content-security-policy");
        assert!(policy.contains("frame-ancestors *") && policy.contains("default-src 'none'"));
        assert!(page.header("cache-control").contains("immutable"));
        assert!(page.html().contains("<svg") && !page.html().contains("<script"));
        assert!(
            page.links()
                .iter()
                .any(|it| it.ends_with(&format!("/r/{VILLAGE}/money?release={RELEASE}")))
        );
        page.assert_says(&page.word("site.demo_badge"));
        assert!(page.text().contains("2026"), "it names its day");
    }
    for path in [format!("/r/{VILLAGE}/money"), format!("/pictures/bars/{VILLAGE}.svg")] {
        let policy = portal.get(&path).await.header("content-security-policy").to_owned();
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
    }
}

#[tokio::test]
async fn a_png_is_a_picture_or_a_plain_no() {
    let portal = portal().await;
    let page = portal.get(&format!("/r/{VILLAGE}/money")).await;
    let path = format!("/pictures/sankey/{VILLAGE}.png?release={RELEASE}");

    let png = portal.get(&path).await;

    let is_offered = page.downloads().contains(&path);
    if is_offered {
        assert_eq!((png.status, png.header("content-type")), (200, "image/png"));
        assert!(png.body.starts_with(b"\x89PNG") && png.body.len() > 10_000);
    } else {
        assert_eq!((png.status, png.header("content-type")), (404, "application/problem+json"));
    }
}

#[tokio::test]
async fn places_are_sorted_by_the_column_that_was_chosen_and_sum_to_the_whole() {
    let portal = TestPortal::on("2026-11-22").await;
    let path = "/r/350600000000/money";

    let page = portal.get(&format!("{path}?sort=paid")).await.with_status(200).page();

    let csv = portal.get("/pictures/places/350600000000.csv").await.with_status(200);
    let sum = last_row(csv.html());
    let totals = of_class(page.html(), "table__sum").into_iter().map(|it| yuan(&text(it)));
    let planned = yuan(&sum[2]);
    assert!(totals.into_iter().any(|it| it.contains(&planned)), "{planned}");
    assert!(page.html().contains("aria-sort=\"descending\""));
    assert!(page.links().contains(&format!("{path}?sort=planned#places")));
    let rows: Vec<i64> = csv
        .html()
        .trim_end()
        .lines()
        .skip(1)
        .map(|it| it.split(',').nth(2).unwrap().replace('.', "").parse().unwrap())
        .collect();
    let (whole, parts) = rows.split_last().unwrap();
    assert_eq!(parts.iter().sum::<i64>(), *whole);
    portal.get(&format!("{path}?sort=x")).await.error_page(400, "bad_request");
    let village = portal.get(&format!("/r/{VILLAGE}/money")).await.with_status(200);
    assert!(of_id(village.html(), "places").is_none(), "no place lies in a village");
}

#[tokio::test]
async fn money_and_flags_are_light_enough_for_a_cheap_phone() {
    let portal = TestPortal::on("2026-11-22").await;
    for (path, budget) in [
        ("/r/350600000000/flags", 20_000),
        ("/r/350600000000/money", 20_000),
        ("/r/350622105209/money", 14_000),
        ("/en/r/350600000000/money", 20_000),
    ] {
        let request = asking("GET", path).header("accept-encoding", "br");
        let answer = portal.send(request, "").await.with_status(200);

        eprintln!("{path}: {} bytes of brotli", answer.body.len());
        assert!(answer.body.len() <= budget, "{path}: {} bytes", answer.body.len());
    }
}
