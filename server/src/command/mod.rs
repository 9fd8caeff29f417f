//! One file for each command.

pub mod case;
pub mod check;
pub mod demo;
