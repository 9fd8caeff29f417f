//! Faults in a pack file are named with their line.

use eligibility::source::{self, Problem, SourceError};

const PACK: &str = include_str!("../../packs/demo-2026/pack.toml");

fn fault(from: &str, to: &str) -> SourceError {
    assert!(PACK.contains(from), "the pack no longer holds {from:?}");
    source::read(&PACK.replacen(from, to, 1)).expect_err("a fault was put in")
}

fn line_of(text: &str) -> usize {
    PACK.lines().position(|it| it.contains(text)).expect("the pack holds it") + 1
}

#[test]
fn a_wrong_name_is_named_with_its_line_and_the_nearest_right_one() {
    let error = fault(
        "supporter                                               -> UNLIKELY",
        "suporter -> UNLIKELY",
    );

    assert_eq!(error.line, line_of("-> UNLIKELY has_supporter"));
    assert_eq!(
        error.problem,
        Problem::UnknownName { name: "suporter".into(), nearest: Some("supporter".into()) }
    );
}

#[test]
fn a_wrong_option_is_named_with_the_nearest_right_one() {
    let error = fault("status has jiance ->", "status has jianche ->");

    assert_eq!(error.line, line_of("status has jiance"));
    assert!(error.to_string().contains("did you mean \"jiance\""), "{error}");
}

#[test]
fn a_list_that_may_end_without_a_result_is_refused() {
    let error = fault("otherwise                             -> UNLIKELY income_over", "");

    assert_eq!(error.problem, Problem::NoOtherwise);
}

#[test]
fn an_unknown_key_is_refused_with_its_line() {
    let error = fault("paid_monthly = true", "paid_weekly = true");

    assert_eq!(error.line, line_of("paid_monthly = true"));
    assert!(matches!(error.problem, Problem::Toml(_)));
}

#[test]
fn numbers_and_conditions_are_not_mixed_up() {
    assert!(matches!(
        fault("not low_social   ", "not total_social   ").problem,
        Problem::Expected { .. }
    ));
    assert!(matches!(
        fault("own_car      = car = self", "own_car = car").problem,
        Problem::BareChoice(_)
    ));
}

#[test]
fn braces_must_match() {
    assert_eq!(fault("not low_jdlk {", "not low_jdlk -> CHECK assets").problem, Problem::Braces);
}

#[test]
fn endless_nesting_is_refused_not_followed() {
    let deep = format!("shock_any    = {}water{}", "(".repeat(5_000), ")".repeat(5_000));

    assert_eq!(fault("shock_any    = shock has any", &deep).problem, Problem::TooDeep);
}
