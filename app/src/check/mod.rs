//! The self-check on the server: the route for browsers without the island.

pub mod index;
pub mod replay;
