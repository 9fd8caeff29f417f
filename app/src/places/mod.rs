//! `/r/{code}` and below: a place from province to village.

pub mod funds;
pub mod money;
pub mod notices;
pub mod progress;
pub mod projects;
pub mod show;
mod tables;
mod unit;
