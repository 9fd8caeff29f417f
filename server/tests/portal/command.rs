//! The commands of the program: what each does, and that every refusal is one clear sentence.

use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};

use crate::support::TestPortal;
use crate::support::database::Database;
use crate::support::journey::{COMPLAINT, filled_complaint, track};
use crate::support::program::{fed, program};

const GOLDEN: &str = include_str!("../../../packs/golden.json");

/// What it printed; it must have gone well.
#[track_caller]
fn done(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it refused with: this exit code and whole sentences, no panic and nothing of the insides.
#[track_caller]
pub fn refused(output: &Output, code: i32) -> Vec<String> {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert_eq!(output.status.code(), Some(code), "{said}");
    for inside in ["panicked", "backtrace", "Error {", "Os {", "Some(", "sqlx", "src/"] {
        assert!(!said.contains(inside), "{said}");
    }
    let sentences: Vec<String> =
        said.lines().filter_map(|it| it.strip_prefix("yangguang: ")).map(str::to_owned).collect();
    assert!(!sentences.is_empty(), "{said}");
    sentences
}

fn check(arguments: &[&str], answers: &str) -> Output {
    let folder = tempdir().unwrap();
    fed(program(folder.path(), arguments), answers)
}

fn golden(id: &str) -> Value {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    golden["cases"].as_array().unwrap().iter().find(|it| it["id"] == id).unwrap().clone()
}

#[test]
fn check_judges_a_household_and_prints_what_and_why() {
    let case = golden("H02");

    let output = check(&["check", "--pack", "demo-2026"], &case["answers"].to_string());

    let printed: Value = serde_json::from_str(&done(&output)).unwrap();
    assert_eq!(printed["pack"], "demo-2026");
    assert!(printed["engine"].is_string());
    for programme in ["monitor", "tekun", "dibao"] {
        let (result, expected) = (&printed["results"][programme], &case["expected"][programme]);
        for part in ["verdict", "reason", "amount_yuan", "amount_kind"] {
            assert_eq!(result[part], expected[part], "{programme} {part}");
        }
    }
}

#[test]
fn check_takes_unknown_and_missing_answers_for_unknown() {
    for answers in [json!({}), json!({"members": null}), golden("H12")["answers"].clone()] {
        let output = check(&["check"], &answers.to_string());

        let printed: Value = serde_json::from_str(&done(&output)).unwrap();
        assert_eq!(printed["results"]["tekun"]["verdict"], "NEED_INFO");
    }
}

#[test]
fn check_names_every_answer_that_does_not_fit() {
    let answers = json!({"members": 99, "labor": "many", "house_grade": "Z"}).to_string();

    let sentences = refused(&check(&["check"], &answers), 1);

    for name in ["members", "labor", "house_grade"] {
        let naming = sentences.iter().filter(|it| it.contains(name)).count();
        assert_eq!(naming, 1, "{name}: {sentences:?}");
    }
}

#[test]
fn check_refuses_what_is_no_answer_in_one_sentence() {
    for text in ["", "nonsense", "[1, 2]", "{\"members\": 3", "3", "\u{0}", "{\"members\": 1e400}"]
    {
        let sentences = refused(&check(&["check"], text), 1);

        assert_eq!(sentences.len(), 1, "{text:?}: {sentences:?}");
    }
}

#[test]
fn check_refuses_what_is_not_text_in_one_sentence() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("answers.json");
    std::fs::write(&file, [0xff, 0xfe, 0x00]).unwrap();
    let mut command = program(folder.path(), &["check"]);
    command.stdin(std::fs::File::open(file).unwrap());

    assert_eq!(refused(&command.output().unwrap(), 1).len(), 1);
}

#[test]
fn an_unknown_pack_is_named_beside_the_one_there_is() {
    let output = check(&["check", "--pack", "none-2020"], "{}");

    let sentences = refused(&output, 2);

    assert_eq!(sentences.len(), 1);
    assert!(sentences[0].contains("none-2020") && sentences[0].contains("demo-2026"));
}

#[test]
fn what_is_no_command_is_used_wrongly() {
    for arguments in [&["nonsense"][..], &[], &["serve", "--addr", "x"], &["check", "--x"]] {
        let output = check(arguments, "");

        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
    }
}

