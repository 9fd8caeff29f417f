//! Asks the rules of one project. Same photos are found elsewhere: they concern more than one.

use jiff::civil::Date;

use super::{Facts, RuleId, Rules, Sums};

/// A rule that a project does not keep, with its arithmetic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    pub rule: RuleId,
    pub proof: Proof,
}

/// The arithmetic of a flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// From one day to another.
    Days { since: Date, until: Date, n_days: i32 },
    /// `is_fen` is more than `limit_fen` by `over_fen`. Grants alone, or loans alone.
    Sums { of_loans: bool, limit_fen: i64, is_fen: i64, over_fen: i64 },
    /// The contracts against the approved grants, then against the approved loans.
    Contracts { grants_fen: i64, loans_fen: i64, is_fen: i64, over_fen: i64 },
    /// `allocated_fen` lie unpaid since a day.
    Unpaid { since: Date, until: Date, n_days: i32, allocated_fen: i64 },
    /// How many tendered, in the contract of this sum.
    Tenderers { n: i64, amount_fen: i64 },
    /// How alike the closest pair is, and how many pairs there are.
    Photos { n_bits: u32, n_pairs: usize, other_project: String, other_moment: String },
}

impl Proof {
    /// The money that it is about, in fen; to put the largest first.
    #[must_use]
    pub fn fen(&self) -> i64 {
        match self {
            Self::Days { .. } | Self::Photos { .. } => 0,
            Self::Sums { over_fen, .. } | Self::Contracts { over_fen, .. } => *over_fen,
            Self::Unpaid { allocated_fen, .. } => *allocated_fen,
            Self::Tenderers { amount_fen, .. } => *amount_fen,
        }
    }

    /// The days that it is about; to put the longest first.
    #[must_use]
    pub fn n_days(&self) -> i32 {
        match self {
            Self::Days { n_days, .. } | Self::Unpaid { n_days, .. } => *n_days,
            _ => 0,
        }
    }
}

/// The rules that a project does not keep on a day, in the order of [`RuleId`]. What is unknown is
/// held against nobody.
#[must_use]
pub fn flags(facts: &Facts, rules: &Rules, day: Date) -> Vec<Flag> {
    RuleId::ALL
        .into_iter()
        .filter_map(|rule| Some((rule, rules.limit(rule)?)))
        .flat_map(|(rule, limit)| {
            let proofs = proofs(rule, limit, facts, day);
            proofs.into_iter().map(move |proof| Flag { rule, proof })
        })
        .collect()
}

fn proofs(rule: RuleId, limit: i64, facts: &Facts, day: Date) -> Vec<Proof> {
    match rule {
        RuleId::Late if facts.is_finished() => Vec::new(),
        RuleId::Late => past(Some(&facts.planned_end_on), day, limit).into_iter().collect(),
        RuleId::OverPlan => over(facts, limit, |it| it.planned_fen),
        RuleId::OverAllocated => over(facts, limit, |it| it.allocated_fen),
        RuleId::ContractOver => contract_over(facts, limit).into_iter().collect(),
        RuleId::NoPayment => unpaid(facts, day, limit).into_iter().collect(),
        RuleId::NoAcceptance if facts.is_accepted() => Vec::new(),
        RuleId::NoAcceptance => {
            past(facts.actual_end_on.as_deref(), day, limit).into_iter().collect()
        }
        RuleId::SingleTenderer => facts
            .contracts
            .iter()
            .filter(|it| it.method == "tender")
            .filter_map(|it| {
                Some(Proof::Tenderers { n: it.n_tenderers?, amount_fen: it.amount_fen })
            })
            .filter(|it| matches!(it, Proof::Tenderers { n, .. } if *n <= limit))
            .collect(),
        RuleId::SamePhoto => Vec::new(),
    }
}

fn past(since: Option<&str>, until: Date, limit: i64) -> Option<Proof> {
    let since: Date = since?.parse().ok()?;
    let n_days = (until - since).get_days();
    (i64::from(n_days) > limit).then_some(Proof::Days { since, until, n_days })
}

fn unpaid(facts: &Facts, day: Date, limit: i64) -> Option<Proof> {
    let Sums { allocated_fen, paid_fen, .. } = facts.grants;
    if allocated_fen <= 0 || paid_fen > 0 {
        return None;
    }
    match past(facts.first_allocated_on.as_deref(), day, limit)? {
        Proof::Days { since, until, n_days } => {
            Some(Proof::Unpaid { since, until, n_days, allocated_fen })
        }
        _ => None,
    }
}

fn over(facts: &Facts, limit: i64, against: fn(&Sums) -> i64) -> Vec<Proof> {
    [(false, facts.grants), (true, facts.loans)]
        .into_iter()
        .map(|(of_loans, sums)| {
            let limit_fen = against(&sums);
            let over_fen = sums.paid_fen - limit_fen;
            Proof::Sums { of_loans, limit_fen, is_fen: sums.paid_fen, over_fen }
        })
        .filter(|it| it.fen() > limit)
        .collect()
}

/// What the approved grants do not cover may be borrowed, up to what was approved as a loan.
fn contract_over(facts: &Facts, limit: i64) -> Option<Proof> {
    let is_fen: i64 = facts.contracts.iter().map(|it| it.amount_fen).sum();
    let (grants_fen, loans_fen) = (facts.grants.planned_fen, facts.loans.planned_fen);
    let beyond_grants = (is_fen - grants_fen).max(0);
    let over_fen = (beyond_grants - loans_fen).max(0);
    let is_approved = facts.stage != "listed";
    (is_approved && over_fen > limit).then_some(Proof::Contracts {
        grants_fen,
        loans_fen,
        is_fen,
        over_fen,
    })
}
