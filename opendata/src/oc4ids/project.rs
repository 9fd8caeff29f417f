//! A project: what, where, who, for whom.

use disclosure::published::{Photo, Project, ProjectDocument};

use super::course::{completion, milestones, outputs, period, preparation};
use super::money::{budget, transactions};
use super::parties::{parties, reference};
use super::{Record, contract, maybe_day};
use crate::address::{photo_url, project_url, whole_url};
use crate::codes::{DOCUMENT_KIND, MOMENT, NATURE, PROJECT_KIND, chinese};
use crate::json::Object;
use crate::options::Options;
use crate::place::{Places, publishing_place};

pub fn object(record: &Record<'_>, places: &Places<'_>) -> Object {
    let project = record.project;
    let unassigned = record.payments.iter().filter(|it| it.contract_id.is_none()).copied();
    Object::new()
        .with("id", id(record.options, project))
        .with("updated", super::day(record.as_of))
        .with("language", "zh")
        .with("identifiers", identifiers(record))
        .with("publicAuthority", reference(&project.duty_unit_zh))
        .with("title", &project.name_zh)
        .with("description", &project.content_zh)
        .with("purpose", &project.benefit_zh)
        .with("status", status(&project.stage))
        .with("type", kind_of_work(&project.nature))
        .with("sector", sector(project))
        .with("additionalClassifications", classifications(project))
        .with("locations", vec![location(project, places)])
        .with("period", period(project))
        .with("preparationPeriod", preparation(project))
        .with("budget", budget(project))
        .with("parties", parties(record))
        .with("forecasts", outputs(project, false))
        .with("metrics", outputs(project, true))
        .with("milestones", milestones(project, record.as_of))
        .with("completion", completion(project))
        .with("benefits", benefits(project))
        .with("contractingProcesses", contract::processes(record))
        .with("transactions", transactions(record, unassigned))
        .with("documents", documents(record))
}

/// The registered prefix, the county, the number in the county's library.
fn id(options: &Options, project: &Project) -> String {
    let county = &publishing_place(&project.region_code)[..6];
    format!("{}-{county}-{}", options.oc4ids_prefix, project.id)
}

fn identifiers(record: &Record<'_>) -> Vec<Object> {
    let national = record.project.details.national_number.clone();
    let national = national.map(|it| Object::new().with("id", it).with("scheme", "CN-FPXM"));
    let own = Object::new().with("id", &record.project.id).with("scheme", "CN-XMK");
    national.into_iter().chain([own]).collect()
}

/// A closed list. 验收 comes after 完工: from then on the asset is in use.
fn status(stage: &str) -> Option<&'static str> {
    Some(match stage {
        "listed" => "identification",
        "approved" => "preparation",
        "building" => "implementation",
        "finished" => "completion",
        "accepted" => "maintenance",
        _ => return None,
    })
}

/// A closed list of what is done to the asset; a continued project goes on building it.
fn kind_of_work(nature: &str) -> Option<&'static str> {
    matches!(nature, "new" | "continued").then_some("construction")
}

/// By the county's own finer kind; nothing where that names no sector of the list.
fn sector(project: &Project) -> Vec<&'static str> {
    if project.kind != "infrastructure" {
        return vec!["socialHousing"];
    }
    let named = project.details.sub_kind_zh.as_deref().unwrap_or_default();
    let found = SECTORS.iter().find(|(words, _)| words.iter().any(|word| named.contains(word)));
    found.map(|(_, sector)| *sector).into_iter().collect()
}

/// Words in a finer kind, and the sector that they mean.
const SECTORS: [(&[&str], &str); 8] = [
    (&["路", "桥"], "transport.road"),
    (&["防洪", "堤"], "naturalResources.floodProtection"),
    (&["水", "厕", "垃圾"], "waterAndWaste"),
    (&["光伏"], "energy.solar"),
    (&["电"], "energy"),
    (&["网络", "通信", "宽带"], "communications"),
    (&["学校", "幼儿园", "教育"], "education"),
    (&["卫生", "医"], "health"),
];

