//! The money of a place and of a project, and the questions that rules raise: the same numbers on the
//! page, in its pictures and in its files.

use store::published::{
    Contract, FundLine, Modification, Output, Payment, Photo, Project, ProjectDetails,
    ProjectDocument, ProjectMoney, Release, ReleaseContent, Supervision,
};

use crate::support::answer::Answer;
use crate::support::html::{inside, of_class, of_id, tags, text};
use crate::support::{TestPortal, asking, both};

const COUNTY: &str = "350622000000";
const VILLAGE: &str = "350622105209";
/// The number of the release that these tests write after the demo's.
const RELEASE: i64 = 2;

fn money(source: &str, planned: i64, allocated: i64, paid: i64) -> ProjectMoney {
    ProjectMoney {
        source: source.to_owned(),
        planned_fen: planned * 100,
        allocated_fen: allocated * 100,
        paid_fen: paid * 100,
    }
}

fn photo(look: &str, moment: &str) -> Photo {
    Photo {
        sha256: "0a".repeat(32),
        look: look.to_owned(),
        width: 640,
        height: 480,
        moment: moment.to_owned(),
        taken_on: Some("2026-05-05".to_owned()),
        caption_zh: "铺好的路".to_owned(),
        caption_en: "The paved road".to_owned(),
    }
}

fn project(id: &str) -> Project {
    let words = |text: &str| text.to_owned();
    Project {
        id: id.to_owned(),
        region_code: VILLAGE.to_owned(),
        name_zh: format!("{id}路"),
        name_en: format!("Road {id}"),
        kind: words("infrastructure"),
        nature: words("new"),
        stage: words("building"),
        content_zh: words("修路"),
        content_en: words("A road"),
        target_zh: words("通车"),
        target_en: words("Open"),
        benefit_zh: words("出行"),
        benefit_en: words("Travel"),
        duty_unit_zh: words("交通局"),
        duty_unit_en: words("Transport bureau"),
        duty_post_zh: words("局长"),
        duty_post_en: words("Director"),
        duty_phone: words("12317"),
        n_beneficiary_households: 120,
        planned_start_on: words("2026-01-10"),
        planned_end_on: words("2026-12-31"),
        actual_start_on: Some(words("2026-01-14")),
        actual_end_on: None,
        deviation_zh: None,
        deviation_en: None,
        year: 2026,
        money: vec![money("central", 1_000, 800, 500)],
        details: ProjectDetails::default(),
    }
}

fn contract(project_id: &str, yuan: i64) -> Contract {
    Contract {
        id: format!("c-{project_id}"),
        project_id: project_id.to_owned(),
        title_zh: "施工合同".to_owned(),
        title_en: "Works contract".to_owned(),
        supplier_zh: "演示建设公司".to_owned(),
        supplier_en: "Demo Construction".to_owned(),
        method: "tender".to_owned(),
        n_tenderers: Some(3),
        signed_on: "2026-01-05".to_owned(),
        amount_fen: yuan * 100,
        planned_end_on: None,
        modifications: Vec::new(),
    }
}

fn payment(id: &str, project_id: &str, source: &str, yuan: i64) -> Payment {
    Payment {
        id: id.to_owned(),
        project_id: project_id.to_owned(),
        contract_id: None,
        fund_id: None,
        source: source.to_owned(),
        paid_on: "2026-03-02".to_owned(),
        amount_fen: yuan * 100,
        payee_kind: "firm".to_owned(),
        payee_zh: "演示建设公司".to_owned(),
        payee_en: "Demo Construction".to_owned(),
    }
}

fn fund(id: &str, project_id: &str, source: &str, yuan: i64, day: &str) -> FundLine {
    FundLine {
        id: id.to_owned(),
        region_code: VILLAGE.to_owned(),
        source: source.to_owned(),
        name_zh: "衔接资金".to_owned(),
        name_en: "Bridging fund".to_owned(),
        document_number: "云财农〔2026〕3号".to_owned(),
        year: 2026,
        amount_fen: yuan * 100,
        allocated_on: day.to_owned(),
        use_zh: "修路".to_owned(),
        use_en: "Roads".to_owned(),
        project_id: Some(project_id.to_owned()),
        published_on: None,
    }
}

