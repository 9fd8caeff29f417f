//! `/projects/{id}`: one project with its money and details; its contracts, payments, allocations.

use store::published::{Contract, FundLine, Payment, Project};

use super::parameter::{ID, RELEASE};
use super::problem::Problem;
use super::release::whole;
use super::resource::{Answer, Asked, Definition, Found};

pub const ONE: Definition =
    Definition::one("/projects/{id}", "project", "A project: plan and actual, money, details")
        .with(&[ID, RELEASE]);
pub const CONTRACTS: Definition =
    Definition::list("/projects/{id}/contracts", "contracts", "The contracts of a project")
        .with(&[ID, RELEASE]);
pub const PAYMENTS: Definition =
    Definition::list("/projects/{id}/payments", "payments", "What was paid for a project")
        .with(&[ID, RELEASE]);
pub const FUNDS: Definition =
    Definition::list("/projects/{id}/funds", "fundsOfProject", "The money allocated to a project")
        .with(&[ID, RELEASE]);

pub async fn one(asked: Asked) -> Answer<Project> {
    Ok(Found::One(project(&asked).await?))
}

pub async fn contracts(asked: Asked) -> Answer<Contract> {
    let project = project(&asked).await?;
    let contracts = asked.portal.store.contracts_of_project(asked.number(), &project.id).await?;
    Ok(Found::Page(whole(contracts)))
}

pub async fn payments(asked: Asked) -> Answer<Payment> {
    let project = project(&asked).await?;
    let payments = asked.portal.store.payments_of_project(asked.number(), &project.id).await?;
    Ok(Found::Page(whole(payments)))
}

pub async fn funds(asked: Asked) -> Answer<FundLine> {
    let project = project(&asked).await?;
    let funds = asked.portal.store.funds_of_project(asked.number(), &project.id).await?;
    Ok(Found::Page(whole(funds)))
}

async fn project(asked: &Asked) -> Result<Project, Problem> {
    let (release, id) = (asked.number(), asked.part("id"));
    let project = asked.portal.store.project(release, id).await?;
    project.ok_or_else(|| Problem::no_record("project", id, release))
}
