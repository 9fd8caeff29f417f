//! The one place that knows what time it is. Tests set it.

use jiff::civil::Date;
use jiff::{Timestamp, tz::Offset};

/// A clock on the wall, or one that stands still.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    Real,
    Fixed(Timestamp),
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock that the others ask")]
    pub fn now(self) -> Timestamp {
        match self {
            Self::Real => Timestamp::now(),
            Self::Fixed(at) => at,
        }
    }

    /// Today in China.
    pub fn today(self) -> Date {
        day_in_china(self.now())
    }
}

/// China keeps one time, eight hours before UTC, all year.
pub fn day_in_china(at: Timestamp) -> Date {
    Offset::constant(8).to_datetime(at).date()
}

/// As stored: RFC 3339 in UTC with milliseconds, so that the order of texts is the order of times.
pub fn stored(at: Timestamp) -> String {
    format!("{at:.3}")
}
