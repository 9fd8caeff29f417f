//! A project's course: when, how far, how much of what was planned.

use disclosure::published::{Output, Project};

use super::project::FEWEST_HOUSEHOLDS;
use super::{day, maybe_day};
use crate::cell::units;
use crate::json::{Json, Object};

/// From its start to its end: as it was, or else as it is planned.
pub fn period(project: &Project) -> Object {
    let start = project.actual_start_on.as_ref().unwrap_or(&project.planned_start_on);
    let end = project.actual_end_on.as_ref().unwrap_or(&project.planned_end_on);
    between(day(start), day(end))
}

/// From its listing to its approval.
pub fn preparation(project: &Project) -> Object {
    let details = &project.details;
    between(maybe_day(details.listed_on.as_ref()), maybe_day(details.approved_on.as_ref()))
}

fn between(start: Json, end: Json) -> Object {
    Object::new().with("startDate", start).with("endDate", end)
}

/// 入库 批复 实施 完工 验收, each with the day it was due, where the plan has one, and was reached.
pub fn milestones(project: &Project, as_of: &str) -> Vec<Object> {
    let details = &project.details;
    let start = Some(&project.planned_start_on);
    let end = Some(&project.planned_end_on);
    [
        ("listed", "入库", "assessment", None, details.listed_on.as_ref()),
        ("approved", "批复", "approval", None, details.approved_on.as_ref()),
        ("started", "开工", "delivery", start, project.actual_start_on.as_ref()),
        ("finished", "完工", "delivery", end, project.actual_end_on.as_ref()),
        ("accepted", "验收", "approval", None, details.accepted_on.as_ref()),
    ]
    .into_iter()
    .filter(|(.., due, met)| due.is_some() || met.is_some())
    .map(|(id, title, kind, due, met)| {
        let is_late = due.is_some_and(|due| due.as_str() < as_of);
        let status = match (met, is_late) {
            (Some(_), _) => "met",
            (None, true) => "notMet",
            (None, false) => "scheduled",
        };
        Object::new()
            .with("id", id)
            .with("title", title)
            .with("type", kind)
            .with("dueDate", maybe_day(due))
            .with("dateMet", maybe_day(met))
            .with("status", status)
    })
    .collect()
}

/// What it makes, planned or actual; the same id for both, so that they can be put side by side.
pub fn outputs(project: &Project, is_actual: bool) -> Vec<Object> {
    let households = if is_actual {
        project.details.n_benefited_households
    } else {
        Some(project.n_beneficiary_households)
    };
    let households = households
        .filter(|n| *n >= FEWEST_HOUSEHOLDS)
        .map(|n| metric("households", "受益户数", Some(HOUSEHOLDS_NOTE), &Json::Integer(n), "户"));
    let outputs = (1..).zip(&project.details.outputs).filter_map(|(n, it): (i64, &Output)| {
        let milli = if is_actual { it.actual_milli? } else { it.planned_milli };
        let measure = Json::Number(units(milli));
        Some(metric(&format!("output-{n}"), &it.name_zh, None, &measure, &it.unit_zh))
    });
    outputs.chain(households).collect()
}

const HOUSEHOLDS_NOTE: &str = "是户数，不是人数。为了不让人认出是哪一家，和真的数差一点";

fn metric(id: &str, title: &str, note: Option<&str>, measure: &Json, unit: &str) -> Object {
    let observation = Object::new()
        .with("id", "1")
        .with("measure", measure.clone())
        .with("unit", Object::new().with("name", unit))
        .with("notes", note);
    Object::new().with("id", id).with("title", title).with("observations", vec![observation])
}

/// Only of a project that has ended.
pub fn completion(project: &Project) -> Object {
    let Some(end) = &project.actual_end_on else { return Object::new() };
    Object::new().with("endDate", day(end)).with("endDateDetails", project.deviation_zh.clone())
}
