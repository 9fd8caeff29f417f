//! How the money of a place is spread over the places directly in it.

use sqlx::any::AnyRow;
use sqlx::{FromRow, Row};

use crate::below::Below;
use crate::published::Region;
use crate::record::record;
use crate::{Store, StoreError};

/// Where money stands: planned, allocated, paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub planned_fen: i64,
    pub allocated_fen: i64,
    pub paid_fen: i64,
}

/// The money of all projects in one place, grants and loans apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceMoney {
    /// None for what lies in no place below: the place's own projects.
    pub region: Option<Region>,
    pub n_projects: i64,
    pub grants: Standing,
    pub loans: Standing,
}

impl Store {
    /// Of every place directly in a place, by code, those without projects too; last the place's own
    /// projects, if there are any.
    pub async fn money_by_place(
        &self,
        release: i64,
        code: &str,
    ) -> Result<Vec<PlaceMoney>, StoreError> {
        let children: Vec<Region> = sqlx::query(
            "select code, parent_code, level, name, pinyin from region where parent_code = $1
             order by code",
        )
        .bind(code)
        .try_map(record)
        .fetch_all(&self.pool)
        .await?;
        let parts = self.parts(release, code, n_digits(&children)).await?;
        Ok(spread(children, parts))
    }

    /// The money by the first digits of the project's place.
    async fn parts(
        &self,
        release: i64,
        below: &str,
        n_digits: i64,
    ) -> Result<Vec<Part>, StoreError> {
        let below = Below::of(below);
        Ok(sqlx::query_as(
            "select substr(project.region_code, 1, cast($4 as integer)) as beginning,
                    count(distinct project.id) as n_projects,
                    cast(sum(case source when 'loan' then 0 else project_money.planned_fen end)
                        as bigint) as planned_grants,
                    cast(sum(case source when 'loan' then 0 else allocated_fen end) as bigint)
                        as allocated_grants,
                    cast(sum(case source when 'loan' then 0 else project_money.paid_fen end)
                        as bigint) as paid_grants,
                    cast(sum(case source when 'loan' then project_money.planned_fen else 0 end)
                        as bigint) as planned_loans,
                    cast(sum(case source when 'loan' then allocated_fen else 0 end) as bigint)
                        as allocated_loans,
                    cast(sum(case source when 'loan' then project_money.paid_fen else 0 end)
                        as bigint) as paid_loans
             from project join project_money
                 on project_money.release_number = project.release_number
                 and project_money.project_id = project.id
             where project.release_number = $1
                 and project.region_code >= $2 and project.region_code <= $3
             group by substr(project.region_code, 1, cast($4 as integer))
             order by substr(project.region_code, 1, cast($4 as integer))",
        )
        .bind(release)
        .bind(below.first)
        .bind(below.last)
        .bind(n_digits)
        .fetch_all(&self.pool)
        .await?)
    }
}

/// So many digits tell all of these places apart.
fn n_digits(places: &[Region]) -> i64 {
    let of = |region: &Region| match region.level {
        1 => 2,
        2 => 4,
        3 => 6,
        4 => 9,
        _ => 12,
    };
    places.iter().map(of).max().unwrap_or(12)
}

struct Part {
    beginning: String,
    n_projects: i64,
    grants: Standing,
    loans: Standing,
}

fn spread(children: Vec<Region>, parts: Vec<Part>) -> Vec<PlaceMoney> {
    let mut places: Vec<(Below, PlaceMoney)> = children
        .into_iter()
        .map(|region| (Below::of(&region.code), PlaceMoney::none(Some(region))))
        .collect();
    let mut own = PlaceMoney::none(None);
    for part in parts {
        // Filled up, the beginning is a code that lies in the place or is the place.
        let code = format!("{:0<12}", part.beginning);
        let place = places.iter_mut().find(|(it, _)| it.first <= code && code <= it.last);
        place.map_or(&mut own, |it| &mut it.1).add(&part);
    }
    let places = places.into_iter().map(|it| it.1);
    places.chain(Some(own).filter(|it| it.n_projects > 0)).collect()
}

impl PlaceMoney {
    fn none(region: Option<Region>) -> Self {
        Self { region, n_projects: 0, grants: Standing::default(), loans: Standing::default() }
    }

    fn add(&mut self, part: &Part) {
        self.n_projects += part.n_projects;
        self.grants.add(part.grants);
        self.loans.add(part.loans);
    }
}

impl Standing {
    pub fn add(&mut self, more: Self) {
        self.planned_fen += more.planned_fen;
        self.allocated_fen += more.allocated_fen;
        self.paid_fen += more.paid_fen;
    }
}

impl FromRow<'_, AnyRow> for Part {
    fn from_row(row: &AnyRow) -> Result<Self, sqlx::Error> {
        let standing = |[planned, allocated, paid]: [&str; 3]| -> Result<Standing, sqlx::Error> {
            Ok(Standing {
                planned_fen: row.try_get(planned)?,
                allocated_fen: row.try_get(allocated)?,
                paid_fen: row.try_get(paid)?,
            })
        };
        Ok(Self {
            beginning: row.try_get("beginning")?,
            n_projects: row.try_get("n_projects")?,
            grants: standing(["planned_grants", "allocated_grants", "paid_grants"])?,
            loans: standing(["planned_loans", "allocated_loans", "paid_loans"])?,
        })
    }
}
