//! The clock in words: limits, laws and where a record stands.

use casework::deadline::Unit;
use casework::duty::{Duty, LimitKind, Standing, Tally, Why};
use casework::law::{Law, Reach};
use islands::figures::grouped;
use leptos::prelude::*;

use crate::parts::days;
use crate::site::visit::Visit;

/// The states a record can be in, as addresses and words name them.
pub const STATES: [&str; 5] = ["missing", "late", "unknown", "due", "on_time"];

pub fn state(standing: Standing) -> &'static str {
    match standing {
        Standing::Missing { .. } => "missing",
        Standing::Late { .. } | Standing::Short { .. } => "late",
        Standing::Unknown(_) => "unknown",
        Standing::DueIn { .. } => "due",
        Standing::OnTime { .. } => "on_time",
    }
}

pub fn of(tally: Tally, state: &str) -> i64 {
    match state {
        "missing" => tally.missing,
        "late" => tally.late,
        "unknown" => tally.unknown,
        "due" => tally.due,
        _ => tally.on_time,
    }
}

/// Never by colour alone: each state has its shape.
pub fn shape(state: &str) -> (&'static str, &'static str) {
    match state {
        "missing" => ("status status--late", "▲"),
        "late" => ("status status--late", "△"),
        "unknown" => ("status", "?"),
        "due" => ("status status--waiting", "◐"),
        _ => ("status status--good", "●"),
    }
}

/// `钱下达后 15 个工作日内`
pub fn limit(visit: &Visit, duty: &Duty) -> String {
    let limit = duty.limit;
    let key = match (limit.kind, limit.unit) {
        (LimitKind::After, Unit::Working) => "clock.limit.working",
        (LimitKind::After, Unit::Calendar) => "clock.limit.calendar",
        (LimitKind::Before, _) => "clock.limit.before",
        (LimitKind::Count, _) => "clock.limit.count",
    };
    let event = visit.say(&format!("clock.event.{}", limit.counts_from.code()));
    let n = limit.days.to_string();
    visit.fill(key, &[("event", &event), ("n", &n)])
}

/// How long it must stay up.
pub fn stays(visit: &Visit, duty: &Duty) -> String {
    match duty.stays_days {
        Some(days) => visit.fill("clock.stays.days", &[("n", &days.to_string())]),
        None => visit.say("clock.stays.forever"),
    }
}

/// The rule, its article, and whether anyone has read it.
pub fn law(visit: &Visit, law: &Law) -> AnyView {
    let article = law.article.as_ref().map(|it| visit.fill("clock.article", &[("n", it)]));
    let document = law.document.clone().unwrap_or_default();
    let reach = (law.reach == Reach::Sample).then(|| visit.say("clock.sample"));
    let checked = if law.is_confirmed { "clock.checked" } else { "clock.from_memory" };
    view! {
        "《"<span lang="zh-CN">{law.title.clone()}</span>"》"{document}{article}
        <span class="note" lang="zh-CN">" “"{law.text.clone()}"”"</span>
        <span class="badge">{visit.say(checked)}</span>
        {reach.map(|it| view! { " "<span class="badge">{it}</span> })}
    }
    .into_any()
}

/// `▲ 到期了，这里没有。最迟是2026年3月2日`
pub fn standing(visit: &Visit, duty: &Duty, standing: Standing) -> AnyView {
    let day = |day| days::said(visit, day);
    let n = |n: u32| grouped(i64::from(n));
    let unit = if duty.limit.unit == Unit::Working { "working" } else { "calendar" };
    let said =
        match standing {
            Standing::OnTime { on } if duty.limit.kind == LimitKind::Count => {
                visit.fill("clock.standing.full", &[("day", &day(on))])
            }
            Standing::OnTime { on } => visit.fill("clock.standing.on_time", &[("day", &day(on))]),
            Standing::Late { by, on } => visit
                .fill(&format!("clock.standing.late.{unit}"), &[("n", &n(by)), ("day", &day(on))]),
            Standing::Short { by, on } => {
                visit.fill("clock.standing.short", &[("n", &n(by)), ("day", &day(on))])
            }
            Standing::DueIn { days, by } => visit
                .fill(&format!("clock.standing.due.{unit}"), &[("n", &n(days)), ("day", &day(by))]),
            Standing::Missing { since } => {
                visit.fill("clock.standing.missing", &[("day", &day(since))])
            }
            Standing::Unknown(why) => visit.say(match why {
                Why::NoBeginning => "clock.standing.no_beginning",
                Why::NoDay => "clock.standing.no_day",
                Why::NoCalendar => "clock.standing.no_calendar",
            }),
        };
    let (class, sign) = shape(state(standing));
    view! { <span class=class><span aria-hidden="true">{sign}" "</span>{said}</span> }.into_any()
}
