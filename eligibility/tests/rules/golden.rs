//! The worked households of `packs/golden.json`: every programme comes out as written.

use crate::support::{golden, pack};
use eligibility::{AmountKind, Judgement, answers, deciding_facts, judge};
use serde_json::{Value, json};

fn as_golden(judgement: &Judgement) -> Value {
    let mut value = json!({
        "verdict": judgement.verdict.code(),
        "reason": judgement.reason,
        "amount_yuan": judgement.amount_yuan(),
        "amount_kind": judgement.amount_kind.map(AmountKind::code),
    });
    if let Some(month) = judgement.month_yuan() {
        value["month_yuan"] = json!(month);
    }
    if let Some(kind) = judgement.kind {
        value["type"] = json!(kind);
    }
    value
}

#[test]
fn every_worked_household_gets_its_results() {
    let golden = golden();
    let mut n_results = 0;

    for case in golden["cases"].as_array().unwrap() {
        let pack = pack(case["pack"].as_str().unwrap());
        let facts = answers::read(&pack, case["answers"].as_object().unwrap()).unwrap();
        for (programme, judgement) in pack.programmes.iter().zip(judge(&pack, &facts)) {
            let expected = &case["expected"][&programme.id];
            assert_eq!(as_golden(&judgement), *expected, "{} {}", case["id"], programme.id);
            n_results += 1;
        }
    }

    assert_eq!(n_results, 14 * 22);
}

#[test]
fn the_deciding_answers_give_the_same_result_alone() {
    let golden = golden();

    for case in golden["cases"].as_array().unwrap() {
        let pack = pack(case["pack"].as_str().unwrap());
        let facts = answers::read(&pack, case["answers"].as_object().unwrap()).unwrap();
        for (index, judgement) in judge(&pack, &facts).iter().enumerate() {
            let alone = facts.only(deciding_facts(&pack, &facts, index));
            let again = judge(&pack, &alone)[index];
            assert_eq!(as_golden(&again), as_golden(judgement), "{}", case["id"]);
            assert!(again.is_decided(), "{} {}", case["id"], pack.programmes[index].id);
        }
    }
}
