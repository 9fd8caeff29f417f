//! `pack test` runs the cases beside the packs and says which lines they leave untested.

use super::{LOAN, copied, pack, pack_in, place, said};

const CASES: &str = "demo-2026/cases/groups.toml";
const EXPECTED: &str = "expect = { loan = \"UNLIKELY age\" }";

#[test]
fn every_case_of_the_program_passes_and_tests_every_line_that_can_be_come_to() {
    let all = said(&pack(&["test"]), 0);

    assert!(all.lines().last().unwrap().contains(" cases, 0 failed; "), "{all}");
    assert!(!all.contains("not tested") && !all.contains("failed: "), "{all}");
    for programme in ["bianmin 5 of 5 lines", "jdlk 7 of 7 lines", "dibao 11 of 11 lines"] {
        assert!(all.lines().any(|it| it == programme), "{programme}: {all}");
    }
}

#[test]
fn a_case_that_fails_is_named_with_what_was_expected_and_what_came() {
    let packs = copied(&[(CASES, EXPECTED, "expect = { loan = \"LIKELY age\" }")]);

    let said = said(&pack_in(packs.path(), &["test"]), 1);

    let at = place(packs.path(), CASES, "LIKELY age");
    let miss = format!("  {at}: loan\n    expected LIKELY age\n    got      UNLIKELY age\n");
    assert!(said.starts_with(&format!("failed: {CASES}:")) && said.contains(&miss), "{said}");
    assert_eq!(said.matches("failed: ").count(), 1, "once, though many packs run it: {said}");
    assert!(said.lines().last().unwrap().contains(" cases, 1 failed; "), "{said}");
}

#[test]
fn a_line_that_no_case_tests_is_named_as_it_is_written() {
    let packs = copied(&[(CASES, EXPECTED, "expect = { post = \"UNLIKELY not_wanted\" }")]);

    let said = said(&pack_in(packs.path(), &["test", "demo-2026"]), 0);

    let at = place(packs.path(), LOAN, "UNLIKELY age");
    assert!(
        said.contains(&format!("loan 8 of 9 lines\n  not tested: {at}: loan = yes_age")),
        "{said}"
    );
}

#[test]
fn a_line_that_is_switched_off_is_no_gap_in_the_cases() {
    let said = said(&pack(&["test", "demo-2026"]), 0);

    let off = "bianmin 1 of 5 lines\n  nobody comes to: programmes/bianmin.toml:";
    assert!(said.contains(off), "{said}");
}

#[test]
fn a_case_that_asks_about_no_programme_is_a_fault_said_once() {
    let packs = copied(&[(CASES, EXPECTED, "expect = { loans = \"UNLIKELY age\" }")]);

    let said = said(&pack_in(packs.path(), &["test"]), 1);

    let at = place(packs.path(), CASES, "loans = ");
    let fault = format!("error: {at}: nothing is called \"loans\"; did you mean \"loan\"?");
    assert_eq!(said.matches(&fault).count(), 1, "{said}");
    assert!(said.lines().last().unwrap().ends_with(", 1 error"), "{said}");
}
