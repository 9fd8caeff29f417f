//! The steps of one project's money and what lies between them.

use super::is_loan;
use crate::published::{Contract, FundLine, Modification, Payment, ProjectMoney};

/// A project's money twice: what is given, and what has to be paid back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    pub grants: Vec<Step>,
    /// Empty where the project has no loan. Without [`StepKind::Committed`]: a contract does not say
    /// which of its money is borrowed.
    pub loans: Vec<Step>,
}

/// What a step counts, in the order of the money's way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    /// What each source is to give.
    Planned,
    /// What documents allocate to this project by name.
    Documents,
    /// What the project's account was given.
    Allocated,
    /// What is promised: contracts as they now stand, and payments without one.
    Committed,
    /// What the account has paid.
    Paid,
    /// The payments that are recorded, by payee.
    Payees,
}

impl StepKind {
    /// As it is named in words and files.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Documents => "documents",
            Self::Allocated => "allocated",
            Self::Committed => "committed",
            Self::Paid => "paid",
            Self::Payees => "payees",
        }
    }
}

/// One step. `sum_fen` is the sum of its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub kind: StepKind,
    pub parts: Vec<Part>,
    pub sum_fen: i64,
    /// How it meets the next step; none on the last.
    pub to_next: Option<Link>,
}

/// What a step's sum is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub origin: Origin,
    /// None where the paper does not say, as in a contract.
    pub source: Option<String>,
    pub amount_fen: i64,
}

/// The paper or the payee behind a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The project's own books.
    Account,
    /// Which of the fund lines.
    Document(usize),
    /// Which of the contracts. What it pays out of a loan is not in it.
    Contract(usize),
    /// Payments that no contract stands behind.
    NoContract,
    /// `firm`, `unit` or `households`, with its names.
    Payee { kind: String, zh: String, en: String },
}

/// How a step meets the next one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    Even,
    /// The next step is less by so much.
    Less {
        fen: i64,
    },
    /// The next step is more by so much.
    More {
        fen: i64,
    },
    /// The next step has no record at all; all of this one is the gap.
    NextMissing {
        fen: i64,
    },
    /// This step has no record, and yet the next has this much.
    ThisMissing {
        fen: i64,
    },
}

impl Link {
    /// This step less the next one, in fen.
    #[must_use]
    pub fn gap_fen(self) -> i64 {
        match self {
            Self::Even => 0,
            Self::Less { fen } | Self::NextMissing { fen } => fen,
            Self::More { fen } | Self::ThisMissing { fen } => -fen,
        }
    }

    fn between(this: &Step, next: &Step) -> Self {
        let fen = this.sum_fen - next.sum_fen;
        match fen {
            0 => Self::Even,
            _ if next.parts.is_empty() => Self::NextMissing { fen },
            _ if this.parts.is_empty() => Self::ThisMissing { fen: -fen },
            1.. => Self::Less { fen },
            _ => Self::More { fen: -fen },
        }
    }
}

/// What a contract comes to after its latest change. `signed_fen` is what was signed.
#[must_use]
pub fn current_fen(signed_fen: i64, modifications: &[Modification]) -> i64 {
    let latest = modifications.iter().max_by_key(|it| it.agreed_on.as_str());
    latest.map_or(signed_fen, |it| it.amount_fen)
}

/// The chain of one project from its own records.
#[must_use]
pub fn chain(
    money: &[ProjectMoney],
    funds: &[FundLine],
    contracts: &[Contract],
    payments: &[Payment],
) -> Chain {
    let books = Books { money, funds, contracts, payments };
    let has_loan = money.iter().map(|it| &it.source).any(|it| is_loan(it))
        || funds.iter().any(|it| is_loan(&it.source))
        || payments.iter().any(|it| is_loan(&it.source));
    Chain {
        grants: linked(books.steps(false)),
        loans: if has_loan { linked(books.steps(true)) } else { Vec::new() },
    }
}

