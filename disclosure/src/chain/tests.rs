//! Worked chains, and what must hold for every chain.

use proptest::prelude::*;

use super::{Chain, Link, Origin, Step, StepKind, balance, chain, is_loan};
use crate::published::{Contract, FundLine, Modification, Payment, ProjectMoney};

fn money(source: &str, planned_fen: i64, allocated_fen: i64, paid_fen: i64) -> ProjectMoney {
    ProjectMoney { source: source.to_owned(), planned_fen, allocated_fen, paid_fen }
}

fn fund(source: &str, amount_fen: i64) -> FundLine {
    FundLine {
        id: "f".to_owned(),
        region_code: "000000000000".to_owned(),
        source: source.to_owned(),
        name_zh: String::new(),
        name_en: String::new(),
        document_number: "〔2026〕1号".to_owned(),
        year: 2026,
        amount_fen,
        allocated_on: "2026-01-10".to_owned(),
        use_zh: String::new(),
        use_en: String::new(),
        project_id: Some("p".to_owned()),
        published_on: None,
    }
}

fn contract(id: &str, amount_fen: i64, changes: &[(&str, i64)]) -> Contract {
    let change = |(day, amount_fen): &(&str, i64)| Modification {
        agreed_on: (*day).to_owned(),
        kind: "value".to_owned(),
        amount_fen: *amount_fen,
        reason_zh: String::new(),
        reason_en: String::new(),
    };
    Contract {
        id: id.to_owned(),
        project_id: "p".to_owned(),
        title_zh: String::new(),
        title_en: String::new(),
        supplier_zh: "甲".to_owned(),
        supplier_en: "A".to_owned(),
        method: "tender".to_owned(),
        n_tenderers: Some(3),
        signed_on: "2026-02-01".to_owned(),
        amount_fen,
        planned_end_on: None,
        modifications: changes.iter().map(change).collect(),
    }
}

fn payment(source: &str, amount_fen: i64, contract_id: Option<&str>, payee: &str) -> Payment {
    Payment {
        id: "y".to_owned(),
        project_id: "p".to_owned(),
        contract_id: contract_id.map(str::to_owned),
        fund_id: None,
        source: source.to_owned(),
        paid_on: "2026-03-01".to_owned(),
        amount_fen,
        payee_kind: "firm".to_owned(),
        payee_zh: payee.to_owned(),
        payee_en: payee.to_owned(),
    }
}

fn sums(steps: &[Step]) -> Vec<i64> {
    steps.iter().map(|it| it.sum_fen).collect()
}

fn step(steps: &[Step], kind: StepKind) -> &Step {
    steps.iter().find(|it| it.kind == kind).expect("every chain has the step")
}

#[test]
fn a_chain_that_sums_all_the_way_is_even_at_every_step() {
    let chain = chain(
        &[money("central", 100, 100, 100)],
        &[fund("central", 60), fund("central", 40)],
        &[contract("c", 90, &[("2026-02-05", 95), ("2026-03-01", 100)])],
        &[payment("central", 100, Some("c"), "甲")],
    );

    assert_eq!(sums(&chain.grants), [100; 6]);
    assert!(chain.grants[..5].iter().all(|it| it.to_next == Some(Link::Even)));
    assert_eq!((chain.grants[5].to_next, chain.loans.len()), (None, 0));
}

#[test]
fn a_step_that_is_short_or_without_a_record_shows_the_gap() {
    let chain = chain(&[money("county", 500, 400, 300)], &[], &[contract("c", 350, &[])], &[]);

    let links: Vec<Option<Link>> = chain.grants.iter().map(|it| it.to_next).collect();
    assert_eq!(
        links,
        [
            Some(Link::NextMissing { fen: 500 }),
            Some(Link::ThisMissing { fen: 400 }),
            Some(Link::Less { fen: 50 }),
            Some(Link::Less { fen: 50 }),
            Some(Link::NextMissing { fen: 300 }),
            None,
        ]
    );
}

#[test]
fn what_a_contract_pays_out_of_a_loan_is_in_no_sum_of_grants() {
    let chain = chain(
        &[money("central", 100, 100, 100), money("loan", 50, 50, 50)],
        &[],
        &[contract("c", 150, &[])],
        &[payment("central", 100, Some("c"), "甲"), payment("loan", 50, Some("c"), "甲")],
    );

    assert_eq!(step(&chain.grants, StepKind::Committed).sum_fen, 100);
    assert_eq!(sums(&chain.loans), [50, 0, 50, 50, 50]);
}

