//! Small records to put together.

use disclosure::published::{
    Figure, FundLine, Payment, Project, ProjectDetails, ProjectMoney, Qualifier, SourceDocument,
};
use disclosure::reconcile::{Check, Finding, Floors, Material, Relations, reconcile};

pub const VILLAGE: &str = "350681100200";
pub const TODAY: &str = "2026-11-22";

pub fn findings(material: &Material) -> Vec<Finding> {
    reconcile(material, &Relations::built_in(), &Floors::built_in(), TODAY)
}

pub fn checks(material: &Material) -> Vec<Check> {
    findings(material).into_iter().map(|it| it.check).collect()
}

pub fn figure(id: &str, value: &str, qualifier: Qualifier, unit_zh: &str) -> Figure {
    Figure {
        id: id.to_owned(),
        region_code: "350600000000".to_owned(),
        topic: "people".to_owned(),
        name_zh: id.to_owned(),
        name_en: id.to_owned(),
        value: value.to_owned(),
        qualifier,
        unit_zh: unit_zh.to_owned(),
        unit_en: unit_zh.to_owned(),
        period_zh: None,
        period_en: None,
        derivation_zh: None,
        derivation_en: None,
        warning_zh: None,
        warning_en: None,
        source_id: "report".to_owned(),
    }
}

pub fn source() -> SourceDocument {
    SourceDocument {
        id: "report".to_owned(),
        title_zh: String::new(),
        title_en: String::new(),
        publisher_zh: String::new(),
        publisher_en: String::new(),
        published_on: None,
        note_zh: String::new(),
        note_en: String::new(),
    }
}

/// Finished as planned, approved by a document, with a little money of its own.
pub fn project(id: &str) -> Project {
    Project {
        id: id.to_owned(),
        region_code: VILLAGE.to_owned(),
        name_zh: format!("项目{id}"),
        name_en: id.to_owned(),
        kind: "infrastructure".to_owned(),
        nature: "new".to_owned(),
        stage: "finished".to_owned(),
        content_zh: String::new(),
        content_en: String::new(),
        target_zh: String::new(),
        target_en: String::new(),
        benefit_zh: String::new(),
        benefit_en: String::new(),
        duty_unit_zh: String::new(),
        duty_unit_en: String::new(),
        duty_post_zh: String::new(),
        duty_post_en: String::new(),
        duty_phone: String::new(),
        n_beneficiary_households: 10,
        planned_start_on: "2025-03-01".to_owned(),
        planned_end_on: "2025-12-31".to_owned(),
        actual_start_on: Some("2025-03-01".to_owned()),
        actual_end_on: Some("2025-12-01".to_owned()),
        deviation_zh: None,
        deviation_en: None,
        year: 2025,
        money: vec![money("central", 1_500, 900)],
        details: ProjectDetails {
            approval_document: Some("演示〔2025〕1号".to_owned()),
            ..ProjectDetails::default()
        },
    }
}

pub fn money(source: &str, allocated_fen: i64, paid_fen: i64) -> ProjectMoney {
    ProjectMoney { source: source.to_owned(), planned_fen: allocated_fen, allocated_fen, paid_fen }
}

pub fn line(id: &str, amount_fen: i64, project_id: Option<&str>) -> FundLine {
    FundLine {
        id: id.to_owned(),
        region_code: VILLAGE.to_owned(),
        source: "central".to_owned(),
        name_zh: String::new(),
        name_en: String::new(),
        document_number: format!("演示〔2025〕{id}号"),
        year: 2025,
        amount_fen,
        allocated_on: "2025-02-01".to_owned(),
        use_zh: String::new(),
        use_en: String::new(),
        project_id: project_id.map(ToOwned::to_owned),
        published_on: None,
    }
}

pub fn payment(id: &str, amount_fen: i64, fund_id: &str) -> Payment {
    Payment {
        id: id.to_owned(),
        project_id: "road".to_owned(),
        contract_id: None,
        fund_id: Some(fund_id.to_owned()),
        source: "central".to_owned(),
        paid_on: "2025-06-01".to_owned(),
        amount_fen,
        payee_kind: "firm".to_owned(),
        payee_zh: String::new(),
        payee_en: String::new(),
    }
}
