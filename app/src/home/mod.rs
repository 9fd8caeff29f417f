//! Where people begin.

pub mod about;
pub mod index;
pub mod release;
pub mod search;
pub mod view;