#[test]
fn money_that_is_pooled_keeps_its_source() {
    let payments = [
        payment("central", 10, None, "甲"),
        payment("county", 20, None, "甲"),
        payment("central", 5, None, "甲"),
    ];

    let chain = chain(&[], &[], &[], &payments);

    let parts = &step(&chain.grants, StepKind::Payees).parts;
    let shown: Vec<_> = parts.iter().map(|it| (it.source.as_deref(), it.amount_fen)).collect();
    assert_eq!(shown, [(Some("central"), 15), (Some("county"), 20)]);
    let committed = &step(&chain.grants, StepKind::Committed).parts;
    assert_eq!((&committed[0].origin, committed[0].amount_fen), (&Origin::NoContract, 35));
}

#[test]
fn what_is_paid_without_an_allocation_comes_from_beyond_it() {
    let over = balance(100, 130, vec![("firm".to_owned(), 120)]);

    assert_eq!((over.beyond_fen, over.unnamed_fen, over.unpaid_fen), (30, 10, 0));
    let under = balance(100, 30, vec![("firm".to_owned(), 30)]);
    assert_eq!((under.beyond_fen, under.unnamed_fen, under.unpaid_fen), (0, 0, 70));
}

fn source() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["central", "province", "county", "loan"])
}

fn any_chain() -> impl Strategy<Value = (Chain, Vec<ProjectMoney>, Vec<Payment>)> {
    let moneys = prop::collection::vec((source(), 0..900_i64, 0..900_i64, 0..900_i64), 0..5);
    let funds = prop::collection::vec((source(), 1..900_i64), 0..4);
    let contracts = prop::collection::vec((1..900_i64, prop::option::of(1..900_i64)), 0..3);
    let payments =
        prop::collection::vec((source(), 1..300_i64, prop::option::of(0..3_usize)), 0..6);
    (moneys, funds, contracts, payments).prop_map(|(moneys, funds, contracts, payments)| {
        let moneys: Vec<_> = moneys.into_iter().map(|(s, a, b, c)| money(s, a, b, c)).collect();
        let funds: Vec<_> = funds.into_iter().map(|(s, fen)| fund(s, fen)).collect();
        let contracts: Vec<_> = contracts
            .into_iter()
            .enumerate()
            .map(|(n, (fen, change))| {
                let changes: Vec<_> = change.map(|it| ("2026-04-01", it)).into_iter().collect();
                contract(&n.to_string(), fen, &changes)
            })
            .collect();
        let payments: Vec<_> = payments
            .into_iter()
            .map(|(s, fen, to)| payment(s, fen, to.map(|it| it.to_string()).as_deref(), "甲"))
            .collect();
        (chain(&moneys, &funds, &contracts, &payments), moneys, payments)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gaps_add_up_from_the_first_step_to_the_last((chain, _, _) in any_chain()) {
        for steps in [&chain.grants, &chain.loans] {
            let gaps: i64 = steps.iter().filter_map(|it| it.to_next).map(Link::gap_fen).sum();
            let ends = steps.first().zip(steps.last());
            prop_assert_eq!(ends.map_or(0, |(first, last)| first.sum_fen - last.sum_fen), gaps);
            for step in steps {
                let parts: i64 = step.parts.iter().map(|it| it.amount_fen).sum();
                prop_assert_eq!(parts, step.sum_fen);
            }
        }
    }

    #[test]
    fn loans_are_never_in_a_sum_of_grants((chain, moneys, payments) in any_chain()) {
        let of = |steps: &[Step], of_loans: bool| {
            steps.iter().flat_map(|it| &it.parts).filter_map(|it| it.source.as_ref())
                .all(|it| is_loan(it) == of_loans)
        };
        prop_assert!(of(&chain.grants, false) && of(&chain.loans, true));
        let grants: i64 =
            moneys.iter().filter(|it| it.source != "loan").map(|it| it.planned_fen).sum();
        prop_assert_eq!(step(&chain.grants, StepKind::Planned).sum_fen, grants);
        let paid: i64 =
            payments.iter().filter(|it| it.source != "loan").map(|it| it.amount_fen).sum();
        prop_assert_eq!(step(&chain.grants, StepKind::Payees).sum_fen, paid);
    }

    #[test]
    fn what_came_in_is_what_went_out_and_what_is_left(
        allocated in -50..900_i64, paid in -50..900_i64,
        payees in prop::collection::vec(-50..400_i64, 0..4),
    ) {
        let payees = payees.into_iter().map(|fen| ("firm".to_owned(), fen)).collect();

        let balance = balance(allocated, paid, payees);

        prop_assert_eq!(balance.in_fen(), balance.out_fen());
        let parts = [balance.beyond_fen, balance.unnamed_fen, balance.unpaid_fen];
        prop_assert!(parts.iter().all(|it| *it >= 0));
        prop_assert!(balance.beyond_fen == 0 || balance.unpaid_fen == 0);
    }
}
