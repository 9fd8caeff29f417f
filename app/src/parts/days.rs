//! Days as people say them: 2026年11月22日, 22 November 2026.

use jiff::civil::Date;

use crate::site::language::Language;
use crate::site::visit::Visit;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub fn said(visit: &Visit, day: Date) -> String {
    said_in(visit.language(), day)
}

/// As [`said`], outside of a visit.
pub fn said_in(language: Language, day: Date) -> String {
    match language {
        Language::Chinese => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Language::English => {
            let month = MONTHS[usize::from(day.month().unsigned_abs()) - 1];
            format!("{} {month} {}", day.day(), day.year())
        }
    }
}

/// A stored day, `YYYY-MM-DD` or the beginning of an instant; shown as it is if it is none.
pub fn said_text(visit: &Visit, day: &str) -> String {
    parse(day).map_or_else(|| day.to_owned(), |day| said(visit, day))
}

/// The day of a stored text; an instant is one of UTC and counts by China's clock.
pub fn parse(text: &str) -> Option<Date> {
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return Some(crate::site::clock::day_in_china(at));
    }
    text.parse().ok()
}

/// The day that the release describes: what is late, is late on that day. Later than that nobody has
/// said anything about a project.
pub fn of_data(visit: &Visit) -> Date {
    let as_of = visit.release.as_ref().and_then(|it| parse(&it.as_of));
    as_of.unwrap_or(visit.today)
}
