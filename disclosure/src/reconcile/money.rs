//! Sums of money, step by step: allocations, projects, contracts, payments.

use std::collections::BTreeMap;

use super::{About, Check, Finding, Kind, Material, SumOf};
use crate::published::{Contract, Payment, Project};

pub(super) fn check(material: &Material, findings: &mut Vec<Finding>) {
    let mut lines = BTreeMap::<(&str, &str), Vec<i64>>::new();
    for line in &material.funds {
        if let Some(project) = &line.project_id {
            lines.entry((project, &line.source)).or_default().push(line.amount_fen);
        }
    }
    let mut paid = BTreeMap::<&str, Vec<&Payment>>::new();
    for payment in &material.payments {
        paid.entry(&payment.project_id).or_default().push(payment);
    }
    for project in &material.projects {
        let payments = paid.get(project.id.as_str()).map_or(&[][..], Vec::as_slice);
        of_project(project, &lines, payments, findings);
    }
    of_allocations(material, findings);
    of_contracts(material, findings);
}

fn of_project(
    project: &Project,
    lines: &BTreeMap<(&str, &str), Vec<i64>>,
    payments: &[&Payment],
    findings: &mut Vec<Finding>,
) {
    for money in &project.money {
        let mut add = |of: SumOf, parts_fen: Vec<i64>, written_fen: i64| {
            let source = Some(money.source.clone());
            findings.push(Finding {
                kind: Kind::Sum,
                check: Check::Sum { of, source, parts_fen, written_fen },
                about: vec![About::project(project)],
            });
        };
        // Money from a pot shared with others has no line of its own: nothing to compare.
        if let Some(parts) = lines.get(&(project.id.as_str(), money.source.as_str()))
            && parts.iter().sum::<i64>() != money.allocated_fen
        {
            add(SumOf::Allocations, parts.clone(), money.allocated_fen);
        }
        let parts: Vec<i64> = payments
            .iter()
            .filter(|it| it.source == money.source)
            .map(|it| it.amount_fen)
            .collect();
        // A project without a single payment has none on record, which is not the same as none.
        if !payments.is_empty() && parts.iter().sum::<i64>() != money.paid_fen {
            add(SumOf::Payments, parts, money.paid_fen);
        }
        if money.paid_fen > money.allocated_fen {
            add(SumOf::PaidOfAllocated, vec![money.paid_fen], money.allocated_fen);
        }
    }
}

fn of_allocations(material: &Material, findings: &mut Vec<Finding>) {
    let by_line = parts_by(&material.payments, |it| it.fund_id.as_deref());
    for line in &material.funds {
        let Some(parts) = by_line.get(line.id.as_str()) else { continue };
        if parts.iter().sum::<i64>() > line.amount_fen {
            findings.push(Finding {
                kind: Kind::Sum,
                check: Check::Sum {
                    of: SumOf::PaidOfAllocation,
                    source: Some(line.source.clone()),
                    parts_fen: parts.clone(),
                    written_fen: line.amount_fen,
                },
                about: vec![About::fund(line)],
            });
        }
    }
}

fn of_contracts(material: &Material, findings: &mut Vec<Finding>) {
    let by_contract = parts_by(&material.payments, |it| it.contract_id.as_deref());
    let projects: BTreeMap<&str, &Project> =
        material.projects.iter().map(|it| (it.id.as_str(), it)).collect();
    for contract in &material.contracts {
        let Some(parts) = by_contract.get(contract.id.as_str()) else { continue };
        let agreed_fen = agreed(contract);
        let project = projects.get(contract.project_id.as_str());
        if parts.iter().sum::<i64>() > agreed_fen {
            findings.push(Finding {
                kind: Kind::Sum,
                check: Check::Sum {
                    of: SumOf::PaidOfContract,
                    source: None,
                    parts_fen: parts.clone(),
                    written_fen: agreed_fen,
                },
                about: project.map(|it| About::project(it)).into_iter().collect(),
            });
        }
    }
}

/// What the contract comes to after all that was changed later.
fn agreed(contract: &Contract) -> i64 {
    let last = contract.modifications.iter().max_by_key(|it| &it.agreed_on);
    last.map_or(contract.amount_fen, |it| it.amount_fen)
}

fn parts_by<'p>(
    payments: &'p [Payment],
    id: impl Fn(&'p Payment) -> Option<&'p str>,
) -> BTreeMap<&'p str, Vec<i64>> {
    let mut parts = BTreeMap::<&str, Vec<i64>>::new();
    for payment in payments {
        if let Some(id) = id(payment) {
            parts.entry(id).or_default().push(payment.amount_fen);
        }
    }
    parts
}
