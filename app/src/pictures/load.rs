//! What pictures are drawn from: the money of a place in one release.

use store::{MonthMoney, PlaceMoney};

use super::stream::{Stream, streams};
use super::{Kind, Picture, bars, line, sankey};
use crate::parts::place_head::Place;
use crate::site::error::PageError;
use crate::site::visit::Visit;

/// The money of a place.
pub struct Money {
    pub streams: Vec<Stream>,
    pub months: Vec<MonthMoney>,
    /// The places directly in it, and its own projects.
    pub places: Vec<PlaceMoney>,
}

impl Money {
    pub async fn load(visit: &Visit, release: i64, code: &str) -> Result<Self, PageError> {
        let store = &visit.portal.store;
        let books = store.source_flows(release, code).await?;
        let payments = store.flows(release, code).await?;
        Ok(Self {
            streams: streams(&books, &payments),
            months: store.money_by_month(release, code).await?,
            places: store.money_by_place(release, code).await?,
        })
    }

    /// None where there is nothing to draw.
    pub fn picture(&self, visit: &Visit, place: &Place, kind: Kind) -> Option<Picture> {
        let name = place.name(visit);
        match kind {
            Kind::Sankey => sankey::picture(visit, &name, &self.streams, false),
            Kind::Loans => sankey::picture(visit, &name, &self.streams, true),
            Kind::Bars => bars::picture(visit, &name, &self.streams),
            Kind::Line => line::picture(visit, &name, &self.months),
            Kind::Places => super::places::picture(visit, &name, &self.places),
        }
    }
}
