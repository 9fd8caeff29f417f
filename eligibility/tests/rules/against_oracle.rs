//! The engine with its packs against an independent reading of `packs/rules.md` in plain code: the
//! golden households first, then random ones with gaps. Both must say the same of every programme.

use eligibility::{AmountKind, Fact, FactKind, Facts, Judgement, Pack, answers, judge};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::oracle::{self, Outcome};
use crate::support::{gaps, golden, household, pack};

fn packs() -> Value {
    serde_json::from_str(include_str!("oracle/packs.json")).unwrap()
}

/// The facts in the shapes of golden.json.
fn answers_of(pack: &Pack, facts: &Facts) -> Map<String, Value> {
    let mut given = Map::new();
    for (id, spec) in pack.facts_with_ids() {
        let value = match (facts.get(id), &spec.kind) {
            (Fact::Known(value), FactKind::YesNo) => json!(value == 1),
            (Fact::Known(value), FactKind::Choice(options)) => {
                json!(options[usize::try_from(value).unwrap()])
            }
            (Fact::Known(value), FactKind::Several(options)) => {
                let chosen = (0..).zip(options).filter(|(place, _)| value >> place & 1 == 1);
                json!(chosen.map(|(_, it)| it).collect::<Vec<_>>())
            }
            (Fact::Known(value), _) => json!(value),
            _ => Value::Null,
        };
        match spec.name.split_once('.') {
            Some((whole, part)) => given.entry(whole).or_insert_with(|| json!({}))[part] = value,
            None => drop(given.insert(spec.name.clone(), value)),
        }
    }
    given
}

fn differs(judgement: &Judgement, outcome: &Outcome) -> bool {
    (
        judgement.verdict.code(),
        judgement.reason,
        judgement.amount_yuan(),
        judgement.amount_kind.map(AmountKind::code),
        judgement.kind,
        judgement.month_yuan(),
    ) != (
        outcome.verdict,
        outcome.reason.as_str(),
        outcome.amount_yuan,
        outcome.amount_kind,
        outcome.kind,
        outcome.month_yuan,
    )
}

fn compare(pack: &Pack, given: &Map<String, Value>) -> Result<(), TestCaseError> {
    let outcomes = oracle::judge(&packs()[&pack.id], given);
    let facts = answers::read(pack, given).unwrap();
    prop_assert_eq!(outcomes.len(), pack.programmes.len());
    for (programme, judgement) in pack.programmes.iter().zip(judge(pack, &facts)) {
        let outcome = &outcomes[&programme.id];
        prop_assert!(
            !differs(&judgement, outcome),
            "{}: {judgement:?}, but {} {} {:?}",
            programme.id,
            outcome.verdict,
            outcome.reason,
            outcome.amount_yuan
        );
    }
    Ok(())
}

#[test]
fn they_agree_on_the_golden_households() {
    for case in golden()["cases"].as_array().unwrap() {
        let pack = pack(case["pack"].as_str().unwrap());
        let given = case["answers"].as_object().unwrap();
        compare(&pack, given).unwrap();
        let outcomes = oracle::judge(&packs()[&pack.id], given);
        for (programme, expected) in case["expected"].as_object().unwrap() {
            assert_eq!(outcomes[programme].verdict, expected["verdict"], "{programme}");
            assert_eq!(outcomes[programme].reason, expected["reason"], "{programme}");
        }
    }
}

#[test]
fn they_agree_on_ten_thousand_random_households_with_gaps() {
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 5_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    for id in ["demo-2026", "demo-2026-border"] {
        let pack = pack(id);
        let some_gaps = (household(&pack), gaps(&pack), 0..4_u8);
        let result = runner.run(&some_gaps, |(whole, gaps, share)| {
            let mut facts = whole;
            for ((id, _), gap) in pack.facts_with_ids().zip(gaps) {
                // A quarter of the households has no gap, others have few or many.
                if gap == 1 && share > id.0 % 4 {
                    facts.set(id, Fact::NotKnown);
                }
            }
            compare(&pack, &answers_of(&pack, &facts))
        });
        result.unwrap_or_else(|error| panic!("{error}"));
    }
}

#[test]
fn they_agree_on_the_years_of_the_poverty_line() {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1_000) };
    let mut runner = proptest::test_runner::TestRunner::new(config);
    for id in ["hist-2014", "hist-2015", "hist-2016"] {
        let pack = pack(id);
        let result = runner.run(&(household(&pack), gaps(&pack)), |(whole, gaps)| {
            let mut facts = whole;
            for ((id, _), gap) in pack.facts_with_ids().zip(gaps) {
                if gap == 1 {
                    facts.set(id, Fact::NotKnown);
                }
            }
            compare(&pack, &answers_of(&pack, &facts))
        });
        result.unwrap_or_else(|error| panic!("{error}"));
    }
}
