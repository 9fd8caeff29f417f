//! What can be wrong with the places and counts that were given. No words for people, and no counts.

use std::fmt;

use thiserror::Error;

/// One thing that does not fit, with the code of the place that is at fault.
#[derive(Clone, Debug, Error, PartialEq, Eq, PartialOrd, Ord)]
pub enum Problem {
    #[error("the place is listed twice: {0}")]
    PlaceTwice(String),
    #[error("the place lies in one that is not listed: {0}")]
    UnknownParent(String),
    #[error("the place lies, some levels up, in itself: {0}")]
    Loop(String),
    #[error("the place is protected on its own, and so is one that it lies in: {0}")]
    RootInRoot(String),
    #[error("counts for a place that is not listed: {0}")]
    UnknownVillage(String),
    #[error("counts for a place that has others in it: {0}")]
    NotAVillage(String),
    #[error("counts for a place that lies in none of those to be protected: {0}")]
    OutsideRoots(String),
    /// The classifications of one universe do not add up to the same number at the place.
    #[error("the classes of {classification} add up to another number than the others: {place}")]
    TotalsDiffer { place: String, classification: &'static str },
    #[error("the counts of the place and those beside it do not fit into 32 bits: {0}")]
    TooMany(String),
    /// A rounded count is more than nine away from the exact one: the window would be untrue.
    #[error("a count of {classification} cannot be rounded within nine: {place}")]
    TooFar { place: String, classification: &'static str },
}

/// Everything that was found wrong, at least one, in a fixed order.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Nothing, if nothing is wrong.
    pub(crate) fn check(mut problems: Vec<Problem>) -> Result<(), Self> {
        problems.sort();
        problems.dedup();
        if problems.is_empty() { Ok(()) } else { Err(Self(problems)) }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, problem) in self.0.iter().enumerate() {
            let separator = if n == 0 { "" } else { "; " };
            write!(formatter, "{separator}{problem}")?;
        }
        Ok(())
    }
}
