//! Turns exact household counts into numbers that may be published. Pure: no I/O, no clock, no words.
//!
//! Every leaf cell (a village's class) becomes a multiple of five; every cell above is the sum of
//! the rounded cells below it, and every total the sum of the rounded cells of its table. So the
//! published tables add up everywhere, and no exact count can be had by adding or subtracting.
//!
//! This is the first form. Its known limit: the rounding is deterministic and to the nearest, so
//! whoever knows the rule knows each leaf of [`protect`] to within two households, and small classes
//! drift at higher levels, because many villages' ones and twos all become zero. Keyed random
//! rounding from the top down takes its place later.

mod problem;
pub mod published;
pub mod reconcile;
mod round;
mod tree;

pub use problem::Problem;
pub use round::{round_cells, round_to_base_5, round_within_total};
pub use tree::{Leaf, Place, Table, Tables, protect, protect_sharing_totals};
