//! What people file, and how they follow it.

pub mod about;
pub mod apply;
pub mod complain;
pub mod receipt;
pub mod track;
