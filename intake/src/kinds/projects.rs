//! The county's project table.

use std::collections::BTreeMap;

use disclosure::published::{Project, ProjectDetails, ProjectMoney, Region, Supervision};
use jiff::civil::Date;

use super::{FirstRows, RowReader};
use crate::{
    Problems, Records, cells,
    fields::{Fields, day_text},
    header_row::Header,
    id,
    problem::ProblemKind,
};

/// Sources, with their columns of planned, allocated and paid money.
const SOURCES: [(&str, [&str; 3]); 7] = [
    ("central", ["planned_central", "allocated_central", "paid_central"]),
    ("province", ["planned_province", "allocated_province", "paid_province"]),
    ("city", ["planned_city", "allocated_city", "paid_city"]),
    ("county", ["planned_county", "allocated_county", "paid_county"]),
    ("sector", ["planned_sector", "allocated_sector", "paid_sector"]),
    ("social", ["planned_social", "allocated_social", "paid_social"]),
    ("loan", ["planned_loan", "allocated_loan", "paid_loan"]),
];

/// Exact numbers of households, by the id of the project: planned, and those that did benefit. They
/// must be protected before they are published, so they have neither `Debug` nor `Serialize`, and in
/// the projects themselves they are 0 and none.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Beneficiaries {
    pub by_project: BTreeMap<String, (u32, Option<u32>)>,
}

#[derive(Default)]
pub struct Projects {
    list: Vec<Project>,
    beneficiaries: Beneficiaries,
    ids: FirstRows,
    names: FirstRows,
}

impl RowReader for Projects {
    fn row(&mut self, fields: &mut Fields<'_>) {
        let region = fields.place();
        let name_zh = fields.must_text("name");
        let dates = Dates::read(fields);
        let year = fields.year("year").or(dates.planned.0.map(|it| i64::from(it.year())));
        let year = year.unwrap_or_default();
        let code = region.map_or("", |it| it.code.as_str());
        let number = fields.text("id");
        let id = match number.as_str() {
            "" => id::project_id(code, &name_zh, year),
            number => id::of_number("p", number),
        };
        if !number.is_empty() {
            self.ids.note(id.clone(), "id", fields);
        }
        if region.is_some() && !name_zh.is_empty() {
            self.names.note(format!("{code}|{year}|{name_zh}"), "name", fields);
        }
        let counts = ["beneficiaries", "benefited"]
            .map(|it| fields.number(it).map(|it| u32::try_from(it).unwrap_or(u32::MAX)));
        self.beneficiaries.by_project.insert(id.clone(), (counts[0].unwrap_or(0), counts[1]));
        self.list.push(project(fields, region, id, name_zh, year, &dates));
    }

    fn key(&self) -> &'static str {
        "name"
    }

    fn n_records(&self) -> usize {
        self.list.len()
    }

    fn finish(self: Box<Self>, _: &Header, _: &mut Problems) -> Records {
        Records::Projects(self.list, self.beneficiaries)
    }
}

fn project(
    fields: &mut Fields<'_>,
    region: Option<&Region>,
    id: String,
    name_zh: String,
    year: i64,
    dates: &Dates,
) -> Project {
    let [content_zh, target_zh, benefit_zh] =
        ["content", "target", "benefit"].map(|it| fields.prose(it));
    let duty_unit_zh = fields.must_text("duty_unit");
    let (duty_post_zh, duty_post_en) = fields.setting.headers.post(fields.raw("duty_person"));
    let deviation_zh = fields.some_text("deviation");
    let deviation_en = fields.some_text("deviation_en").or_else(|| deviation_zh.clone());
    let phone = fields.text("duty_phone");
    Project {
        name_en: fields.english("name_en", &name_zh),
        content_en: fields.english("content_en", &content_zh),
        target_en: fields.english("target_en", &target_zh),
        benefit_en: fields.english("benefit_en", &benefit_zh),
        duty_unit_en: fields.english("duty_unit_en", &duty_unit_zh),
        duty_post_zh: duty_post_zh.to_owned(),
        duty_post_en: duty_post_en.to_owned(),
        duty_phone: if phone.is_empty() { "12317".to_owned() } else { phone },
        kind: kind(fields),
        nature: fields.choice("nature", "nature").unwrap_or("new").to_owned(),
        stage: stage(fields, dates),
        n_beneficiary_households: 0,
        planned_start_on: day_text(dates.planned.0),
        planned_end_on: day_text(dates.planned.1),
        actual_start_on: dates.actual.0.map(|it| it.to_string()),
        actual_end_on: dates.actual.1.map(|it| it.to_string()),
        money: money(fields),
        details: details(fields, dates),
        region_code: region.map(|it| it.code.clone()).unwrap_or_default(),
        id,
        name_zh,
        content_zh,
        target_zh,
        benefit_zh,
        duty_unit_zh,
        deviation_zh,
        deviation_en,
        year,
    }
}

