//! Each rule on both sides of its limit, and photos against the slow way.

use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::{
    Alike, ContractFacts, Facts, Flag, Proof, Rule, RuleId, Rules, Seen, Sums, alike, flags,
    same_photos,
};

const DAY: Date = date(2026, 9, 30);

fn rules() -> Rules {
    let limit = |id| match id {
        RuleId::NoPayment | RuleId::NoAcceptance => 90,
        RuleId::SamePhoto => 6,
        RuleId::SingleTenderer => 1,
        _ => 0,
    };
    let rule =
        |id| Rule { id, limit: limit(id), source_zh: String::new(), source_en: String::new() };
    Rules { version: "2026-01-01".to_owned(), rule: RuleId::ALL.map(rule).to_vec() }
}

/// A project that keeps every rule.
fn kept() -> Facts {
    let sums = Sums { planned_fen: 1_000, allocated_fen: 800, paid_fen: 500 };
    Facts {
        stage: "building".to_owned(),
        planned_end_on: "2026-09-30".to_owned(),
        grants: sums,
        loans: Sums { planned_fen: 100, allocated_fen: 100, paid_fen: 100 },
        first_allocated_on: Some("2026-01-01".to_owned()),
        contracts: vec![ContractFacts {
            amount_fen: 1_100,
            method: "tender".to_owned(),
            n_tenderers: Some(2),
        }],
        ..Facts::default()
    }
}

fn only(facts: &Facts) -> Flag {
    let mut found = flags(facts, &rules(), DAY);
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0)
}

#[test]
fn a_project_that_keeps_every_rule_has_no_flag() {
    assert_eq!(flags(&kept(), &rules(), DAY), []);
}

#[test]
fn a_day_past_the_planned_end_is_late_until_it_is_finished() {
    let late = Facts { planned_end_on: "2026-09-29".to_owned(), ..kept() };

    let proof = Proof::Days { since: date(2026, 9, 29), until: DAY, n_days: 1 };
    assert_eq!(only(&late), Flag { rule: RuleId::Late, proof });
    let finished = Facts { actual_end_on: Some("2026-09-30".to_owned()), ..late };
    assert_eq!(flags(&finished, &rules(), DAY), []);
}

#[test]
fn more_paid_than_planned_or_allocated_is_said_with_its_sum() {
    let over = Sums { planned_fen: 1_000, allocated_fen: 1_200, paid_fen: 1_030 };
    let proof = only(&Facts { grants: over, ..kept() }).proof;
    let expected = Proof::Sums { of_loans: false, limit_fen: 1_000, is_fen: 1_030, over_fen: 30 };
    assert_eq!(proof, expected);

    let over = Sums { planned_fen: 1_000, allocated_fen: 400, paid_fen: 500 };
    let flag = only(&Facts { grants: over, ..kept() });
    assert_eq!((flag.rule, flag.proof.fen()), (RuleId::OverAllocated, 100));
}

#[test]
fn a_loan_does_not_cover_what_was_paid_beyond_the_grants() {
    let loans = Sums { planned_fen: 500, allocated_fen: 500, paid_fen: 0 };
    let grants = Sums { planned_fen: 1_000, allocated_fen: 800, paid_fen: 900 };

    assert_eq!(only(&Facts { grants, loans, ..kept() }).rule, RuleId::OverAllocated);
}

#[test]
fn contracts_may_come_to_what_was_approved_and_no_more() {
    let mut dear = kept();
    dear.contracts[0].amount_fen = 1_101;

    let proof = only(&dear).proof;

    let expected =
        Proof::Contracts { grants_fen: 1_000, loans_fen: 100, is_fen: 1_101, over_fen: 1 };
    assert_eq!(proof, expected);
    let listed = Facts { stage: "listed".to_owned(), ..dear };
    assert_eq!(flags(&listed, &rules(), DAY), [], "nothing is approved yet");
}

#[test]
fn money_that_lies_for_91_days_is_said_and_for_90_is_not() {
    let idle = Sums { planned_fen: 1_000, allocated_fen: 800, paid_fen: 0 };
    let since =
        |day: &str| Facts { grants: idle, first_allocated_on: Some(day.to_owned()), ..kept() };

    assert_eq!(flags(&since("2026-07-02"), &rules(), DAY), []);
    let flag = only(&since("2026-07-01"));
    assert_eq!((flag.rule, flag.proof.n_days(), flag.proof.fen()), (RuleId::NoPayment, 91, 800));
    let unknown = Facts { first_allocated_on: None, ..since("") };
    assert_eq!(flags(&unknown, &rules(), DAY), [], "an unknown day is held against nobody");
}

