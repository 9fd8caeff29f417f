//! One project, with its money.

use sqlx::Row;
use sqlx::any::AnyRow;

use crate::json::json;
use crate::published::{Project, ProjectMoney};
use crate::record::{Record, record};
use crate::{Store, StoreError};

impl Store {
    pub async fn project(&self, release: i64, id: &str) -> Result<Option<Project>, StoreError> {
        let project: Option<Project> = sqlx::query(
            "select id, region_code, name_zh, name_en, kind, nature, stage, content_zh, content_en,
                    target_zh, target_en, benefit_zh, benefit_en, duty_unit_zh, duty_unit_en,
                    duty_post_zh, duty_post_en, duty_phone, n_beneficiary_households,
                    planned_start_on, planned_end_on, actual_start_on, actual_end_on, deviation_zh,
                    deviation_en, year, details
             from project
             where release_number = $1 and id = $2",
        )
        .bind(release)
        .bind(id)
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?;
        match project {
            Some(project) => {
                let money = self.money_of_project(release, id).await?;
                Ok(Some(Project { money, ..project }))
            }
            None => Ok(None),
        }
    }

    async fn money_of_project(
        &self,
        release: i64,
        id: &str,
    ) -> Result<Vec<ProjectMoney>, StoreError> {
        Ok(sqlx::query(
            "select source, planned_fen, allocated_fen, paid_fen
             from project_money
             where release_number = $1 and project_id = $2
             order by position",
        )
        .bind(release)
        .bind(id)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }
}

impl Record for Project {
    /// Without its money, which lies in other rows.
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            region_code: row.try_get("region_code")?,
            name_zh: row.try_get("name_zh")?,
            name_en: row.try_get("name_en")?,
            kind: row.try_get("kind")?,
            nature: row.try_get("nature")?,
            stage: row.try_get("stage")?,
            content_zh: row.try_get("content_zh")?,
            content_en: row.try_get("content_en")?,
            target_zh: row.try_get("target_zh")?,
            target_en: row.try_get("target_en")?,
            benefit_zh: row.try_get("benefit_zh")?,
            benefit_en: row.try_get("benefit_en")?,
            duty_unit_zh: row.try_get("duty_unit_zh")?,
            duty_unit_en: row.try_get("duty_unit_en")?,
            duty_post_zh: row.try_get("duty_post_zh")?,
            duty_post_en: row.try_get("duty_post_en")?,
            duty_phone: row.try_get("duty_phone")?,
            n_beneficiary_households: row.try_get("n_beneficiary_households")?,
            planned_start_on: row.try_get("planned_start_on")?,
            planned_end_on: row.try_get("planned_end_on")?,
            actual_start_on: row.try_get("actual_start_on")?,
            actual_end_on: row.try_get("actual_end_on")?,
            deviation_zh: row.try_get("deviation_zh")?,
            deviation_en: row.try_get("deviation_en")?,
            year: row.try_get("year")?,
            money: Vec::new(),
            details: json(row, "details")?,
        })
    }
}

impl Record for ProjectMoney {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            source: row.try_get("source")?,
            planned_fen: row.try_get("planned_fen")?,
            allocated_fen: row.try_get("allocated_fen")?,
            paid_fen: row.try_get("paid_fen")?,
        })
    }
}
