//! 入库 批复 实施 完工 验收: the five stages, each with its day or "not yet".

use leptos::prelude::*;
use store::published::Project;

use crate::parts::days;
use crate::places::projects::STAGES;
use crate::site::visit::Visit;

pub fn section(visit: &Visit, project: &Project) -> AnyView {
    let reached = STAGES.iter().position(|it| *it == project.stage).unwrap_or(0);
    let steps: Vec<AnyView> = STAGES
        .iter()
        .zip(on_days(project))
        .enumerate()
        .map(|(place, (stage, day))| {
            let (class, shape) = match place.cmp(&reached) {
                std::cmp::Ordering::Less => ("stages__stage stages__stage--done", "●"),
                std::cmp::Ordering::Equal => ("stages__stage stages__stage--now", "◐"),
                std::cmp::Ordering::Greater => ("stages__stage", "○"),
            };
            let current = (place == reached).then_some("step");
            let day = match day {
                Some(day) => days::said_text(visit, day),
                None if place <= reached => visit.say("project.day_unknown"),
                None => visit.say("project.not_yet"),
            };
            view! {
                <li class=class aria-current=current>
                    <span aria-hidden="true">{shape}</span>" "{visit.say(&format!("stage.{stage}"))}
                    <span class="stages__day">{day}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    let approval = project.details.approval_document.as_ref().map(|it| {
        view! { <p class="note">{visit.fill("project.approved_by", &[("number", it)])}</p> }
    });
    view! {
        <ol class="stages" aria-label=visit.say("project.stage")>{steps}</ol>
        {approval}
    }
    .into_any()
}

fn on_days(project: &Project) -> [Option<&str>; 5] {
    let details = &project.details;
    [
        details.listed_on.as_deref(),
        details.approved_on.as_deref(),
        project.actual_start_on.as_deref(),
        project.actual_end_on.as_deref(),
        details.accepted_on.as_deref(),
    ]
}
