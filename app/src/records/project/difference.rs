//! Plan beside actual, and what lies between them.

use islands::figures::grouped;
use store::published::{Output, Project};

use crate::parts::days;
use crate::site::visit::Visit;

/// How many days later than planned something was done: below zero if it was earlier. None where a day
/// is not known.
pub fn days_later(planned: &str, actual: Option<&str>) -> Option<i32> {
    let (planned, actual) = (days::parse(planned)?, days::parse(actual?)?);
    Some((actual - planned).get_days())
}

/// `晚 12 天`, `早 3 天`, `按时`.
pub fn days_said(visit: &Visit, n: i32) -> String {
    let said = grouped(i64::from(n.abs()));
    match n {
        0 => visit.say("difference.none"),
        1.. => visit.fill("difference.later", &[("n", &said)]),
        _ => visit.fill("difference.earlier", &[("n", &said)]),
    }
}

/// `少 0.2 公里`, `多 3 口`, `一样`; `amount` says how a number above zero is written.
pub fn amount_said(visit: &Visit, n: i64, amount: impl Fn(i64) -> String) -> String {
    match n {
        0 => visit.say("difference.none"),
        1.. => visit.fill("difference.more", &[("amount", &amount(n))]),
        _ => visit.fill("difference.less", &[("amount", &amount(-n))]),
    }
}

/// Thousandths of a unit: `3200` → `3.2`.
pub fn milli(n: i64) -> String {
    let decimals = format!("{:03}", n.abs() % 1000);
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{}{point}{decimals}", grouped(n / 1000))
}

/// Whether anything is not as planned, so that a reason should be recorded.
pub fn is_any(visit: &Visit, project: &Project) -> bool {
    let is_open_and_late = project.actual_end_on.is_none()
        && days::parse(&project.planned_end_on).is_some_and(|it| it < days::of_data(visit));
    let is_other_day = |planned: &str, actual: &Option<String>| {
        days_later(planned, actual.as_deref()).is_some_and(|it| it > 0)
    };
    let is_less = |it: &Output| it.actual_milli.is_some_and(|actual| actual != it.planned_milli);
    let benefited = project.details.n_benefited_households;
    is_open_and_late
        || is_other_day(&project.planned_start_on, &project.actual_start_on)
        || is_other_day(&project.planned_end_on, &project.actual_end_on)
        || project.details.outputs.iter().any(is_less)
        || benefited.is_some_and(|it| it != project.n_beneficiary_households)
        || project.money.iter().any(|it| it.paid_fen > it.planned_fen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_are_written_without_empty_places() {
        for (n, text) in [(3_200, "3.2"), (0, "0"), (5, "0.005"), (1_234_000, "1,234")] {
            assert_eq!(milli(n), text);
        }
    }

    #[test]
    fn days_count_from_plan_to_actual() {
        assert_eq!(days_later("2026-03-01", Some("2026-03-05")), Some(4));
        assert_eq!(days_later("2026-03-01", Some("2026-02-27")), Some(-2));
        assert_eq!(days_later("2026-03-01", None), None);
    }
}
