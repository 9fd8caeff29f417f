//! From the draft to a published release: put together, checked, written as files, published.

pub mod assemble;
pub mod build;
pub mod fault;
pub mod files;
pub mod gate;
pub mod intake_to_draft;
pub mod photos;
pub mod preview;
pub mod told;
pub mod verify;
