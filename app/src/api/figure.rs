//! `/places/{code}/figures` and `/figures/{id}`: what documents printed.

use serde::Serialize;
use store::published::{Figure, SourceDocument};
use utoipa::ToSchema;

use super::parameter::{CODE, ID, RELEASE};
use super::place::known;
use super::problem::Problem;
use super::release::whole;
use super::resource::{Answer, Asked, Definition, Found};

pub const OF_PLACE: Definition =
    Definition::list("/places/{code}/figures", "figures", "What documents printed about a place")
        .with(&[CODE, RELEASE])
        .documented();
pub const ONE: Definition = Definition::one("/figures/{id}", "figure", "A figure and its document")
    .with(&[ID, RELEASE])
    .documented();

/// A figure with the document that printed it.
#[derive(Serialize, ToSchema)]
pub struct SourcedFigure {
    pub figure: Figure,
    pub source: Option<SourceDocument>,
}

pub async fn of_place(asked: Asked) -> Answer<Figure> {
    known(&asked).await?;
    let figures = asked.portal.store.figures(asked.number(), asked.part("code")).await?;
    Ok(Found::Page(whole(figures)))
}

pub async fn one(asked: Asked) -> Answer<SourcedFigure> {
    let (store, release, id) = (&asked.portal.store, asked.number(), asked.part("id"));
    let figure = store.figure(release, id).await?;
    let figure = figure.ok_or_else(|| Problem::no_record("figure", id, release))?;
    let source = store.source(release, &figure.source_id).await?;
    Ok(Found::One(SourcedFigure { figure, source }))
}
