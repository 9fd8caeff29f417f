//! Protected counts: always with the sign that says they are rounded, and what that means one tap
//! away.

use islands::figures::grouped;
use leptos::prelude::*;

use crate::site::visit::Visit;

/// `≈45 户`
pub fn households(visit: &Visit, n: i64) -> AnyView {
    let about = visit.link("/about#rounding");
    let title = visit.say("counts.rounded");
    view! {
        <span class="count">
            <a class="count__sign" href=about title=title.clone() aria-label=title>"≈"</a>
            {grouped(n)}" "<span class="count__unit">{visit.say("counts.unit")}</span>
        </span>
    }
    .into_any()
}

/// For lists and tables whose heading says what is counted: `≈45 户`.
pub fn said(visit: &Visit, n: i64) -> String {
    visit.fill("counts.short", &[("n", &grouped(n))])
}

/// Marks what is made up.
pub fn demo_badge(visit: &Visit) -> AnyView {
    let about = visit.link("/about#demo");
    view! { <a class="badge badge--demo" href=about>{visit.say("site.demo_badge")}</a> }.into_any()
}

/// As [`said`], of people.
pub fn said_people(visit: &Visit, n: i64) -> String {
    visit.fill("counts.short_people", &[("n", &grouped(n))])
}

/// What a rounded count can be off by, in one sentence, with the way to more.
pub fn window(visit: &Visit) -> AnyView {
    let about = visit.link("/about#rounding");
    view! {
        <p class="note counts-window">
            {visit.say("counts.window")}" "<a href=about>{visit.say("counts.window.more")}</a>
        </p>
    }
    .into_any()
}
