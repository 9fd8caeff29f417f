//! `/releases`: what was published when, what it changed, and how to check it.

pub mod changes;
pub mod changes_json;
pub mod differences;
pub mod index;
mod pair;
mod proof;
pub mod show;
