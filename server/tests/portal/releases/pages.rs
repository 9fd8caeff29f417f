//! `/releases` and `/releases/{n}`: who published what when, and how to check it.

use store::Proof;

use super::county::{first, release, with_releases};
use crate::support::{TestPortal, both};

#[tokio::test]
async fn all_releases_are_listed_the_newest_first_with_how_much_they_changed() {
    let portal = with_releases(3).await;

    let page = portal.get("/releases").await.with_status(200).page();

    let names = page.texts("record__name");
    assert_eq!(names.len(), 3);
    assert!(names[0].starts_with("第3期") && names[0].contains("最新"), "{names:?}");
    for said in ["龙海区农业农村局", "公告公示规定", "2026年7月28日", "第3次公布", "这是第一期"]
    {
        page.assert_says(said);
    }
    page.assert_says("新增 1 条，改动 5 条，撤下 1 条");
    page.assert_says("新增 0 条，改动 0 条，撤下 2 条");
    portal.get("/en/releases").await.assert_says("1 added, 5 changed, 1 withdrawn.");
}

#[tokio::test]
async fn before_the_first_release_the_list_says_so() {
    let portal = TestPortal::empty().await;

    portal.get("/releases").await.with_status(200).page().assert_says("还没有公开过");
}

#[tokio::test]
async fn a_long_row_of_releases_is_worked_out_a_few_at_a_time() {
    let portal = with_releases(0).await;
    for number in 1..=6 {
        portal.store.write_release(&release(number)).await.unwrap();
    }
    let portal = portal.later("2026-11-22").await;

    let known = async || {
        let page = portal.get("/releases").await.with_status(200);
        page.text().matches("新增 0 条").count()
    };

    assert_eq!([known().await, known().await, known().await, known().await], [2, 4, 5, 5]);
}

#[tokio::test]
async fn a_release_says_who_published_it_by_what_rule_and_what_it_changed() {
    let portal = with_releases(3).await;

    let page = portal.get("/releases/2").await.with_status(200).page();

    for said in ["龙海区农业农村局", "公告公示规定", "2026年6月28日", "其中 4 条没有写原因"]
    {
        page.assert_says(said);
    }
    page.assert_says("这不是最新的一期");
    for link in ["/releases/2/changes", "/?release=2", "/releases", "/releases/2/changes?kind=fund"]
    {
        assert!(page.links().contains(&link.to_owned()), "{link}: {:?}", page.links());
    }
    portal.get("/releases/3").await.assert_says("这是最新的一期");
    portal.get("/en/releases/1").await.assert_says("This is the first release");
}

#[tokio::test]
async fn the_files_of_a_release_are_listed_with_their_sha256_and_how_to_check_them() {
    let portal = with_releases(0).await;
    let line = |it: usize| format!("{it:064x}  csv/村 {it}.csv\n");
    let proof = Proof {
        manifest: (0..60).map(line).collect(),
        certificate: r#"{"passed":true,"checks":[{"check":"attack","looked_at":[{"n":1812,"what":"numbers"}],"n_faults":0}]}"#
            .to_owned(),
    };
    portal.store.write_built_release(&first(), &proof).await.unwrap();
    portal.store.publish_release(1, "2026-11-20T08:00:00.000Z").await.unwrap();
    let portal = portal.later("2026-11-22").await;

    let page = portal.get("/releases/1").await.with_status(200).page();

    for said in
        ["共 60 个文件", "sha256sum -c SHA256SUMS", "检查过了：没有倒推出任何一家", "1,812 个数"]
    {
        page.assert_says(said);
    }
    page.assert_says(&format!("{:064x}", 49));
    page.assert_never_says(&format!("{:064x}", 50));
    let files = page.downloads();
    assert_eq!(files.len(), 51);
    assert!(files.contains(&"/data/releases/1/csv/%E6%9D%91%200.csv".to_owned()), "{files:?}");
    assert!(files.contains(&"/data/releases/1/SHA256SUMS".to_owned()));
    let second = portal.get("/en/releases/1?page=2").await.with_status(200);
    second.assert_says(&format!("{:064x}", 59));
}

#[tokio::test]
async fn a_certificate_with_findings_or_none_is_never_called_clean() {
    for (certificate, said) in [
        (r#"{"passed":false,"checks":[]}"#, "写在下面的证明里"),
        (
            r#"{"passed":true,"checks":[{"check":"new","looked_at":[],"n_faults":1}]}"#,
            "写在下面的证明里",
        ),
        ("{}", "没有检查证明"),
        ("x", "没有检查证明"),
    ] {
        let portal = with_releases(0).await;
        let proof = Proof { manifest: String::new(), certificate: certificate.to_owned() };
        portal.store.write_built_release(&first(), &proof).await.unwrap();
        portal.store.publish_release(1, "2026-11-20T08:00:00.000Z").await.unwrap();
        let portal = portal.later("2026-11-22").await;

        let page = portal.get("/releases/1").await.with_status(200).page();

        page.assert_says(said);
        page.assert_never_says("没有倒推出任何一家");
    }
}

#[tokio::test]
async fn a_release_that_is_only_built_is_not_there() {
    let portal = with_releases(1).await;
    portal.store.write_built_release(&release(2), &Proof::default()).await.unwrap();

    for path in ["/releases/2", "/releases/2/changes", "/releases/2/changes.json", "/releases/01"] {
        for path in both(path) {
            portal.get(&path).await.error_page(404, "not_found");
        }
    }
    assert_eq!(portal.get("/releases").await.texts("record__name").len(), 1);
}
