//! `/open-data`: how to take the data away, check it, and use it.

mod dictionary;
mod files;
pub mod show;
