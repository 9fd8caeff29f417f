//! Plan beside actual: dates, money, what is made, who gains; and the recorded reason for a difference.

use disclosure::chain::is_loan;
use leptos::prelude::*;
use store::published::{Output, Project};

use super::difference::{amount_said, days_later, days_said, is_any, milli};
use super::money::sums;
use crate::parts::{counts, days, money};
use crate::site::visit::Visit;

/// One line: what, planned, actual, difference.
struct Line {
    what: String,
    planned: String,
    actual: String,
    difference: String,
}

pub fn section(visit: &Visit, project: &Project) -> AnyView {
    let rows: Vec<AnyView> = lines(visit, project)
        .into_iter()
        .map(|it| {
            view! {
                <tr>
                    <th scope="row">{it.what}</th>
                    <td>{it.planned}</td>
                    <td>{it.actual}</td>
                    <td>{it.difference}</td>
                </tr>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="panel" aria-labelledby="plan">
            <h2 id="plan">{visit.say("project.plan")}</h2>
            <div class="scroll" tabindex="0" role="region" aria-labelledby="plan">
                <table class="table table--wrapping">
                    <caption>{visit.say("project.plan.caption")}</caption>
                    <thead><tr>
                        <td></td>
                        <th scope="col">{visit.say("project.planned")}</th>
                        <th scope="col">{visit.say("project.actual")}</th>
                        <th scope="col">{visit.say("project.difference")}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {late(visit, project)}
            {reason(visit, project)}
        </section>
    }
    .into_any()
}

fn lines(visit: &Visit, project: &Project) -> Vec<Line> {
    let mut lines = vec![
        day(visit, "project.start", &project.planned_start_on, project.actual_start_on.as_deref()),
        day(visit, "project.end", &project.planned_end_on, project.actual_end_on.as_deref()),
    ];
    for (of_loans, what) in [(false, "project.granted"), (true, "project.borrowed")] {
        let own: Vec<_> =
            project.money.iter().filter(|it| is_loan(&it.source) == of_loans).collect();
        if !own.is_empty() {
            let [planned, _, paid] = sums(&own);
            let yuan = |fen: i64| money::short(visit, fen);
            lines.push(Line {
                what: visit.say(what),
                planned: yuan(planned),
                actual: yuan(paid),
                difference: amount_said(visit, paid - planned, yuan),
            });
        }
    }
    lines.extend(project.details.outputs.iter().map(|it| output(visit, it)));
    lines.push(households(visit, project));
    lines
}

fn day(visit: &Visit, what: &str, planned: &str, actual: Option<&str>) -> Line {
    Line {
        what: visit.say(what),
        planned: days::said_text(visit, planned),
        actual: actual
            .map_or_else(|| visit.say("project.not_yet"), |it| days::said_text(visit, it)),
        difference: days_later(planned, actual).map_or_else(String::new, |n| days_said(visit, n)),
    }
}

fn output(visit: &Visit, output: &Output) -> Line {
    let unit = visit.pick(&output.unit_zh, &output.unit_en);
    let amount = |n: i64| format!("{} {unit}", milli(n));
    let difference = output.actual_milli.map(|it| it - output.planned_milli);
    Line {
        what: visit.pick(&output.name_zh, &output.name_en),
        planned: amount(output.planned_milli),
        actual: output.actual_milli.map_or_else(|| visit.say("project.not_yet"), amount),
        difference: difference.map_or_else(String::new, |n| amount_said(visit, n, amount)),
    }
}

/// Both numbers are protected; what lies between them is worked out from them alone.
fn households(visit: &Visit, project: &Project) -> Line {
    let planned = project.n_beneficiary_households;
    let actual = project.details.n_benefited_households;
    let said = |n: i64| counts::said(visit, n);
    Line {
        what: visit.say("project.beneficiaries"),
        planned: said(planned),
        actual: actual.map_or_else(|| visit.say("project.not_yet"), said),
        difference: actual.map_or_else(String::new, |it| amount_said(visit, it - planned, said)),
    }
}

fn late(visit: &Visit, project: &Project) -> Option<AnyView> {
    let planned = days::parse(&project.planned_end_on)?;
    let n = (days::of_data(visit) - planned).get_days();
    (project.actual_end_on.is_none() && n > 0).then(|| {
        let said = visit.fill("project.days_late", &[("n", &n.to_string())]);
        view! { <p class="status status--late"><span aria-hidden="true">"▲ "</span>{said}</p> }
            .into_any()
    })
}

/// The recorded reason; where something differs and none is recorded, that.
fn reason(visit: &Visit, project: &Project) -> Option<AnyView> {
    let reason = visit.pick_some(project.deviation_zh.as_deref(), project.deviation_en.as_deref());
    match reason {
        Some(reason) => Some(view! { <p>{visit.say("project.deviation")}{reason}</p> }.into_any()),
        None if is_any(visit, project) => {
            Some(view! { <p>{visit.say("project.no_reason")}</p> }.into_any())
        }
        None => None,
    }
}
