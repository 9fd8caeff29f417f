//! Records by themselves: twice the same, without a source, without a document, late.

use std::collections::BTreeMap;

use super::{About, Check, Finding, Kind, Material};
use crate::published::{FundLine, Project};

pub(super) fn check(material: &Material, today: &str, findings: &mut Vec<Finding>) {
    same_projects(&material.projects, findings);
    same_allocations(&material.funds, findings);
    without_source(material, findings);
    for project in &material.projects {
        documents(project, findings);
        late(project, today, findings);
    }
}

fn same_projects(projects: &[Project], findings: &mut Vec<Finding>) {
    let mut alike = BTreeMap::<(&str, &str, i64), Vec<&Project>>::new();
    for project in projects {
        let key = (project.region_code.as_str(), project.name_zh.trim(), project.year);
        alike.entry(key).or_default().push(project);
    }
    for ((_, _, year), projects) in alike.into_iter().filter(|(_, it)| it.len() > 1) {
        findings.push(Finding {
            kind: Kind::Duplicate,
            check: Check::SameProject { year },
            about: projects.into_iter().map(About::project).collect(),
        });
    }
}

fn same_allocations(funds: &[FundLine], findings: &mut Vec<Finding>) {
    let mut alike = BTreeMap::<(&str, i64), Vec<&FundLine>>::new();
    for line in funds.iter().filter(|it| !it.document_number.trim().is_empty()) {
        alike.entry((line.document_number.trim(), line.amount_fen)).or_default().push(line);
    }
    for ((number, amount_fen), lines) in alike.into_iter().filter(|(_, it)| it.len() > 1) {
        findings.push(Finding {
            kind: Kind::Duplicate,
            check: Check::SameAllocation { number: number.to_owned(), amount_fen },
            about: lines.into_iter().map(About::fund).collect(),
        });
    }
}

fn without_source(material: &Material, findings: &mut Vec<Finding>) {
    for figure in &material.figures {
        let has_source = material.sources.iter().any(|it| it.id == figure.source_id);
        if !has_source {
            findings.push(Finding {
                kind: Kind::Unsourced,
                check: Check::FigureWithoutSource,
                about: vec![About::figure(figure)],
            });
        }
    }
    for line in material.funds.iter().filter(|it| it.document_number.trim().is_empty()) {
        findings.push(Finding {
            kind: Kind::Unsourced,
            check: Check::AllocationWithoutDocument { amount_fen: line.amount_fen },
            about: vec![About::fund(line)],
        });
    }
    let mut loose = BTreeMap::<&str, (usize, i64)>::new();
    for payment in material.payments.iter().filter(|it| it.fund_id.is_none()) {
        let (n, amount_fen) = loose.entry(&payment.project_id).or_default();
        *n += 1;
        *amount_fen += payment.amount_fen;
    }
    for project in &material.projects {
        if let Some((n, amount_fen)) = loose.get(project.id.as_str()).copied() {
            findings.push(Finding {
                kind: Kind::Unsourced,
                check: Check::PaymentsWithoutAllocation { n, amount_fen },
                about: vec![About::project(project)],
            });
        }
    }
}

fn documents(project: &Project, findings: &mut Vec<Finding>) {
    let has = |kind: &str| project.details.documents.iter().any(|it| it.kind == kind);
    let number = project.details.approval_document.as_deref();
    let is_numbered = number.is_some_and(|it| !it.trim().is_empty());
    let mut add = |check: Check| {
        let about = vec![About::project(project)];
        findings.push(Finding { kind: Kind::Document, check, about });
    };
    if project.stage != "listed" && !is_numbered {
        add(Check::NoApproval);
    }
    if project.stage == "accepted" && !has("acceptance") {
        add(Check::NoAcceptance);
    }
}

fn late(project: &Project, today: &str, findings: &mut Vec<Finding>) {
    let is_done = matches!(project.stage.as_str(), "finished" | "accepted");
    let is_late = match project.actual_end_on.as_deref() {
        Some(ended_on) => project.planned_end_on.as_str() < ended_on,
        // Finished on a day that nobody recorded: nobody can tell.
        None => !is_done && project.planned_end_on.as_str() < today,
    };
    if is_late {
        findings.push(Finding {
            kind: Kind::Late,
            check: Check::EndedLate {
                planned_on: project.planned_end_on.clone(),
                ended_on: project.actual_end_on.clone(),
                seen_on: today.to_owned(),
            },
            about: vec![About::project(project)],
        });
    }
}
