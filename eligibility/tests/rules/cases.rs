//! The cases beside the packs come out as written, and reach every line that a household can reach.

use eligibility::source::cases::{self, CaseReport, Expected};
use eligibility::{Reach, reach};

use crate::edited::{edited, line_of, with_file};
use crate::support::{compiled, library};

fn report(id: &str) -> CaseReport {
    cases::run(&library(), id).unwrap_or_else(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", errors.join("\n"))
    })
}

#[test]
fn every_case_of_every_pack_comes_out_as_written() {
    for head in library().heads().unwrap() {
        for case in report(&head.id).cases {
            assert!(
                case.misses.is_empty(),
                "{}:{} {}: {:?}",
                case.file,
                case.line,
                case.title,
                case.misses
            );
        }
    }
}

#[test]
fn the_cases_reach_every_line_of_the_national_pack_that_a_household_can_reach() {
    let compiled = compiled("demo-2026");
    let report = report("demo-2026");
    let mut n_reached = 0;

    for (programme, lines) in reach(&compiled.pack).iter().enumerate() {
        for (line, reach) in lines.iter().enumerate() {
            let (file, at) = &compiled.places.lines[programme][line];
            let is_tested = report.n_cases_at(file, *at) > 0 || compiled.places.is_over[programme];
            assert_eq!(is_tested, *reach != Reach::Never, "{file}:{at}");
            n_reached += usize::from(is_tested);
        }
    }
    assert_eq!(n_reached, 171);
}

#[test]
fn a_layer_is_tested_by_the_cases_of_what_it_lies_upon_too() {
    let report = report("pingxiang-2026");

    let packs = |id| report.cases.iter().filter(|it| it.pack == id).count();
    assert!(packs("demo-2026") > 100);
    assert_eq!(packs("demo-2026-border"), 5);
}

#[test]
fn a_case_that_comes_out_otherwise_says_what_was_expected_and_what_came() {
    let file = "demo-2026/cases/tekun.toml";
    let library = edited(
        file,
        "tekun = \"LIKELY three_nos 17160 year\" }\narticle = { tekun = \"minfa_2021_43\" }",
        "tekun = \"LIKELY three_nos 17161 year\" }\narticle = { tekun = \"minfa_2021_57\" }",
    );

    let report = cases::run(&library, "demo-2026").unwrap();

    assert!(!report.is_passed());
    let failed: Vec<_> = report.cases.iter().filter(|it| !it.misses.is_empty()).collect();
    assert_eq!(failed.len(), 1);
    assert!(failed[0].title.starts_with("两位老人无儿无女"));
    let [result, article] = failed[0].misses.as_slice() else { panic!("{:?}", failed[0]) };
    assert_eq!(
        (result.expected.as_str(), result.got.as_str()),
        ("LIKELY three_nos 17161 year", "LIKELY three_nos 17160 year")
    );
    assert_eq!(result.line, line_of(&library, file, "17161"));
    assert_eq!((article.what, article.got.as_str()), (Expected::Article, "minfa_2021_43"));
}

#[test]
fn faults_of_a_case_are_named_with_file_and_line() {
    let file = "demo-2026/cases/rigid.toml";
    for (from, to, says) in [
        (
            "household = { wage = 30_000 }",
            "household = { wages = 30_000 }",
            "nothing is called \"wages\"; did you mean \"wage\"?",
        ),
        (
            "shock = [\"disaster\"] }",
            "shock = [\"fire\"] }",
            "\"shock = [\\\"fire\\\"]\" stands where an answer that fits is needed",
        ),
        (
            "expect = { linshi = \"NEED_INFO shock\" }",
            "expect = { linsi = \"NEED_INFO shock\" }",
            "nothing is called \"linsi\"; did you mean \"linshi\"?",
        ),
        (
            "NEED_INFO shock",
            "MAYBE shock",
            "\"MAYBE\" stands where a verdict such as LIKELY is needed",
        ),
        (
            "2026-11-22",
            "2027-11-22",
            "the pack is in force from 2026-01-01 to 2026-12-31, not on 2027-11-22",
        ),
        ("title = ", "titel = ", "unknown field `titel`"),
    ] {
        let library = edited(file, from, to);
        let errors = cases::run(&library, "demo-2026").unwrap_err();
        let error = &errors[0];
        assert_eq!(
            (error.file.as_str(), error.line),
            (file, line_of(&library, file, to)),
            "{error}"
        );
        assert!(error.to_string().contains(says), "{error}");
    }
}

#[test]
fn a_wrong_name_in_the_usual_household_is_a_fault_even_without_cases() {
    let library = with_file("hist-2015/cases/usual.toml", "[usual]\nwage = 1\nwagon = 2\n");

    let errors = cases::run(&library, "hist-2015").unwrap_err();

    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].to_string(), "hist-2015/cases/usual.toml:3: nothing is called \"wagon\"");
}

#[test]
fn a_rough_answer_may_be_given_and_its_amount_expected() {
    let case = r#"
[[cases]]
title = "收入大概一万到两万"
on = "2026-11-22"
household = { wage = { min = 10_000, max = 20_000 } }
expect = { dibao = "LIKELY income_below_dibao 6400..16400 year" }
"#;
    let library = with_file("demo-2026/cases/rough.toml", case);

    let report = cases::run(&library, "demo-2026").unwrap();

    assert!(
        report.is_passed(),
        "{:?}",
        report.cases.iter().filter(|it| !it.misses.is_empty()).collect::<Vec<_>>()
    );
}