/// The days of a project, in order.
struct Dates {
    planned: (Option<Date>, Option<Date>),
    actual: (Option<Date>, Option<Date>),
    listed: Option<Date>,
    approved: Option<Date>,
    accepted: Option<Date>,
}

impl Dates {
    fn read(fields: &mut Fields<'_>) -> Self {
        let actual = (fields.day("actual_start_on"), fields.day("actual_end_on"));
        fields.in_order("actual_end_on", actual.0, actual.1);
        let accepted = fields.day("accepted_on");
        fields.in_order("accepted_on", actual.1, accepted);
        Self {
            planned: planned(fields),
            actual,
            listed: fields.day("listed_on"),
            approved: fields.day("approved_on"),
            accepted,
        }
    }
}

/// From two columns, or from 实施期限.
fn planned(fields: &mut Fields<'_>) -> (Option<Date>, Option<Date>) {
    let days = (fields.day("planned_start_on"), fields.day("planned_end_on"));
    fields.in_order("planned_end_on", days.0, days.1);
    if days.0.is_some() && days.1.is_some() {
        return days;
    }
    let text = fields.raw("period");
    if cells::is_blank(text) {
        let column = ["period", "planned_start_on"].into_iter().find(|it| fields.has(it));
        fields.wrong(column.unwrap_or("period"), ProblemKind::Missing);
        return days;
    }
    let Some((start, end)) = cells::period(text) else {
        fields.wrong("period", ProblemKind::NotAPeriod);
        return days;
    };
    fields.in_order("period", Some(start), Some(end));
    (days.0.or(Some(start)), days.1.or(Some(end)))
}

/// From 项目类型, or where there is none or an unknown one from 项目子类型.
fn kind(fields: &mut Fields<'_>) -> String {
    let vocabulary = fields.setting.headers.vocabulary("kind");
    let found = ["kind", "sub_kind"].into_iter().find_map(|it| vocabulary.code(fields.raw(it)));
    if let Some(code) = found {
        return code.to_owned();
    }
    let column = if fields.has("kind") { "kind" } else { "sub_kind" };
    let problem = if cells::is_blank(fields.raw(column)) {
        ProblemKind::Missing
    } else {
        ProblemKind::UnknownValue { known: vocabulary.known() }
    };
    fields.wrong(column, problem);
    String::new()
}

/// As stated, or the furthest that a day is given for.
fn stage(fields: &mut Fields<'_>, dates: &Dates) -> String {
    let by_day = [
        (dates.accepted, "accepted"),
        (dates.actual.1, "finished"),
        (dates.actual.0, "building"),
        (dates.approved, "approved"),
    ];
    let stated = fields.choice("stage", "stage");
    let furthest = by_day.into_iter().find(|(day, _)| day.is_some()).map(|(_, stage)| stage);
    stated.or(furthest).unwrap_or("listed").to_owned()
}

/// The sources that have money, and whether the total is their sum.
fn money(fields: &mut Fields<'_>) -> Vec<ProjectMoney> {
    let mut money = Vec::new();
    for (source, columns) in SOURCES {
        let [mut planned_fen, allocated_fen, paid_fen] = columns.map(|it| fields.amount_fen(it));
        match source {
            "province" => planned_fen += fields.amount_fen("planned_province_budget"),
            "sector" => {
                let other_fen = fields.amount_fen("planned_other");
                if other_fen > 0 {
                    fields.wrong("planned_other", ProblemKind::OtherSource);
                }
                planned_fen += other_fen;
            }
            _ => {}
        }
        if (planned_fen, allocated_fen, paid_fen) != (0, 0, 0) {
            money.push(ProjectMoney {
                source: source.to_owned(),
                planned_fen,
                allocated_fen,
                paid_fen,
            });
        }
    }
    let sum: i64 = money.iter().map(|it| it.planned_fen).sum();
    if !cells::is_blank(fields.raw("planned_total")) && fields.amount_fen("planned_total") != sum {
        fields.wrong("planned_total", ProblemKind::SumMismatch { sum: yuan(sum) });
    }
    money
}

/// `12000.50元`.
pub fn yuan(fen: i64) -> String {
    format!("{}.{:02}元", fen / 100, fen % 100)
}

fn details(fields: &mut Fields<'_>, dates: &Dates) -> ProjectDetails {
    let day = |it: Option<Date>| it.map(|it| it.to_string());
    let sub_kind = fields.some_text("sub_kind");
    let finding = fields.text("finding");
    let supervision = fields.number("n_representatives").map(|n_representatives| Supervision {
        n_representatives,
        last_visit_on: day(fields.day("visited_on")),
        finding_zh: finding.clone(),
        finding_en: finding,
    });
    ProjectDetails {
        national_number: fields.some_text("national_number"),
        sub_kind_en: sub_kind.clone(),
        sub_kind_zh: sub_kind,
        listed_on: day(dates.listed),
        approved_on: day(dates.approved),
        approval_document: fields.some_text("approval_document"),
        accepted_on: day(dates.accepted),
        published_on: day(fields.day("published_on")),
        supervision,
        ..ProjectDetails::default()
    }
}