/// One project with everything; then one for each rule that it does not keep.
fn content() -> ReleaseContent {
    let whole = Project {
        money: vec![money("central", 9_000, 8_000, 5_000), money("loan", 2_000, 1_500, 700)],
        details: ProjectDetails {
            listed_on: Some("2025-11-01".to_owned()),
            approval_document: Some("云批〔2025〕8号".to_owned()),
            outputs: vec![Output {
                name_zh: "水泥路".to_owned(),
                name_en: "Concrete road".to_owned(),
                unit_zh: "公里".to_owned(),
                unit_en: "km".to_owned(),
                planned_milli: 3_200,
                actual_milli: Some(3_000),
            }],
            n_benefited_households: Some(115),
            supervision: Some(Supervision {
                n_representatives: 3,
                last_visit_on: Some("2026-06-01".to_owned()),
                finding_zh: "厚度够".to_owned(),
                finding_en: "Thick enough".to_owned(),
            }),
            photos: vec![photo("0f0f0f0f0f0f0f0f", "during")],
            documents: vec![ProjectDocument {
                kind: "approval".to_owned(),
                title_zh: "批复".to_owned(),
                title_en: "Approval paper".to_owned(),
                number: None,
                dated_on: None,
                url: Some("javascript:alert(1)".to_owned()),
            }],
            ..ProjectDetails::default()
        },
        ..project("whole")
    };
    let mut changed = contract("whole", 6_500);
    changed.modifications = vec![Modification {
        agreed_on: "2026-04-01".to_owned(),
        kind: "value".to_owned(),
        amount_fen: 710_000,
        reason_zh: "加宽".to_owned(),
        reason_en: "Wider".to_owned(),
    }];
    let mut single = contract("single_tenderer", 900);
    single.n_tenderers = Some(1);
    ReleaseContent {
        release: Release {
            number: RELEASE,
            published_at: "2026-11-21T00:00:00.000Z".to_owned(),
            as_of: "2026-09-30".to_owned(),
            title_zh: "第2次".to_owned(),
            title_en: "Second".to_owned(),
            ..Release::default()
        },
        projects: std::iter::once(whole).chain(flagged()).collect(),
        funds: vec![
            fund("f1", "whole", "central", 6_000, "2025-12-10"),
            fund("f2", "whole", "loan", 1_500, "2025-12-11"),
            fund("f3", "no_payment", "central", 800, "2026-07-01"),
        ],
        contracts: vec![changed, contract("contract_over", 1_250), single],
        payments: vec![
            payment("p1", "whole", "central", 4_200),
            payment("p2", "whole", "loan", 700),
        ],
        ..ReleaseContent::default()
    }
}

fn flagged() -> Vec<Project> {
    let ended = |day: &str| Some(day.to_owned());
    let seen = Photo { ..photo("0f0f0f0f0f0f0f0e", "after") };
    vec![
        Project { planned_end_on: "2026-09-20".to_owned(), ..project("late") },
        Project { money: vec![money("central", 1_000, 1_100, 1_030)], ..project("over_plan") },
        Project { money: vec![money("county", 1_000, 400, 441)], ..project("over_allocated") },
        project("contract_over"),
        Project { money: vec![money("central", 1_000, 800, 0)], ..project("no_payment") },
        Project {
            stage: "finished".to_owned(),
            actual_end_on: ended("2026-07-01"),
            deviation_zh: ended("等雨停"),
            deviation_en: ended("Rain"),
            ..project("no_acceptance")
        },
        Project {
            details: ProjectDetails { photos: vec![seen], ..ProjectDetails::default() },
            ..project("same_photo")
        },
        project("single_tenderer"),
    ]
}

async fn portal() -> TestPortal {
    let portal = TestPortal::on("2026-11-22").await;
    portal.store.write_release(&content()).await.unwrap();
    portal.later("2026-11-22").await
}

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

#[tokio::test]
async fn each_rule_marks_its_project_with_its_arithmetic_and_a_place_to_answer() {
    let portal = portal().await;
    let list = portal.get(&format!("/r/{VILLAGE}/flags")).await.with_status(200).page();

    for (id, said) in [
        ("late", "计划2026年9月20日完工，到2026年9月30日已过 10 天。"),
        ("over_plan", "拨款计划 1,000 元，已付 1,030 元，多付 30 元。"),
        ("over_allocated", "拨款分到 400 元，已付 441 元，多付 41 元。"),
        ("contract_over", "批复拨款 1,000 元，贷款 0 元。合同 1,250 元，多出 250 元。"),
        ("no_payment", "2026年7月1日起分到 800 元，到2026年9月30日已过 91 天，一分没付。"),
        ("no_acceptance", "2026年7月1日完工，到2026年9月30日已过 91 天，还没验收。"),
        ("same_photo", "和一张施工中的照片几乎一样：64 位里差 1 位。这样的共 1 对。"),
        ("single_tenderer", "合同 900 元，投标的只有 1 家。"),
    ] {
        let page = portal.get(&format!("/projects/{id}")).await.with_status(200).page();
        page.assert_says(said);
        list.assert_says(said);
        let answer = format!("/complain?about=project/{id}");
        assert!(list.links().contains(&answer) && page.links().contains(&answer), "{id}");
        assert!(list.html().contains(&format!("id=\"rule-{id}\"")), "{id} is not explained");
        let only = portal.get(&format!("/r/{VILLAGE}/flags?rule={id}")).await.with_status(200);
        let n = if id == "same_photo" { 2 } else { 1 };
        assert_eq!(only.texts("record__name").len(), n, "{id}");
    }
    list.assert_says("责任单位写的原因：等雨停");
    list.assert_says(&list.word("flags.no_answer"));
}

