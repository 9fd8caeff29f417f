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
mod because;
mod deciding;
mod depends;
mod evaluate;
mod exact;
mod expression;
mod fact;
#[cfg(feature = "source")]
pub mod household;
mod interview;
mod judge;
mod judgement;
mod near_miss;
mod pack;
mod settle;
#[cfg(feature = "source")]
pub mod source;
mod truth;
#[cfg(feature = "source")]
mod witness;

pub use because::{Because, Compared, Ground, because};
pub use deciding::deciding_facts;
pub use depends::Depends;
pub use expression::{Condition, Number};
pub use fact::{Fact, FactId, FactSet, Facts};
pub use interview::{Interview, QuestionState};
pub use judge::{Judge, judge};
pub use judgement::{EITHER_WAY, Judgement, ROUGH};
pub use near_miss::{Chance, near_misses};
pub use pack::{
    Amount, AmountKind, Change, Definition, FactKind, FactSpec, Gate, Line, Meaning, NearMiss,
    Pack, Parameter, Programme, Question, Source, Type,
};
pub use settle::{Settler, settled};
pub use truth::{Truth, Truths, Verdict, Verdicts};
#[cfg(feature = "source")]
pub use witness::{Reach, reach, reach_line};
