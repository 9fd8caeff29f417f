//! `/places/{code}/funds` and `/funds/{id}`: the money that came to a place.

use serde::Serialize;
use store::FundFilter;
use store::published::FundLine;
use utoipa::ToSchema;

use super::parameter::{CODE, FUND_SORT, ID, PAGE, RELEASE, SOURCE, TEXT, YEAR};
use super::place::{known, mapped};
use super::problem::Problem;
use super::resource::{Answer, Asked, Definition, Found};
use crate::places::funds::SORTS;

pub const LIST: Definition =
    Definition::list("/places/{code}/funds", "funds", "The money allocated to a place, and below")
        .with(&[CODE, RELEASE, PAGE, SOURCE, YEAR, TEXT, FUND_SORT]);
pub const ONE: Definition =
    Definition::one("/funds/{id}", "fund", "One allocation of money").with(&[ID, RELEASE]);

/// An allocation with the name of its place.
#[derive(Serialize, ToSchema)]
pub struct PlacedFund {
    pub region_name: String,
    pub fund: FundLine,
}

pub async fn list(asked: Asked) -> Answer<PlacedFund> {
    known(&asked).await?;
    let values = &asked.values;
    let sort = SORTS.iter().find(|it| Some(it.0) == values.text("sort"));
    let filter = FundFilter {
        below: asked.part("code").to_owned(),
        source: values.owned("source"),
        year: values.number("year"),
        text: values.owned("q"),
        sort: sort.map(|it| it.1).unwrap_or_default(),
    };
    let page = asked.portal.store.funds(asked.number(), &filter, values.page()).await?;
    Ok(Found::Page(mapped(page, |it| PlacedFund { region_name: it.region_name, fund: it.line })))
}

pub async fn one(asked: Asked) -> Answer<FundLine> {
    let (release, id) = (asked.number(), asked.part("id"));
    let fund = asked.portal.store.fund(release, id).await?;
    fund.map(Found::One).ok_or_else(|| Problem::no_record("fund line", id, release))
}