#[tokio::test]
async fn flags_are_counted_ordered_and_paged() {
    let portal = portal().await;
    let path = format!("/r/{COUNTY}/flags");

    let first = |answer: Answer| answer.with_status(200).texts("record__name")[0].clone();
    assert_eq!(first(portal.get(&format!("{path}?sort=money")).await), "single_tenderer路");
    assert_eq!(first(portal.get(&format!("{path}?sort=days")).await), "no_acceptance路");
    assert_eq!(first(portal.get(&path).await), "late路");
    portal.get(&path).await.assert_says("共 9 条。");
    for wrong in ["sort=x", "rule=x", "page=0"] {
        portal.get(&format!("{path}?{wrong}")).await.error_page(400, "bad_request");
    }
    portal.get("/r/000000000000/flags").await.error_page(404, "not_found");
}

/// With sixty late projects: more than a page of flags.
async fn late_county() -> TestPortal {
    let late = |n: i8| Project {
        planned_end_on: jiff::civil::date(2026, 3, n % 28 + 1).to_string(),
        deviation_zh: (n % 3 > 0).then(|| format!("第{n}次改设计")),
        deviation_en: (n % 3 > 0).then(|| format!("Design changed, {n}")),
        ..project(&format!("late-{n}"))
    };
    let projects = (0..60).map(late).collect();
    let portal = TestPortal::on("2026-11-22").await;
    portal.store.write_release(&ReleaseContent { projects, ..content_of_none() }).await.unwrap();
    portal.later("2026-11-22").await
}

fn content_of_none() -> ReleaseContent {
    ReleaseContent { release: content().release, ..ReleaseContent::default() }
}

#[tokio::test]
async fn a_page_holds_fifty_flags_and_is_light() {
    let portal = late_county().await;
    let path = format!("/r/{COUNTY}/flags");

    let page = portal.get(&path).await.with_status(200).page();

    assert_eq!(page.texts("record__name").len(), 50);
    assert!(page.links().contains(&format!("{path}?page=2")));
    let second = portal.get(&format!("{path}?page=2")).await.with_status(200);
    assert_eq!(second.texts("record__name").len(), 10);
    let light = asking("GET", &path).header("accept-encoding", "br");
    let n_bytes = portal.send(light, "").await.body.len();
    eprintln!("50 flags: {n_bytes} bytes of brotli");
    assert!(n_bytes <= 20_000, "{n_bytes} bytes");
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
        assert!(page.links().contains(&file("csv")) && page.links().contains(&file("svg")));
        let shown = rows_shown(&page, &format!("{kind}-heading"));
        assert_eq!(shown, rows_filed(csv.html()), "{kind}");
        assert!(shown.iter().all(|it| it.len() >= 2), "{shown:?}");
        let drawn = text(svg.html());
        if kind == "bars" {
            // Every sum of the table but the total stands at its bar.
            let n_bars = shown.iter().flatten().filter(|it| drawn.replace(',', "").contains(*it));
            assert!(n_bars.count() >= 3 * (shown.len() - 1), "{drawn}");
        }
        for said in ["演示数据", "2026年9月30日", "第 2 次公开"] {
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
    portal.get(&format!("{path}?release=99")).await.error_page(404, "not_found");
    portal.get(&format!("{path}?release=x")).await.error_page(400, "bad_request");
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
        assert!(page.links().iter().any(|it| it.ends_with(&format!("/r/{VILLAGE}/money"))));
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

    let is_offered = page.links().contains(&path);
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
    page.assert_says(&islands_grouped(&sum[2]));
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

/// `1234567.00` as pages say it.
fn islands_grouped(plain: &str) -> String {
    let whole: i64 = plain.split('.').next().unwrap().parse().unwrap();
    let digits = whole.to_string();
    let mut said = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            said.push(',');
        }
        said.push(digit);
    }
    said
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
