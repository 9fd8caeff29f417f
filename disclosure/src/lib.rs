//! Turns exact household counts into numbers that may be published. Pure: no I/O, no clock, no words.

pub mod chain;
pub mod classification;
mod derived;
pub mod difference;
pub mod dominance;
pub mod flags;
pub mod gate;
mod geography;
pub mod group;
mod key;
mod matrix;
mod problem;
mod protect;
mod protected;
pub mod published;
pub mod reconcile;
mod register;
mod rounding;
mod tree;
pub mod units;
mod window;

pub use classification::{ALL, Broad, CLASSIFICATIONS, Classification, Universe, classification};
pub use derived::{SMALLEST_BASE, SMALLEST_NUMBER, mean_yuan, share};
pub use geography::Place;
pub use key::Key;
pub use problem::{Problem, Problems};
pub use protect::protect;
pub use protected::Protected;
pub use register::{Register, Village};
pub use rounding::{earlier::Previous, single::protect_count};
pub use window::{MOST, USUAL, widest_window, window};
