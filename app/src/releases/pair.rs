//! Which two releases are compared: the one of the path, and the one before or the one asked for.

use store::published::Release;

use crate::site::error::PageError;
use crate::site::visit::Visit;

pub struct TwoReleases {
    pub old: Release,
    pub new: Release,
}

impl TwoReleases {
    /// # Errors
    /// Either is not published; the earlier one is not earlier. The first release has none before it.
    pub async fn load(visit: &Visit, number: &str, from: &str) -> Result<Self, PageError> {
        let number = parse(number).ok_or(PageError::NotFound)?;
        let before = match from {
            "" => number - 1,
            it => parse(it).filter(|it| *it < number).ok_or(PageError::BadRequest)?,
        };
        let store = &visit.portal.store;
        let new = store.release(number).await?.ok_or(PageError::NotFound)?;
        let old = store.release(before).await?.ok_or(PageError::NotFound)?;
        Ok(Self { old, new })
    }

    pub fn numbers(&self) -> (i64, i64) {
        (self.old.number, self.new.number)
    }
}

/// One writing for one number.
pub fn parse(text: &str) -> Option<i64> {
    let is_plain = text.bytes().all(|it| it.is_ascii_digit()) && !text.starts_with('0');
    text.parse().ok().filter(|_| is_plain)
}
