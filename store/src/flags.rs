//! What the rules for flags ask about the projects of a place: however many projects, two queries.

use std::collections::BTreeMap;

use disclosure::chain::current_fen;
use disclosure::flags::{ContractFacts, Facts, Sums};
use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::below::Below;
use crate::json::json;
use crate::published::{Modification, Photo, ProjectDetails};
use crate::{Store, StoreError};

/// A project with what the rules ask about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedProject {
    pub id: String,
    pub region_name: String,
    pub name_zh: String,
    pub name_en: String,
    pub duty_unit_zh: String,
    pub duty_unit_en: String,
    /// The duty unit's recorded reason.
    pub deviation_zh: Option<String>,
    pub deviation_en: Option<String>,
    pub facts: Facts,
}

/// A photo with the project that it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectPhoto {
    pub project_id: String,
    pub photo: Photo,
}

impl Store {
    /// Every project of a place and of the places in it, by id.
    pub async fn checked_projects(
        &self,
        release: i64,
        below: &str,
    ) -> Result<Vec<CheckedProject>, StoreError> {
        let range = Below::of(below);
        let mut projects: Vec<CheckedProject> = sqlx::query_as(PROJECTS)
            .bind(release)
            .bind(range.first)
            .bind(range.last)
            .fetch_all(&self.pool)
            .await?;
        let mut contracts = self.contract_facts(release, below).await?;
        for project in &mut projects {
            project.facts.contracts = contracts.remove(&project.id).unwrap_or_default();
        }
        Ok(projects)
    }

    /// The contracts of a place, by project, the earliest signed first.
    async fn contract_facts(
        &self,
        release: i64,
        below: &str,
    ) -> Result<BTreeMap<String, Vec<ContractFacts>>, StoreError> {
        let below = Below::of(below);
        let contracts: Vec<OfProject> = sqlx::query_as(
            "select contract.project_id, contract.method, contract.n_tenderers,
                    contract.amount_fen, contract.modifications
             from project join contract on contract.release_number = project.release_number
                 and contract.project_id = project.id
             where project.release_number = $1
                 and project.region_code >= $2 and project.region_code <= $3
             order by contract.signed_on, contract.id",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .fetch_all(&self.pool)
        .await?;
        let mut by_project = BTreeMap::<String, Vec<ContractFacts>>::new();
        for OfProject { project_id, contract } in contracts {
            by_project.entry(project_id).or_default().push(contract);
        }
        Ok(by_project)
    }

    /// The photos of all projects of a place and of the places in it, by project.
    pub async fn photos(&self, release: i64, below: &str) -> Result<Vec<ProjectPhoto>, StoreError> {
        let below = Below::of(below);
        let rows: Vec<WithPhotos> = sqlx::query_as(
            "select id, details from project
             where release_number = $1 and region_code >= $2 and region_code <= $3
                 and details like '%\"sha256\"%'
             order by id",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .fetch_all(&self.pool)
        .await?;
        let photos = rows.into_iter().flat_map(|WithPhotos { id, details }| {
            let of = move |photo| ProjectPhoto { project_id: id.clone(), photo };
            details.photos.into_iter().map(of)
        });
        Ok(photos.collect())
    }
}

const PROJECTS: &str = "select project.id, region.name as region_name, project.name_zh,
        project.name_en, project.duty_unit_zh, project.duty_unit_en, project.deviation_zh,
        project.deviation_en, project.stage, project.planned_end_on, project.actual_end_on,
        project.details, fund.first_allocated_on,
        coalesce(money.planned_grants, 0) as planned_grants,
        coalesce(money.allocated_grants, 0) as allocated_grants,
        coalesce(money.paid_grants, 0) as paid_grants,
        coalesce(money.planned_loans, 0) as planned_loans,
        coalesce(money.allocated_loans, 0) as allocated_loans,
        coalesce(money.paid_loans, 0) as paid_loans
     from project
     join region on region.code = project.region_code
     left join (
         select project.id,
             cast(sum(case source when 'loan' then 0 else planned_fen end) as bigint)
                 as planned_grants,
             cast(sum(case source when 'loan' then 0 else allocated_fen end) as bigint)
                 as allocated_grants,
             cast(sum(case source when 'loan' then 0 else project_money.paid_fen end) as bigint)
                 as paid_grants,
             cast(sum(case source when 'loan' then planned_fen else 0 end) as bigint)
                 as planned_loans,
             cast(sum(case source when 'loan' then allocated_fen else 0 end) as bigint)
                 as allocated_loans,
             cast(sum(case source when 'loan' then project_money.paid_fen else 0 end) as bigint)
                 as paid_loans
         from (select id, release_number from project where release_number = $1
                   and region_code >= $2 and region_code <= $3) project
         join project_money on project_money.release_number = project.release_number
             and project_money.project_id = project.id
         group by project.id
     ) money on money.id = project.id
     left join (
         select project_id, min(allocated_on) as first_allocated_on
         from fund_line
         where release_number = $1 and project_id is not null and source <> 'loan'
         group by project_id
     ) fund on fund.project_id = project.id
     where project.release_number = $1
         and project.region_code >= $2 and project.region_code <= $3
     order by project.id";

impl FromRow<'_, AnyRow> for CheckedProject {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let sums = |[planned, allocated, paid]: [&str; 3]| -> Result<Sums, sqlx::Error> {
            Ok(Sums {
                planned_fen: row.try_get(planned)?,
                allocated_fen: row.try_get(allocated)?,
                paid_fen: row.try_get(paid)?,
            })
        };
        let details: ProjectDetails = json(row, "details")?;
        Ok(Self {
            id: row.try_get("id")?,
            region_name: row.try_get("region_name")?,
            name_zh: row.try_get("name_zh")?,
            name_en: row.try_get("name_en")?,
            duty_unit_zh: row.try_get("duty_unit_zh")?,
            duty_unit_en: row.try_get("duty_unit_en")?,
            deviation_zh: row.try_get("deviation_zh")?,
            deviation_en: row.try_get("deviation_en")?,
            facts: Facts {
                stage: row.try_get("stage")?,
                planned_end_on: row.try_get("planned_end_on")?,
                actual_end_on: row.try_get("actual_end_on")?,
                accepted_on: details.accepted_on,
                grants: sums(["planned_grants", "allocated_grants", "paid_grants"])?,
                loans: sums(["planned_loans", "allocated_loans", "paid_loans"])?,
                first_allocated_on: row.try_get("first_allocated_on")?,
                contracts: Vec::new(),
            },
        })
    }
}

struct OfProject {
    project_id: String,
    contract: ContractFacts,
}

impl FromRow<'_, AnyRow> for OfProject {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let modifications: Vec<Modification> = json(row, "modifications")?;
        Ok(Self {
            project_id: row.try_get("project_id")?,
            contract: ContractFacts {
                amount_fen: current_fen(row.try_get("amount_fen")?, &modifications),
                method: row.try_get("method")?,
                n_tenderers: row.try_get("n_tenderers")?,
            },
        })
    }
}

struct WithPhotos {
    id: String,
    details: ProjectDetails,
}

impl FromRow<'_, AnyRow> for WithPhotos {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self { id: row.try_get("id")?, details: json(row, "details")? })
    }
}
