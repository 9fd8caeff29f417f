//! Rough answers: what holds for every value of a range is decided, and no value contradicts it.

use eligibility::{Fact, FactId, Facts, Judgement, Pack, Verdict, answers, judge};
use proptest::prelude::*;
use serde_json::json;
use std::sync::LazyLock;

use crate::support::{golden, household, pack};

static PACK: LazyLock<Pack> = LazyLock::new(|| pack("demo-2026-border"));

/// Ranges around a household's numbers, as it might roughly know them.
fn roughly(whole: &Facts, widths: &[(u16, u16)]) -> Facts {
    let mut rough = whole.clone();
    for ((id, spec), (below, above)) in PACK.facts_with_ids().zip(widths) {
        let Fact::Known(value) = whole.get(id) else { continue };
        let (least, most) = spec.kind.bounds();
        let scale = if most > 100 { 1 } else { 10_000 };
        if spec.kind.is_number() && *above > 0 {
            let from = (value - i64::from(*below) / scale).max(least);
            let to = (value + i64::from(*above) / scale).min(most);
            rough.set(id, Fact::between(from, to));
        }
    }
    rough
}

fn contradicts(rough: &Judgement, exact: &Judgement) -> bool {
    match rough.verdict {
        // Open: whatever it is.
        Verdict::NeedInfo => false,
        verdict => {
            let amount = match (rough.yuan, exact.yuan) {
                (Some((least, most)), Some((exact, _))) => !(least..=most).contains(&exact),
                (Some(_), None) => true,
                (None, _) => false,
            };
            let other_reason =
                rough.reason != eligibility::EITHER_WAY && rough.reason != exact.reason;
            verdict != exact.verdict || amount || other_reason
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_point_inside_a_range_never_contradicts_the_ranges_result(
        whole in household(&PACK),
        widths in proptest::collection::vec(prop_oneof![Just((0, 0)), any::<(u16, u16)>()], PACK.facts.len()),
        unknown in proptest::collection::vec(0..6_u8, PACK.facts.len()),
    ) {
        let mut whole = whole;
        for (id, unknown) in (0..).map(FactId).zip(&unknown) {
            if *unknown == 0 {
                whole.set(id, Fact::NotKnown);
            }
        }
        let rough = roughly(&whole, &widths);

        for (rough, exact) in judge(&PACK, &rough).iter().zip(&judge(&PACK, &whole)) {
            prop_assert!(!contradicts(rough, exact), "{rough:?} but {exact:?}");
        }
    }
}

fn with(case: usize, changes: &serde_json::Value) -> (Pack, Facts) {
    let golden = golden();
    let pack = pack(golden["cases"][case]["pack"].as_str().unwrap());
    let mut given = golden["cases"][case]["answers"].as_object().unwrap().clone();
    given.extend(changes.as_object().unwrap().clone());
    let facts = answers::read(&pack, &given).unwrap();
    (pack, facts)
}

fn result<'a>(pack: &'a Pack, facts: &Facts, programme: &str) -> Judgement<'a> {
    judge(pack, facts)[pack.programme(programme).unwrap()]
}

#[test]
fn a_range_below_the_line_decides_with_an_amount_from_least_to_most() {
    // H03: two elders, a son gives 1,000 a year; the line for two is 13,200.
    let (pack, facts) = with(2, &json!({"transfer_other": {"min": 500, "max": 1_500}}));

    let dibao = result(&pack, &facts, "dibao");

    assert_eq!((dibao.verdict, dibao.reason), (Verdict::Likely, "income_below_dibao"));
    assert_eq!(dibao.yuan, Some((11_700, 12_700)));
    assert_eq!(dibao.amount_yuan(), None);
}

#[test]
fn a_range_across_the_line_says_that_the_number_is_too_rough() {
    let (pack, facts) = with(2, &json!({"transfer_other": {"max": 30_000}}));

    let dibao = result(&pack, &facts, "dibao");

    assert_eq!((dibao.verdict, dibao.reason), (Verdict::NeedInfo, "rough"));
    assert!(dibao.is_decided(), "the question was answered, it is not asked again");
}

#[test]
fn a_range_where_every_value_gives_one_verdict_says_so() {
    // H10, in the village's list as tekun, medical costs far above every threshold or just above.
    let (pack, facts) = with(9, &json!({"medical_one": {"min": 9_000, "max": 20_000}}));

    let dabing = result(&pack, &facts, "dabing");

    assert_eq!(dabing.verdict, Verdict::Likely);
    assert_eq!(dabing.yuan, Some((1_950, 9_100)));
}
