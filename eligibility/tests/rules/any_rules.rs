//! Rules that nobody would write: whatever they are, the quick way through a roster and the careful
//! way through one household say the same.

use eligibility::{
    Amount, AmountKind, Condition, Definition, Fact, FactId, FactKind, FactSpec, Facts, Gate,
    Judge, Line, Meaning, Number, Pack, Parameter, Programme, Source, Truth, Type, Verdict,
    Verdicts, judge,
};
use proptest::collection::vec;
use proptest::prelude::*;

const N_DEFINITIONS: u16 = 6;
const N_PROGRAMMES: u16 = 4;

/// Yes or no, a choice, several, money, and a count that is none where it is not known; two of each.
fn kinds() -> Vec<FactKind> {
    let options = || vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
    let kinds = [
        FactKind::YesNo,
        FactKind::Choice(options()),
        FactKind::Several(options()),
        FactKind::Money(10),
        FactKind::Count(0, 3),
    ];
    kinds.iter().chain(&kinds).cloned().collect()
}

fn fact(kind: u8) -> impl Strategy<Value = FactId> {
    prop_oneof![Just(FactId(kind)), Just(FactId(kind + 5))]
}

/// What rules at some place may look at: the names and programmes before it. Names of even place are
/// conditions, of odd place numbers.
#[derive(Clone, Copy)]
struct Before {
    n_definitions: u16,
    n_programmes: u16,
}

fn number(before: Before, depth: u32) -> BoxedStrategy<Number> {
    let leaf = prop_oneof![
        (-3..12_i64).prop_map(Number::Is),
        fact(3).prop_map(Number::Of),
        fact(4).prop_map(Number::Of),
        (0..2_u16).prop_map(Number::Parameter),
        Just(Number::Nothing),
    ]
    .boxed();
    let leaf = match before.n_definitions / 2 {
        0 => leaf,
        n => prop_oneof![3 => leaf, 1 => (0..n).prop_map(|it| Number::Named(it * 2 + 1))].boxed(),
    };
    if depth == 0 {
        return leaf;
    }
    let inner = move || number(before, depth - 1).prop_map(Box::new);
    let when = condition(before, depth - 1).prop_map(Box::new);
    prop_oneof![
        2 => leaf,
        1 => vec(number(before, depth - 1), 0..4).prop_map(Number::Sum),
        1 => (inner(), inner()).prop_map(|(a, b)| Number::Minus(a, b)),
        1 => (inner(), inner()).prop_map(|(a, b)| Number::Times(a, b)),
        1 => (inner(), 1..5_i64).prop_map(|(a, by)| Number::Quotient(a, by)),
        1 => (inner(), inner()).prop_map(|(a, b)| Number::Least(a, b)),
        1 => (inner(), inner()).prop_map(|(a, b)| Number::Greatest(a, b)),
        2 => (when, inner(), inner()).prop_map(|(when, yes, no)| Number::If(when, yes, no)),
    ]
    .boxed()
}

fn condition(before: Before, depth: u32) -> BoxedStrategy<Condition> {
    let leaf = leaf(before, depth.min(1));
    if depth == 0 {
        return leaf;
    }
    let inner = move || condition(before, depth - 1);
    prop_oneof![
        1 => leaf,
        1 => inner().prop_map(|it| Condition::Not(Box::new(it))),
        1 => inner().prop_map(|it| Condition::Unclear(Box::new(it))),
        3 => vec(inner(), 0..4).prop_map(Condition::All),
        3 => vec(inner(), 0..4).prop_map(Condition::Any),
    ]
    .boxed()
}

fn leaf(before: Before, depth: u32) -> BoxedStrategy<Condition> {
    let two = move || (number(before, depth), number(before, depth));
    let leaf = prop_oneof![
        1 => Just(Condition::Always),
        1 => (0..2_u16).prop_map(Condition::Switch),
        2 => fact(0).prop_map(Condition::Yes),
        2 => (fact(1), 0..8_u32).prop_map(|(id, options)| Condition::OneOf(id, options)),
        2 => (fact(2), 0..8_u32).prop_map(|(id, options)| Condition::Has(id, options)),
        2 => two().prop_map(|(a, b)| Condition::Less(a, b)),
        1 => two().prop_map(|(a, b)| Condition::AtMost(a, b)),
        1 => two().prop_map(|(a, b)| Condition::Equal(a, b)),
        1 => number(before, depth).prop_map(Condition::NoNumber),
    ]
    .boxed();
    let leaf = match before.n_definitions.div_ceil(2) {
        0 => leaf,
        n => prop_oneof![3 => leaf, 1 => (0..n).prop_map(|it| Condition::Named(it * 2))].boxed(),
    };
    match before.n_programmes {
        0 => leaf,
        n => prop_oneof![
            3 => leaf,
            1 => (0..n, verdicts()).prop_map(|(it, verdicts)| Condition::Came(it, verdicts)),
            1 => (0..n).prop_map(Condition::Predicted),
        ]
        .boxed(),
    }
}

