//! `/releases` and `/releases/{number}`.

use serde::Serialize;
use store::Page;
use store::published::{ChangeReason, Release, SourceDocument};
use utoipa::ToSchema;

use super::parameter::NUMBER;
use super::problem::Problem;
use super::resource::{Answer, Asked, Definition, Found};

pub const LIST: Definition = Definition::list("/releases", "releases", "Every published release");
pub const ONE: Definition =
    Definition::one("/releases/{number}", "release", "A release, its sources and its changes")
        .with(&[NUMBER]);

/// A release with its documents, and why it differs from the one before.
#[derive(Serialize, ToSchema)]
pub struct FullRelease {
    pub release: Release,
    /// The documents that its figures were taken from.
    pub sources: Vec<SourceDocument>,
    pub changes: Vec<ChangeReason>,
    /// Where its files lie.
    pub files: String,
    /// Where all that differs from the release before is told, field by field.
    pub differences: String,
}

/// The latest first. All of them: there are as many as there were months.
pub async fn list(asked: Asked) -> Answer<Release> {
    let items = asked.portal.store.releases().await?;
    Ok(Found::Page(whole(items)))
}

pub async fn one(asked: Asked) -> Answer<FullRelease> {
    let store = &asked.portal.store;
    let unknown = || Problem::not_found("There is no such release. /api/v1/releases lists all.");
    let number = asked.values.number("number").ok_or_else(unknown)?;
    let release = store.release(number).await?.ok_or_else(unknown)?;
    Ok(Found::One(FullRelease {
        release,
        sources: store.sources(number).await?,
        changes: store.reasons(number).await?,
        files: format!("/data/releases/{number}/"),
        differences: format!("/releases/{number}/changes.json"),
    }))
}

/// A list that is never so long that it needs pages.
pub fn whole<T>(items: Vec<T>) -> Page<T> {
    let n = items.len();
    Page {
        total: i64::try_from(n).unwrap_or(i64::MAX),
        number: 1,
        size: u32::try_from(n.max(1)).unwrap_or(u32::MAX),
        items,
    }
}
