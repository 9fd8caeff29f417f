//! The worked households of `packs/golden.json`: every programme of the pack comes out as written.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use eligibility::{Judgement, Pack, answers, judge, source};
use serde_json::{Value, json};

fn pack() -> Pack {
    source::read(include_str!("../../packs/demo-2026/pack.toml")).unwrap()
}

fn cases() -> Vec<Value> {
    let golden: Value = serde_json::from_str(include_str!("../../packs/golden.json")).unwrap();
    golden["cases"].as_array().unwrap().clone()
}

fn as_golden(judgement: &Judgement) -> Value {
    let mut value = json!({
        "verdict": judgement.verdict.code(),
        "reason": judgement.reason,
        "amount_yuan": judgement.amount_yuan,
        "amount_kind": judgement.amount_kind.map(eligibility::AmountKind::code),
    });
    if let Some(month) = judgement.month_yuan {
        value["month_yuan"] = json!(month);
    }
    if let Some(kind) = judgement.kind {
        value["type"] = json!(kind);
    }
    value
}

#[test]
fn every_worked_household_of_this_year_gets_its_results() {
    let pack = pack();
    let mut n_cases = 0;

    for case in cases() {
        // The border pack differs only in programmes that this pack does not have yet.
        if !case["pack"].as_str().unwrap().starts_with("demo-2026") {
            continue;
        }
        n_cases += 1;
        let facts = answers::read(&pack, case["answers"].as_object().unwrap()).unwrap();
        for (programme, judgement) in pack.programmes.iter().zip(judge(&pack, &facts)) {
            let expected = &case["expected"][&programme.id];
            assert_eq!(as_golden(&judgement), *expected, "{} {}", case["id"], programme.id);
        }
    }

    assert_eq!(n_cases, 12);
}

#[test]
fn the_facts_that_decided_give_the_same_result_alone() {
    let pack = pack();

    for case in cases() {
        let facts = answers::read(&pack, case["answers"].as_object().unwrap()).unwrap();
        for (index, judgement) in judge(&pack, &facts).iter().enumerate() {
            let alone = judge(&pack, &facts.only(judgement.decided_by));
            assert_eq!(as_golden(&alone[index]), as_golden(judgement), "{}", case["id"]);
        }
    }
}