fn verdict() -> impl Strategy<Value = Verdict> {
    proptest::sample::select(Verdict::ALL.to_vec())
}

fn verdicts() -> impl Strategy<Value = Verdicts> {
    vec(verdict(), 1..4).prop_map(|it| it.into_iter().collect())
}

fn line(before: Before) -> impl Strategy<Value = Line> {
    let types = ["1", "2", "3"].map(str::to_owned);
    let by = condition(before, 2).prop_map(move |it| Type::By(it, types.clone()));
    let amount = number(before, 3).prop_map(|yuan| Amount { yuan, kind: AmountKind::Year });
    let predicts = proptest::sample::select(vec![Truth::False, Truth::Unknown, Truth::True]);
    let (by, amount) = (proptest::option::of(by), proptest::option::of(amount));
    (condition(before, 4), verdict(), predicts, by, amount).prop_map(
        |(when, verdict, predicts, kind, amount)| {
            let reason = verdict.code().to_lowercase();
            Line { when, verdict, reason, predicts, kind, amount, source: 0 }
        },
    )
}

fn any_pack() -> impl Strategy<Value = Pack> {
    let meaning = |n_definitions| {
        let before = Before { n_definitions, n_programmes: 0 };
        match n_definitions % 2 {
            0 => condition(before, 3).prop_map(Meaning::Condition).boxed(),
            _ => number(before, 3).prop_map(Meaning::Number).boxed(),
        }
    };
    let lines =
        |n_programmes| vec(line(Before { n_definitions: N_DEFINITIONS, n_programmes }), 0..5);
    let definitions: Vec<_> = (0..N_DEFINITIONS).map(meaning).collect();
    let programmes: Vec<_> = (0..N_PROGRAMMES).map(lines).collect();
    let gate = condition(Before { n_definitions: N_DEFINITIONS, n_programmes: 0 }, 1);
    (definitions, programmes, proptest::option::of(gate)).prop_map(pack_of)
}

fn pack_of(
    (definitions, programmes, gate): (Vec<Meaning>, Vec<Vec<Line>>, Option<Condition>),
) -> Pack {
    let source = || Source { document: String::new(), article: String::new() };
    let spec = |(place, kind): (usize, FactKind)| FactSpec {
        name: place.to_string(),
        kind,
        unknown_is_zero: place == 4,
    };
    let parameter = |value| Parameter { name: String::new(), value, source: source() };
    let programme = |lines| Programme {
        id: String::new(),
        is_paid_monthly: true,
        lines,
        sources: vec![source()],
    };
    let gate = gate.map(|open_if| Gate {
        open_if,
        shut_reason: "shut".into(),
        unclear_reason: "unclear".into(),
        except: vec![1],
    });
    let definition = |is| Definition { name: String::new(), is };
    Pack {
        id: String::new(),
        region: String::new(),
        status: String::new(),
        valid_from: String::new(),
        valid_to: String::new(),
        hash: String::new(),
        facts: kinds().into_iter().enumerate().map(spec).collect(),
        questions: Vec::new(),
        parameters: vec![parameter(0), parameter(7)],
        definitions: definitions.into_iter().map(definition).collect(),
        programmes: programmes.into_iter().map(programme).collect(),
        gate,
        near_misses: Vec::new(),
    }
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let value = |kind: FactKind| {
        let (least, most) = kind.bounds();
        prop_oneof![1 => Just(Fact::NotKnown), 2 => (least..=most).prop_map(Fact::Known)]
    };
    let values: Vec<_> = kinds().into_iter().map(value).collect();
    values.prop_map(|values| {
        let mut facts = Facts::none(values.len());
        for (id, fact) in (0..).zip(values) {
            facts.set(FactId(id), fact);
        }
        facts
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_rules_a_household_of_a_roster_gets_what_it_gets_alone(
        pack in any_pack(),
        households in vec(any_facts(), 16),
    ) {
        let mut roster = Judge::new(&pack);

        for facts in &households {
            prop_assert_eq!(roster.judge(facts), judge(&pack, facts));
        }
    }
}
