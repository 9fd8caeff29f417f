//! A county of three villages, and three releases of it.

use store::published::{
    ChangeReason, CountTable, Figure, FundLine, Notice, Project, ProjectDetails, ProjectMoney,
    PublicationUnit, Qualifier, RecordKind, Region, Release, ReleaseContent, SourceDocument,
};

use crate::support::TestPortal;

pub const COUNTY: &str = "350681000000";
pub const TOWN: &str = "350681100000";
pub const VILLAGE: &str = "350681100200";
pub const SMALL: &str = "350681100201";
pub const OTHER: &str = "350681100202";

/// The portal with the first `n` of the three releases.
pub async fn with_releases(n: usize) -> TestPortal {
    let portal = TestPortal::empty().await;
    portal.store.write_regions(&regions()).await.unwrap();
    for content in [first(), second(), third()].into_iter().take(n) {
        portal.store.write_release(&content).await.unwrap();
    }
    portal.later("2026-11-22").await
}

fn regions() -> Vec<Region> {
    let region = |code: &str, parent: Option<&str>, level, name: &str| Region {
        code: code.to_owned(),
        parent_code: parent.map(str::to_owned),
        level,
        name: name.to_owned(),
        pinyin: "letters".to_owned(),
    };
    let city = "350600000000";
    vec![
        region("350000000000", None, 1, "福建省"),
        region(city, Some("350000000000"), 2, "漳州市"),
        region(COUNTY, Some(city), 3, "龙海区"),
        region(TOWN, Some(COUNTY), 4, "永和镇"),
        region(VILLAGE, Some(TOWN), 5, "永和村委会"),
        region(SMALL, Some(TOWN), 5, "新桥村委会"),
        region(OTHER, Some(TOWN), 5, "东园村委会"),
    ]
}

pub fn release(number: i64) -> ReleaseContent {
    ReleaseContent {
        release: Release {
            number,
            published_at: format!("2026-{:02}-05T08:00:00.000Z", number + 5),
            as_of: format!("2026-{:02}-28", number + 4),
            title_zh: format!("第{number}次公布"),
            title_en: format!("Publication {number}"),
            publisher_zh: "龙海区农业农村局".to_owned(),
            publisher_en: "Longhai bureau of agriculture".to_owned(),
            legal_basis_zh: "公告公示规定".to_owned(),
            legal_basis_en: "Rules on disclosure".to_owned(),
        },
        sources: vec![SourceDocument {
            id: "report".to_owned(),
            title_zh: "报告".to_owned(),
            title_en: "Report".to_owned(),
            publisher_zh: "县报".to_owned(),
            publisher_en: "Paper".to_owned(),
            published_on: None,
            note_zh: String::new(),
            note_en: String::new(),
        }],
        units: vec![PublicationUnit { members: vec![VILLAGE.to_owned(), SMALL.to_owned()] }],
        ..ReleaseContent::default()
    }
}

pub fn first() -> ReleaseContent {
    ReleaseContent {
        figures: vec![figure("35341"), Figure { id: "gone".to_owned(), ..figure("7") }],
        counts: tables(25),
        projects: vec![project("road", 600_000), project("bridge", 5)],
        funds: vec![fund(1_000_000)],
        notices: vec![notice("posting")],
        ..release(1)
    }
}

/// The road was paid further and why; the bridge went and why; a figure changed and a well came, nobody
/// said why.
pub fn second() -> ReleaseContent {
    let reason = |kind, id: &str, zh: &str, en: &str, complaint: Option<&str>| ChangeReason {
        kind,
        id: id.to_owned(),
        reason_zh: zh.to_owned(),
        reason_en: en.to_owned(),
        complaint: complaint.map(str::to_owned),
    };
    let complaint = Some("C-7KQ2-M4");
    ReleaseContent {
        figures: vec![figure("35342"), Figure { id: "gone".to_owned(), ..figure("7") }],
        counts: tables(30),
        projects: vec![project("road", 700_000), project("well", 5)],
        funds: vec![fund(1_100_000)],
        notices: vec![notice("posting")],
        reasons: vec![
            reason(RecordKind::Project, "road", "付了第二笔钱", "A second payment", complaint),
            reason(RecordKind::Project, "bridge", "重复登记", "Listed twice", None),
        ],
        ..release(2)
    }
}

pub fn third() -> ReleaseContent {
    let second = second();
    ReleaseContent {
        figures: vec![figure("35342")],
        notices: Vec::new(),
        reasons: Vec::new(),
        ..ReleaseContent { release: release(3).release, ..second }
    }
}

