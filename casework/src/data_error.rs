//! What can be wrong with a data file of this crate: the fault of whoever edited it.

use jiff::civil::Date;
use thiserror::Error;

/// Why a data file cannot be used.
#[derive(Debug, Error)]
pub enum DataError {
    #[error("read the data file")]
    Toml(#[from] toml::de::Error),
    #[error("{day} is listed under the year {year}")]
    DayOfAnotherYear { year: i16, day: Date },
}
