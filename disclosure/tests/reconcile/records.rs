//! Records by themselves.

use disclosure::published::{Payment, Project, ProjectDetails, ProjectDocument, Qualifier};
use disclosure::reconcile::{Check, Kind, Material};

use crate::sample::{checks, figure, findings, line, payment, project, source};

#[test]
fn the_same_project_twice_in_a_place_and_year_is_found_once_with_both() {
    let twin = Project { id: "twin".to_owned(), ..project("road") };
    let next_year = Project { id: "later".to_owned(), year: 2026, ..project("road") };
    let projects = vec![project("road"), twin, next_year];

    let found = findings(&Material { projects, ..Material::default() });

    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(
        (finding.kind, &finding.check),
        (Kind::Duplicate, &Check::SameProject { year: 2025 })
    );
    let ids: Vec<&str> = finding.about.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["road", "twin"]);
}

#[test]
fn the_same_document_number_with_the_same_amount_is_found() {
    let numbered = |id: &str, amount_fen: i64| disclosure::published::FundLine {
        document_number: "演示〔2025〕9号".to_owned(),
        ..line(id, amount_fen, None)
    };
    let funds = vec![numbered("a", 500), numbered("b", 500), numbered("c", 501)];

    let found = findings(&Material { funds, ..Material::default() });

    let [finding] = found.as_slice() else { panic!("{found:?}") };
    assert!(matches!(finding.check, Check::SameAllocation { amount_fen: 500, .. }));
    assert_eq!(finding.about.len(), 2);
}

#[test]
fn figures_allocations_and_payments_without_a_source_are_named() {
    let figures = vec![figure("lost", "5", Qualifier::AsPrinted, "户")];
    let nameless =
        disclosure::published::FundLine { document_number: " ".to_owned(), ..line("a", 500, None) };
    let loose = Payment { fund_id: None, ..payment("p1", 900, "") };
    let material = Material {
        projects: vec![project("road")],
        funds: vec![nameless],
        payments: vec![loose],
        figures: figures.clone(),
        ..Material::default()
    };

    let found = checks(&material);

    assert_eq!(
        found,
        [
            Check::FigureWithoutSource,
            Check::AllocationWithoutDocument { amount_fen: 500 },
            Check::PaymentsWithoutAllocation { n: 1, amount_fen: 900 },
        ]
    );
    let sourced = Material { figures, sources: vec![source()], ..Material::default() };
    assert_eq!(sourced.sources[0].id, "report");
    assert_eq!(checks(&sourced), []);
}

#[test]
fn approval_needs_its_number_and_acceptance_its_document() {
    let bare = |stage: &str, documents: Vec<ProjectDocument>| {
        checks(&Material {
            projects: vec![Project {
                stage: stage.to_owned(),
                details: ProjectDetails { documents, ..ProjectDetails::default() },
                ..project("road")
            }],
            ..Material::default()
        })
    };
    let acceptance = ProjectDocument {
        kind: "acceptance".to_owned(),
        title_zh: String::new(),
        title_en: String::new(),
        number: None,
        dated_on: None,
        url: None,
    };

    assert_eq!(bare("listed", Vec::new()), []);
    assert_eq!(bare("approved", Vec::new()), [Check::NoApproval]);
    assert_eq!(bare("accepted", Vec::new()), [Check::NoApproval, Check::NoAcceptance]);
    assert_eq!(bare("accepted", vec![acceptance]), [Check::NoApproval]);
}

#[test]
fn a_project_past_its_planned_end_is_late_until_it_has_ended() {
    let ended = |stage: &str, ended_on: Option<&str>| {
        checks(&Material {
            projects: vec![Project {
                stage: stage.to_owned(),
                actual_end_on: ended_on.map(ToOwned::to_owned),
                ..project("road")
            }],
            ..Material::default()
        })
    };

    assert_eq!(ended("finished", Some("2025-12-31")), []);
    assert!(matches!(
        ended("finished", Some("2026-01-01")).as_slice(),
        [Check::EndedLate { ended_on: Some(_), .. }]
    ));
    assert!(matches!(
        ended("building", None).as_slice(),
        [Check::EndedLate { ended_on: None, .. }]
    ));
    // Finished, but nobody recorded the day: nobody can tell.
    assert_eq!(ended("finished", None), []);
}
