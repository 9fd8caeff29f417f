//! What must hold for every household, real or not.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use eligibility::{
    Fact, FactId, FactKind, Facts, Interview, Judgement, Pack, Truth, Verdict, judge, source,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use std::sync::LazyLock;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    source::read(include_str!("../../packs/demo-2026/pack.toml")).expect("the pack is sound")
});

/// Values near the pack's lines, so that households fall on both sides of them.
fn value(kind: &FactKind) -> BoxedStrategy<i64> {
    match kind {
        FactKind::YesNo => (0..=1_i64).boxed(),
        FactKind::Count(from, to) => (*from..=(*to).min(from + 4)).boxed(),
        FactKind::Money(_) => {
            prop_oneof![3 => Just(0_i64), 2 => 0..3_000_i64, 2 => 0..60_000_i64].boxed()
        }
        FactKind::Choice(options) => (0..i64::try_from(options.len()).unwrap()).boxed(),
        FactKind::Several(options) => prop_oneof![Just(0_i64), 0..1_i64 << options.len()].boxed(),
    }
}

/// A whole household: every fact has a value.
fn household() -> impl Strategy<Value = Facts> {
    let values: Vec<_> = PACK.facts.iter().map(|it| value(&it.kind)).collect();
    values.prop_map(|values| {
        let mut facts = Facts::none(values.len());
        for (id, value) in (0..).zip(values) {
            facts.set(FactId(id), Fact::Known(value));
        }
        facts
    })
}

/// For each fact: 0 keeps it, 1 makes it not known, 2 not asked.
fn gaps() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(0..3_u8, PACK.facts.len())
}

fn with_gaps(facts: &Facts, gaps: &[u8]) -> Facts {
    let mut facts = facts.clone();
    for (id, gap) in (0..).map(FactId).zip(gaps) {
        // Counts cannot be unknown to the family, only not asked yet.
        let is_count = PACK.spec(id).unknown_is_zero;
        match gap {
            1 if !is_count => facts.set(id, Fact::NotKnown),
            2 => facts.set(id, Fact::NotAsked),
            _ => {}
        }
    }
    facts
}

