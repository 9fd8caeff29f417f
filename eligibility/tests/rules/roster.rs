//! The quick reader of a roster means what the reader of answers means.

use eligibility::household::{HouseholdError, HouseholdReader};
use eligibility::{Pack, answers};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

use crate::support::{golden, pack};

static PACK: LazyLock<Pack> = LazyLock::new(|| pack("demo-2026-border"));

/// Anything that a program may write for an answer, right or wrong.
fn answer() -> impl Strategy<Value = Value> {
    let words = prop_oneof![
        Just("unsure"),
        Just("A"),
        Just("none"),
        Just("self"),
        Just("tuopin"),
        Just("dibao"),
        Just("in3_ok"),
        Just("x"),
    ];
    let list = proptest::collection::vec(words.clone(), 0..3);
    let number = prop_oneof![0..25_i64, -5..300_000_000_i64];
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        number.clone().prop_map(Value::from),
        Just(json!(1.5)),
        words.prop_map(Value::from),
        list.prop_map(Value::from),
        (number.clone(), number.clone()).prop_map(|(a, b)| json!({"min": a, "max": b})),
        number.clone().prop_map(|a| json!({"max": a})),
        number.prop_map(|a| json!({"l1": a, "primary_day": 1, "other": 2})),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_readers_give_the_same_facts_or_both_refuse(
        given in proptest::collection::vec(proptest::option::weighted(0.3, answer()), PACK.questions.len()),
    ) {
        let mut object = serde_json::Map::new();
        for (question, given) in PACK.questions.iter().zip(given) {
            if let Some(given) = given {
                object.insert(question.id.clone(), given);
            }
        }

        let slow = answers::read(&PACK, &object);
        let quick = HouseholdReader::new(&PACK).read(&Value::Object(object).to_string());

        match (slow, quick) {
            (Ok(slow), Ok(quick)) => prop_assert_eq!(slow, quick.facts),
            (Err(slow), Err(HouseholdError::Answers(mut quick))) => {
                let mut slow: Vec<String> = slow.into_iter().map(|it| it.fact).collect();
                slow.sort();
                quick.sort();
                prop_assert_eq!(slow, quick);
            }
            (slow, quick) => prop_assert!(false, "{slow:?} but {quick:?}"),
        }
    }
}

#[test]
fn a_worked_household_is_read_with_its_id() {
    let reader = HouseholdReader::new(&PACK);
    for case in golden()["cases"].as_array().unwrap() {
        let mut given = case["answers"].as_object().unwrap().clone();
        let facts = answers::read(&PACK, &given).unwrap();
        given.insert("id".into(), case["id"].clone());

        let household = reader.read(&Value::Object(given).to_string()).unwrap();

        assert_eq!(household.facts, facts);
        assert_eq!(household.id, Some(case["id"].to_string()));
    }
}

#[test]
fn what_is_wrong_is_named_without_what_was_said() {
    let reader = HouseholdReader::new(&PACK);

    let error = reader.read(r#"{"members": 99, "wage": "Wang 13800001111"}"#).unwrap_err();
    assert_eq!(error.to_string(), "members, wage does not fit");
    let error = reader.read(r#"{"members": 13800001111x}"#).unwrap_err();
    assert!(!error.to_string().contains("13800001111"), "{error}");
}
