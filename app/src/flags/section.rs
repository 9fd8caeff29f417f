//! The flags on a project's own page, each with its arithmetic and a place to answer.

use disclosure::flags::{Flag, Proof};
use leptos::prelude::*;

use super::said;
use crate::parts::report;
use crate::site::visit::Visit;

/// `rules` is the address where the rules are explained; `reason` is what the duty unit recorded.
pub fn section(
    visit: &Visit,
    flags: &[Flag],
    (project_id, name): (&str, &str),
    rules: &str,
    reason: Option<String>,
) -> Option<AnyView> {
    if flags.is_empty() {
        return None;
    }
    let items: Vec<AnyView> =
        flags.iter().map(|it| view! { <li>{one(visit, it, project_id)}</li> }.into_any()).collect();
    Some(
        view! {
            <section class="panel" aria-labelledby="flags">
                <h2 id="flags">{visit.say("flags.of_project")}</h2>
                <p class="note">{visit.say("flags.question")}</p>
                <ul class="flag-list">{items}</ul>
                <p>{answer(visit, reason)}</p>
                <p>
                    {report::small_link(visit, "project", project_id, name)}" · "
                    <a href=rules.to_owned()>{visit.say("flags.rules")}</a>
                </p>
            </section>
        }
        .into_any(),
    )
}

/// The name of the rule, the arithmetic, and the other project where there is one.
pub fn one(visit: &Visit, flag: &Flag, project_id: &str) -> AnyView {
    let other = match &flag.proof {
        Proof::Photos { other_project, .. } if other_project != project_id => {
            let address = visit.link(&format!("/projects/{other_project}#photos"));
            Some(view! { " "<a href=address>{visit.say("flags.other_project")}</a> })
        }
        _ => None,
    };
    view! {
        <strong class="flag">
            <span aria-hidden="true">"▲ "</span>{said::rule(visit, flag.rule)}
        </strong>
        " "{said::arithmetic(visit, flag)}{other}
    }
    .into_any()
}

/// What the duty unit wrote, or that it wrote nothing.
pub fn answer(visit: &Visit, reason: Option<String>) -> String {
    match reason {
        Some(reason) => visit.fill("flags.answer", &[("reason", &reason)]),
        None => visit.say("flags.no_answer"),
    }
}
