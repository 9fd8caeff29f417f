//! The parts of a page that move. The only interface code compiled twice: rendered on the server,
//! and brought to life in the browser. Its screens are HTML text; see `check/island.rs` for why.

pub mod check;
pub mod figures;
