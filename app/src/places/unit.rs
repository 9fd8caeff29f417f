//! Villages that are counted together, because one of them has too few households to be shown alone.

use leptos::prelude::*;
use store::published::{PublicationUnit, Region};

use crate::parts::names;
use crate::site::error::PageError;
use crate::site::visit::Visit;

/// The villages that one is counted with.
pub struct Unit {
    unit: PublicationUnit,
    others: Vec<Region>,
}

impl Unit {
    /// None where the place is counted alone.
    pub async fn load(visit: &Visit, code: &str) -> Result<Option<Self>, PageError> {
        let store = &visit.portal.store;
        let Some(unit) = store.publication_unit(visit.release_number(), code).await? else {
            return Ok(None);
        };
        let mut others = Vec::new();
        for member in unit.members.iter().filter(|it| *it != code) {
            others.extend(store.region(member).await?);
        }
        Ok(Some(Self { unit, others }))
    }

    /// The code that the counts stand under.
    pub fn code(&self) -> &str {
        self.unit.code()
    }

    /// "与××村合在一起统计", and why.
    pub fn note(&self, visit: &Visit) -> AnyView {
        let links: Vec<AnyView> = self
            .others
            .iter()
            .map(|it| {
                let address = visit.link(&format!("/r/{}", it.code));
                view! { <a href=address>{names::place(visit, it)}</a>" " }.into_any()
            })
            .collect();
        view! {
            <div class="unit-note">
                <p><strong>{visit.say("unit.with")}</strong>" "{links}</p>
                <p>{visit.say("unit.why")}</p>
            </div>
        }
        .into_any()
    }
}