#[test]
fn the_demo_data_is_loaded_into_a_fresh_folder_once() {
    let folder = tempdir().unwrap();

    let first = done(&program(folder.path(), &["demo"]).output().unwrap());
    let file = folder.path().join("var/yangguang.db");
    let written = std::fs::read(&file).unwrap();
    let second =
        done(&program(folder.path(), &["demo", "--today", "2030-01-01"]).output().unwrap());

    assert!(first.contains("release 1: ") && first.contains("release 2: "), "{first}");
    assert!(first.contains("182 figures"), "{first}");
    assert!(second.contains("nothing to do"), "{second}");
    assert!(std::fs::read(&file).unwrap() == written, "the second time changes nothing");
}

#[test]
fn a_day_that_is_none_is_refused_before_anything_is_written() {
    let folder = tempdir().unwrap();
    for day in ["nonsense", "2026-13-45", ""] {
        let output = program(folder.path(), &["demo", "--today", day]).output().unwrap();

        assert_eq!(refused(&output, 1).len(), 1, "{day}");
    }
}

/// A database with one complaint in it, and its reference.
async fn with_a_complaint() -> (TestPortal, String, String) {
    let portal = TestPortal::on("2026-11-22").await;
    let handed = portal.submit(&filled_complaint(&portal, "").await).await;
    (portal, handed.reference(), handed.receipt())
}

fn case(database: &Database, arguments: &[&str]) -> Command {
    let mut command = program(database.folder.path(), &["case"]);
    command.args(arguments).env("DATABASE_URL", &database.url);
    command.env("YANGGUANG_NOW", "2026-11-23T04:00:00Z");
    command
}

#[tokio::test]
async fn cases_are_listed_by_reference_and_never_by_what_was_written() {
    let (portal, reference, _) = with_a_complaint().await;

    let listed = done(&case(&portal.database, &["list"]).output().unwrap());

    assert!(listed.contains(&reference) && listed.contains("filed"), "{listed}");
    assert!(!listed.contains(COMPLAINT));
}

#[tokio::test]
async fn a_step_is_recorded_and_seen_by_the_person() {
    let (portal, reference, receipt) = with_a_complaint().await;
    let message = "已经受理，会派人来看";
    let arguments = ["record", &reference, "accepted", "--message", message];

    let said = done(&case(&portal.database, &arguments).output().unwrap());

    assert!(said.contains(&reference));
    let page = track(&portal.later("2026-11-24").await, "", &receipt).await;
    page.assert_says(message);
    page.assert_says("2026年11月23日");
}

#[tokio::test]
async fn a_step_out_of_turn_is_refused_with_those_that_can_follow() {
    let (portal, reference, receipt) = with_a_complaint().await;
    for step in ["answered", "nonsense", "filed", ""] {
        let output = case(&portal.database, &["record", &reference, step]).output().unwrap();

        let sentences = refused(&output, 1);
        assert_eq!(sentences.len(), 1);
        assert!(sentences[0].contains("accepted"), "{}", sentences[0]);
        assert!(sentences[0].contains("declined_not_ours"), "{}", sentences[0]);
    }
    let page = track(&portal, "", &receipt).await;
    assert_eq!(page.texts("timeline__step--done").len(), 1, "nothing was recorded");
}

#[tokio::test]
async fn a_case_that_is_not_there_is_said_to_be_none() {
    let (portal, ..) = with_a_complaint().await;
    for reference in ["C-2222-22", "nonsense", ""] {
        let output = case(&portal.database, &["record", reference, "accepted"]).output().unwrap();

        let sentences = refused(&output, 1);
        assert!(sentences.len() == 1 && sentences[0].contains("no case"), "{sentences:?}");
    }
}

#[tokio::test]
async fn a_reference_may_be_typed_as_it_was_heard() {
    let (portal, reference, _) = with_a_complaint().await;
    let heard = reference.to_lowercase().replace('-', "");

    let output = case(&portal.database, &["record", &heard, "accepted"]).output().unwrap();

    assert!(done(&output).contains(&reference));
}

#[test]
fn the_settings_are_shown_without_what_is_secret() {
    let folder: TempDir = tempdir().unwrap();
    let mut command = program(folder.path(), &["serve", "--print-config"]);
    command.env("DATABASE_URL", "postgres://li:hush-hush@db.example/sun?password=also-hush");
    command.env("YANGGUANG_SECRET", "7f".repeat(32));

    let printed = done(&command.output().unwrap());

    for secret in ["hush", "7f7f"] {
        assert!(!printed.contains(secret), "{printed}");
    }
    for setting in ["db.example/sun", "addr", "hourly_filings", "(given)"] {
        assert!(printed.contains(setting), "{setting}: {printed}");
    }
}
