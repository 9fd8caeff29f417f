//! What the rules ask about a project.

use crate::chain::{current_fen, is_loan};
use crate::published::{Contract, FundLine, Project, ProjectMoney};

/// Money in fen, either given or borrowed, never both together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    pub planned_fen: i64,
    pub allocated_fen: i64,
    pub paid_fen: i64,
}

impl Sums {
    fn of(money: &[ProjectMoney], of_loans: bool) -> Self {
        let own = money.iter().filter(|it| is_loan(&it.source) == of_loans);
        own.fold(Self::default(), |sum, it| Self {
            planned_fen: sum.planned_fen + it.planned_fen,
            allocated_fen: sum.allocated_fen + it.allocated_fen,
            paid_fen: sum.paid_fen + it.paid_fen,
        })
    }
}

/// A project as the rules see it. Days are `YYYY-MM-DD`; what is unknown stays unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    pub stage: String,
    pub planned_end_on: String,
    pub actual_end_on: Option<String>,
    pub accepted_on: Option<String>,
    pub grants: Sums,
    pub loans: Sums,
    /// The day of the first document that allocates grants to it by name.
    pub first_allocated_on: Option<String>,
    pub contracts: Vec<ContractFacts>,
}

/// A contract as the rules see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContractFacts {
    /// After its latest change.
    pub amount_fen: i64,
    /// As in [`Contract::method`].
    pub method: String,
    pub n_tenderers: Option<i64>,
}

impl ContractFacts {
    #[must_use]
    pub fn of(contract: &Contract) -> Self {
        Self {
            amount_fen: current_fen(contract.amount_fen, &contract.modifications),
            method: contract.method.clone(),
            n_tenderers: contract.n_tenderers,
        }
    }
}

impl Facts {
    /// From a project's own records.
    #[must_use]
    pub fn of(project: &Project, funds: &[FundLine], contracts: &[Contract]) -> Self {
        let granted = funds.iter().filter(|it| !is_loan(&it.source));
        Self {
            stage: project.stage.clone(),
            planned_end_on: project.planned_end_on.clone(),
            actual_end_on: project.actual_end_on.clone(),
            accepted_on: project.details.accepted_on.clone(),
            grants: Sums::of(&project.money, false),
            loans: Sums::of(&project.money, true),
            first_allocated_on: granted.map(|it| it.allocated_on.clone()).min(),
            contracts: contracts.iter().map(ContractFacts::of).collect(),
        }
    }

    /// Whether the work is done, accepted or not.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        matches!(self.stage.as_str(), "finished" | "accepted") || self.actual_end_on.is_some()
    }

    /// Whether somebody accepted the work.
    #[must_use]
    pub fn is_accepted(&self) -> bool {
        self.stage == "accepted" || self.accepted_on.is_some()
    }
}
