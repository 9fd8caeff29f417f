//! Where people begin.

pub mod about;
pub mod index;
pub mod search;
pub mod view;
