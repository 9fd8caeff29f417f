//! Turns exact household counts into numbers that may be published. Pure: no I/O, no clock, no words.
//!
//! # How
//!
//! [`protect()`] uses up a [`Register`] and gives a [`Protected`]: every count a multiple of five, the
//! totals rounded first from the top down, then the classes of every table within them. Parts add up
//! at every place and in every table, and all tables of households have one total. Up or down is
//! drawn with a secret [`Key`], the chance of going up being the remainder by five; what the last
//! release published stays while it is still next to the new count. Villages with fewer than ten
//! households are counted together ([`units`]); where nearly all of a unit share one private class,
//! its table is hidden ([`group`]). Sums of money paid to households follow rules of their own
//! ([`dominance`]), shares and means come from published counts ([`share`], [`mean_yuan`]), and
//! [`gate`] attacks everything that the public sees before it is published.
//!
//! # What an attacker can learn
//!
//! Of every count its [`window()`]: the published number and usually four, at most nine, to either
//! side ([`USUAL`], [`MOST`]). Adding, subtracting and comparing tables, places and classes does not
//! narrow it: whoever adds up to four to one village and everything above it, or takes that away,
//! stays in every window and in every sum. So each count keeps at least five candidates, zero among
//! them wherever 0 is published. That a unit stands alone tells that it has ten households or more,
//! and that it is joined, that one of it had fewer; both are within the windows.
//!
//! He can also learn which values are likelier than others: this hides values, it is not differential
//! privacy. Where a class is large, he learns that it is. And that a table is hidden tells that some
//! class is frequent there, or in a neighbour.
//!
//! # What he cannot, and on what it rests
//!
//! He cannot tell one household's answer, nor, where 0 is published, none from a few, as long as four
//! things hold. No exact count of the same universe is published anywhere: [`gate`] looks for
//! it. The key stays secret and the same: two keys round one count twice. Every release is built upon
//! the last. And he does not know the other households already: to who knows all of a village but
//! one, a changed number may tell the last.
//!
//! The windows hold for each place that is protected on its own ([`Place::is_root`]) and for all in
//! it. The sum of several such places can be as far off as all of them together, and so gets none.

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
