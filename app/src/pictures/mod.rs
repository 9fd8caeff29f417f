//! Pictures of money, drawn on the server from the published numbers: where it comes from and goes to,
//! plan beside actual, and its way through time. Each has its table, in which every number of the
//! picture stands.
//!
//! `/pictures/{kind}/{code}.svg`, `.png`, `.csv`; `/embed/{kind}/{code}`; on pages
//! [`section::section`].

mod bars;
mod cell;
mod drawing;
mod embed;
mod layout;
mod line;
mod load;
mod picture;
mod places;
mod png;
mod sankey;
pub mod section;
mod serve;
mod stream;
mod table;

pub use embed::show as embed;
pub use load::Money;
pub use picture::{Kind, Picture};
pub use places::name as place_name;
pub use serve::file;
pub use table::Table;
