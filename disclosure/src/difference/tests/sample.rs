//! Records made short.

use crate::published::{
    ChangeReason, Contract, CountTable, Project, ProjectDetails, ProjectMoney, RecordKind, Release,
    ReleaseContent,
};

pub const VILLAGE: &str = "350681100200";

pub fn release(number: i64) -> ReleaseContent {
    ReleaseContent {
        release: Release { number, ..Release::default() },
        ..ReleaseContent::default()
    }
}

pub fn project(id: &str) -> Project {
    Project {
        id: id.to_owned(),
        region_code: VILLAGE.to_owned(),
        name_zh: "通村公路".to_owned(),
        name_en: "Village road".to_owned(),
        kind: "infrastructure".to_owned(),
        nature: "new".to_owned(),
        stage: "building".to_owned(),
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
        n_beneficiary_households: 120,
        planned_start_on: "2025-03-01".to_owned(),
        planned_end_on: "2025-12-31".to_owned(),
        actual_start_on: None,
        actual_end_on: None,
        deviation_zh: None,
        deviation_en: None,
        year: 2025,
        money: vec![money("central", 600_000), money("county", 100_000)],
        details: ProjectDetails::default(),
    }
}

pub fn money(source: &str, paid_fen: i64) -> ProjectMoney {
    ProjectMoney {
        source: source.to_owned(),
        planned_fen: 1_000_000,
        allocated_fen: 800_000,
        paid_fen,
    }
}

pub fn contract(id: &str, project_id: &str, amount_fen: i64) -> Contract {
    Contract {
        id: id.to_owned(),
        project_id: project_id.to_owned(),
        title_zh: "施工".to_owned(),
        title_en: "Works".to_owned(),
        supplier_zh: "公司".to_owned(),
        supplier_en: "Firm".to_owned(),
        method: "tender".to_owned(),
        n_tenderers: Some(3),
        signed_on: "2025-02-25".to_owned(),
        amount_fen,
        planned_end_on: None,
        modifications: Vec::new(),
    }
}

pub fn counts(region_code: &str, name: &str, cells: &[(&str, i64)]) -> CountTable {
    CountTable {
        region_code: region_code.to_owned(),
        name: name.to_owned(),
        cells: cells.iter().map(|(class, n)| ((*class).to_owned(), *n)).collect(),
    }
}

pub fn reason(kind: RecordKind, id: &str) -> ChangeReason {
    ChangeReason {
        kind,
        id: id.to_owned(),
        reason_zh: "更正".to_owned(),
        reason_en: "Corrected".to_owned(),
        complaint: Some("C-7KQ2-M4".to_owned()),
    }
}
