//! The closed vocabulary of rules: comparisons, and/or/not, sums, products, least and greatest,
//! "has", and the result of an earlier programme. No loops, no floats, no division.

use serde::{Deserialize, Serialize};

use crate::{FactId, Verdict};

/// A statement about a family that holds, does not hold, or cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    Always,
    /// A yes-or-no fact.
    Yes(FactId),
    /// The chosen option is one of these (a bit each).
    OneOf(FactId, u32),
    /// At least one of these options is among the chosen (a bit each).
    Has(FactId, u32),
    Less(Number, Number),
    AtMost(Number, Number),
    Equal(Number, Number),
    Not(Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
    /// The statement cannot be told. Itself always true or false.
    Unclear(Box<Self>),
    /// The number cannot be told. Itself always true or false.
    NoNumber(Number),
    /// A condition that the pack gave a name.
    Named(u16),
    /// The programme at this place in the pack, judged before, came out as one of these.
    Came(u16, Outcomes),
}

/// A whole number: yuan, or persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Number {
    Is(i64),
    Of(FactId),
    Sum(Vec<Self>),
    Minus(Box<Self>, Box<Self>),
    Times(Box<Self>, Box<Self>),
    Least(Box<Self>, Box<Self>),
    Greatest(Box<Self>, Box<Self>),
    /// A number that the pack gave a name.
    Named(u16),
}

/// A set of verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Outcomes(u8);

impl Outcomes {
    pub fn contains(self, verdict: Verdict) -> bool {
        self.0 & (1 << verdict as u8) != 0
    }
}

impl FromIterator<Verdict> for Outcomes {
    fn from_iter<I: IntoIterator<Item = Verdict>>(verdicts: I) -> Self {
        Self(verdicts.into_iter().fold(0, |set, verdict| set | (1 << verdict as u8)))
    }
}
