//! A release with one project that has everything, and one for each rule that it does not keep.

use store::published::{
    Contract, FundLine, Modification, Output, Payment, Photo, Project, ProjectDetails,
    ProjectDocument, ProjectMoney, Release, ReleaseContent, Supervision,
};

use crate::support::TestPortal;

pub const COUNTY: &str = "350622000000";
pub const VILLAGE: &str = "350622105209";
/// The number of the release that these tests write after the demo's.
pub const RELEASE: i64 = 3;

pub fn money(source: &str, planned: i64, allocated: i64, paid: i64) -> ProjectMoney {
    ProjectMoney {
        source: source.to_owned(),
        planned_fen: planned * 100,
        allocated_fen: allocated * 100,
        paid_fen: paid * 100,
    }
}

pub fn photo(look: &str, moment: &str) -> Photo {
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

pub fn project(id: &str) -> Project {
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

pub fn contract(project_id: &str, yuan: i64) -> Contract {
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

pub fn payment(id: &str, project_id: &str, source: &str, yuan: i64) -> Payment {
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

pub fn fund(id: &str, project_id: &str, source: &str, yuan: i64, day: &str) -> FundLine {
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

/// A project with everything.
fn whole() -> Project {
    Project {
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
    }
}

/// One project with everything; then one for each rule that it does not keep.
pub fn content() -> ReleaseContent {
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
        projects: std::iter::once(whole()).chain(flagged()).collect(),
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

pub fn flagged() -> Vec<Project> {
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

pub async fn portal() -> TestPortal {
    let portal = TestPortal::on("2026-11-22").await;
    portal.store.write_release(&content()).await.unwrap();
    portal.later("2026-11-22").await
}
