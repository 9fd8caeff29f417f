//! Days as text (`YYYY-MM-DD`): whether they are days, and which comes next.

/// The day after, if the text is a day of the calendar.
///
/// ```
/// use eligibility::source::next_day;
/// assert_eq!(next_day("2024-02-28").as_deref(), Some("2024-02-29"));
/// assert_eq!(next_day("2026-12-31").as_deref(), Some("2027-01-01"));
/// assert_eq!(next_day("2026-02-30"), None);
/// ```
pub fn next_day(day: &str) -> Option<String> {
    let (year, month, day) = parts(day)?;
    let (year, month, day) = if day < days_of(year, month) {
        (year, month, day + 1)
    } else if month < 12 {
        (year, month + 1, 1)
    } else {
        (year + 1, 1, 1)
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// Whether the text is a day of the calendar.
pub fn is_day(text: &str) -> bool {
    parts(text).is_some()
}

fn parts(text: &str) -> Option<(u32, u32, u32)> {
    let number = |it: &str| it.bytes().all(|it| it.is_ascii_digit()).then(|| it.parse().ok())?;
    if text.len() != 10 || !text.is_ascii() || &text[4..5] != "-" || &text[7..8] != "-" {
        return None;
    }
    let (year, month, day) = (number(&text[..4])?, number(&text[5..7])?, number(&text[8..])?);
    ((1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day))
        .then_some((year, month, day))
}

fn days_of(year: u32, month: u32) -> u32 {
    let is_leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(is_leap),
        _ => 31,
    }
}