/// The Chinese terms that the closed lists cannot hold.
fn classifications(project: &Project) -> Vec<Object> {
    let term = |scheme: &str, id: &str, words: &str| {
        Object::new().with("scheme", scheme).with("id", id).with("description", words)
    };
    let mut list = vec![
        term("CN-XMK-CATEGORY", &project.kind, chinese(PROJECT_KIND, &project.kind)),
        term("CN-XMK-NATURE", &project.nature, chinese(NATURE, &project.nature)),
    ];
    if let Some(finer) = &project.details.sub_kind_zh {
        list.push(term("CN-XMK-SUBCATEGORY", finer, finer));
    }
    list
}

fn location(project: &Project, places: &Places<'_>) -> Object {
    let code = project.region_code.as_str();
    let mut names = Vec::new();
    let mut at = places.regions.get(code);
    while let Some(region) = at.filter(|_| names.len() < 6) {
        names.push(region.name.as_str());
        at = region.parent_code.as_deref().and_then(|parent| places.regions.get(parent));
    }
    names.reverse();
    let gazetteer = Object::new().with("scheme", "CN-NBS-12").with("identifiers", vec![code]);
    Object::new()
        .with("id", code)
        .with("description", names.concat())
        .with("gazetteer", gazetteer)
        .with("address", Object::new().with("countryName", "中国"))
}

/// Below this the number is left out altogether.
pub const FEWEST_HOUSEHOLDS: i64 = 10;

/// Whom it helps, in words: what is published counts households, and the standard's `numberOfPeople`
/// would say that they are people. As a number the households stand among forecasts and metrics.
fn benefits(project: &Project) -> Vec<Object> {
    let n = project.n_beneficiary_households;
    let households = (n >= FEWEST_HOUSEHOLDS).then(|| {
        let words = format!(
            "农户：计划{n}户受益（是户数，不是人数；为了不让人认出是哪一家，和真的数差一点）"
        );
        Object::new().with("description", words)
    });
    let benefit = Object::new()
        .with("description", &project.target_zh)
        .with("beneficiaries", households.into_iter().collect::<Vec<_>>());
    [benefit].into_iter().filter(|it| !it.is_empty()).collect()
}

fn documents(record: &Record<'_>) -> Vec<Object> {
    let page = Object::new()
        .with("id", "page")
        .with("title", "项目的网页")
        .with("url", project_url(record.options, &record.project.id))
        .with("format", "text/html")
        .with("language", "zh");
    let details = &record.project.details;
    let papers = (1..).zip(&details.documents).map(|(n, it)| document(n, it, record.options));
    let photos = (1..).zip(&details.photos).map(|(n, it)| photo(n, it, record.options));
    [page].into_iter().chain(papers).chain(photos).collect()
}

fn document(n: i64, it: &ProjectDocument, options: &Options) -> Object {
    let kind = match it.kind.as_str() {
        "approval" => Some("budgetApproval"),
        "tender" => Some("tenderNotice"),
        "contract" => Some("contractSigned"),
        "acceptance" => Some("completionCertificate"),
        "audit" => Some("financialAuditReport"),
        _ => None,
    };
    let words = [Some(chinese(DOCUMENT_KIND, &it.kind)), it.number.as_deref()];
    Object::new()
        .with("id", format!("document-{n}"))
        .with("documentType", kind)
        .with("title", &it.title_zh)
        .with("description", words.into_iter().flatten().collect::<Vec<_>>().join(" "))
        .with("datePublished", maybe_day(it.dated_on.as_ref()))
        .with("url", it.url.as_ref().and_then(|url| whole_url(options, url)))
        .with("language", "zh")
}

fn photo(n: i64, it: &Photo, options: &Options) -> Object {
    Object::new()
        .with("id", format!("photo-{n}"))
        .with("documentType", "illustration")
        .with("title", &it.caption_zh)
        .with("description", chinese(MOMENT, &it.moment))
        .with("datePublished", maybe_day(it.taken_on.as_ref()))
        .with("url", photo_url(options, &it.sha256))
        .with("format", "image/jpeg")
}
