//! `/places/{code}/notices` and `/notices/{id}`: what is posted for people to read and object to.

use serde::Serialize;
use store::NoticeSummary;
use store::published::Notice;
use utoipa::ToSchema;

use super::parameter::{CODE, ID, PAGE, RELEASE};
use super::place::{known, mapped};
use super::problem::Problem;
use super::resource::{Answer, Asked, Definition, Found};

pub const LIST: Definition = Definition::list(
    "/places/{code}/notices",
    "notices",
    "The notices of a place, and below; those open today first",
)
.with(&[CODE, RELEASE, PAGE]);
pub const ONE: Definition =
    Definition::one("/notices/{id}", "notice", "One notice").with(&[ID, RELEASE]);

/// One line of a list of notices.
#[derive(Serialize, ToSchema)]
pub struct NoticeLine {
    pub id: String,
    pub region_code: String,
    pub region_name: String,
    pub kind: String,
    pub title_zh: String,
    pub title_en: String,
    pub posted_on: String,
    /// The last day it must stay up.
    pub ends_on: String,
    pub project_id: Option<String>,
}

pub async fn list(asked: Asked) -> Answer<NoticeLine> {
    known(&asked).await?;
    let (code, today) = (asked.part("code"), asked.today());
    let store = &asked.portal.store;
    let page = store.notices(asked.number(), code, &today, asked.values.page()).await?;
    Ok(Found::Page(mapped(page, NoticeLine::from)))
}

pub async fn one(asked: Asked) -> Answer<Notice> {
    let (release, id) = (asked.number(), asked.part("id"));
    let notice = asked.portal.store.notice(release, id).await?;
    notice.map(Found::One).ok_or_else(|| Problem::no_record("notice", id, release))
}

impl From<NoticeSummary> for NoticeLine {
    fn from(it: NoticeSummary) -> Self {
        Self {
            id: it.id,
            region_code: it.region_code,
            region_name: it.region_name,
            kind: it.kind,
            title_zh: it.title_zh,
            title_en: it.title_en,
            posted_on: it.posted_on,
            ends_on: it.ends_on,
            project_id: it.project_id,
        }
    }
}
