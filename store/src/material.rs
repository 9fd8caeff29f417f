//! All of a place that is checked against itself, and the projects of a notice sheet.

use std::collections::BTreeMap;

use disclosure::reconcile::Material;
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::below::Below;
use crate::published::{Project, ProjectMoney};
use crate::record::{Record, record};
use crate::{Store, StoreError};

impl Store {
    /// What is published about a place and the places in it. Allocations elsewhere for a project
    /// here are with it, payments of projects elsewhere are not.
    pub async fn material(&self, release: i64, below: &str) -> Result<Material, StoreError> {
        let place = Below::of(below);
        let contracts = "select contract.id, contract.project_id, contract.title_zh,
                    contract.title_en, contract.supplier_zh, contract.supplier_en,
                    contract.method, contract.n_tenderers, contract.signed_on,
                    contract.amount_fen, contract.planned_end_on, contract.modifications
             from project join contract on contract.release_number = project.release_number
                 and contract.project_id = project.id
             where project.release_number = $1
                 and project.region_code >= $2 and project.region_code <= $3
             order by contract.id";
        let payments = "select payment.id, payment.project_id, payment.contract_id,
                    payment.fund_id, payment.source, payment.paid_on, payment.amount_fen,
                    payment.payee_kind, payment.payee_zh, payment.payee_en
             from project join payment on payment.release_number = project.release_number
                 and payment.project_id = project.id
             where project.release_number = $1
                 and project.region_code >= $2 and project.region_code <= $3
             order by payment.id";
        let funds = "select id, region_code, source, name_zh, name_en, document_number, year,
                    amount_fen, allocated_on, use_zh, use_en, project_id, published_on
             from fund_line
             where release_number = $1
                 and (region_code >= $2 and region_code <= $3 or project_id in (
                     select project.id from project
                     where project.release_number = $1
                         and project.region_code >= $2 and project.region_code <= $3))
             order by id";
        let figures = "select id, region_code, topic, name_zh, name_en, value, qualifier, unit_zh,
                    unit_en, period_zh, period_en, derivation_zh, derivation_en, warning_zh,
                    warning_en, source_id
             from figure
             where release_number = $1 and region_code >= $2 and region_code <= $3
             order by position";
        Ok(Material {
            projects: self.projects_with_money(release, below).await?,
            funds: self.within(funds, release, &place).await?,
            contracts: self.within(contracts, release, &place).await?,
            payments: self.within(payments, release, &place).await?,
            figures: self.within(figures, release, &place).await?,
            sources: self.sources(release).await?,
        })
    }

    /// The projects of a place and of the places in it, whole, by id.
    pub async fn projects_with_money(
        &self,
        release: i64,
        below: &str,
    ) -> Result<Vec<Project>, StoreError> {
        let place = Below::of(below);
        let projects = "select id, region_code, name_zh, name_en, kind, nature, stage, content_zh,
                    content_en, target_zh, target_en, benefit_zh, benefit_en, duty_unit_zh,
                    duty_unit_en, duty_post_zh, duty_post_en, duty_phone,
                    n_beneficiary_households, planned_start_on, planned_end_on, actual_start_on,
                    actual_end_on, deviation_zh, deviation_en, year, details
             from project
             where release_number = $1 and region_code >= $2 and region_code <= $3
             order by id";
        let mut projects: Vec<Project> = self.within(projects, release, &place).await?;
        let rows: Vec<AnyRow> = sqlx::query(
            "select project_money.project_id, project_money.source, project_money.planned_fen,
                    project_money.allocated_fen, project_money.paid_fen
             from project join project_money
                 on project_money.release_number = project.release_number
                 and project_money.project_id = project.id
             where project.release_number = $1
                 and project.region_code >= $2 and project.region_code <= $3
             order by project_money.project_id, project_money.position",
        )
        .bind(release)
        .bind(&place.first)
        .bind(&place.last)
        .fetch_all(&self.pool)
        .await?;
        let mut money: BTreeMap<String, Vec<ProjectMoney>> = BTreeMap::new();
        for row in rows {
            let project: String = row.try_get("project_id")?;
            money.entry(project).or_default().push(ProjectMoney::from_row(&row)?);
        }
        for project in &mut projects {
            project.money = money.remove(&project.id).unwrap_or_default();
        }
        Ok(projects)
    }

    async fn within<T>(
        &self,
        select: &'static str,
        release: i64,
        place: &Below,
    ) -> Result<Vec<T>, StoreError>
    where
        T: Record + Send + Unpin,
    {
        Ok(sqlx::query(select)
            .bind(release)
            .bind(&place.first)
            .bind(&place.last)
            .try_map(record)
            .fetch_all(&self.pool)
            .await?)
    }
}
