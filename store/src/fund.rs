//! The fund lines of a place and of all places in it: one, a filtered list, and those of a project.

use sqlx::any::{AnyArguments, AnyRow};
use sqlx::{Arguments, AssertSqlSafe, FromRow, Row};

use crate::below::Below;
use crate::like;
use crate::page::Window;
use crate::published::FundLine;
use crate::record::{Record, record};
use crate::{Page, Store, StoreError};

/// Which fund lines, and in what order. What is none does not narrow the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundFilter {
    /// The code of the place that they were allocated to.
    pub below: String,
    pub source: Option<String>,
    pub year: Option<i64>,
    /// Part of the name in either language, or of the document number.
    pub text: Option<String>,
    pub sort: FundSort,
}

impl FundFilter {
    /// All fund lines of a place and of the places in it.
    #[must_use]
    pub fn below(code: &str) -> Self {
        Self { below: code.to_owned(), ..Self::default() }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FundSort {
    #[default]
    NewestFirst,
    LargestFirst,
    Name,
}

impl FundSort {
    fn sql(self) -> &'static str {
        match self {
            Self::NewestFirst => "fund_line.allocated_on desc, fund_line.id",
            Self::LargestFirst => "fund_line.amount_fen desc, fund_line.id",
            Self::Name => "fund_line.name_zh, fund_line.id",
        }
    }
}

/// A fund line with the name of its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundSummary {
    pub region_name: String,
    pub line: FundLine,
}

impl Store {
    pub async fn funds(
        &self,
        release: i64,
        filter: &FundFilter,
        page: u32,
    ) -> Result<Page<FundSummary>, StoreError> {
        let window = Window::of(page);
        let count = format!("select count(*) from fund_line where {WHERE}");
        let total = sqlx::query_scalar_with(AssertSqlSafe(count), filter.arguments(release)?)
            .fetch_one(&self.pool)
            .await?;
        let order = filter.sort.sql();
        let select = format!(
            "select region.name as region_name, fund_line.id, fund_line.region_code,
                    fund_line.source, fund_line.name_zh, fund_line.name_en,
                    fund_line.document_number, fund_line.year, fund_line.amount_fen,
                    fund_line.allocated_on, fund_line.use_zh, fund_line.use_en,
                    fund_line.project_id, fund_line.published_on
             from fund_line join region on region.code = fund_line.region_code
             where {WHERE}
             order by {order}
             limit $7 offset $8"
        );
        let funds = sqlx::query_as_with(AssertSqlSafe(select), filter.arguments(release)?)
            .bind(Window::LIMIT)
            .bind(window.offset())
            .fetch_all(&self.pool)
            .await?;
        Ok(window.page(funds, total))
    }

    pub async fn fund(&self, release: i64, id: &str) -> Result<Option<FundLine>, StoreError> {
        Ok(sqlx::query(
            "select id, region_code, source, name_zh, name_en, document_number, year, amount_fen,
                    allocated_on, use_zh, use_en, project_id, published_on
             from fund_line
             where release_number = $1 and id = $2",
        )
        .bind(release)
        .bind(id)
        .try_map(record)
        .fetch_optional(&self.pool)
        .await?)
    }

    /// The money that was allocated for one project, the oldest first.
    pub async fn funds_of_project(
        &self,
        release: i64,
        project_id: &str,
    ) -> Result<Vec<FundLine>, StoreError> {
        Ok(sqlx::query(
            "select id, region_code, source, name_zh, name_en, document_number, year, amount_fen,
                    allocated_on, use_zh, use_en, project_id, published_on
             from fund_line
             where release_number = $1 and project_id = $2
             order by allocated_on, id",
        )
        .bind(release)
        .bind(project_id)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?)
    }
}

/// With the parameters of [`FundFilter::arguments`].
const WHERE: &str = "fund_line.release_number = $1
    and fund_line.region_code >= $2 and fund_line.region_code <= $3
    and ($4 is null or fund_line.source = $4)
    and ($5 is null or fund_line.year = $5)
    and ($6 is null or lower(fund_line.name_zh) like $6 escape '!'
         or lower(fund_line.name_en) like $6 escape '!'
         or lower(fund_line.document_number) like $6 escape '!')";

impl FundFilter {
    fn arguments(&self, release: i64) -> Result<AnyArguments, sqlx::Error> {
        let below = Below::of(&self.below);
        let mut arguments = AnyArguments::default();
        arguments.add(release).map_err(sqlx::Error::Encode)?;
        arguments.add(below.first).map_err(sqlx::Error::Encode)?;
        arguments.add(below.last).map_err(sqlx::Error::Encode)?;
        arguments.add(&self.source).map_err(sqlx::Error::Encode)?;
        arguments.add(self.year).map_err(sqlx::Error::Encode)?;
        arguments.add(self.text.as_deref().map(like::holds)).map_err(sqlx::Error::Encode)?;
        Ok(arguments)
    }
}

impl FromRow<'_, AnyRow> for FundSummary {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self { region_name: row.try_get("region_name")?, line: FundLine::from_row(row)? })
    }
}

impl Record for FundLine {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            region_code: row.try_get("region_code")?,
            source: row.try_get("source")?,
            name_zh: row.try_get("name_zh")?,
            name_en: row.try_get("name_en")?,
            document_number: row.try_get("document_number")?,
            year: row.try_get("year")?,
            amount_fen: row.try_get("amount_fen")?,
            allocated_on: row.try_get("allocated_on")?,
            use_zh: row.try_get("use_zh")?,
            use_en: row.try_get("use_en")?,
            project_id: row.try_get("project_id")?,
            published_on: row.try_get("published_on")?,
        })
    }
}
