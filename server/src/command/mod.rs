//! One file for each command.

pub mod case;
pub mod check;
pub mod demo;
pub mod pack;
mod results;
pub mod which;
