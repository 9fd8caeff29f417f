//! Signs that something may be wrong with a project, by rules that everybody can read. A flag is a
//! question, not a verdict: it carries its arithmetic, and somebody may answer it.

mod facts;
mod judge;
mod photos;
mod rules;
#[cfg(test)]
mod tests;

pub use facts::{ContractFacts, Facts, Sums};
pub use judge::{Flag, Proof, flags};
pub use photos::{Alike, Seen, alike, same_photos};
pub use rules::{Rule, RuleId, Rules};
