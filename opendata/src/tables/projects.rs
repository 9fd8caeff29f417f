//! Projects: one row each, plan beside actual.

use disclosure::published::{Project, ProjectMoney, Supervision};

use crate::cell::{Cell, count, maybe, text};
use crate::codes::{LOAN, NATURE, PROJECT_KIND, STAGE};
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet, named};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.projects.iter().map(|it| Entry {
        it: *it,
        place: places.of_project(&it.id),
        number: 1,
    });
    definition().rows(entries, &places.stamp)
}

fn supervision(project: &Project) -> Option<&Supervision> {
    project.details.supervision.as_ref()
}

/// Sums what does not have to be paid back.
pub fn granted(project: &Project, part: fn(&ProjectMoney) -> i64) -> i64 {
    project.money.iter().filter(|it| it.source != LOAN).map(part).sum()
}

/// Sums the loans.
pub fn lent(project: &Project, part: fn(&ProjectMoney) -> i64) -> i64 {
    project.money.iter().filter(|it| it.source == LOAN).map(part).sum()
}

fn definition<'a>() -> Definition<'a, &'a Project> {
    Definition::<'a, &'a Project>::new("projects")
        .read("project_id", |entry| text(&entry.it.id))
        .read("name_zh", |entry| text(&entry.it.name_zh))
        .read("name_en", |entry| text(&entry.it.name_en))
        .place()
        .read("year", |entry| Cell::Count(entry.it.year))
        .read("kind", |entry| text(&entry.it.kind))
        .read("kind_zh", |entry| named(PROJECT_KIND, &entry.it.kind))
        .read("sub_kind_zh", |entry| maybe(entry.it.details.sub_kind_zh.as_ref()))
        .read("sub_kind_en", |entry| maybe(entry.it.details.sub_kind_en.as_ref()))
        .read("nature", |entry| text(&entry.it.nature))
        .read("nature_zh", |entry| named(NATURE, &entry.it.nature))
        .read("stage", |entry| text(&entry.it.stage))
        .read("stage_zh", |entry| named(STAGE, &entry.it.stage))
        .read("content_zh", |entry| text(&entry.it.content_zh))
        .read("content_en", |entry| text(&entry.it.content_en))
        .read("target_zh", |entry| text(&entry.it.target_zh))
        .read("target_en", |entry| text(&entry.it.target_en))
        .read("benefit_zh", |entry| text(&entry.it.benefit_zh))
        .read("benefit_en", |entry| text(&entry.it.benefit_en))
        .read("duty_unit_zh", |entry| text(&entry.it.duty_unit_zh))
        .read("duty_unit_en", |entry| text(&entry.it.duty_unit_en))
        .read("duty_post_zh", |entry| text(&entry.it.duty_post_zh))
        .read("duty_post_en", |entry| text(&entry.it.duty_post_en))
        .read("duty_phone", |entry| text(&entry.it.duty_phone))
        .read("planned_households", |entry| Cell::Count(entry.it.n_beneficiary_households))
        .read("benefited_households", |entry| count(entry.it.details.n_benefited_households))
        .read("planned_yuan", |entry| Cell::Fen(granted(entry.it, |it| it.planned_fen)))
        .read("planned_loan_yuan", |entry| Cell::Fen(lent(entry.it, |it| it.planned_fen)))
        .read("allocated_yuan", |entry| Cell::Fen(granted(entry.it, |it| it.allocated_fen)))
        .read("allocated_loan_yuan", |entry| Cell::Fen(lent(entry.it, |it| it.allocated_fen)))
        .read("paid_yuan", |entry| Cell::Fen(granted(entry.it, |it| it.paid_fen)))
        .read("paid_loan_yuan", |entry| Cell::Fen(lent(entry.it, |it| it.paid_fen)))
        .read("listed_on", |entry| maybe(entry.it.details.listed_on.as_ref()))
        .read("approved_on", |entry| maybe(entry.it.details.approved_on.as_ref()))
        .read("planned_start_on", |entry| text(&entry.it.planned_start_on))
        .read("actual_start_on", |entry| maybe(entry.it.actual_start_on.as_ref()))
        .read("planned_end_on", |entry| text(&entry.it.planned_end_on))
        .read("actual_end_on", |entry| maybe(entry.it.actual_end_on.as_ref()))
        .read("accepted_on", |entry| maybe(entry.it.details.accepted_on.as_ref()))
        .read("published_on", |entry| maybe(entry.it.details.published_on.as_ref()))
        .read("approval_document", |entry| maybe(entry.it.details.approval_document.as_ref()))
        .read("national_number", |entry| maybe(entry.it.details.national_number.as_ref()))
        .read("deviation_zh", |entry| maybe(entry.it.deviation_zh.as_ref()))
        .read("deviation_en", |entry| maybe(entry.it.deviation_en.as_ref()))
        .read("representatives", |entry| {
            count(supervision(entry.it).map(|it| it.n_representatives))
        })
        .read("last_visit_on", |entry| {
            maybe(supervision(entry.it).and_then(|it| it.last_visit_on.as_ref()))
        })
        .read("finding_zh", |entry| maybe(supervision(entry.it).map(|it| &it.finding_zh)))
        .read("finding_en", |entry| maybe(supervision(entry.it).map(|it| &it.finding_en)))
}
