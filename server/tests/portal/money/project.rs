//! A project's own page: its chain of money, plan beside actual, what shows that the work is there.

use super::seed::portal;

#[tokio::test]
async fn a_projects_chain_shows_every_gap_and_keeps_loans_apart() {
    let portal = portal().await;

    let page = portal.get("/projects/whole").await.with_status(200).page();

    for said in [
        "计划 9,000，文件 6,000，还差 3,000 元。",
        "文件 6,000，分到 8,000，多出 2,000 元。",
        "分到 8,000，合同 11,300，多出 3,300 元。",
        "合同 11,300，已付 5,000，还差 6,300 元。",
        "已付 5,000，付款记录 4,200，还差 800 元。",
        "文件 1,500，分到 1,500，对得上。",
        "分到 1,500，已付 700，还差 800 元。",
        "已付 700，付款记录 700，对得上。",
        "云财农〔2026〕3号",
        "贷款，要还，不和拨款相加，单位元",
    ] {
        page.assert_says(said);
    }
    page.assert_never_says("11,000");
    let bare = portal.get("/projects/late").await;
    bare.assert_says("计划 1,000，文件没有登记，差 1,000 元。");
    bare.assert_says("文件没有登记，分到 800，有 800 元 没有凭据。");
}

#[tokio::test]
async fn plan_stands_beside_actual_with_the_difference_and_the_reason() {
    let portal = portal().await;

    let page = portal.get("/projects/whole").await.with_status(200).page();

    for said in [
        "晚 4 天",
        "3.2 公里",
        "少 0.2 公里",
        "少 ≈5 户",
        "少 4,000 元",
        "2025年11月1日",
        "批复文号：云批〔2025〕8号",
        "原来 6,500 元 → 后来 7,100 元。原因：加宽",
        "3 位群众代表参加监督。",
        "他们说：厚度够",
    ] {
        page.assert_says(said);
    }
    page.assert_says(&page.word("project.no_reason"));
    assert!(!page.html().contains("javascript:"), "only addresses of the web are links");
    assert!(page.html().contains(&format!("/data/photos/{}.jpg", "0a".repeat(32))));
    assert!(page.html().contains("alt=\"铺好的路\""));
    let empty = portal.get("/projects/late").await;
    for key in ["photos.none", "documents.none", "contracts.none", "payments.none", "watch.none"] {
        empty.assert_says(&empty.word(key));
    }
    let explained = portal.get("/en/projects/no_acceptance").await;
    explained.assert_says("Reason: Rain");
    explained.assert_never_says(&explained.word("project.no_reason"));
}