/// All seven tables of the two villages that are counted together, of the other and of the town.
fn tables(illness: i64) -> Vec<CountTable> {
    let of_village: [(&str, &[(&str, i64)]); 7] = [
        ("category", &[("general", 40), ("assisted", 20)]),
        ("cause", &[("illness", illness), ("surroundings", 60 - illness)]),
        ("status", &[("monitored", 5), ("monitored_resolved", 0), ("stable", 55)]),
        ("exit_year", &[("y2016", 20), ("y2020", 35), ("not_exited", 5)]),
        ("age", &[("under_16", 30), ("from_16_to_59", 100), ("from_80", 10)]),
        ("housing", &[("safe", 50), ("grade_c", 10)]),
        ("water", &[("all", 60)]),
    ];
    let table = |code: &str, name: &str, cells: &[(&str, i64)]| CountTable {
        region_code: code.to_owned(),
        name: name.to_owned(),
        cells: cells.iter().map(|(class, n)| ((*class).to_owned(), *n)).collect(),
    };
    let mut tables = Vec::new();
    for code in [TOWN, VILLAGE] {
        tables.extend(of_village.iter().map(|(name, cells)| table(code, name, cells)));
    }
    tables.push(table(OTHER, "status", &[("stable", 20)]));
    tables.push(table(OTHER, "housing", &[("safe", 15), ("grade_d", 5)]));
    tables
}

fn figure(value: &str) -> Figure {
    Figure {
        id: "people".to_owned(),
        region_code: COUNTY.to_owned(),
        topic: "people".to_owned(),
        name_zh: "搬迁人数".to_owned(),
        name_en: "People moved".to_owned(),
        value: value.to_owned(),
        qualifier: Qualifier::AsPrinted,
        unit_zh: "人".to_owned(),
        unit_en: "people".to_owned(),
        period_zh: None,
        period_en: None,
        derivation_zh: None,
        derivation_en: None,
        warning_zh: None,
        warning_en: None,
        source_id: "report".to_owned(),
    }
}

pub fn project(id: &str, paid_fen: i64) -> Project {
    let text = |it: &str| it.to_owned();
    Project {
        id: text(id),
        region_code: text(if id == "well" { OTHER } else { VILLAGE }),
        name_zh: format!("工程{id}"),
        name_en: format!("Works {id}"),
        kind: text("infrastructure"),
        nature: text("new"),
        stage: text("building"),
        content_zh: text("硬化"),
        content_en: text("Paving"),
        target_zh: String::new(),
        target_en: String::new(),
        benefit_zh: String::new(),
        benefit_en: String::new(),
        duty_unit_zh: text("交通局"),
        duty_unit_en: text("Transport bureau"),
        duty_post_zh: text("局长"),
        duty_post_en: text("Director"),
        duty_phone: text("12317"),
        n_beneficiary_households: 60,
        planned_start_on: text("2025-03-01"),
        planned_end_on: text("2026-12-31"),
        actual_start_on: None,
        actual_end_on: None,
        deviation_zh: None,
        deviation_en: None,
        year: 2025,
        money: vec![ProjectMoney {
            source: text("central"),
            planned_fen: 1_000_000,
            allocated_fen: 1_000_000,
            paid_fen,
        }],
        details: ProjectDetails::default(),
    }
}

fn fund(amount_fen: i64) -> FundLine {
    FundLine {
        id: "line".to_owned(),
        region_code: VILLAGE.to_owned(),
        source: "central".to_owned(),
        name_zh: "衔接资金".to_owned(),
        name_en: "Bridging fund".to_owned(),
        document_number: "闽财农〔2025〕3号".to_owned(),
        year: 2025,
        amount_fen,
        allocated_on: "2025-02-01".to_owned(),
        use_zh: "修路".to_owned(),
        use_en: "Roads".to_owned(),
        project_id: None,
        published_on: None,
    }
}

fn notice(id: &str) -> Notice {
    Notice {
        id: id.to_owned(),
        region_code: VILLAGE.to_owned(),
        kind: "project".to_owned(),
        title_zh: "公示一".to_owned(),
        title_en: "Posting one".to_owned(),
        body_zh: "正文".to_owned(),
        body_en: "Text".to_owned(),
        posted_on: "2026-11-15".to_owned(),
        ends_on: "2026-11-30".to_owned(),
        phones: "12317".to_owned(),
        project_id: None,
    }
}
