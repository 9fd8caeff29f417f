//! What does not add up in a place, finding by finding, with its arithmetic.

pub mod index;
pub mod kept;
mod said;
