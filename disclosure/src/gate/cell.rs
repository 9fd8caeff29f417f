//! What the gate speaks about: counts, where they were seen, and what they give away.

/// One count of one release.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub release: i64,
    /// A place's code. The code of a unit's first village is the unit, that of another of its
    /// villages is this village alone.
    pub place: String,
    /// A classification's id; for a total also that of a universe, as totals are named in findings.
    pub table: String,
    pub class: Class,
}

/// Which count of a table.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// All households, or people: the same in all tables of one universe.
    Total,
    /// The id of a class or of a broad class.
    Of(String),
}

/// Where the public sees something.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// A file or address of the release.
    pub file: String,
    /// From 1; 0 for the whole file.
    pub line: u64,
}

/// What is wrong with a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leak {
    /// Everything public together leaves it fewer than five possible values.
    TooNarrow,
    /// Not all that is public about it can be true.
    Contradiction,
    /// It was seen with another number than the protected one.
    OtherNumber,
    /// The published parts do not add up to it.
    SumDiffers,
}

/// One count that gives too much away.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub cell: Cell,
    pub leak: Leak,
    /// The lowest and the highest exact count that is possible; of a number that differs, that number.
    pub low: i64,
    pub high: i64,
    /// Some of what it follows from, what was stated outside the protected tables first.
    pub origins: Vec<Origin>,
}

/// A statement about something that the release does not have.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
#[error("nothing is known of {table} of {place} in release {release}")]
pub struct UnknownCell {
    pub release: i64,
    pub place: String,
    pub table: String,
}

impl Cell {
    pub(super) fn unknown(&self) -> UnknownCell {
        let (place, table) = (self.place.clone(), self.table.clone());
        UnknownCell { release: self.release, place, table }
    }
}
