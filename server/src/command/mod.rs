//! One file for each command.

pub mod case;
pub mod check;
pub mod demo;
pub mod draft;
pub mod import;
mod look_back;
pub mod pack;
pub mod release;
mod results;
pub mod screen;
pub mod which;
