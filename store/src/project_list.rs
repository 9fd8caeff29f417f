//! The projects of a place and of all places in it, filtered, ordered and paged.

use sqlx::any::{AnyArguments, AnyRow};
use sqlx::{Arguments, AssertSqlSafe, FromRow, Row};

use crate::below::Below;
use crate::like;
use crate::page::Window;
use crate::{Page, Store, StoreError};

/// Which projects, and in what order. What is none does not narrow the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectFilter {
    /// The code of the place that they lie in.
    pub below: String,
    pub kind: Option<String>,
    pub stage: Option<String>,
    pub year: Option<i64>,
    /// Part of the name in either language.
    pub text: Option<String>,
    /// Those that should have been finished before this day and are not.
    pub late: Option<String>,
    pub sort: ProjectSort,
}

impl ProjectFilter {
    /// All projects of a place and of the places in it.
    #[must_use]
    pub fn below(code: &str) -> Self {
        Self { below: code.to_owned(), ..Self::default() }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProjectSort {
    #[default]
    NewestFirst,
    LargestFirst,
    /// The unfinished one whose end was planned the longest ago first.
    MostLate,
    Name,
}

impl ProjectSort {
    fn sql(self) -> &'static str {
        match self {
            Self::NewestFirst => "project.year desc, project.planned_start_on desc, project.id",
            Self::LargestFirst => "project.planned_fen desc, project.id",
            Self::MostLate => {
                "case when project.stage in ('finished', 'accepted') then 1 else 0 end,
                 project.planned_end_on, project.id"
            }
            Self::Name => "project.name_zh, project.id",
        }
    }
}

/// What one line of a list says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectSummary {
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

impl Store {
    pub async fn projects(
        &self,
        release: i64,
        filter: &ProjectFilter,
        page: u32,
    ) -> Result<Page<ProjectSummary>, StoreError> {
        let window = Window::of(page);
        let count = format!("select count(*) from project where {WHERE}");
        let total = sqlx::query_scalar_with(AssertSqlSafe(count), filter.arguments(release)?)
            .fetch_one(&self.pool)
            .await?;
        let order = filter.sort.sql();
        let select = format!(
            "select project.id, project.region_code, region.name as region_name, project.name_zh,
                    project.name_en, project.kind, project.stage, project.year,
                    project.planned_fen, project.paid_fen, project.planned_end_on,
                    project.actual_end_on
             from project join region on region.code = project.region_code
             where {WHERE}
             order by {order}
             limit $9 offset $10"
        );
        let projects = sqlx::query_as_with(AssertSqlSafe(select), filter.arguments(release)?)
            .bind(Window::LIMIT)
            .bind(window.offset())
            .fetch_all(&self.pool)
            .await?;
        Ok(window.page(projects, total))
    }
}

/// With the parameters of [`ProjectFilter::arguments`].
const WHERE: &str = "project.release_number = $1
    and project.region_code >= $2 and project.region_code <= $3
    and ($4 is null or project.kind = $4)
    and ($5 is null or project.stage = $5)
    and ($6 is null or project.year = $6)
    and ($7 is null or lower(project.name_zh) like $7 escape '!'
         or lower(project.name_en) like $7 escape '!')
    and ($8 is null or (project.planned_end_on < $8
         and project.stage not in ('finished', 'accepted')))";

impl ProjectFilter {
    fn arguments(&self, release: i64) -> Result<AnyArguments, sqlx::Error> {
        let below = Below::of(&self.below);
        let mut arguments = AnyArguments::default();
        arguments.add(release).map_err(sqlx::Error::Encode)?;
        arguments.add(below.first).map_err(sqlx::Error::Encode)?;
        arguments.add(below.last).map_err(sqlx::Error::Encode)?;
        arguments.add(&self.kind).map_err(sqlx::Error::Encode)?;
        arguments.add(&self.stage).map_err(sqlx::Error::Encode)?;
        arguments.add(self.year).map_err(sqlx::Error::Encode)?;
        arguments.add(self.text.as_deref().map(like::holds)).map_err(sqlx::Error::Encode)?;
        arguments.add(&self.late).map_err(sqlx::Error::Encode)?;
        Ok(arguments)
    }
}

impl FromRow<'_, AnyRow> for ProjectSummary {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            region_code: row.try_get("region_code")?,
            region_name: row.try_get("region_name")?,
            name_zh: row.try_get("name_zh")?,
            name_en: row.try_get("name_en")?,
            kind: row.try_get("kind")?,
            stage: row.try_get("stage")?,
            year: row.try_get("year")?,
            planned_fen: row.try_get("planned_fen")?,
            paid_fen: row.try_get("paid_fen")?,
            planned_end_on: row.try_get("planned_end_on")?,
            actual_end_on: row.try_get("actual_end_on")?,
        })
    }
}
