//! The clock: whether each place made public what the law wants, in time.

pub mod index;
pub mod kept;
mod lines;
pub mod notice;
pub mod place;
mod reading;
mod said;
pub mod strip;

use std::sync::LazyLock;

use casework::duty::Catalogue;

/// The catalogue of this build.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::built_in);
