//! What every page shares: who asks in which language, how a page becomes HTML, how it is kept.

pub mod assets;
pub mod bench;
pub mod clock;
pub mod error;
pub mod former;
pub mod guard;
pub mod kept;
pub mod language;
pub mod page;
pub mod pin;
pub mod portal;
pub mod reading;
pub mod sent;
mod shell;
pub mod text_size;
pub mod visit;
pub mod words;
