//! Two made-up mistakes of the first release that the second puts right, each with its reason.

use anyhow::Context;
use store::published::{ChangeReason, Project, RecordKind};

use super::area::AREAS;

/// The complaint does not exist; the reference has the form of a real one.
const COMPLAINT: &str = "C-7KQ2-M4";

/// Puts both mistakes into the first release's projects; gives the reasons for the second.
pub fn corrections(projects: &mut Vec<Project>) -> anyhow::Result<Vec<ChangeReason>> {
    Ok(vec![claim_all_was_done(projects)?, list_twice(projects)?])
}

/// A finished project that fell short had been reported complete, until a villager complained.
fn claim_all_was_done(projects: &mut [Project]) -> anyhow::Result<ChangeReason> {
    let fell_short = |it: &Project| {
        let outputs = &it.details.outputs;
        outputs.iter().any(|it| it.actual_milli.is_some_and(|done| done < it.planned_milli))
    };
    let project = projects
        .iter_mut()
        .find(|it| it.stage == "accepted" && it.deviation_zh.is_some() && fell_short(it))
        .context("find a project that fell short")?;
    for output in &mut project.details.outputs {
        output.actual_milli = Some(output.planned_milli);
    }
    project.deviation_zh = None;
    project.deviation_en = None;
    Ok(ChangeReason {
        kind: RecordKind::Project,
        id: project.id.clone(),
        reason_zh: "更正：群众投诉没有做够数。复测属实，改为实际数，补写原因。".into(),
        reason_en:
            "Corrected: a complaint said that less was done. It was measured again and is so; \
                    the actual number and the reason now stand here."
                .into(),
        complaint: Some(COMPLAINT.into()),
    })
}

/// A listed project of Luoyang was entered a second time.
fn list_twice(projects: &mut Vec<Project>) -> anyhow::Result<ChangeReason> {
    let luoyang = AREAS.iter().find(|it| it.slug == "luoyang").expect("one of the five");
    let own = || projects.iter().enumerate().filter(|(_, it)| luoyang.holds(&it.region_code));
    let (_, once) = own().find(|(_, it)| it.stage == "listed").context("find a listed project")?;
    let (last, _) = own().next_back().context("find the last project of Luoyang")?;
    let mut twice = once.clone();
    twice.id = format!("luoyang-p{:04}", luoyang.n_projects + 1);
    twice.details.national_number = None;
    let reason = ChangeReason {
        kind: RecordKind::Project,
        id: twice.id.clone(),
        reason_zh: format!("撤下：和 {} 是同一个项目，录了两次。", once.id),
        reason_en: format!("Withdrawn: it is the same project as {}, entered twice.", once.id),
        complaint: None,
    };
    projects.insert(last + 1, twice);
    Ok(reason)
}
