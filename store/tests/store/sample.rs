//! A small county, and things published in it.

use store::Store;
use store::cases::{NewApplication, NewComplaint};
use store::published::{
    ChangeReason, Contract, CountTable, Figure, FundLine, Modification, Notice, Output, Payment,
    Project, ProjectDetails, ProjectMoney, PublicationUnit, Qualifier, RecordKind, Region, Release,
    ReleaseContent, SourceDocument, Supervision,
};

use crate::engine::TestResult;

pub const PROVINCE: &str = "350000000000";
pub const CITY: &str = "350600000000";
pub const COUNTY: &str = "350681000000";
pub const TOWN: &str = "350681100000";
pub const VILLAGE: &str = "350681100200";
pub const OTHER_TOWN: &str = "350681101000";
pub const OTHER_VILLAGE: &str = "350681101200";

pub fn region(code: &str, parent: Option<&str>, level: i64, name: &str, pinyin: &str) -> Region {
    Region {
        code: code.to_owned(),
        parent_code: parent.map(ToOwned::to_owned),
        level,
        name: name.to_owned(),
        pinyin: pinyin.to_owned(),
    }
}

pub fn regions() -> Vec<Region> {
    vec![
        region(VILLAGE, Some(TOWN), 5, "永和村委会", "yonghecunweihui"),
        region(OTHER_VILLAGE, Some(OTHER_TOWN), 5, "新永和村委会", "xinyonghecunweihui"),
        region(PROVINCE, None, 1, "福建省", "fujiansheng"),
        region(CITY, Some(PROVINCE), 2, "漳州市", "zhangzhoushi"),
        region(COUNTY, Some(CITY), 3, "龙海区", "longhaiqu"),
        region(TOWN, Some(COUNTY), 4, "永和镇", "yonghezhen"),
        region(OTHER_TOWN, Some(COUNTY), 4, "东园镇", "dongyuanzhen"),
    ]
}

/// The county, and a release with this content.
pub async fn publish(store: &Store, content: &ReleaseContent) -> TestResult {
    store.write_regions(&regions()).await?;
    store.write_release(content).await?;
    Ok(())
}

pub fn release(number: i64) -> ReleaseContent {
    ReleaseContent {
        release: Release {
            number,
            published_at: format!("2026-03-{number:02}T08:00:00.000Z"),
            as_of: "2026-02-28".to_owned(),
            title_zh: format!("第{number}次公布"),
            title_en: format!("Release {number}"),
            ..Release::default()
        },
        ..ReleaseContent::default()
    }
}

/// One of each thing, with the optional parts filled in.
pub fn full_release(number: i64) -> ReleaseContent {
    ReleaseContent {
        sources: vec![source("report-2016")],
        figures: vec![figure("county-2", COUNTY), figure("county-1", COUNTY)],
        counts: vec![counts(VILLAGE, "status", &[("stable", 40), ("watched", 5)])],
        projects: vec![Project {
            actual_start_on: Some("2025-03-05".to_owned()),
            deviation_zh: Some("雨季".to_owned()),
            details: details(),
            ..project("road", VILLAGE)
        }],
        funds: vec![FundLine {
            project_id: Some("road".to_owned()),
            published_on: Some("2025-02-20".to_owned()),
            ..fund("line-1", VILLAGE)
        }],
        contracts: vec![contract("contract-1", "road")],
        payments: vec![payment("payment-1", "road")],
        units: vec![PublicationUnit {
            members: vec![VILLAGE.to_owned(), OTHER_VILLAGE.to_owned()],
        }],
        reasons: vec![ChangeReason {
            kind: RecordKind::Project,
            id: "road".to_owned(),
            reason_zh: "更正".to_owned(),
            reason_en: "Corrected".to_owned(),
            complaint: Some("C-7KQ2-M4".to_owned()),
        }],
        notices: vec![Notice {
            project_id: Some("road".to_owned()),
            ..notice("notice-1", VILLAGE, "2026-03-10")
        }],
        ..release(number)
    }
}

pub fn source(id: &str) -> SourceDocument {
    SourceDocument {
        id: id.to_owned(),
        title_zh: "扶贫报告".to_owned(),
        title_en: "Report".to_owned(),
        publisher_zh: "县扶贫办".to_owned(),
        publisher_en: "County office".to_owned(),
        published_on: None,
        note_zh: String::new(),
        note_en: String::new(),
    }
}

pub fn figure(id: &str, region_code: &str) -> Figure {
    Figure {
        id: id.to_owned(),
        region_code: region_code.to_owned(),
        topic: "people".to_owned(),
        name_zh: "贫困人口".to_owned(),
        name_en: "Poor people".to_owned(),
        value: "64904-64908".to_owned(),
        qualifier: Qualifier::MoreThan,
        unit_zh: "人".to_owned(),
        unit_en: "people".to_owned(),
        period_zh: Some("2016年".to_owned()),
        period_en: None,
        derivation_zh: None,
        derivation_en: None,
        warning_zh: Some("前后不一".to_owned()),
        warning_en: None,
        source_id: "report-2016".to_owned(),
    }
}

pub fn counts(region_code: &str, name: &str, cells: &[(&str, i64)]) -> CountTable {
    CountTable {
        region_code: region_code.to_owned(),
        name: name.to_owned(),
        cells: cells.iter().map(|(class, n)| ((*class).to_owned(), *n)).collect(),
    }
}

