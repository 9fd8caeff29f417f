//! A project's money: planned by source, and paid.

use disclosure::published::{Payment, Project};

use super::parties::{party, reference};
use super::{Record, day};
use crate::address::project_url;
use crate::cell::yuan;
use crate::codes::{LOAN, SOURCE, chinese};
use crate::json::{Json, Object};

pub fn value(fen: i64) -> Object {
    Object::new().with("amount", Json::Number(yuan(fen))).with("currency", "CNY")
}

/// What was planned, source by source. Loans have to be paid back: they are never in the sum.
pub fn budget(project: &Project) -> Object {
    let approved_on = super::maybe_day(project.details.approved_on.as_ref());
    let grants: Vec<_> = project.money.iter().filter(|it| it.source != LOAN).collect();
    let sum: i64 = grants.iter().map(|it| it.planned_fen).sum();
    let lines: Vec<Object> = (1..)
        .zip(&grants)
        .map(|(n, it): (i64, _)| {
            Object::new()
                .with("id", n.to_string())
                .with("description", chinese(SOURCE, &it.source))
                .with("amount", value(it.planned_fen))
                .with("sourceParty", party(&it.source))
                .with("approvalDate", approved_on.clone())
        })
        .collect();
    let breakdown = Object::new().with("id", "source").with("budgetBreakdown", lines);
    let has_grants = !grants.is_empty();
    Object::new()
        .with("amount", has_grants.then(|| value(sum)))
        .with("approvalDate", approved_on)
        .with("budgetBreakdowns", has_grants.then(|| vec![breakdown]))
        .with("finance", loans(project))
}

fn loans(project: &Project) -> Vec<Object> {
    (1..)
        .zip(project.money.iter().filter(|it| it.source == LOAN))
        .map(|(n, it): (i64, _)| {
            Object::new()
                .with("id", n.to_string())
                .with("title", chinese(SOURCE, LOAN))
                .with("value", value(it.planned_fen))
                .with("assetClass", vec!["debt"])
                .with("type", "loan")
        })
        .collect()
}

/// Payments: those of a contract stand with it, the others with the project, none with both.
pub fn transactions<'a>(
    record: &Record<'_>,
    payments: impl Iterator<Item = &'a Payment>,
) -> Vec<Object> {
    let project = record.project;
    payments
        .map(|it| {
            Object::new()
                .with("id", &it.id)
                .with("date", day(&it.paid_on))
                .with("value", value(it.amount_fen))
                .with("payer", reference(&project.duty_unit_zh))
                .with("payee", reference(super::parties::payee(it)))
                .with("uri", project_url(record.options, &project.id))
        })
        .collect()
}
