//! The chain of the money: allocation, project, contract, payment.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use store::published::{Contract, FundLine, Project};

use super::{content, releases};

fn funds() -> HashMap<&'static str, &'static FundLine> {
    content().funds.iter().map(|it| (it.id.as_str(), it)).collect()
}

fn projects() -> HashMap<&'static str, &'static Project> {
    content().projects.iter().map(|it| (it.id.as_str(), it)).collect()
}

fn comes_to(contract: &Contract) -> i64 {
    contract.modifications.last().map_or(contract.amount_fen, |it| it.amount_fen)
}

#[test]
fn payments_of_each_source_are_exactly_what_the_project_says_was_paid() {
    for content in releases() {
        let mut paid: BTreeMap<(&str, &str), i64> = BTreeMap::new();
        for it in &content.payments {
            assert!(it.amount_fen > 0, "{}", it.id);
            *paid.entry((&it.project_id, &it.source)).or_default() += it.amount_fen;
        }
        for project in &content.projects {
            for money in &project.money {
                let sum = paid.remove(&(project.id.as_str(), money.source.as_str()));
                assert_eq!(sum.unwrap_or(0), money.paid_fen, "{} {}", project.id, money.source);
            }
        }
        assert!(paid.is_empty(), "{paid:?}");
    }
}

#[test]
fn no_allocation_pays_more_than_it_has_nor_before_it_is_made_nor_another_source() {
    let (funds, projects) = (funds(), projects());
    let mut paid: BTreeMap<&str, i64> = BTreeMap::new();
    for it in &content().payments {
        let Some(fund) = it.fund_id.as_deref().map(|id| funds[id]) else { continue };
        assert_eq!(fund.source, it.source, "{}", it.id);
        assert_eq!(fund.year, projects[it.project_id.as_str()].year, "{}", it.id);
        assert!(fund.allocated_on < it.paid_on, "{}", it.id);
        assert!(fund.project_id.as_ref().is_none_or(|id| *id == it.project_id), "{}", it.id);
        *paid.entry(&fund.id).or_default() += it.amount_fen;
    }
    for (id, sum) in paid {
        assert!(sum <= funds[id].amount_fen, "{id}");
    }
}

#[test]
fn contracts_come_to_about_the_plan_and_firms_are_paid_no_more_than_them() {
    let content = content();
    let mut paid: BTreeMap<&str, i64> = BTreeMap::new();
    for it in &content.payments {
        if let Some(contract) = &it.contract_id {
            assert_eq!(it.payee_kind, "firm", "{}", it.id);
            *paid.entry(contract).or_default() += it.amount_fen;
        }
    }
    let projects = projects();
    let mut n_over = 0;
    for it in &content.contracts {
        let project = projects[it.project_id.as_str()];
        assert!(["building", "finished", "accepted"].contains(&project.stage.as_str()));
        assert!(paid.get(it.id.as_str()).is_none_or(|sum| *sum <= comes_to(it)), "{}", it.id);
        assert!(Some(&it.signed_on) < project.actual_start_on.as_ref(), "{}", it.id);
        assert!(it.supplier_zh.starts_with("演示") && it.supplier_en.starts_with("Demo "));
        n_over += usize::from(comes_to(it) > it.amount_fen);
    }
    let n_single = content.contracts.iter().filter(|it| it.n_tenderers == Some(1)).count();
    let sum: i64 = content.contracts.iter().map(comes_to).sum();
    let for_firms: i64 = content
        .contracts
        .iter()
        .map(|it| &it.project_id)
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .flat_map(|id| &projects[id.as_str()].money)
        .filter(|it| it.source != "loan")
        .map(|it| it.planned_fen)
        .sum();

    assert!((90..=104).contains(&(sum * 100 / for_firms)), "{sum} of {for_firms}");
    assert!(n_over > 20 && n_single > 10, "{n_over} {n_single}");
}

#[test]
fn the_seeded_gaps_are_there_and_few() {
    let content = content();
    let without_contract =
        |it: &&store::published::Payment| it.payee_kind == "firm" && it.contract_id.is_none();
    let mut of_projects: Vec<&str> =
        content.payments.iter().filter(without_contract).map(|it| it.project_id.as_str()).collect();
    of_projects.dedup();
    let n_unsaid = content.payments.iter().filter(|it| it.fund_id.is_none()).count();

    assert!((2..30).contains(&of_projects.len()), "{}", of_projects.len());
    assert!((5..100).contains(&n_unsaid), "{n_unsaid}");
}

#[test]
fn most_allocations_are_made_public_in_time_some_late_some_never() {
    let content = content();
    let days = |it: &FundLine| {
        let published: Date = it.published_on.as_ref()?.parse().unwrap();
        Some((published - it.allocated_on.parse::<Date>().unwrap()).get_days())
    };
    let n = content.funds.len();
    let in_time = content.funds.iter().filter(|it| days(it).is_some_and(|n| n <= 21)).count();
    let late = content.funds.iter().filter(|it| days(it).is_some_and(|n| n > 31)).count();

    assert!(in_time * 100 / n > 75 && late * 100 / n > 5, "{in_time} {late} of {n}");
    assert!(in_time + late < n);
}

#[test]
fn a_loan_is_lent_to_families_and_families_are_one_payee() {
    for it in &content().payments {
        assert!(it.source != "loan" || it.payee_kind == "households", "{}", it.id);
        assert_eq!(it.payee_kind == "households", it.payee_zh == "农户", "{}", it.id);
    }
}
