//! "反映这里的问题": from any record straight to a complaint about exactly that record.

use leptos::prelude::*;

use crate::site::visit::Visit;

/// `kind`: `figure`, `project`, `fund`, `notice`, `place`.
pub fn link(visit: &Visit, kind: &str, id: &str) -> AnyView {
    let address = visit.link_as_seen(&format!("/complain?about={kind}/{id}"));
    view! { <a class="report-link" href=address>{visit.say("report.link")}</a> }.into_any()
}

/// The same for a line of a list, where the words would repeat too often.
pub fn small_link(visit: &Visit, kind: &str, id: &str, name: &str) -> AnyView {
    let address = visit.link_as_seen(&format!("/complain?about={kind}/{id}"));
    let label = visit.fill("report.about", &[("name", name)]);
    view! {
        <a class="report-link report-link--small" href=address aria-label=label rel="nofollow">
            {visit.say("report.short")}
        </a>
    }
    .into_any()
}