pub fn project(id: &str, region_code: &str) -> Project {
    Project {
        id: id.to_owned(),
        region_code: region_code.to_owned(),
        name_zh: "通村公路".to_owned(),
        name_en: "Village road".to_owned(),
        kind: "infrastructure".to_owned(),
        nature: "new".to_owned(),
        stage: "building".to_owned(),
        content_zh: "硬化3公里".to_owned(),
        content_en: "3 km of concrete".to_owned(),
        target_zh: String::new(),
        target_en: String::new(),
        benefit_zh: String::new(),
        benefit_en: String::new(),
        duty_unit_zh: "交通局".to_owned(),
        duty_unit_en: "Transport bureau".to_owned(),
        duty_post_zh: "局长".to_owned(),
        duty_post_en: "Director".to_owned(),
        duty_phone: "12317".to_owned(),
        n_beneficiary_households: 120,
        planned_start_on: "2025-03-01".to_owned(),
        planned_end_on: "2025-12-31".to_owned(),
        actual_start_on: None,
        actual_end_on: None,
        deviation_zh: None,
        deviation_en: None,
        year: 2025,
        money: vec![money("central", 1_000_000, 600_000), money("county", 500_000, 100_000)],
        details: ProjectDetails::default(),
    }
}

pub fn money(source: &str, planned_fen: i64, paid_fen: i64) -> ProjectMoney {
    ProjectMoney { source: source.to_owned(), planned_fen, allocated_fen: planned_fen, paid_fen }
}

pub fn fund(id: &str, region_code: &str) -> FundLine {
    FundLine {
        id: id.to_owned(),
        region_code: region_code.to_owned(),
        source: "central".to_owned(),
        name_zh: "中央衔接资金".to_owned(),
        name_en: "Central bridging fund".to_owned(),
        document_number: "闽财农〔2025〕3号".to_owned(),
        year: 2025,
        amount_fen: 1_000_000,
        allocated_on: "2025-02-01".to_owned(),
        use_zh: "修路".to_owned(),
        use_en: "Roads".to_owned(),
        project_id: None,
        published_on: None,
    }
}

pub fn details() -> ProjectDetails {
    ProjectDetails {
        approval_document: Some("闽发改〔2025〕8号".to_owned()),
        outputs: vec![Output {
            name_zh: "硬化路面".to_owned(),
            name_en: "Paved road".to_owned(),
            unit_zh: "公里".to_owned(),
            unit_en: "km".to_owned(),
            planned_milli: 3_000,
            actual_milli: Some(2_800),
        }],
        supervision: Some(Supervision {
            n_representatives: 3,
            last_visit_on: Some("2025-06-01".to_owned()),
            finding_zh: "路面厚度够".to_owned(),
            finding_en: "The surface is thick enough".to_owned(),
        }),
        ..ProjectDetails::default()
    }
}

pub fn contract(id: &str, project_id: &str) -> Contract {
    Contract {
        id: id.to_owned(),
        project_id: project_id.to_owned(),
        title_zh: "公路施工".to_owned(),
        title_en: "Road works".to_owned(),
        supplier_zh: "演示建设公司".to_owned(),
        supplier_en: "Demo Construction".to_owned(),
        method: "tender".to_owned(),
        n_tenderers: Some(3),
        signed_on: "2025-02-25".to_owned(),
        amount_fen: 1_400_000,
        planned_end_on: None,
        modifications: vec![Modification {
            agreed_on: "2025-05-05".to_owned(),
            kind: "value".to_owned(),
            amount_fen: 1_450_000,
            reason_zh: "加宽".to_owned(),
            reason_en: "Wider".to_owned(),
        }],
    }
}

pub fn payment(id: &str, project_id: &str) -> Payment {
    Payment {
        id: id.to_owned(),
        project_id: project_id.to_owned(),
        contract_id: Some("contract-1".to_owned()),
        fund_id: Some("line-1".to_owned()),
        source: "central".to_owned(),
        paid_on: "2025-04-01".to_owned(),
        amount_fen: 600_000,
        payee_kind: "firm".to_owned(),
        payee_zh: "演示建设公司".to_owned(),
        payee_en: "Demo Construction".to_owned(),
    }
}

pub fn notice(id: &str, region_code: &str, ends_on: &str) -> Notice {
    Notice {
        id: id.to_owned(),
        region_code: region_code.to_owned(),
        kind: "project".to_owned(),
        title_zh: "公示".to_owned(),
        title_en: "Notice".to_owned(),
        body_zh: "正文".to_owned(),
        body_en: "Text".to_owned(),
        posted_on: "2026-03-01".to_owned(),
        ends_on: ends_on.to_owned(),
        phones: "12317".to_owned(),
        project_id: None,
    }
}

/// Another reference and receipt for every `n`; the same form for the same `form`.
pub fn application(n: usize, form: &str) -> NewApplication {
    NewApplication {
        reference: format!("A-{n}"),
        receipt_hash: format!("receipt-a-{n}"),
        idempotency_hash: form.to_owned(),
        region_code: VILLAGE.to_owned(),
        programme: "dibao".to_owned(),
        pack: "2026".to_owned(),
        applicant_name: "某人".to_owned(),
        phone: "13800000000".to_owned(),
        helper_name: None,
        answers: "{}".to_owned(),
        result: "{}".to_owned(),
        filed_at: format!("2026-03-02T08:00:00.{n:03}Z"),
    }
}

pub fn complaint(n: usize, form: &str) -> NewComplaint {
    NewComplaint {
        reference: format!("C-{n}"),
        receipt_hash: format!("receipt-c-{n}"),
        idempotency_hash: form.to_owned(),
        region_code: None,
        about: Some("figure/county-1".to_owned()),
        about_as_seen: Some("64904-64908".to_owned()),
        kind: "figure".to_owned(),
        body: "不对".to_owned(),
        contact: None,
        filed_at: format!("2026-03-02T09:00:00.{n:03}Z"),
    }
}
