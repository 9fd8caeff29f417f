//! One file for each command.

pub mod case;
pub mod check;
pub mod demo;
mod look_back;
pub mod pack;
mod results;
pub mod screen;
pub mod which;
