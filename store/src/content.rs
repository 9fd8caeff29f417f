//! A whole release at once, as building the next one, writing files and comparing need it.

use std::collections::BTreeMap;

use sqlx::Row;
use sqlx::any::AnyRow;

use crate::published::{
    CountTable, Project, ProjectMoney, PublicationUnit, Region, Release, ReleaseContent,
};
use crate::record::{Record, record};
use crate::{Store, StoreError};

impl Store {
    /// Of a release in any state.
    pub async fn content(&self, number: i64) -> Result<Option<ReleaseContent>, StoreError> {
        let release: Option<Release> = sqlx::query(
            "select number, published_at, as_of, title_zh, title_en, publisher_zh, publisher_en,
                    legal_basis_zh, legal_basis_en
             from release where number = $1",
        )
        .bind(number)
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?;
        let Some(release) = release else { return Ok(None) };
        Ok(Some(ReleaseContent {
            release,
            sources: self.sources(number).await?,
            figures: self.all_figures(number).await?,
            counts: self.all_counts(number).await?,
            units: self.all_units(number).await?,
            projects: self.all_projects(number).await?,
            funds: self
                .all(
                    number,
                    "select id, region_code, source, name_zh, name_en, document_number, year,
                            amount_fen, allocated_on, use_zh, use_en, project_id, published_on
                     from fund_line where release_number = $1 order by id",
                )
                .await?,
            contracts: self
                .all(
                    number,
                    "select id, project_id, title_zh, title_en, supplier_zh, supplier_en, method,
                            n_tenderers, signed_on, amount_fen, planned_end_on, modifications
                     from contract where release_number = $1 order by id",
                )
                .await?,
            payments: self
                .all(
                    number,
                    "select id, project_id, contract_id, fund_id, source, paid_on, amount_fen,
                            payee_kind, payee_zh, payee_en
                     from payment where release_number = $1 order by id",
                )
                .await?,
            notices: self
                .all(
                    number,
                    "select id, region_code, kind, title_zh, title_en, body_zh, body_en, posted_on,
                            ends_on, phones, project_id
                     from notice where release_number = $1 order by id",
                )
                .await?,
            reasons: self.reasons(number).await?,
        }))
    }

    /// Every place there is, by code.
    pub async fn regions(&self) -> Result<Vec<Region>, StoreError> {
        Ok(sqlx::query("select code, parent_code, level, name, pinyin from region order by code")
            .try_map(record)
            .fetch_all(&self.pool)
            .await?)
    }

    /// The protected counts of every place.
    pub async fn all_counts(&self, number: i64) -> Result<Vec<CountTable>, StoreError> {
        let select = "select region_code, name, cells from protected_count
                      where release_number = $1 order by region_code, name";
        self.all(number, select).await
    }

    pub async fn all_units(&self, number: i64) -> Result<Vec<PublicationUnit>, StoreError> {
        let rows: Vec<(String, String)> = sqlx::query_as(
            "select unit_code, region_code from publication_unit
             where release_number = $1 order by unit_code, region_code",
        )
        .bind(number)
        .fetch_all(&self.pool)
        .await?;
        let mut units: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (unit, member) in rows {
            units.entry(unit).or_default().push(member);
        }
        Ok(units.into_values().map(|members| PublicationUnit { members }).collect())
    }

    async fn all_figures(&self, number: i64) -> Result<Vec<crate::published::Figure>, StoreError> {
        let select = "select id, region_code, topic, name_zh, name_en, value, qualifier, unit_zh,
                             unit_en, period_zh, period_en, derivation_zh, derivation_en,
                             warning_zh, warning_en, source_id
                      from figure where release_number = $1 order by position";
        self.all(number, select).await
    }

    async fn all_projects(&self, number: i64) -> Result<Vec<Project>, StoreError> {
        let select = "select id, region_code, name_zh, name_en, kind, nature, stage, content_zh,
                             content_en, target_zh, target_en, benefit_zh, benefit_en,
                             duty_unit_zh, duty_unit_en, duty_post_zh, duty_post_en, duty_phone,
                             n_beneficiary_households, planned_start_on, planned_end_on,
                             actual_start_on, actual_end_on, deviation_zh, deviation_en, year,
                             details
                      from project where release_number = $1 order by id";
        let mut projects: Vec<Project> = self.all(number, select).await?;
        let rows: Vec<AnyRow> = sqlx::query(
            "select project_id, source, planned_fen, allocated_fen, paid_fen from project_money
             where release_number = $1 order by project_id, position",
        )
        .bind(number)
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

    async fn all<T>(&self, number: i64, select: &'static str) -> Result<Vec<T>, StoreError>
    where
        T: Record + Send + Unpin,
    {
        Ok(sqlx::query(select).bind(number).try_map(record).fetch_all(&self.pool).await?)
    }
}
