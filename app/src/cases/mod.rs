//! What people file, and how they follow it.

pub mod about;
pub mod apply;
pub mod complain;
mod filing;
pub mod receipt;
pub mod track;
