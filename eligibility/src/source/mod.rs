//! Reads packs as people write them: TOML files whose rules are lines of text, and turns them into
//! the typed tree of [`Pack`](crate::Pack). Only tools and the server do this; the phone gets the
//! tree. `packs/README.md` describes the files and the language.

pub mod audit;
pub mod cases;
mod choice;
mod compile;
mod days;
pub mod difference;
mod expression;
mod frame;
mod library;
mod lines;
mod names;
mod number;
mod parameters;
mod problem;
mod programmes;
mod questions;
mod reach;
mod token;
mod units;

pub use compile::{Compiled, ParameterNote, Places};
pub use days::{is_day, next_day};
pub use frame::Document;
pub use library::{Head, Library, NotInForce};
pub use problem::{Problem, SourceError};

use names::Names;
