//! The rules as the portal uses them: which packs there are, their words, and the self-check's books.

pub mod books;
pub mod library;
pub mod places;
pub mod why;
pub mod words;

pub use islands::check::RuleWords;
pub use islands::figures::grouped;
