//! Sums of money along the chain, and the least shares of Luoyang.

use disclosure::published::{Contract, FundLine, Modification, Qualifier};
use disclosure::reconcile::{Check, Floors, Material, SumOf};
use proptest::prelude::*;

use crate::sample::{checks, figure, line, money, payment, project, source};

/// One project, its allocations, its payments: all in order.
fn chain() -> Material {
    Material {
        projects: vec![project("road")],
        funds: vec![line("1", 1_200, Some("road")), line("2", 300, Some("road"))],
        payments: vec![payment("p1", 500, "1"), payment("p2", 400, "1")],
        ..Material::default()
    }
}

#[test]
fn a_chain_that_adds_up_is_left_alone() {
    assert_eq!(checks(&chain()), []);
}

#[test]
fn allocations_that_come_to_less_than_the_project_says_are_shown_with_their_parts() {
    let mut material = chain();
    material.projects[0].money = vec![money("central", 1_600, 900)];

    let found = checks(&material);

    let sum = Check::Sum {
        of: SumOf::Allocations,
        source: Some("central".to_owned()),
        parts_fen: vec![1_200, 300],
        written_fen: 1_600,
    };
    assert_eq!(found, [sum]);
}

#[test]
fn a_project_that_paid_more_than_it_was_given_is_named() {
    let mut material = chain();
    material.projects[0].money = vec![money("central", 1_500, 1_700)];
    material.payments = Vec::new();

    let found = checks(&material);

    assert!(
        matches!(found.as_slice(), [Check::Sum { of: SumOf::PaidOfAllocated, .. }]),
        "{found:?}"
    );
}

#[test]
fn more_paid_from_an_allocation_than_it_holds_is_named() {
    let mut material = chain();
    material.payments = vec![payment("p1", 100, "2"), payment("p2", 800, "2")];

    let found = checks(&material);

    let [Check::Sum { of: SumOf::PaidOfAllocation, parts_fen, written_fen, .. }] = found.as_slice()
    else {
        panic!("{found:?}")
    };
    assert_eq!((parts_fen.as_slice(), *written_fen), (&[100, 800][..], 300));
}

#[test]
fn a_contract_counts_as_it_was_last_changed() {
    let contract = |amount_fen: i64| Contract {
        id: "c".to_owned(),
        project_id: "road".to_owned(),
        title_zh: String::new(),
        title_en: String::new(),
        supplier_zh: String::new(),
        supplier_en: String::new(),
        method: "tender".to_owned(),
        n_tenderers: None,
        signed_on: "2025-03-01".to_owned(),
        amount_fen: 100,
        planned_end_on: None,
        modifications: vec![Modification {
            agreed_on: "2025-05-01".to_owned(),
            kind: "value".to_owned(),
            amount_fen,
            reason_zh: String::new(),
            reason_en: String::new(),
        }],
    };
    let mut material = chain();
    for payment in &mut material.payments {
        payment.contract_id = Some("c".to_owned());
    }

    material.contracts = vec![contract(900)];
    assert_eq!(checks(&material), []);
    material.contracts = vec![contract(899)];
    let found = checks(&material);
    assert!(
        matches!(
            found.as_slice(),
            [Check::Sum { of: SumOf::PaidOfContract, written_fen: 899, .. }]
        ),
        "{found:?}"
    );
}

fn luoyang(region: &str, source: &str, amount_fen: i64, year: i64) -> FundLine {
    FundLine {
        region_code: region.to_owned(),
        source: source.to_owned(),
        year,
        ..line(&format!("{region}{source}{year}"), amount_fen, None)
    }
}

#[test]
fn a_city_that_gives_less_than_its_floor_is_shown_year_by_year_with_the_least() {
    let floor = figure("luoyang-13", "40", Qualifier::AtLeast, "%");
    let material = Material {
        figures: vec![floor],
        sources: vec![source()],
        funds: vec![
            luoyang("410300000000", "central", 700, 2025),
            luoyang("410324000000", "province", 300, 2025),
            luoyang("410300000000", "city", 399, 2025),
            luoyang("410300000000", "central", 1_000, 2026),
            luoyang("410300000000", "city", 400, 2026),
            luoyang("350600000000", "central", 9_000, 2026),
        ],
        ..Material::default()
    };

    let found = checks(&material);

    let [Check::Floor { year, part_fen, whole_fen, least_fen, .. }] = found.as_slice() else {
        panic!("{found:?}")
    };
    assert_eq!((*year, *part_fen, *whole_fen, *least_fen), (2025, 399, 1_000, 400));
}

#[test]
fn sector_money_counts_where_the_poor_counties_are() {
    let floor = figure("luoyang-14", "40", Qualifier::AtLeast, "%");
    let of = |poor_fen: i64| {
        checks(&Material {
            figures: vec![floor.clone()],
            sources: vec![source()],
            funds: vec![
                luoyang("410327100000", "sector", poor_fen, 2025),
                luoyang("410322000000", "sector", 600, 2025),
            ],
            ..Material::default()
        })
    };

    assert_eq!(of(400), []);
    assert_eq!(of(399).len(), 1);
    assert!(Floors::parse("[[floor]]\nid = 1").is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_sum_is_found_exactly_when_it_differs(
        parts in proptest::collection::vec(1_i64..1_000_000, 1..6), off in -3_i64..=3,
    ) {
        let mut material = chain();
        material.payments = Vec::new();
        material.funds = parts
            .iter()
            .enumerate()
            .map(|(n, fen)| line(&n.to_string(), *fen, Some("road")))
            .collect();
        let sum: i64 = parts.iter().sum();
        material.projects[0].money = vec![money("central", sum + off, 0)];

        let found = checks(&material);

        prop_assert_eq!(found.len(), usize::from(off != 0));
        if let [Check::Sum { parts_fen, written_fen, .. }] = found.as_slice() {
            prop_assert_eq!(written_fen - parts_fen.iter().sum::<i64>(), off);
        }
    }
}
