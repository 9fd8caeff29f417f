//! What every kind of record tells about itself, so that one comparison serves them all.

use super::fields::{FieldChange, Fields};
use crate::published::RecordKind;

/// Where a record belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home<'a> {
    /// To no place, such as a source document.
    Nowhere,
    Place(&'a str),
    /// To the place of this project.
    Project(&'a str),
}

/// A record of a release that can be compared with the record of the same id in another.
pub trait Record: PartialEq {
    const KIND: RecordKind;

    /// Two parts, the second empty but for counts: place and table.
    fn key(&self) -> (&str, &str);

    fn home(&self) -> Home<'_>;

    /// What people call it, in Chinese and English; empty where it has no name of its own.
    fn name(&self) -> (&str, &str);

    fn fields(&self) -> Fields;

    /// As in [`ChangeReason::id`](crate::published::ChangeReason::id).
    fn id(&self) -> String {
        match self.key() {
            (id, "") => id.to_owned(),
            (place, table) => format!("{place}/{table}"),
        }
    }
}

/// What differs between two states of one record. Empty where only the order of a list differs.
///
/// ```
/// use disclosure::difference::{Value, changed_fields};
/// use disclosure::published::CountTable;
///
/// let table = |n| CountTable {
///     region_code: "350681100200".to_owned(),
///     name: "cause".to_owned(),
///     cells: [("illness".to_owned(), n), ("other".to_owned(), 10)].into(),
/// };
/// let changes = changed_fields(&table(25), &table(30));
/// assert_eq!(changes.len(), 1);
/// assert_eq!(changes[0].item, Some(Value::Code("illness".to_owned())));
/// assert_eq!((&changes[0].from, &changes[0].to), (&Value::Count(25), &Value::Count(30)));
/// ```
#[must_use]
pub fn changed_fields<R: Record>(old: &R, new: &R) -> Vec<FieldChange> {
    if old == new { Vec::new() } else { Fields::changes(old.fields(), new.fields()) }
}
