//! Findings in words: `1,200 万元 + 300 万元 = 1,500 万元，写的是 1,600 万元，差 100 万元。`

use disclosure::reconcile::{Check, SumOf};
use leptos::prelude::*;
use store::published::Figure;

use crate::parts::{days, figure, money};
use crate::site::visit::Visit;

/// A sum names no more parts than this; the rest is counted.
const MAX_PARTS: usize = 6;

/// What does not add up.
pub fn heading(visit: &Visit, check: &Check) -> String {
    match check {
        Check::Sum { of, source, .. } => {
            let heading = visit.say(&format!("reconcile.sum.{}", of.code()));
            match source {
                Some(source) => {
                    let source = visit.say(&format!("source.{source}"));
                    visit.fill("reconcile.of_source", &[("what", &heading), ("source", &source)])
                }
                None => heading,
            }
        }
        Check::SameProject { .. } => visit.say("reconcile.same_project"),
        Check::SameAllocation { .. } => visit.say("reconcile.same_allocation"),
        Check::FigureWithoutSource => visit.say("reconcile.figure_without_source"),
        Check::AllocationWithoutDocument { .. } => {
            visit.say("reconcile.allocation_without_document")
        }
        Check::PaymentsWithoutAllocation { .. } => {
            visit.say("reconcile.payments_without_allocation")
        }
        Check::NoApproval => visit.say("reconcile.no_approval"),
        Check::NoAcceptance => visit.say("reconcile.no_acceptance"),
        Check::EndedLate { .. } => visit.say("reconcile.ended_late"),
        Check::Floor { .. } => visit.say("reconcile.floor"),
        Check::Units { .. } => visit.say("reconcile.units"),
        Check::Share { .. } => visit.say("reconcile.share"),
        Check::Base { .. } => visit.say("reconcile.base"),
        Check::FigureSum { .. } => visit.say("reconcile.figure_sum"),
        Check::LoansInSum { .. } => visit.say("reconcile.loans"),
        Check::MoreThanWhole { .. } => visit.say("reconcile.more_than_whole"),
    }
}

/// The arithmetic, or what is missing.
pub fn arithmetic(visit: &Visit, check: &Check) -> AnyView {
    match check {
        Check::Sum { of, parts_fen, written_fen, .. } => {
            sum(visit, *of, parts_fen, *written_fen).into_any()
        }
        Check::SameProject { year } => {
            visit.fill("reconcile.same_project.text", &[("year", &year.to_string())]).into_any()
        }
        Check::SameAllocation { number, amount_fen } => visit
            .fill(
                "reconcile.same_allocation.text",
                &[("number", number), ("amount", &exact(visit, *amount_fen))],
            )
            .into_any(),
        Check::FigureWithoutSource => visit.say("reconcile.figure_without_source.text").into_any(),
        Check::AllocationWithoutDocument { amount_fen } => visit
            .fill(
                "reconcile.allocation_without_document.text",
                &[("amount", &exact(visit, *amount_fen))],
            )
            .into_any(),
        Check::PaymentsWithoutAllocation { n, amount_fen } => visit
            .fill(
                "reconcile.payments_without_allocation.text",
                &[("n", &n.to_string()), ("amount", &exact(visit, *amount_fen))],
            )
            .into_any(),
        Check::NoApproval => visit.say("reconcile.no_approval.text").into_any(),
        Check::NoAcceptance => visit.say("reconcile.no_acceptance.text").into_any(),
        Check::EndedLate { planned_on, ended_on, seen_on } => {
            late(visit, planned_on, ended_on.as_deref(), seen_on).into_any()
        }
        Check::Floor { percent, year, part_fen, whole_fen, least_fen, .. } => {
            floor(visit, *percent, *year, [*part_fen, *whole_fen, *least_fen]).into_any()
        }
        of_figures => printed(visit, of_figures),
    }
}

/// Sums that people check must be exact: fen are left out only where there are none.
fn exact(visit: &Visit, fen: i64) -> String {
    if fen % 100 == 0 { money::short(visit, fen) } else { money::full(visit, fen) }
}

fn sum(visit: &Visit, of: SumOf, parts_fen: &[i64], written_fen: i64) -> String {
    let total: i64 = parts_fen.iter().sum();
    let mut parts: Vec<String> =
        parts_fen.iter().take(MAX_PARTS).map(|it| exact(visit, *it)).collect();
    if parts_fen.len() > MAX_PARTS {
        let rest: i64 = parts_fen[MAX_PARTS..].iter().sum();
        let n = (parts_fen.len() - MAX_PARTS).to_string();
        let values = [("n", n.as_str()), ("amount", &exact(visit, rest))];
        parts.push(visit.fill("reconcile.rest", &values));
    }
    let parts = match parts.len() {
        0 => exact(visit, 0),
        1 => parts.remove(0),
        _ => format!("{} = {}", parts.join(" + "), exact(visit, total)),
    };
    let is_limit = !matches!(of, SumOf::Allocations | SumOf::Payments);
    let key = if is_limit { "reconcile.over" } else { "reconcile.differs" };
    visit.fill(
        key,
        &[
            ("parts", &parts),
            ("written", &exact(visit, written_fen)),
            ("gap", &exact(visit, (written_fen - total).abs())),
        ],
    )
}

