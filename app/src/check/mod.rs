//! The self-check on the server: its books, and the route for browsers without the island.

pub mod books;
pub mod index;
