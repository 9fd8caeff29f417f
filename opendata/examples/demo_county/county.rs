//! A made-up province with a city and two counties: one with everything a release can hold, one with
//! next to nothing. Region 99 does not exist.

use std::collections::BTreeMap;

use disclosure::published::{
    ChangeReason, CountTable, Figure, Notice, PublicationUnit, Qualifier, RecordKind, Region,
    Release, ReleaseContent, SourceDocument,
};

use crate::{money, project};

pub const COUNTY: &str = "990101000000";

/// A release with so many projects in its first county, and all the regions there are.
pub fn county(n_projects: usize) -> (ReleaseContent, Vec<Region>) {
    let regions = regions();
    let villages: Vec<&Region> = regions.iter().filter(|it| it.level == 5).collect();
    let projects: Vec<_> =
        (0..n_projects).map(|n| project::project(n, &villages[n % villages.len()].code)).collect();
    let contracts: Vec<_> = projects.iter().filter_map(money::contract).collect();
    let payments = projects.iter().flat_map(money::payments).collect();
    let mut funds: Vec<_> = projects.iter().step_by(3).map(money::fund).collect();
    funds.push(money::city_fund("990100000000"));
    let content = ReleaseContent {
        release: release(),
        sources: sources(),
        figures: figures(),
        counts: counts(&regions),
        units: vec![PublicationUnit {
            members: vec![villages[0].code.clone(), villages[1].code.clone()],
        }],
        notices: projects.iter().step_by(20).map(notice).collect(),
        projects,
        funds,
        contracts,
        payments,
        reasons: vec![ChangeReason {
            kind: RecordKind::Project,
            id: "P-00003".into(),
            reason_zh: "上次把长度写错了，改过来。".into(),
            reason_en: "The length was wrong last time; it is put right.".into(),
            complaint: Some("C-7KQ2-M4".into()),
        }],
    };
    (content, regions)
}

fn release() -> Release {
    Release {
        number: 3,
        published_at: "2025-01-10T02:00:00.000Z".into(),
        as_of: "2024-12-31".into(),
        title_zh: "2024年底的扶贫公开数据".into(),
        title_en: "Published data, end of 2024".into(),
        publisher_zh: "演示县农业农村局".into(),
        publisher_en: "Demo County Bureau of Agriculture".into(),
        legal_basis_zh: "《中华人民共和国政府信息公开条例》第二十条".into(),
        legal_basis_en: "Regulations on Open Government Information, article 20".into(),
    }
}

fn regions() -> Vec<Region> {
    let mut regions = vec![
        region("990000000000", None, 1, "演示省", "Yanshi Sheng"),
        region("990100000000", Some("990000000000"), 2, "演示市", "Yanshi Shi"),
        region(COUNTY, Some("990100000000"), 3, "演示县", "Yanshi Xian"),
        region("990102000000", Some("990100000000"), 3, "空闲县", "Kongxian Xian"),
    ];
    for township in 1..=5 {
        let code = format!("9901010{township:02}000");
        let name = format!("第{township}乡");
        regions.push(region(&code, Some(COUNTY), 4, &name, &format!("Di {township} Xiang")));
        for village in 1..=8 {
            let (name, pinyin) = (format!("第{village}村"), format!("Di {village} Cun"));
            let village = format!("{}{village:03}", &code[..9]);
            regions.push(region(&village, Some(&code), 5, &name, &pinyin));
        }
    }
    regions
}

fn region(code: &str, parent: Option<&str>, level: i64, name: &str, pinyin: &str) -> Region {
    Region {
        code: code.into(),
        parent_code: parent.map(Into::into),
        level,
        name: name.into(),
        pinyin: pinyin.into(),
    }
}

/// Tables that add up: every village the same, every place above the sum of those below it.
fn counts(regions: &[Region]) -> Vec<CountTable> {
    let classes = |name: &str| match name {
        "status" => [("poor", 15), ("left", 40), ("monitored", 5)],
        _ => [("illness", 25), ("schooling", 10), ("no_labour", 25)],
    };
    let mut tables = Vec::new();
    for region in regions.iter().filter(|it| it.code != "990102000000") {
        let prefix = region.code.trim_end_matches('0');
        let villages = regions.iter().filter(|it| it.level == 5 && it.code.starts_with(prefix));
        let n_villages = i64::try_from(villages.count()).expect("a few dozen");
        for name in ["status", "cause"] {
            let cells: BTreeMap<String, i64> = classes(name)
                .into_iter()
                .map(|(class, n)| (class.to_owned(), n * n_villages))
                .collect();
            tables.push(CountTable { region_code: region.code.clone(), name: name.into(), cells });
        }
    }
    tables
}

fn sources() -> Vec<SourceDocument> {
    vec![SourceDocument {
        id: "bulletin-2024".into(),
        title_zh: "演示县2024年统计公报".into(),
        title_en: "Statistical bulletin of Demo County, 2024".into(),
        publisher_zh: "演示县统计局".into(),
        publisher_en: "Demo County Statistics Bureau".into(),
        published_on: Some("2025-01-05".into()),
        note_zh: "演示用，不是真的。".into(),
        note_en: "For demonstration; not real.".into(),
    }]
}

fn figures() -> Vec<Figure> {
    let figure = |id: &str, value: &str, qualifier| Figure {
        id: id.into(),
        region_code: COUNTY.into(),
        topic: "housing".into(),
        name_zh: "危房改造户数".into(),
        name_en: "Houses repaired".into(),
        value: value.into(),
        qualifier,
        unit_zh: "户".into(),
        unit_en: "households".into(),
        period_zh: Some("2024年".into()),
        period_en: Some("2024".into()),
        derivation_zh: None,
        derivation_en: None,
        warning_zh: Some("=HYPERLINK(\"https://example.org\")，只是一段文字".into()),
        warning_en: Some("@not a formula".into()),
        source_id: "bulletin-2024".into(),
    };
    vec![
        figure("demo-01", "64904-64908", Qualifier::AsPrinted),
        figure("demo-02", "1/3", Qualifier::Nearly),
        figure("demo-03", "1200", Qualifier::MoreThan),
    ]
}

fn notice(project: &disclosure::published::Project) -> Notice {
    Notice {
        id: format!("N-{}", project.id),
        region_code: project.region_code.clone(),
        kind: "project".into(),
        title_zh: format!("关于{}的公示", project.name_zh),
        title_en: format!("Notice: {}", project.name_en),
        body_zh: "第一，做什么：修路，\"3公里\"。\n第二，花多少钱。\n#不是注释\n第三，谁来做。"
            .into(),
        body_en:
            "First, what: a road, \"3 km\".\r\nSecond, how much.\r\n#no comment\r\nThird, who."
                .into(),
        posted_on: "2024-12-01".into(),
        ends_on: "2024-12-11".into(),
        phones: "12317".into(),
        project_id: Some(project.id.clone()),
    }
}
