//! Top-down additive random rounding: the totals first, then the classes of each place within the
//! rounded total of each place and the rounded classes of the place above.

pub(crate) mod cell;
pub(crate) mod earlier;
pub(crate) mod single;
pub(crate) mod split;
pub(crate) mod table;
mod transport;
