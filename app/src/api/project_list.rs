//! `/places/{code}/projects`: the projects of a place and of all places in it.

use serde::Serialize;
use store::{ProjectFilter, ProjectSummary};
use utoipa::ToSchema;

use super::parameter::{CODE, KIND, LATE, PAGE, PROJECT_SORT, RELEASE, STAGE, TEXT, YEAR};
use super::place::{known, mapped};
use super::resource::{Answer, Asked, Definition, Found};
use crate::places::projects::SORTS;

pub const LIST: Definition =
    Definition::list("/places/{code}/projects", "projects", "The projects of a place, and below")
        .with(&[CODE, RELEASE, PAGE, KIND, STAGE, YEAR, TEXT, LATE, PROJECT_SORT]);

/// One line of a list of projects.
#[derive(Serialize, ToSchema)]
pub struct ProjectLine {
    pub id: String,
    pub region_code: String,
    pub region_name: String,
    pub name_zh: String,
    pub name_en: String,
    pub kind: String,
    pub stage: String,
    pub year: i64,
    pub planned_fen: i64,
    pub paid_fen: i64,
    pub planned_end_on: String,
    pub actual_end_on: Option<String>,
}

pub async fn list(asked: Asked) -> Answer<ProjectLine> {
    known(&asked).await?;
    let values = &asked.values;
    let sort = SORTS.iter().find(|it| Some(it.0) == values.text("sort"));
    let filter = ProjectFilter {
        below: asked.part("code").to_owned(),
        kind: values.owned("kind"),
        stage: values.owned("stage"),
        year: values.number("year"),
        text: values.owned("q"),
        late: values.text("late").map(|_| asked.today()),
        sort: sort.map(|it| it.1).unwrap_or_default(),
    };
    let page = asked.portal.store.projects(asked.number(), &filter, values.page()).await?;
    Ok(Found::Page(mapped(page, ProjectLine::from)))
}

impl From<ProjectSummary> for ProjectLine {
    fn from(it: ProjectSummary) -> Self {
        Self {
            id: it.id,
            region_code: it.region_code,
            region_name: it.region_name,
            name_zh: it.name_zh,
            name_en: it.name_en,
            kind: it.kind,
            stage: it.stage,
            year: it.year,
            planned_fen: it.planned_fen,
            paid_fen: it.paid_fen,
            planned_end_on: it.planned_end_on,
            actual_end_on: it.actual_end_on,
        }
    }
}
