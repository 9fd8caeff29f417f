//! `pack check` passes the packs of the program and names each fault of a county's folder.

use tempfile::tempdir;

use super::{LOAN, TODAY, copied, pack, pack_in, place, said};
use crate::command::refused;

/// The one error of a folder with a fault: its line.
#[track_caller]
fn the_error(edits: &[(&str, &str, &str)], (file, text): (&str, &str)) -> String {
    let packs = copied(edits);

    let said = said(&pack_in(packs.path(), &["check"]), 1);

    let errors: Vec<&str> = said.lines().filter(|it| it.starts_with("error: ")).collect();
    assert_eq!(errors.len(), 1, "{said}");
    assert_eq!(said.lines().next(), Some(errors[0]), "the worst comes first");
    assert!(said.lines().last().unwrap().contains(": 1 error, "), "{said}");
    let place = place(packs.path(), file, text);
    let rest = errors[0].strip_prefix(&format!("error: {place}: "));
    rest.unwrap_or_else(|| panic!("not at {place}: {said}")).to_owned()
}

#[test]
fn every_pack_of_the_program_passes() {
    let all = said(&pack(&["check"]), 0);

    let n_packs = app::rules::library::built_in().heads().unwrap().len();
    assert_eq!(all.lines().count(), 1, "notes are only counted: {all}");
    assert!(all.starts_with(&format!("{n_packs} packs: 0 errors, 0 warnings, ")), "{all}");
}

#[test]
fn notes_are_printed_when_they_are_asked_for() {
    let counted = said(&pack(&["check", "demo-2026"]), 0);
    let printed = said(&pack(&["check", "demo-2026", "--notes"]), 0);

    let n_notes = printed.lines().filter(|it| it.starts_with("note: ")).count();
    assert!(n_notes > 0 && printed.lines().count() == n_notes + 1, "{printed}");
    assert_eq!(
        counted,
        format!("1 pack: 0 errors, 0 warnings, {n_notes} notes (--notes shows them)\n")
    );
}

#[test]
fn a_misspelt_name_is_found_once_with_the_nearest_and_how_many_packs_have_it() {
    let error = the_error(&[(LOAN, "labor = 0 ", "labour = 0 ")], (LOAN, "labour = 0 "));

    let says = "nothing is called \"labour\"; did you mean \"labor\"? (demo-2026 and ";
    assert!(error.starts_with(says) && error.ends_with(" other packs)"), "{error}");
}

#[test]
fn days_without_rules_are_found() {
    let file = "tongliao-2026/pack.toml";
    let error = the_error(&[(file, "gap_before = ", "# gap_before = ")], (file, "valid_from"));

    assert!(error.contains("\"tongliao-2015\" ends before: say in \"gap_before\""), "{error}");
}

#[test]
fn a_line_that_nobody_comes_to_is_found() {
    let edit = (LOAN, "labor = 0  ", "labor < 1 -> UNLIKELY age\nlabor = 0  ");

    let error = the_error(&[edit], (LOAN, "UNLIKELY no_labor"));

    assert!(error.starts_with("no household comes to \"UNLIKELY no_labor\""), "{error}");
}

#[test]
fn a_pack_that_is_no_toml_is_one_error_among_all_the_packs() {
    let file = "luoyang-2014/pack.toml";
    let error = the_error(&[(file, "valid_to =", "valid_to ==")], (file, "valid_to =="));

    assert!(!error.contains('\n'), "{error}");
}

#[test]
fn a_pack_that_is_not_called_as_its_folder_is_found() {
    let packs = copied(&[]);
    let (from, to) = ("luoyang-2014", "luoyang-2013");
    std::fs::rename(packs.path().join(from), packs.path().join(to)).unwrap();

    let said = said(&pack_in(packs.path(), &["check"]), 1);

    assert!(said.contains("error: luoyang-2013/pack.toml:1: the pack's id must be"), "{said}");
}

#[test]
fn every_place_of_the_list_needs_a_pack_in_force_on_the_day() {
    let packs = copied(&[]);
    let at = place(packs.path(), "places.toml", "\"451481000000\"");

    let later = said(&pack_in(packs.path(), &["check", "--today", "2027-01-01"]), 1);
    let one = said(&pack_in(packs.path(), &["check", "demo-2026", "--today", "2027-01-01"]), 0);

    let error = format!("error: {at}: no rules are in force for 451481000000 on 2027-01-01");
    assert!(later.contains(&error), "{later}");
    let n_places = built_in_places();
    assert!(later.contains(&format!("packs: {n_places} errors, 0 warnings, ")), "{later}");
    assert!(one.starts_with("1 pack: 0 errors, 0 warnings, "), "{one}");
}

fn built_in_places() -> usize {
    let library = app::rules::library::built_in();
    app::rules::places::read(&library).unwrap().len()
}

#[test]
fn a_list_of_places_that_cannot_be_understood_is_found() {
    let error = the_error(&[("places.toml", "\nzh = ", "\nname = ")], ("places.toml", "name = "));

    assert!(error.contains("name"), "{error}");
}

#[test]
fn a_pack_that_is_not_there_is_named_beside_those_that_are() {
    for command in ["check", "test"] {
        let sentences = refused(&pack(&[command, "demo-2026", "none-2020"]), 2);

        assert_eq!(sentences.len(), 1);
        assert!(sentences[0].contains("none-2020") && sentences[0].contains("tongliao-2026"));
    }
}

#[test]
fn a_day_that_is_none_and_a_folder_without_packs_are_used_wrongly() {
    let empty = tempdir().unwrap();

    assert_eq!(refused(&pack(&["check", "--today", "2026-02-30"]), 2).len(), 1);
    assert_eq!(refused(&pack_in(empty.path(), &["check"]), 2).len(), 1);
    assert_eq!(pack(&["check", "--all", "demo-2026"]).status.code(), Some(2));
    said(&pack(&["check", "--all", "--today", TODAY]), 0);
}
