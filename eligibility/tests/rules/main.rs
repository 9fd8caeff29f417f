//! The engine and the packs of this repository, tested together.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod against_oracle;
mod any_rules;
mod audit;
mod cases;
mod difference;
mod edited;
mod golden;
mod oracle;
mod packs;
mod properties;
mod quick;
mod ranges;
mod reach;
mod roster;
mod settle;
mod source;
mod support;