fn same(a: &Judgement, b: &Judgement) -> bool {
    (a.verdict, a.reason, a.amount_yuan, a.amount_kind, a.kind)
        == (b.verdict, b.reason, b.amount_yuan, b.amount_kind, b.kind)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn what_is_decided_stays_whatever_is_answered_next(whole in household(), gaps in gaps()) {
        let partial = with_gaps(&whole, &gaps);
        let mut completed = partial.clone();
        for id in (0..).map(FactId).take(PACK.facts.len()) {
            if partial.get(id) == Fact::NotAsked {
                completed.set(id, whole.get(id));
            }
        }

        let (early, late) = (judge(&PACK, &partial), judge(&PACK, &completed));

        for (early, late) in early.iter().zip(&late).filter(|(early, _)| early.is_decided()) {
            prop_assert!(same(early, late), "{early:?} became {late:?}");
        }
    }

    #[test]
    fn learning_an_unknown_never_turns_a_yes_or_a_no_around(
        whole in household(),
        gaps in gaps(),
        which in any::<prop::sample::Index>(),
    ) {
        let gaps: Vec<u8> = gaps.into_iter().map(|gap| gap.min(1)).collect();
        let before = with_gaps(&whole, &gaps);
        let id = FactId(u8::try_from(which.index(PACK.facts.len())).unwrap());
        let mut after = before.clone();
        after.set(id, whole.get(id));

        for (before, after) in judge(&PACK, &before).iter().zip(&judge(&PACK, &after)) {
            if matches!(before.verdict, Verdict::Likely | Verdict::Unlikely) {
                let may_be = [before.verdict, Verdict::Already, Verdict::Superseded];
                prop_assert!(may_be.contains(&after.verdict), "{before:?} became {after:?}");
            }
        }
    }

    #[test]
    fn the_facts_that_decided_suffice(whole in household(), gaps in gaps()) {
        let facts = with_gaps(&whole, &gaps.into_iter().map(|it| it.min(1)).collect::<Vec<_>>());

        for (index, judgement) in judge(&PACK, &facts).iter().enumerate() {
            let alone = &judge(&PACK, &facts.only(judgement.decided_by))[index];
            prop_assert!(same(judgement, alone), "{judgement:?} became {alone:?}");
        }
    }

    #[test]
    fn more_wage_never_makes_help_likelier(whole in household(), more in 1..20_000_i64) {
        let wage = PACK.fact("wage").unwrap();
        let Fact::Known(before) = whole.get(wage) else { unreachable!() };
        let mut richer = whole.clone();
        richer.set(wage, Fact::Known(before + more));

        for (poorer, richer) in judge(&PACK, &whole).iter().zip(&judge(&PACK, &richer)) {
            let helped = poorer.verdict == Verdict::Unlikely && richer.verdict == Verdict::Likely;
            prop_assert!(!helped, "{poorer:?} became {richer:?}");
        }
    }

    #[test]
    fn an_interview_ends_and_agrees_with_the_whole_household(whole in household()) {
        let mut given = Facts::none(PACK.facts.len());
        let mut n_asked = 0;
        while let Some(question) = Interview::new(&PACK, &given).next() {
            for id in &PACK.questions[question].facts {
                given.set(*id, whole.get(*id));
            }
            n_asked += 1;
            prop_assert!(n_asked <= PACK.questions.len());
        }

        let all = Interview::new(&PACK, &whole);
        for (short, long) in Interview::new(&PACK, &given).judgements().iter().zip(all.judgements())
        {
            prop_assert!(short.is_decided());
            prop_assert!(same(short, long), "{short:?} is not {long:?}");
        }
    }
}

#[test]
fn an_empty_interview_decides_nothing() {
    let interview = Interview::new(&PACK, &Facts::none(PACK.facts.len()));

    assert_eq!(interview.n_decided(), 0);
    assert_eq!(interview.next(), Some(0));
}

#[test]
fn exactly_on_the_line_is_not_below_it_and_one_yuan_less_is() {
    let golden: serde_json::Value =
        serde_json::from_str(include_str!("../../packs/golden.json")).unwrap();
    let alone = &golden["cases"][1]["answers"];
    let mut facts = eligibility::answers::read(&PACK, alone.as_object().unwrap()).unwrap();
    let dibao = PACK.programmes.iter().position(|it| it.id == "dibao").unwrap();
    facts.set(PACK.fact("supporter").unwrap(), Fact::Known(1));
    let mut verdict_with_wage = |wage| {
        facts.set(PACK.fact("wage").unwrap(), Fact::Known(wage));
        judge(&PACK, &facts)[dibao].verdict
    };

    assert_eq!(verdict_with_wage(2 * 6_600), Verdict::Unlikely);
    assert_eq!(verdict_with_wage(2 * 6_600 - 1), Verdict::Likely);
}

#[test]
fn kleene_negation_is_an_involution() {
    for truth in [Truth::False, Truth::Unknown, Truth::True] {
        assert_eq!(!!truth, truth);
    }
}

#[test]
fn a_random_household_is_asked_less_than_everything() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut n_asked, n_households) = (0, 300);
    for _ in 0..n_households {
        let whole = household().new_tree(&mut runner).unwrap().current();
        let mut given = Facts::none(PACK.facts.len());
        while let Some(question) = Interview::new(&PACK, &given).next() {
            for id in &PACK.questions[question].facts {
                given.set(*id, whole.get(*id));
            }
            n_asked += 1;
        }
    }

    let share = 100 * n_asked / (n_households * PACK.questions.len());
    println!("a random household is asked {share} % of the questions");
    assert!(share < 100);
}
