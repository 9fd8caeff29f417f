//! The tables of counts of a place: all seven, in words, with what rounding means.

use super::county::{OTHER, SMALL, TOWN, VILLAGE, with_releases};

#[tokio::test]
async fn all_tables_of_a_place_are_shown_in_words() {
    let portal = with_releases(1).await;
    let place = portal.get(&format!("/r/{VILLAGE}")).await.with_status(200).page();
    for said in [
        "监测户，风险还在",
        "一般户",
        "低保户和特困户",
        "因病",
        "缺资金、土地、水或路，或受灾",
        "16 到 59 岁",
        "≈100 人",
    ] {
        place.assert_says(said);
    }
    let progress = portal.get(&format!("/r/{VILLAGE}/progress")).await.with_status(200).page();
    for said in ["C 级，要修", "合在一起，不细分", "2016 年", "没有脱贫年份"] {
        progress.assert_says(said);
    }
    let english = portal.get(&format!("/en/r/{VILLAGE}/progress")).await.with_status(200);
    for said in ["grade C, to be repaired", "all together, not split", "no year of leaving"] {
        english.assert_says(said);
    }
    for page in [place, progress, english] {
        for heading in ["class.", "cause.", "status.", "table."] {
            page.assert_never_says(heading);
        }
    }
}

#[tokio::test]
async fn a_share_is_given_only_of_at_least_fifty() {
    let portal = with_releases(1).await;

    portal.get(&format!("/r/{VILLAGE}/progress")).await.assert_says("≈10 户（17%）");
    let other = portal.get(&format!("/r/{OTHER}/progress")).await.with_status(200);
    other.assert_says("≈15 户");
    other.assert_never_says("%");
}

#[tokio::test]
async fn what_rounding_means_stands_beside_the_counts_and_leads_to_more() {
    let portal = with_releases(1).await;
    for path in [format!("/r/{VILLAGE}"), format!("/en/r/{VILLAGE}/progress")] {
        let page = portal.get(&path).await;

        page.assert_says(&page.word("counts.window"));
        assert!(page.links().iter().any(|it| it.ends_with("/about#rounding")), "{path}");
    }
    let about = portal.get("/about").await;
    assert!(about.html().contains("id=\"rounding\""));
    about.assert_says("谁也算不出准数");
}

#[tokio::test]
async fn villages_that_are_counted_together_say_so_and_show_the_same_counts() {
    let portal = with_releases(1).await;
    for (code, other) in [(VILLAGE, SMALL), (SMALL, VILLAGE)] {
        let page = portal.get(&format!("/r/{code}")).await.with_status(200).page();

        page.assert_says("合在一起统计");
        assert!(page.links().contains(&format!("/r/{other}")));
        page.assert_says("≈60 户");
    }
    portal.get(&format!("/r/{OTHER}")).await.assert_never_says("合在一起统计");
    let town = portal.get(&format!("/r/{TOWN}")).await.with_status(200).page();
    let counts = town.texts("place-list__count");
    assert_eq!(counts, ["几个村合计 ≈60 户", "和邻村合计", "≈20 户"]);
}