#[test]
fn what_is_finished_must_be_accepted_within_90_days() {
    let finished = Facts {
        stage: "finished".to_owned(),
        actual_end_on: Some("2026-07-01".to_owned()),
        ..kept()
    };

    assert_eq!(only(&finished).rule, RuleId::NoAcceptance);
    let accepted = Facts { accepted_on: Some("2026-09-01".to_owned()), ..finished };
    assert_eq!(flags(&accepted, &rules(), DAY), []);
}

#[test]
fn a_tender_with_one_tenderer_is_said_but_not_a_direct_award() {
    let mut single = kept();
    single.contracts[0].n_tenderers = Some(1);
    assert_eq!(only(&single).proof, Proof::Tenderers { n: 1, amount_fen: 1_100 });

    single.contracts[0].method = "direct".to_owned();
    assert_eq!(flags(&single, &rules(), DAY), []);
}

#[test]
fn a_rule_that_is_not_in_force_is_not_asked() {
    let late = Facts { planned_end_on: "2026-01-01".to_owned(), ..kept() };
    let none = Rules { version: String::new(), rule: Vec::new() };

    assert_eq!(flags(&late, &none, DAY), []);
}

#[test]
fn a_photo_is_the_same_twice_only_in_another_project_or_moment() {
    let seen = |project: &str, moment: &str, look: &str| Seen::read(project, moment, look);
    let photos = [
        seen("a", "before", "00000000000000ff"),
        seen("a", "before", "00000000000000ff"),
        seen("a", "after", "00000000000000fe"),
        seen("b", "before", "ff000000000000ff"),
        seen("b", "before", "80000000000000ff"),
    ]
    .map(Option::unwrap);

    let pairs = alike(&photos, 6);

    let shown: Vec<_> = pairs.iter().map(|it| (it.first, it.second, it.n_bits)).collect();
    assert_eq!(shown, [(0, 2, 1), (0, 4, 1), (1, 2, 1), (1, 4, 1), (2, 4, 2)]);
    assert_eq!(seen("a", "before", "xyz"), None);
}

#[test]
fn both_projects_of_a_photo_are_told_and_one_project_once() {
    let seen = |project: &str, moment: &str, look: &str| Seen::read(project, moment, look).unwrap();
    let photos = [
        seen("a", "before", "00000000000000ff"),
        seen("b", "during", "00000000000000fd"),
        seen("c", "before", "ffffffff00000000"),
        seen("c", "after", "ffffffff00000001"),
        seen("c", "during", "ffffffff00000000"),
    ];

    let flags = same_photos(&photos, 6);

    let other = |id: &str| match &flags[id].proof {
        Proof::Photos { n_bits, n_pairs, other_project, other_moment } => {
            (*n_bits, *n_pairs, other_project.as_str(), other_moment.as_str())
        }
        proof => panic!("{proof:?}"),
    };
    assert_eq!(flags.len(), 3);
    assert_eq!((other("a"), other("b")), ((1, 1, "b", "during"), (1, 1, "a", "before")));
    assert_eq!(other("c"), (0, 3, "c", "during"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn photos_are_found_as_if_each_were_compared_with_each(
        looks in prop::collection::vec((0..3_usize, 0..4_u64, any::<u64>()), 0..24), limit in 0..=6_u32,
    ) {
        // Few beginnings and sparse changes, so that many are alike.
        let photos: Vec<Seen> = looks.iter().map(|(project, base, noise)| Seen {
            project_id: project.to_string(),
            moment: "after".to_owned(),
            look: (base * 0x1111_2222_3333_4444)
                ^ (noise & noise.rotate_left(17) & noise.rotate_left(31)),
        }).collect();

        let mut slow = Vec::new();
        for first in 0..photos.len() {
            for second in first + 1..photos.len() {
                let n_bits = (photos[first].look ^ photos[second].look).count_ones();
                if photos[first].project_id != photos[second].project_id && n_bits <= limit {
                    slow.push(Alike { n_bits, first, second });
                }
            }
        }
        slow.sort_unstable();
        prop_assert_eq!(alike(&photos, limit), slow);
    }
}
