//! Made-up allocations, contracts and payments.

use disclosure::published::{Contract, FundLine, Modification, Payment, Project};

const METHODS: [&str; 5] = ["tender", "negotiation", "inquiry", "direct", "work_relief"];

fn number(project: &Project) -> usize {
    project.id[2..].parse().expect("its own number")
}

/// The contract of a project that has begun.
pub fn contract(project: &Project) -> Option<Contract> {
    let n = number(project);
    let begun = project.actual_start_on.is_some();
    begun.then(|| Contract {
        id: format!("HT-{n:05}"),
        project_id: project.id.clone(),
        title_zh: format!("{}施工合同", project.name_zh),
        title_en: format!("Works: {}", project.name_en),
        supplier_zh: format!("=演示建筑公司{}", n % 9),
        supplier_en: format!("Demo Builders {}", n % 9),
        method: METHODS[n / 5 % METHODS.len()].into(),
        n_tenderers: n.is_multiple_of(2).then_some(3),
        signed_on: "2024-03-10".into(),
        amount_fen: 20_000_001,
        planned_end_on: Some(project.planned_end_on.clone()),
        modifications: modifications(n),
    })
}

fn modifications(n: usize) -> Vec<Modification> {
    let change = |kind: &str, amount_fen| Modification {
        agreed_on: "2024-07-01".into(),
        kind: kind.into(),
        amount_fen,
        reason_zh: "雨季冲坏路基，要加固".into(),
        reason_en: "Rain damaged the bed".into(),
    };
    let all =
        [change("value", 21_000_001), change("duration", 21_000_001), change("scope", 19_999_999)];
    all.into_iter().take(n % 4).collect()
}

/// What was paid of a project that has begun: to a firm, to a unit, to households together.
pub fn payments(project: &Project) -> Vec<Payment> {
    let n = number(project);
    let Some(contract) = contract(project) else { return Vec::new() };
    let payees = [
        ("firm", contract.supplier_zh.as_str(), contract.supplier_en.as_str()),
        ("unit", "演示县农业农村局", "Demo County Bureau of Agriculture"),
        ("households", "农户", "Households"),
    ];
    (0..3)
        .map(|part| {
            let (kind, zh, en) = payees[part];
            Payment {
                id: format!("ZF-{n:05}-{part}"),
                project_id: project.id.clone(),
                contract_id: (part == 0).then(|| contract.id.clone()),
                fund_id: n.is_multiple_of(3).then(|| format!("ZJ-{n:05}")),
                source: project.money[0].source.clone(),
                paid_on: format!("2024-0{}-15", part + 4),
                amount_fen: 4_000_003,
                payee_kind: kind.into(),
                payee_zh: zh.into(),
                payee_en: en.into(),
            }
        })
        .collect()
}

pub fn fund(project: &Project) -> FundLine {
    let n = number(project);
    FundLine {
        id: format!("ZJ-{n:05}"),
        region_code: project.region_code.clone(),
        source: project.money[0].source.clone(),
        name_zh: "衔接资金".into(),
        name_en: "Bridging fund".into(),
        document_number: "演财〔2024〕8号".into(),
        year: 2024,
        amount_fen: 30_000_001,
        allocated_on: "2024-02-01".into(),
        use_zh: "修路".into(),
        use_en: "A road".into(),
        project_id: Some(project.id.clone()),
        published_on: Some("2024-02-10".into()),
    }
}

/// Money that a city keeps for itself.
pub fn city_fund(region_code: &str) -> FundLine {
    FundLine {
        id: "ZJ-CITY".into(),
        region_code: region_code.into(),
        source: "city".into(),
        name_zh: "市级项目管理费".into(),
        name_en: "City project management".into(),
        document_number: "演市财〔2024〕2号".into(),
        year: 2024,
        amount_fen: 123_456,
        allocated_on: "2024-02-01".into(),
        use_zh: "项目管理".into(),
        use_en: "Project management".into(),
        project_id: None,
        published_on: None,
    }
}
