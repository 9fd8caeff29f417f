//! Judges a household against a policy pack and says why.
//!
//! Pure: no I/O, no clock, no words for people. A [`Pack`] holds the rules of one place and time as
//! a typed tree; [`Facts`] holds what a family said. [`judge()`] gives each programme a [`Verdict`]
//! with its reason. Every condition is three-valued ([`Truth`]): what the family does not know
//! stays unknown and never becomes a no. Numbers are integers, and nothing is ever divided.
//!
//! The same crate runs in the phone, on the server and over a whole roster, so the same answers
//! give the same result everywhere.

#[cfg(feature = "source")]
pub mod answers;
mod evaluate;
mod expression;
mod fact;
mod interview;
mod judge;
mod pack;
#[cfg(feature = "source")]
pub mod source;
mod truth;

pub use expression::{Condition, Number, Outcomes};
pub use fact::{Fact, FactId, FactSet, Facts};
pub use interview::{Interview, QuestionState};
pub use judge::{Judgement, judge};
pub use pack::{
    Amount, AmountKind, Definition, FactKind, FactSpec, Gate, Line, Pack, Programme, Question, Type,
};
pub use truth::{Truth, Verdict};
