//! The way of the money: source → document → project → contract → payee. Each step has its sum, and
//! either sums to the next or shows the gap.
//!
//! What has to be paid back is no gift: loans have a chain of their own and are in no sum of grants.

mod balance;
mod steps;
#[cfg(test)]
mod tests;

pub use balance::{Balance, balance};
pub use steps::{Chain, Link, Origin, Part, Step, StepKind, chain, current_fen};

/// The source that has to be paid back.
pub const LOAN: &str = "loan";

/// Whether money of this source has to be paid back.
#[must_use]
pub fn is_loan(source: &str) -> bool {
    source == LOAN
}
