//! Lists are read a page at a time.

/// Some of a list. Pages are counted from 1; 0 is read as 1; a page beyond the last is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    pub items: Vec<T>,
    /// How many the whole list holds.
    pub total: i64,
    pub number: u32,
    pub size: u32,
}

impl<T> Page<T> {
    /// At least 1: an empty list has one empty page.
    #[must_use]
    pub fn n_pages(&self) -> i64 {
        let size = i64::from(self.size.max(1));
        ((self.total + size - 1) / size).max(1)
    }
}

/// The page that was asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Window {
    number: u32,
}

impl Window {
    const SIZE: u32 = 50;
    pub(crate) const LIMIT: i64 = Self::SIZE as i64;

    pub(crate) fn of(number: u32) -> Self {
        Self { number: number.max(1) }
    }

    pub(crate) fn offset(self) -> i64 {
        i64::from(self.number - 1) * Self::LIMIT
    }

    pub(crate) fn page<T>(self, items: Vec<T>, total: i64) -> Page<T> {
        Page { items, total, number: self.number, size: Self::SIZE }
    }
}
