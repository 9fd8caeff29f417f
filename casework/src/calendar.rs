//! China's working days, holidays and the weekends worked for them included (调休).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use crate::data_error::DataError;
use crate::days::{Day, Days};

const WORKDAYS: &str = include_str!("../../data/casework/workdays.toml");

/// The years whose holidays are known. Any other year is counted Monday to Friday, an estimate.
///
/// ```
/// use casework::calendar::Calendar;
/// use jiff::civil::date;
///
/// let calendar = Calendar::built_in();
///
/// assert!(!calendar.is_working_day(date(2026, 10, 1))); // a Thursday, National Day
/// assert!(calendar.is_working_day(date(2026, 10, 10))); // a Saturday, worked instead
/// assert_eq!(calendar.add_working_days(date(2026, 9, 30), 3), date(2026, 10, 10));
/// assert!(!calendar.is_known(date(2031, 1, 1)));
/// ```
#[derive(Clone, Debug)]
pub struct Calendar(BTreeMap<i16, Year>);

/// One year's notice of the General Office of the State Council.
#[derive(Clone, Debug)]
pub struct Year {
    pub title: String,
    /// The number of the notice, `国办发明电〔2025〕7号`.
    pub document: String,
    pub issued_on: Date,
    off: BTreeSet<Date>,
    work: BTreeSet<Date>,
}

impl Calendar {
    /// The calendar that this build carries, `data/casework/workdays.toml`.
    pub fn built_in() -> Self {
        Self::parse(WORKDAYS).expect("a test reads the calendar that is built in")
    }

    /// Reads a calendar file. Wrong is a file of another shape, or a day listed under a year
    /// that it does not lie in.
    pub fn parse(toml: &str) -> Result<Self, DataError> {
        let file: CalendarFile = toml::from_str(toml)?;
        file.year
            .into_iter()
            .map(|it| Ok((it.year, it.read()?)))
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Whether the holidays of the day's year are known. If not, answers about it are estimates.
    pub fn is_known(&self, day: Date) -> bool {
        self.0.contains_key(&day.year())
    }

    /// The notice that a year's days come from.
    pub fn year(&self, year: i16) -> Option<&Year> {
        self.0.get(&year)
    }

    /// Whether offices work on that day.
    pub fn is_working_day(&self, day: Date) -> bool {
        let is_weekday = !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        match self.0.get(&day.year()) {
            Some(year) => year.work.contains(&day) || is_weekday && !year.off.contains(&day),
            None => is_weekday,
        }
    }

    /// The `n`th working day after `from`: day 1 is the next working day, `n` = 0 is `from`
    /// itself, worked or not.
    pub fn add_working_days(&self, from: Date, n: u32) -> Date {
        let mut day = from;
        for _ in 0..n {
            day = self.next_working_day(day);
        }
        day
    }

    /// How many working days are left until `due`, today not counted, `due` counted; negative
    /// when `due` is past: -1 on the first working day after it.
    ///
    /// ```
    /// use casework::calendar::Calendar;
    /// use jiff::civil::date;
    ///
    /// let calendar = Calendar::built_in();
    ///
    /// assert_eq!(calendar.working_days_between(date(2026, 11, 20), date(2026, 11, 24)), 2);
    /// assert_eq!(calendar.working_days_between(date(2026, 11, 24), date(2026, 11, 20)), -2);
    /// ```
    pub fn working_days_between(&self, today: Date, due: Date) -> i32 {
        if today <= due { self.count(today, due) } else { -self.count(due, today) }
    }

    /// Working days after `from` up to and with `to`.
    fn count(&self, from: Date, to: Date) -> i32 {
        let mut n = 0;
        let mut day = from;
        while day < to {
            day = day.saturating_add(jiff::Span::new().days(1));
            n += i32::from(self.is_working_day(day));
        }
        n
    }

    fn next_working_day(&self, from: Date) -> Date {
        let mut day = from;
        while let Ok(next) = day.tomorrow() {
            day = next;
            if self.is_working_day(day) {
                break;
            }
        }
        day
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    #[serde(default)]
    year: Vec<YearInFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct YearInFile {
    year: i16,
    title: String,
    document: String,
    issued: Day,
    off: Vec<Days>,
    work: Vec<Day>,
}

impl YearInFile {
    fn read(self) -> Result<Year, DataError> {
        let off: BTreeSet<_> = self.off.into_iter().flat_map(Days::each).collect();
        let work: BTreeSet<_> = self.work.into_iter().map(|it| it.0).collect();
        match off.union(&work).find(|it| it.year() != self.year) {
            Some(day) => Err(DataError::DayOfAnotherYear { year: self.year, day: *day }),
            None => Ok(Year {
                title: self.title,
                document: self.document,
                issued_on: self.issued.0,
                off,
                work,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn counting_undoes_adding(offset in 0..2_000_i64, n in 0..300_u32) {
            let calendar = Calendar::built_in();
            let from = date(2024, 6, 1).saturating_add(jiff::Span::new().days(offset));
            let due = calendar.add_working_days(from, n);
            let n = i32::try_from(n).unwrap();

            prop_assert_eq!(calendar.working_days_between(from, due), n);
            prop_assert_eq!(calendar.working_days_between(due, from), -n);
            prop_assert!(n == 0 || calendar.is_working_day(due));
        }
    }

    #[test]
    fn each_year_has_the_holidays_that_its_notice_counts() {
        let calendar = Calendar::built_in();
        let n_off = |year: i16| calendar.year(year).unwrap().off.len();

        assert_eq!(n_off(2025), 1 + 8 + 3 + 5 + 3 + 8);
        assert_eq!(n_off(2026), 3 + 9 + 3 + 5 + 3 + 3 + 7);
    }

    #[test]
    fn days_worked_instead_are_weekend_days() {
        for year in Calendar::built_in().0.values() {
            for day in &year.work {
                assert!(matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday), "{day}");
            }
        }
    }

    #[test]
    fn each_year_has_as_many_working_days_as_the_law_leaves() {
        let calendar = Calendar::built_in();

        // 365 days, 104 or 105 weekend days, 13 holidays by the rules of November 2024.
        assert_eq!(calendar.working_days_between(date(2024, 12, 31), date(2025, 12, 31)), 248);
        assert_eq!(calendar.working_days_between(date(2025, 12, 31), date(2026, 12, 31)), 248);
    }

    #[test]
    fn a_year_without_a_notice_is_counted_monday_to_friday() {
        let calendar = Calendar::built_in();

        assert!(!calendar.is_known(date(2031, 10, 1)));
        assert!(calendar.is_working_day(date(2031, 10, 1)));
        assert!(!calendar.is_working_day(date(2031, 10, 4)));
    }

    #[test]
    fn the_last_day_there_is_ends_the_count() {
        let calendar = Calendar::built_in();

        assert_eq!(calendar.add_working_days(date(9999, 12, 30), 9), Date::MAX);
    }

    #[test]
    fn a_day_under_the_wrong_year_is_refused() {
        let file = "[[year]]\nyear = 2026\ntitle = ''\ndocument = ''\nissued = '2025-11-04'\n\
                    off = ['2026-12-31/2027-01-01']\nwork = []";

        assert!(matches!(
            Calendar::parse(file),
            Err(DataError::DayOfAnotherYear { year: 2026, .. })
        ));
        assert!(matches!(Calendar::parse("year = 1"), Err(DataError::Toml(_))));
    }
}
