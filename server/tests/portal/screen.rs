//! `yangguang screen`: a roster goes through in order, bad lines are said and passed over.

use std::process::{Output, Stdio};

use serde_json::{Value, json};
use tempfile::tempdir;

use crate::command::refused;
use crate::support::program::{fed, program};

const GOLDEN: &str = include_str!("../../../packs/golden.json");

fn screen(arguments: &[&str], roster: &str) -> Output {
    let folder = tempdir().unwrap();
    let arguments: Vec<&str> = ["screen"].iter().chain(arguments).copied().collect();
    fed(program(folder.path(), &arguments), roster)
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(|it| serde_json::from_str(it).unwrap()).collect()
}

fn cases(pack: &str) -> Vec<Value> {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let all = golden["cases"].as_array().unwrap().clone();
    all.into_iter().filter(|it| it["pack"] == pack).collect()
}

fn roster(cases: &[Value]) -> String {
    let line = |case: &Value| {
        let mut answers = case["answers"].clone();
        answers["id"] = case["id"].clone();
        format!("{answers}\n")
    };
    cases.iter().map(line).collect()
}

#[test]
fn the_worked_households_come_out_in_order_as_worked_out() {
    for pack in ["demo-2026", "demo-2026-border", "hist-2014"] {
        let cases = cases(pack);

        let output = screen(&["--pack", pack], &roster(&cases));

        assert_eq!(output.status.code(), Some(0));
        let lines = lines(&output);
        assert_eq!(lines.len(), cases.len());
        for ((line, case), number) in lines.iter().zip(&cases).zip(1..) {
            assert_eq!((&line["line"], &line["id"]), (&json!(number), &case["id"]));
            for (programme, expected) in case["expected"].as_object().unwrap() {
                let mut result = line["results"][programme].clone();
                result.as_object_mut().unwrap().remove("settled");
                assert_eq!(result, *expected, "{} {programme}", case["id"]);
            }
        }
    }
}

#[test]
fn a_bad_line_is_said_in_its_place_and_the_rest_goes_on() {
    let good = roster(&cases("hist-2014"));
    let long = format!("{{\"id\":\"{}\"}}", "x".repeat(2_000_000));
    let roster = format!("{good}nonsense\n\n{{\"members\": 99}}\n{long}\n[1]\n{good}");

    let output = screen(&["--pack", "hist-2014"], &roster);

    let said = refused(&output, 1);
    assert!(said[0].starts_with("not read, no question of hist-2014: away_work, "), "{said:?}");
    assert_eq!(said[1..], ["5 of 7 lines could not be judged"]);
    let lines = lines(&output);
    let errors: Vec<(i64, &str)> =
        lines.iter().filter_map(|it| Some((it["line"].as_i64()?, it["error"].as_str()?))).collect();
    assert_eq!(errors.iter().map(|it| it.0).collect::<Vec<_>>(), [2, 3, 4, 5, 6]);
    assert_eq!(errors[2].1, "members does not fit");
    assert!(lines[0]["results"].is_object() && lines[6]["results"].is_object());
}

#[test]
fn the_look_back_names_only_who_turned_and_why() {
    let roster = roster(&cases("demo-2026-border"));

    let output = screen(&["--pack", "demo-2026", "--against", "demo-2026-border"], &roster);

    assert_eq!(output.status.code(), Some(0));
    let lines = lines(&output);
    assert_eq!(lines.len(), 1);
    let changed = json!({"from": "LIKELY", "to": "NA", "reason": "not_in_this_place"});
    assert_eq!(lines[0]["changed"], json!({"bianmin": changed}));
    assert_eq!(lines[0]["look_again"], true);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("bianmin: LIKELY → NA: 1 households"), "{said}");

    let same = screen(&["--pack", "demo-2026", "--against", "demo-2026"], &roster);
    assert!(same.stdout.is_empty());
}

#[test]
fn twenty_thousand_households_take_no_more_memory_than_one() {
    let folder = tempdir().unwrap();
    let one = roster(&cases("demo-2026")[..1]);
    let file = folder.path().join("roster.ndjson");
    std::fs::write(&file, one.repeat(20_000)).unwrap();

    let mut child = program(folder.path(), &["screen", "--pack", "demo-2026"])
        .stdin(std::fs::File::open(&file).unwrap())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut out = std::io::BufReader::new(child.stdout.take().unwrap());
    let mut n_lines = 0;
    let mut line = String::new();
    let mut peak = 0;
    while std::io::BufRead::read_line(&mut out, &mut line).unwrap() > 0 {
        n_lines += 1;
        line.clear();
        if n_lines == 19_000 {
            let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
            let high = status.lines().find_map(|it| it.strip_prefix("VmHWM:")).unwrap();
            peak = high.trim().trim_end_matches(" kB").parse::<u64>().unwrap();
        }
    }

    assert_eq!(n_lines, 20_000);
    assert!(child.wait().unwrap().success());
    assert!(peak > 0 && peak < 60_000, "{peak} kB");
}

#[test]
fn a_full_disk_is_a_clear_error_and_a_reader_who_leaves_is_none() {
    let folder = tempdir().unwrap();
    let roster = roster(&cases("demo-2026")).repeat(200);
    let file = folder.path().join("roster.ndjson");
    std::fs::write(&file, roster).unwrap();
    let input = || std::fs::File::open(&file).unwrap();
    let run = |out: Stdio| {
        program(folder.path(), &["screen"])
            .stdin(input())
            .stdout(out)
            .stderr(Stdio::piped())
            .spawn()
    };

    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = run(full.into()).unwrap().wait_with_output().unwrap();
    let said = refused(&output, 1);
    assert!(said[0].starts_with("write the results"), "{said:?}");

    let mut child = run(Stdio::piped()).unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn an_unknown_pack_and_a_day_without_rules_are_refused() {
    assert!(refused(&screen(&["--pack", "demo-1999"], ""), 2)[0].contains("no pack \"demo-1999\""));
    let nowhere = ["--place", "000000000000", "--date", "2019-06-01"];
    assert!(refused(&screen(&nowhere, ""), 2)[0].contains("no rules are in force"));
    assert!(refused(&screen(&["--date", "2026-13-01"], ""), 2)[0].contains("is no day"));
}

#[test]
fn a_misspelt_answer_is_told_and_never_a_silent_no() {
    let folder = tempdir().unwrap();
    let lines = "{\"id\":1,\"disabeld\":{\"l1\":1}}\n{\"id\":2,\"members\":3}\n";
    for arguments in [&["screen", "--pack", "demo-2026"][..], &["check", "--pack", "demo-2026"][..]]
    {
        let lines = if arguments[0] == "check" { lines.lines().next().unwrap() } else { lines };

        let output = fed(program(folder.path(), arguments), lines);

        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{said}");
        assert!(said.contains("not read, no question of demo-2026: disabeld\n"), "{said}");
    }
}

#[test]
fn a_value_that_does_not_fit_is_not_repeated() {
    let folder = tempdir().unwrap();
    for command in ["screen", "check"] {
        let name = "{\"members\":\"somebody\"}";

        let output = fed(program(folder.path(), &[command, "--pack", "demo-2026"]), name);

        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("members does not fit") && !said.contains("somebody"), "{said}");
    }
}
