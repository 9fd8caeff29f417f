//! The record that a complaint is about: which it is, and a copy of it as the person sees it.

use leptos::prelude::*;
use serde_json::json;
use store::StoreError;

use crate::parts::{figure, money, names};
use crate::site::visit::Visit;

/// A record as it is shown now.
#[derive(Clone)]
pub struct Record {
    /// `figure/zhangzhou-27`
    pub address: String,
    pub region_code: String,
    pub name: String,
    /// The number or fact that stands out.
    pub value: String,
    /// All of it in words, frozen with the complaint.
    pub as_seen: String,
}

impl Record {
    /// Looks up `kind/id`. Unknown records are none: the complaint is then about things in general.
    pub async fn load(visit: &Visit, address: &str) -> Result<Option<Self>, StoreError> {
        let Some((kind, id)) = address.split_once('/') else { return Ok(None) };
        let (store, release) = (&visit.portal.store, visit.release_number());
        let found = match kind {
            "figure" => store.figure(release, id).await?.map(|it| {
                (it.region_code.clone(), figure::name(visit, &it), figure::value(visit, &it))
            }),
            "project" => store.project(release, id).await?.map(|it| {
                let planned = it.money.iter().map(|it| it.planned_fen).sum();
                let name = visit.pick(&it.name_zh, &it.name_en);
                (it.region_code, name, money::full(visit, planned))
            }),
            "fund" => store.fund(release, id).await?.map(|it| {
                let name = visit.pick(&it.name_zh, &it.name_en);
                (it.region_code, name, money::full(visit, it.amount_fen))
            }),
            "notice" => store.notice(release, id).await?.map(|it| {
                let name = visit.pick(&it.title_zh, &it.title_en);
                (it.region_code, name, String::new())
            }),
            "place" => store
                .region(id)
                .await?
                .map(|it| (it.code.clone(), names::place(visit, &it), String::new())),
            _ => None,
        };
        Ok(found.map(|(region_code, name, value)| {
            let as_seen = json!({
                "release": release, "record": address, "name": name, "value": value,
                "seen_on": visit.today.to_string(),
            });
            Self {
                address: address.to_owned(),
                region_code,
                name,
                value,
                as_seen: as_seen.to_string(),
            }
        }))
    }

    pub fn draw(&self, visit: &Visit) -> AnyView {
        view! {
            <div class="panel">
                <p class="note">{visit.say("complain.about")}</p>
                <p><strong>{self.name.clone()}</strong>" "{self.value.clone()}</p>
            </div>
        }
        .into_any()
    }
}