fn late(visit: &Visit, planned_on: &str, ended_on: Option<&str>, seen_on: &str) -> String {
    let (from, to) = (days::parse(planned_on), days::parse(ended_on.unwrap_or(seen_on)));
    let n = from.zip(to).map_or(0, |(from, to)| (to - from).get_days()).to_string();
    let planned = days::said_text(visit, planned_on);
    let ended = days::said_text(visit, ended_on.unwrap_or(seen_on));
    let key = if ended_on.is_some() { "reconcile.ended_late.text" } else { "reconcile.not_ended" };
    visit.fill(key, &[("planned", &planned), ("ended", &ended), ("n", &n)])
}

fn floor(visit: &Visit, percent: i64, year: i64, [part, whole, least]: [i64; 3]) -> String {
    // In hundredths of a percent, rounded down: 39.99 % is not 40 %.
    let reached = if whole > 0 { i128::from(part) * 10_000 / i128::from(whole) } else { 0 };
    visit.fill(
        "reconcile.floor.text",
        &[
            ("year", &year.to_string()),
            ("part", &exact(visit, part)),
            ("whole", &exact(visit, whole)),
            ("reached", &format!("{}.{:02}", reached / 100, reached % 100)),
            ("percent", &percent.to_string()),
            ("least", &exact(visit, least)),
            ("gap", &exact(visit, least - part)),
        ],
    )
}

/// Figures as printed, marked so: their counts are no counts of ours.
fn printed(visit: &Visit, check: &Check) -> AnyView {
    let value = |it: &Figure| figure::value(visit, it);
    let plus = |it: &[Figure]| it.iter().map(value).collect::<Vec<_>>().join(" + ");
    let percent = |[low, high]: &[String; 2]| {
        if low == high { format!("{low}%") } else { format!("{low}%–{high}%") }
    };
    let text = match check {
        Check::Units { numerators, denominator, share, percent: is }
        | Check::Share { numerators, denominator, share, percent: is } => {
            let is_units = matches!(check, Check::Units { .. });
            let key = if is_units { "reconcile.units.text" } else { "reconcile.share.text" };
            visit.fill(
                key,
                &[
                    ("parts", &plus(numerators)),
                    ("whole", &value(denominator)),
                    ("percent", &percent(is)),
                    ("share", &value(share)),
                ],
            )
        }
        Check::Base { shares, total } => base(visit, shares, total.as_ref()),
        Check::FigureSum { parts, times, total, sum, missing } => {
            let unit = visit.pick(&total.unit_zh, &total.unit_en);
            let times = if *times == 1 { String::new() } else { format!(" × {times}") };
            visit.fill(
                "reconcile.figure_sum.text",
                &[
                    ("parts", &format!("{}{times} = {sum} {unit}", plus(parts))),
                    ("total", &value(total)),
                    ("missing", &format!("{missing} {unit}")),
                ],
            )
        }
        Check::LoansInSum { parts, loans, total, sum } => {
            let unit = visit.pick(&total.unit_zh, &total.unit_en);
            visit.fill(
                "reconcile.loans.text",
                &[
                    ("parts", &format!("{} = {sum} {unit}", plus(parts))),
                    ("total", &value(total)),
                    ("loans", &plus(loans)),
                ],
            )
        }
        Check::MoreThanWhole { part, whole } => visit.fill(
            "reconcile.more_than_whole.text",
            &[("part", &value(part)), ("whole", &value(whole))],
        ),
        _ => String::new(),
    };
    view! { <span class="printed">{text}</span> }.into_any()
}

fn base(visit: &Visit, shares: &[(Vec<Figure>, Figure)], total: Option<&[String; 2]>) -> String {
    let each = shares.iter().map(|(parts, share)| {
        let parts: Vec<String> = parts.iter().map(|it| figure::value(visit, it)).collect();
        let values = [("parts", parts.join(" + ")), ("share", figure::value(visit, share))];
        let values: Vec<(&str, &str)> =
            values.iter().map(|(name, it)| (*name, it.as_str())).collect();
        visit.fill("reconcile.base.share", &values)
    });
    let each = each.collect::<Vec<_>>().join(visit.words.get("clock.comma"));
    let unit = shares
        .first()
        .and_then(|it| it.0.first())
        .map_or_else(String::new, |it| visit.pick(&it.unit_zh, &it.unit_en));
    match total {
        Some([low, high]) => {
            let values = [("each", each.as_str()), ("low", low), ("high", high), ("unit", &unit)];
            visit.fill("reconcile.base.text", &values)
        }
        None => visit.fill("reconcile.base.never", &[("each", &each)]),
    }
}
