//! `/places`: search, one place, the places in it.

use serde::Serialize;
use store::published::{CountTable, Region};
use utoipa::ToSchema;

use super::count::unit_of;
use super::parameter::{CODE, PAGE, PLACE_NAME, RELEASE};
use super::problem::Problem;
use super::release::whole;
use super::resource::{Answer, Asked, Definition, Found};

const MAX_FOUND: u32 = 50;

pub const SEARCH: Definition =
    Definition::list("/places", "findPlaces", "The places with this name, at most 50")
        .with(&[PLACE_NAME])
        .documented();
pub const ONE: Definition =
    Definition::one("/places/{code}", "place", "A place: where it lies, and its sums")
        .with(&[CODE, RELEASE]);
pub const CHILDREN: Definition =
    Definition::list("/places/{code}/children", "children", "The places directly in a place")
        .with(&[CODE, RELEASE, PAGE]);

/// A place that was searched for.
#[derive(Serialize, ToSchema)]
pub struct FoundPlace {
    pub region: Region,
    /// The names of the places it lies in, the province first.
    pub path: Vec<String>,
}

/// A place with its sums.
#[derive(Serialize, ToSchema)]
pub struct Place {
    pub region: Region,
    /// The places it lies in, the province first.
    pub path: Vec<Region>,
    /// The villages that its households are counted together with, itself among them; empty if it
    /// is counted alone.
    pub counted_with: Vec<String>,
    /// Registered households. Protected: a multiple of 5, near the true number.
    pub n_households: Option<i64>,
    pub n_projects: i64,
    /// What its projects are to cost, in fen.
    pub planned_fen: i64,
    /// What was paid for them, in fen.
    pub paid_fen: i64,
    pub n_funds: i64,
    /// What was allocated to it, in fen.
    pub allocated_fen: i64,
}

/// A place one level down.
#[derive(Serialize, ToSchema)]
pub struct Child {
    pub region: Region,
    /// Registered households. Protected: a multiple of 5, near the true number.
    pub n_households: Option<i64>,
}

pub async fn search(asked: Asked) -> Answer<FoundPlace> {
    let found = asked.portal.store.find_places(asked.part("q"), MAX_FOUND).await?;
    let places = found.into_iter().map(|it| FoundPlace { region: it.region, path: it.path });
    Ok(Found::Page(whole(places.collect())))
}

pub async fn one(asked: Asked) -> Answer<Place> {
    let mut path = way(&asked).await?;
    let region = path.pop().ok_or_else(|| unknown(&asked))?;
    let (store, release, code) = (&asked.portal.store, asked.number(), asked.part("code"));
    let (counted_with, unit) = unit_of(&asked).await?;
    let counts = store.counts(release, &unit).await?;
    let projects = store.project_totals(release, code).await?;
    let funds = store.fund_totals(release, code).await?;
    Ok(Found::One(Place {
        n_households: counts.iter().find(|it| it.name == "status").map(CountTable::total),
        counted_with,
        n_projects: projects.n_projects,
        planned_fen: projects.planned_fen,
        paid_fen: projects.paid_fen,
        n_funds: funds.n_lines,
        allocated_fen: funds.amount_fen,
        region,
        path,
    }))
}

pub async fn children(asked: Asked) -> Answer<Child> {
    known(&asked).await?;
    let store = &asked.portal.store;
    let page = store.children(asked.number(), asked.part("code"), asked.values.page()).await?;
    Ok(Found::Page(mapped(page, |it| Child { region: it.region, n_households: it.n_households })))
}

/// The way down to the place that was asked for, itself last.
async fn way(asked: &Asked) -> Result<Vec<Region>, Problem> {
    let way = asked.portal.store.regions_above(asked.part("code")).await?;
    if way.is_empty() { Err(unknown(asked)) } else { Ok(way) }
}

/// That there is such a place: an empty list would say that nothing lies there.
pub async fn known(asked: &Asked) -> Result<(), Problem> {
    let region = asked.portal.store.region(asked.part("code")).await?;
    region.map(drop).ok_or_else(|| unknown(asked))
}

fn unknown(asked: &Asked) -> Problem {
    let code: String = asked.part("code").chars().take(20).collect();
    Problem::not_found(format!(
        "There is no place {code:?}. Expected a code of twelve digits; /api/v1/places?q=NAME finds it."
    ))
}

pub fn mapped<T, U>(page: store::Page<T>, to: impl FnMut(T) -> U) -> store::Page<U> {
    let store::Page { items, total, number, size } = page;
    store::Page { items: items.into_iter().map(to).collect(), total, number, size }
}