struct Books<'a> {
    money: &'a [ProjectMoney],
    funds: &'a [FundLine],
    contracts: &'a [Contract],
    payments: &'a [Payment],
}

impl Books<'_> {
    fn steps(&self, of_loans: bool) -> Vec<Step> {
        let mut steps = vec![
            step(StepKind::Planned, self.accounts(of_loans, |it| it.planned_fen)),
            step(StepKind::Documents, self.documents(of_loans)),
            step(StepKind::Allocated, self.accounts(of_loans, |it| it.allocated_fen)),
        ];
        if !of_loans {
            steps.push(step(StepKind::Committed, self.committed()));
        }
        steps.push(step(StepKind::Paid, self.accounts(of_loans, |it| it.paid_fen)));
        steps.push(step(StepKind::Payees, self.payees(of_loans)));
        steps
    }

    fn accounts(&self, of_loans: bool, fen: fn(&ProjectMoney) -> i64) -> Vec<Part> {
        let own = self.money.iter().filter(|it| is_loan(&it.source) == of_loans && fen(it) != 0);
        own.map(|it| Part {
            origin: Origin::Account,
            source: Some(it.source.clone()),
            amount_fen: fen(it),
        })
        .collect()
    }

    fn documents(&self, of_loans: bool) -> Vec<Part> {
        let numbered = self.funds.iter().enumerate();
        numbered
            .filter(|(_, it)| is_loan(&it.source) == of_loans)
            .map(|(index, it)| Part {
                origin: Origin::Document(index),
                source: Some(it.source.clone()),
                amount_fen: it.amount_fen,
            })
            .collect()
    }

    /// Contracts without what was paid on them out of loans, then payments without a contract.
    fn committed(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = (0..)
            .zip(self.contracts)
            .map(|(index, contract)| {
                let borrowed = self.paid(true, Some(&contract.id));
                Part {
                    origin: Origin::Contract(index),
                    source: None,
                    amount_fen: (current_fen(contract.amount_fen, &contract.modifications)
                        - borrowed)
                        .max(0),
                }
            })
            .collect();
        let without = self.paid(false, None);
        if without != 0 {
            parts.push(Part { origin: Origin::NoContract, source: None, amount_fen: without });
        }
        parts
    }

    fn paid(&self, of_loans: bool, contract_id: Option<&str>) -> i64 {
        self.payments
            .iter()
            .filter(|it| is_loan(&it.source) == of_loans)
            .filter(|it| it.contract_id.as_deref() == contract_id)
            .map(|it| it.amount_fen)
            .sum()
    }

    /// Payments to one payee out of one source are one part: the source is kept when money is pooled.
    fn payees(&self, of_loans: bool) -> Vec<Part> {
        let mut parts: Vec<Part> = Vec::new();
        for payment in self.payments.iter().filter(|it| is_loan(&it.source) == of_loans) {
            let origin = Origin::Payee {
                kind: payment.payee_kind.clone(),
                zh: payment.payee_zh.clone(),
                en: payment.payee_en.clone(),
            };
            let source = Some(payment.source.clone());
            match parts.iter_mut().find(|it| it.origin == origin && it.source == source) {
                Some(part) => part.amount_fen += payment.amount_fen,
                None => parts.push(Part { origin, source, amount_fen: payment.amount_fen }),
            }
        }
        parts
    }
}

fn step(kind: StepKind, parts: Vec<Part>) -> Step {
    let sum_fen = parts.iter().map(|it| it.amount_fen).sum();
    Step { kind, parts, sum_fen, to_next: None }
}

fn linked(mut steps: Vec<Step>) -> Vec<Step> {
    let links: Vec<Link> = steps.windows(2).map(|pair| Link::between(&pair[0], &pair[1])).collect();
    for (step, link) in steps.iter_mut().zip(links) {
        step.to_next = Some(link);
    }
    steps
}
