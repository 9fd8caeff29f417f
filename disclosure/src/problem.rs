//! What can be wrong with the places and leaves that were given. No words for people.

use std::{error, fmt};

/// Why the tables could not be built, with the code of the place that is at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The place is listed twice.
    PlaceTwice(String),
    /// The place lies in one that is not listed.
    UnknownParent(String),
    /// The place lies, some levels up, in itself.
    Loop(String),
    /// Counts were given for a place that is not listed.
    UnknownLeaf(String),
    /// Counts were given for the place twice.
    LeafTwice(String),
    /// Counts were given for a place that has others in it.
    NotALeaf(String),
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, code) = match self {
            Self::PlaceTwice(code) => ("the place is listed twice", code),
            Self::UnknownParent(code) => ("the place lies in one that is not listed", code),
            Self::Loop(code) => ("the place lies in itself", code),
            Self::UnknownLeaf(code) => ("counts for a place that is not listed", code),
            Self::LeafTwice(code) => ("counts were given twice for the place", code),
            Self::NotALeaf(code) => ("counts for a place that has others in it", code),
        };
        write!(formatter, "{what}: {code}")
    }
}

impl error::Error for Problem {}
