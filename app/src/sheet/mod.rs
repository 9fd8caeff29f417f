//! A village's notice on one sheet of A4, for the board: as a page to print, and as PDF.

mod content;
mod fit;
pub mod font;
mod layout;
pub mod page;
pub mod pdf;
