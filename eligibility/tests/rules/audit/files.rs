//! Days, numbers, named values, questions and documents.

use eligibility::source::audit::{Kind, Severity};

use super::{PACK, found, is_error, only};
use crate::edited::edited;
use crate::support::library;

#[test]
fn days_that_are_none_or_reversed_are_errors() {
    let no_day = edited("hist-2016/pack.toml", "\"2016-12-31\"", "\"2016-12-32\"");
    let reversed = edited("programmes/yidi.toml", "\"2020-12-31\"", "\"2015-12-31\"");

    let finding = only(&no_day, "hist-2016", Kind::Days, "hist-2016/pack.toml", "valid_to");
    is_error(&finding, "\"2016-12-32\" is no day");
    let finding = only(&reversed, "demo-2026", Kind::Days, "programmes/yidi.toml", "valid_to");
    is_error(&finding, "the last day, 2015-12-31, is before the first, 2016-01-01");
}

#[test]
fn two_packs_of_one_place_on_one_day_overlap() {
    let library =
        edited("hist-2015/pack.toml", "valid_to = \"2015-12-31\"", "valid_to = \"2016-01-15\"");

    for (id, other) in [("hist-2016", "hist-2015"), ("hist-2015", "hist-2016")] {
        let file = format!("{id}/pack.toml");
        is_error(
            &only(&library, id, Kind::Overlap, &file, "valid_from"),
            &format!("{other:?} is in force"),
        );
    }
}

#[test]
fn days_without_rules_must_be_explained() {
    let library = edited("tongliao-2026/pack.toml", "gap_before = ", "# gap_before = ");

    let finding =
        only(&library, "tongliao-2026", Kind::Gap, "tongliao-2026/pack.toml", "valid_from");

    is_error(&finding, "\"tongliao-2015\" ends before: say in \"gap_before\" why");
}

#[test]
fn what_is_not_of_today_is_noted() {
    let dated = r#"{ values = [{ value = 2800, from = "2014-01-01", to = "2014-12-31" }], "#;
    let library = edited("hist-2014/pack.toml", "{ value = 2800, ", dated);

    let findings = found(&library, "hist-2014", Kind::OutOfDate);

    let messages: Vec<&str> = findings.iter().map(|it| it.message.as_str()).collect();
    assert!(messages.contains(&"out of date: \"poverty_line\" has no value after 2014-12-31"));
    assert!(
        messages.iter().any(|it| it.contains("were in force until 2014-12-31")),
        "{messages:?}"
    );
    assert!(findings.iter().all(|it| it.severity == Severity::Note));
    assert!(found(&library, "demo-2026", Kind::OutOfDate).is_empty());
}

#[test]
fn a_number_without_a_value_on_some_day_of_its_pack_is_an_error() {
    let dated = r#"{ values = [{ value = 8500, from = "2026-03-01", to = "2026-12-31" }], "#;
    let library =
        edited(PACK, "monitor_line = { value = 8500, ", &format!("monitor_line = {dated}"));

    let finding = only(&library, "demo-2026", Kind::Unreadable, PACK, "monitor_line = {");

    is_error(&finding, "has no value on 2026-01-01");
}

#[test]
fn a_misspelt_number_of_a_county_is_named_with_the_right_one() {
    let border = "demo-2026-border/pack.toml";
    let library = edited(
        border,
        "[parameters]\n",
        "[parameters]\nborder_yaer = { value = 3000, unit = \"yuan/person\", document = \"demo\" }\n",
    );

    let finding = only(&library, "demo-2026-border", Kind::UnusedParameter, border, "border_yaer");

    is_error(&finding, "no rule uses the number \"border_yaer\"; did you mean \"border_year\"?");
}

#[test]
fn a_named_value_that_no_rule_uses_is_warned_of_where_it_is_written() {
    let library =
        edited(PACK, "shock_any    = ", "idle         = water and dropout\nshock_any    = ");

    let finding = only(&library, "demo-2026", Kind::UnusedDefinition, PACK, "idle  ");

    assert_eq!(finding.severity, Severity::Warning);
    assert!(found(&library, "demo-2026-border", Kind::UnusedDefinition).is_empty());
}

#[test]
fn a_question_that_no_rule_needs_is_not_to_be_asked() {
    let library = edited(PACK, "\"jobs\", \"away_work\"", "\"jobs\", \"remote\", \"away_work\"");

    let finding = only(&library, "demo-2026", Kind::UnusedQuestion, PACK, "\"remote\"");

    is_error(&finding, "no rule needs the answer to \"remote\"");
}

#[test]
fn a_document_that_is_not_in_the_list_is_named_with_the_nearest() {
    let number = edited(
        PACK,
        "monitor_line = { value = 8500, unit = \"yuan/person\", document = \"demo\"",
        "monitor_line = { value = 8500, unit = \"yuan/person\", document = \"dmo\"",
    );
    let programme = edited("programmes/tekun.toml", "minfa_2021_43", "minfa_2021_34");

    let finding = only(&number, "demo-2026", Kind::NoDocument, PACK, "monitor_line = {");
    is_error(&finding, "no document is called \"dmo\"; did you mean \"demo\"?");
    let finding =
        only(&programme, "demo-2026", Kind::NoDocument, "programmes/tekun.toml", "sources");
    is_error(&finding, "\"minfa_2021_34\"; did you mean");
}

#[test]
fn a_document_that_nobody_checked_is_noted_and_in_a_confirmed_pack_an_error() {
    let confirmed = edited("hist-2015/pack.toml", "status = \"demo\"", "status = \"confirmed\"");

    let notes = found(&library(), "hist-2015", Kind::UncheckedDocument);
    let errors = found(&confirmed, "hist-2015", Kind::UncheckedDocument);

    assert!(notes.iter().all(|it| it.severity == Severity::Note));
    assert!(notes.iter().any(|it| it.message.contains("\"poverty_line_2015\"")));
    assert_eq!(errors.len(), notes.len());
    assert!(errors.iter().all(|it| it.severity == Severity::Error));
}

#[test]
fn a_status_that_there_is_not_is_an_error() {
    let library = edited(PACK, "status = \"demo\"", "status = \"final\"");

    let finding = only(&library, "demo-2026", Kind::Status, PACK, "status = ");

    is_error(&finding, "not \"final\"");
}
