//! Made-up projects of every kind, nature and stage.

use disclosure::published::{
    Output, Photo, Project, ProjectDetails, ProjectDocument, ProjectMoney, Supervision,
};

const KINDS: [(&str, &str, &str, &str); 7] = [
    ("infrastructure", "农村道路", "村道硬化", "Village road"),
    ("infrastructure", "饮水安全", "自来水管道", "Drinking water"),
    ("housing", "危房改造", "危房改造", "Repair of unsafe houses"),
    ("relocation", "集中安置", "安置点", "Resettlement site"),
    ("industry", "种植", "香蕉种植", "Bananas"),
    ("training", "技能培训", "养蜂培训", "Training in bee-keeping"),
    ("service", "卫生", "村卫生室", "Village clinic"),
];
const STAGES: [&str; 5] = ["listed", "approved", "building", "finished", "accepted"];

/// The `n`th project, in this village.
pub fn project(n: usize, region_code: &str) -> Project {
    let (kind, sub_kind, name_zh, name_en) = KINDS[n % KINDS.len()];
    let step = n % STAGES.len();
    let since = |reached: usize, day: &str| (step >= reached).then(|| day.to_owned());
    Project {
        id: format!("P-{n:05}"),
        region_code: region_code.into(),
        name_zh: format!("{name_zh}（{n}）"),
        name_en: format!("{name_en} ({n})"),
        kind: kind.into(),
        nature: if n.is_multiple_of(4) { "continued" } else { "new" }.into(),
        stage: STAGES[step].into(),
        content_zh: "硬化道路3.2公里，宽3.5米".into(),
        content_en: "Hardens 3.2 km of road, 3.5 m wide".into(),
        target_zh: if n % 11 == 10 { String::new() } else { "方便出行".into() },
        target_en: "Easier to get about".into(),
        benefit_zh: "村民务工".into(),
        benefit_en: "Villagers are paid for the work".into(),
        duty_unit_zh: format!("第{}乡人民政府", n % 5 + 1),
        duty_unit_en: format!("Government of Township {}", n % 5 + 1),
        duty_post_zh: "分管副乡长".into(),
        duty_post_en: "Deputy head of township".into(),
        duty_phone: "+86-0000-12317".into(),
        n_beneficiary_households: i64::try_from(n % 13).expect("small") * 5,
        planned_start_on: "2024-03-01".into(),
        planned_end_on: if n.is_multiple_of(2) { "2024-10-31" } else { "2025-05-31" }.into(),
        actual_start_on: since(2, "2024-03-15"),
        actual_end_on: since(3, "2024-11-20"),
        deviation_zh: since(3, "-雨季停工20天"),
        deviation_en: since(3, "-20 days of rain"),
        year: 2024,
        money: money(n, step),
        details: details(n, step, sub_kind),
    }
}

fn money(n: usize, step: usize) -> Vec<ProjectMoney> {
    let part = i64::try_from(n).expect("small");
    let line = |source: &str, fen: i64| ProjectMoney {
        source: source.into(),
        planned_fen: fen,
        allocated_fen: if step >= 1 { fen } else { 0 },
        paid_fen: if step >= 3 { fen } else { 0 },
    };
    let all = [
        line("central", 30_000_001 + part),
        line("province", 12_345_678),
        line("city", 5),
        line("county", 99),
        line("sector", 1_000_000),
        line("social", 2_500_050),
        line("loan", 7_000_007),
    ];
    all.into_iter().cycle().skip(n % 7).take(2 + n % 3).collect()
}

fn details(n: usize, step: usize, sub_kind: &str) -> ProjectDetails {
    let since = |reached: usize, day: &str| (step >= reached).then(|| day.to_owned());
    let is_rich = n.is_multiple_of(3);
    ProjectDetails {
        national_number: is_rich.then(|| format!("FP-99-{n:06}")),
        sub_kind_zh: Some(sub_kind.into()),
        sub_kind_en: None,
        listed_on: Some("2023-11-01".into()),
        approved_on: since(1, "2024-01-15"),
        approval_document: since(1, "演扶〔2024〕1号"),
        accepted_on: since(4, "2024-12-10"),
        published_on: Some("2023-11-10".into()),
        n_benefited_households: (step >= 3).then_some(20),
        outputs: vec![Output {
            name_zh: "道路".into(),
            name_en: "Road".into(),
            unit_zh: "公里".into(),
            unit_en: "km".into(),
            planned_milli: 3_200,
            actual_milli: (step >= 3).then_some(3_050),
        }],
        supervision: is_rich.then(|| Supervision {
            n_representatives: 3,
            last_visit_on: since(2, "2024-08-01"),
            finding_zh: "路面够厚".into(),
            finding_en: "The road is thick enough".into(),
        }),
        photos: if is_rich { vec![photo(n)] } else { Vec::new() },
        documents: if step >= 1 { documents() } else { Vec::new() },
    }
}

fn photo(n: usize) -> Photo {
    Photo {
        sha256: format!("{n:064x}"),
        look: format!("{n:016x}"),
        width: 800,
        height: 600,
        moment: ["before", "during", "after"][n % 3].into(),
        taken_on: Some("2024-06-01".into()),
        caption_zh: "施工现场".into(),
        caption_en: "The site".into(),
    }
}

fn documents() -> Vec<ProjectDocument> {
    let document = |kind: &str, url: Option<&str>| ProjectDocument {
        kind: kind.into(),
        title_zh: "关于项目的文件".into(),
        title_en: "A document about the project".into(),
        number: Some("演扶〔2024〕1号".into()),
        dated_on: Some("2024-01-15".into()),
        url: url.map(Into::into),
    };
    vec![
        document("approval", Some("https://yangguang.example.org/documents/1.pdf")),
        document("tender", Some("/documents/2.pdf")),
        document("contract", None),
        document("acceptance", Some("not an address")),
        document("audit", None),
        document("posting", None),
    ]
}
