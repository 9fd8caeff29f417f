//! `pack diff` says what changed between two packs, and for how many households it matters.

use std::process::Output;

use app::rules::library::{built_in, compiled};
use eligibility::{answers, judge};
use serde_json::{Value, json};
use tempfile::{NamedTempFile, TempDir, tempdir};

use super::{copied, pack, said};
use crate::command::refused;
use crate::support::program::{fed, program};

const GOLDEN: &str = include_str!("../../../../packs/golden.json");
const BORDER: [&str; 3] = ["diff", "demo-2026", "demo-2026-border"];

/// The golden households, one a line.
fn roster() -> String {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let cases = golden["cases"].as_array().unwrap().iter();
    let lines: Vec<String> = cases.map(|it| it["answers"].to_string()).collect();
    lines.join("\n") + "\n"
}

fn border_with(roster: &str, more: &[&str]) -> Output {
    let folder = tempdir().unwrap();
    let arguments = [&["pack"], &BORDER[..], &["--roster", "-"], more].concat();
    fed(program(folder.path(), &arguments), roster)
}

/// How many households go from a verdict to a verdict of the border allowance, as the engine says.
fn border_flips(from: &str, to: &str) -> usize {
    let library = built_in();
    let packs = ["demo-2026", "demo-2026-border"].map(|it| compiled(&library, it, None).unwrap());
    let verdicts = |line: &str| {
        let given = serde_json::from_str(line).unwrap();
        let verdict = |pack| {
            let facts = answers::read(pack, &given).unwrap();
            judge(pack, &facts)[pack.programme("bianmin").unwrap()].verdict.code()
        };
        [verdict(&packs[0]), verdict(&packs[1])]
    };
    roster().lines().filter(|line| verdicts(line) == [from, to]).count()
}

#[test]
fn a_switch_is_named_with_what_it_was_and_is_and_its_document() {
    let text = said(&pack(&BORDER), 0);

    let change = "border_enabled “Whether the border allowance is paid here”: no → yes [demo]";
    assert!(text.contains(change), "{text}");
    assert!(text.contains("\nDocuments\n  demo: Demonstration value"), "{text}");
    assert!(!text.contains("Lines of") && !text.contains("Added"), "{text}");
}

#[test]
fn the_same_is_one_object_for_programs() {
    let printed: Value =
        serde_json::from_str(&said(&pack(&[&BORDER[..], &["--json"]].concat()), 0)).unwrap();

    let side = |value: bool| json!({ "value": value, "unit": "yes_no", "document": "demo", "article": "" });
    let change = json!({ "name": "border_enabled", "from": side(false), "to": side(true) });
    assert_eq!(printed["parameters"], json!([change]));
    assert_eq!(printed["new"]["pack"], "demo-2026-border");
    assert_eq!(printed["programmes"], json!({ "added": [], "removed": [], "changed": [] }));
    assert!(printed.get("roster").is_none());
}

#[test]
fn a_pack_does_not_differ_from_itself() {
    let text = said(&pack(&["diff", "demo-2026", "demo-2026"]), 0);

    assert!(text.ends_with("\nThe rules are the same.\n"), "{text}");
}

#[test]
fn a_new_layer_names_its_programmes_questions_and_numbers() {
    let text = said(&pack(&["diff", "hist-2015", "tongliao-2015"]), 0);

    for part in
        ["Added programmes\n  tongliao_coal “", "Added questions\n", "tongliao_student_money"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
}

/// The packs of the program, and those of another folder.
fn against(packs: &TempDir, more: &[&str]) -> String {
    let folder = packs.path().to_str().unwrap();
    said(&pack(&[&["diff", "demo-2026", "demo-2026", "--old-packs", folder], more].concat()), 0)
}

#[test]
fn the_old_pack_may_stand_in_another_folder() {
    let packs = copied(&[
        ("demo-2026/pack.toml", "dibao_year = { value = 6600", "dibao_year = { value = 6000"),
        (
            "programmes/monitor.toml",
            "-> LIKELY income_low_and_risk",
            "-> CHECK income_low_and_risk",
        ),
    ]);

    let text = against(&packs, &[]);

    assert!(
        text.contains("dibao_year “Dibao line (per person and year)”: 6,000 → 6,600 yuan/person")
    );
    assert!(
        text.contains(
            "\nLines of monitor “Monitored household”\n  changed: low_jdlk { risk -> CHECK"
        ),
        "{text}"
    );
    let printed: Value = serde_json::from_str(&against(&packs, &["--json"])).unwrap();
    assert_eq!(printed["programmes"]["changed"][0]["lines"][0]["change"], "changed");
}

#[test]
fn a_roster_is_counted_by_programme_from_verdict_to_verdict() {
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), roster()).unwrap();
    let path = file.path().to_str().unwrap();

    let text = said(&pack(&[&BORDER[..], &["--roster", path]].concat()), 0);

    let n = roster().lines().count();
    assert!(text.contains(&format!("Roster: {n} of {n} households come out otherwise")), "{text}");
    for to in ["LIKELY", "UNLIKELY"] {
        let row = ["bianmin", "NA", to, &border_flips("NA", to).to_string()].map(str::to_owned);
        let is_row = |line: &str| line.split_whitespace().eq(row.iter().map(String::as_str));
        assert!(text.lines().any(is_row), "{row:?}: {text}");
    }
}

#[test]
fn bad_lines_are_named_and_counted_and_the_others_too() {
    let lines = ["{\"members\": 99}", "nonsense", "", "[1]", "{\"members\": 3"].join("\n");
    let roster = format!("{}{lines}\n{}", roster(), roster());

    let output = border_with(&roster, &["--json"]);

    let printed: Value = serde_json::from_str(&said(&output, 1)).unwrap();
    let n = self::roster().lines().count();
    assert_eq!(printed["roster"]["bad_lines"], 5);
    assert_eq!(printed["roster"]["households"], 2 * n);
    let flips = printed["roster"]["flips"].as_array().unwrap();
    let likely = flips.iter().find(|it| it["to"] == "LIKELY").unwrap();
    assert_eq!(likely["households"], 2 * border_flips("NA", "LIKELY"));
    let sentences = refused(&output, 1);
    assert_eq!(sentences.len(), 6, "{sentences:?}");
    assert_eq!(sentences[0], format!("stdin:{}: members does not fit", n + 1));
    assert!(sentences[1].starts_with(&format!("stdin:{}: no JSON object", n + 2)));
    assert_eq!(sentences[5], format!("5 of {} lines could not be judged", 2 * n + 5));
}

#[test]
fn many_bad_lines_are_not_all_named_and_a_line_without_end_fills_nothing() {
    let long = "x".repeat(3_000_000);
    let output = border_with(&format!("{long}\n{}{}", "?\n".repeat(100), roster()), &[]);

    let sentences = refused(&output, 1);
    assert!(sentences[0].starts_with("stdin:1: longer than "), "{}", sentences[0]);
    assert_eq!(sentences.len(), 22, "{sentences:?}");
    assert!(sentences[21].starts_with("101 of "), "{}", sentences[21]);
}

#[test]
fn a_pack_or_a_roster_that_is_not_there_is_named() {
    let none = refused(&pack(&["diff", "demo-2026", "none-2020"]), 2);
    assert!(none[0].contains("none-2020") && none[0].contains("demo-2026-border"), "{none:?}");

    let none = refused(&pack(&[&BORDER[..], &["--roster", "none.ndjson"]].concat()), 1);
    assert!(none.len() == 1 && none[0].contains("none.ndjson"), "{none:?}");
}
