//! Lines that nobody comes to or no case tests, and programmes that promise too much or too little.

use eligibility::source::audit::{Finding, Kind, Severity};

use super::{LOAN, PACK, found, is_error, only, only_in};
use crate::edited::{edited, line_of};
use crate::support::library;

#[test]
fn a_line_below_one_that_takes_everybody_is_out_of_reach() {
    let library = edited(LOAN, "labor = 0  ", "labor < 1 -> UNLIKELY age\nlabor = 0  ");

    let finding = only_in(&library, LOAN, Kind::UnreachableLine);

    assert_eq!(finding.line, line_of(&library, LOAN, "-> UNLIKELY no_labor"));
    is_error(&finding, "no household comes to \"UNLIKELY no_labor\"");
}

#[test]
fn a_line_out_of_reach_for_the_sake_of_a_number_names_the_number() {
    let library =
        edited(PACK, "dabing_thr_half = { value = 6000", "dabing_thr_half = { value = 60000");

    let all = found(&library, "demo-2026", Kind::UnreachableLine);

    let finding = all.iter().find(|it| it.severity == Severity::Error).unwrap();
    is_error(finding, "\"NEED_INFO status\" with these numbers: dabing_thr_half");
}

#[test]
fn what_a_switch_turns_off_is_no_error() {
    let all = found(&library(), "demo-2026", Kind::UnreachableLine);

    let off: Vec<&Finding> = all.iter().filter(|it| it.file == "programmes/bianmin.toml").collect();
    assert_eq!(off.len(), 4);
    for finding in off {
        assert_eq!(finding.severity, Severity::Note);
        assert!(finding.message.ends_with("while border_enabled is no"), "{finding}");
    }
}

#[test]
fn a_programme_that_can_never_be_likely_must_say_so() {
    let industry = "programmes/industry.toml";
    let library = edited(industry, "best = \"CHECK\"\n", "");

    let finding = only_in(&library, industry, Kind::NeverLikely);

    is_error(&finding, "nobody is ever told LIKELY of industry");
}

#[test]
fn a_programme_of_which_no_household_is_told_likely_is_found_too() {
    let library =
        edited(LOAN, "held_group2            -> LIKELY", "held_group2 and labor = 0 -> LIKELY");

    is_error(&only_in(&library, LOAN, Kind::NeverLikely), "nobody is ever told LIKELY of loan");
}

#[test]
fn a_programme_that_comes_to_more_than_its_best_is_an_error() {
    let post = "programmes/post.toml";
    let library = edited(post, "-> CHECK needs_vacancy", "-> LIKELY needs_vacancy");

    let finding = only_in(&library, post, Kind::LikelierThanBest);

    assert_eq!(finding.line, line_of(&library, post, "-> LIKELY needs_vacancy"));
    is_error(&finding, "post can come to LIKELY");
}

#[test]
fn a_line_that_no_case_tests_is_warned_of() {
    let cases = "demo-2026/cases/groups.toml";
    let library = edited(
        cases,
        "expect = { loan = \"UNLIKELY age\" }",
        "expect = { post = \"UNLIKELY not_wanted\" }",
    );

    let finding = only(&library, "demo-2026", Kind::UntestedLine, LOAN, "UNLIKELY age");

    assert_eq!(finding.severity, Severity::Warning);
}
