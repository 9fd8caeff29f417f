//! One count that belongs to no table, such as the households that a project helps.

use super::cell::{BASE, Cell, NOT_PUBLISHED};
use crate::Key;

/// A count of its own, rounded by the key to one of the two multiples of five beside it; a multiple of
/// five stays. What was published `before` stays while it still is one of the two. `table` says what is
/// counted, `unit` whose it is.
///
/// ```
/// use disclosure::{Key, protect_count};
///
/// let key = Key::new([7; 32]);
///
/// assert_eq!(protect_count(&key, "beneficiaries", "road", 40, None), 40);
/// assert_eq!(protect_count(&key, "beneficiaries", "road", 41, Some(40)), 40);
/// assert_eq!(protect_count(&key, "beneficiaries", "road", 44, Some(45)), 45);
/// ```
#[must_use]
pub fn protect_count(key: &Key, table: &str, unit: &str, n: u32, before: Option<i64>) -> u32 {
    let earlier = before.and_then(|it| u32::try_from(it).ok()).unwrap_or(NOT_PUBLISHED);
    Cell::new(n, earlier, key.uniform(table, unit, "")).alone() * BASE
}
