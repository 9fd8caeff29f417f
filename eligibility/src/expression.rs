//! The closed vocabulary of rules: comparisons, and/or/not, sums, products, least and greatest,
//! "has", and the result of an earlier programme. No loops, no floats; the one division is by a
//! constant, rounds down, and makes amounts only.

use serde::{Deserialize, Serialize};

use crate::{FactId, Verdicts};

/// A statement about a family that holds, does not hold, or cannot be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    Always,
    /// A yes-or-no fact.
    Yes(FactId),
    /// A yes-or-no parameter of the pack.
    Switch(u16),
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
    Came(u16, Verdicts),
    /// That programme is likely, or would be once something is confirmed; it cannot be told while
    /// the programme needs answers.
    Predicted(u16),
}

/// A whole number: yuan, or persons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Number {
    Is(i64),
    /// No number at all: an amount that nobody can tell.
    Nothing,
    Of(FactId),
    Parameter(u16),
    Sum(Vec<Self>),
    Minus(Box<Self>, Box<Self>),
    Times(Box<Self>, Box<Self>),
    /// Divided by a constant above zero, rounded down.
    Quotient(Box<Self>, i64),
    Least(Box<Self>, Box<Self>),
    Greatest(Box<Self>, Box<Self>),
    /// The first if the condition holds for certain, else the second.
    If(Box<Condition>, Box<Self>, Box<Self>),
    /// A number that the pack gave a name.
    Named(u16),
}
