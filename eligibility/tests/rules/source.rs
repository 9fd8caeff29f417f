//! Faults in the files of a pack are named with file and line.

use eligibility::source::{Problem, SourceError};

use crate::edited::{edited, line_of};
use crate::support::library;

const PACK: &str = "demo-2026/pack.toml";
const TEKUN: &str = "programmes/tekun.toml";
const MONITOR: &str = "programmes/monitor.toml";

/// The first fault of the national pack after an edit.
fn fault(file: &str, from: &str, to: &str) -> SourceError {
    let errors = edited(file, from, to).compile("demo-2026", None).unwrap_err();
    errors.into_iter().next().unwrap()
}

fn problem(file: &str, from: &str, to: &str) -> Problem {
    fault(file, from, to).problem
}

#[test]
fn a_wrong_name_is_named_with_its_line_and_the_nearest_right_one() {
    let error = fault(TEKUN, "supporter    ", "suporter    ");

    assert_eq!(error.file, TEKUN);
    assert_eq!(error.line, line_of(&library(), TEKUN, "UNLIKELY has_supporter"));
    assert_eq!(
        error.problem,
        Problem::UnknownName { name: "suporter".into(), nearest: Some("supporter".into()) }
    );
}

#[test]
fn a_wrong_option_is_named_with_the_nearest_right_one() {
    let error = fault(MONITOR, "status has jiance", "status has jianche");

    assert_eq!(error.line, line_of(&library(), MONITOR, "status has jiance"));
    assert!(error.to_string().contains("did you mean \"jiance\""), "{error}");
}

#[test]
fn a_list_that_may_end_without_a_result_is_refused() {
    let last = "otherwise                  -> UNLIKELY income_over";

    assert_eq!(problem(MONITOR, last, ""), Problem::NoOtherwise);
}

#[test]
fn an_unknown_key_is_refused_with_its_line() {
    let error = fault("programmes/dibao.toml", "paid_monthly = true", "paid_weekly = true");

    assert_eq!((error.file.as_str(), error.line), ("programmes/dibao.toml", 2));
    assert!(matches!(error.problem, Problem::Toml(_)));
}

#[test]
fn every_programme_with_a_fault_is_named_not_only_the_first() {
    let edits = [(TEKUN, "supporter    ", "suporter    "), (MONITOR, "gap3  ", "gap4  ")];

    let errors = crate::edited::with_all(&edits).compile("demo-2026", None).unwrap_err();

    let files: Vec<&str> = errors.iter().map(|it| it.file.as_str()).collect();
    assert_eq!(files, [MONITOR, TEKUN]);
}

#[test]
fn numbers_and_conditions_are_not_mixed_up() {
    assert!(matches!(
        problem(TEKUN, "not low_social ", "not total_social "),
        Problem::Expected { .. }
    ));
    assert!(matches!(
        problem(PACK, "own_car      = car = self", "own_car = car"),
        Problem::BareChoice(_)
    ));
}

#[test]
fn braces_must_match() {
    assert_eq!(problem(MONITOR, "low_jdlk {", "low_jdlk -> CHECK assets"), Problem::Braces);
}

#[test]
fn endless_nesting_is_refused_not_followed() {
    let deep = format!("shock_any    = {}water{}", "(".repeat(5_000), ")".repeat(5_000));

    assert_eq!(problem(PACK, "shock_any    = shock has any", &deep), Problem::TooDeep);
}

#[test]
fn adding_yuan_to_persons_is_refused() {
    let error = fault(PACK, "low_jdlk     = total_jdlk <", "low_jdlk     = total_jdlk + members <");

    assert_eq!(error.line, line_of(&library(), PACK, "low_jdlk     ="));
    assert_eq!(error.problem, Problem::Units { left: "yuan".into(), right: "persons".into() });
}

#[test]
fn an_amount_in_anything_but_yuan_is_refused() {
    let problem = problem("programmes/yulu.toml", "yulu_year * voc_students as", "voc_students as");

    assert_eq!(problem, Problem::AmountUnit("persons".into()));
}

#[test]
fn a_division_in_a_comparison_is_refused() {
    let problem = problem(PACK, "total_jdlk < monitor_line * members", "total_jdlk // 2 < 10");

    assert_eq!(problem, Problem::Division);
}

#[test]
fn a_rule_that_looks_at_a_programme_judged_later_is_refused() {
    let direct = problem(TEKUN, "not low_social ", "dibao is LIKELY ");
    let by_a_name = problem(TEKUN, "not low_social ", "soon_group5 ");

    assert_eq!(direct, Problem::Later("dibao".into()));
    assert!(matches!(by_a_name, Problem::Later(_)));
}

#[test]
fn to_advise_to_earn_or_own_less_is_refused() {
    let error = fault(PACK, "fact = \"medical_one\"", "fact = \"deposit\"");

    assert_eq!(error.line, line_of(&library(), PACK, "fact = \"medical_one\""));
    assert_eq!(error.problem, Problem::Means("deposit".into()));
}

#[test]
fn a_gap_between_the_dated_values_of_a_number_is_refused() {
    let dated = r#"{ values = [{ value = 8000, from = "2026-01-01", to = "2026-06-30" }, { value = 8500, from = "2026-07-02", to = "2026-12-31" }], "#;
    let problem =
        problem(PACK, "monitor_line = { value = 8500, ", &format!("monitor_line = {dated}"));

    assert!(matches!(problem, Problem::Dates(text) if text.contains("a gap or an overlap")));
}
