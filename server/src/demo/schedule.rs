//! When a made-up project was planned to run, when it ran, and how far it is on the day of the data.

use jiff::{
    Span,
    civil::{Date, date},
};

use super::{AS_OF, chance::Chance};

pub struct Schedule {
    pub stage: &'static str,
    pub planned_start_on: Date,
    pub planned_end_on: Date,
    pub actual_start_on: Option<Date>,
    pub actual_end_on: Option<Date>,
    pub accepted_on: Option<Date>,
}

impl Schedule {
    /// Planned within the year; three in twenty end early, about one in four late.
    pub fn of(year: i16, n_months: u32, chance: &mut Chance) -> Self {
        let last_month = if year == AS_OF.year() { 12 } else { 6 };
        let month = i8::try_from(chance.within(2, last_month)).expect("a month");
        let day = i8::try_from(chance.within(1, 28)).expect("a day");
        let planned_start_on = date(year, month, day);
        let n_days = i64::from(n_months) * 30 + i64::from(chance.below(20));
        let planned_end_on = days_after(planned_start_on, n_days);

        let delay = if chance.percent(12) { chance.within(30, 90) } else { chance.below(12) };
        let start = days_after(planned_start_on, i64::from(delay));
        let shift = match chance.below(100) {
            0..15 => -i64::from(chance.within(8, 30)),
            15..78 => -i64::from(delay).min(n_days / 2) - i64::from(chance.below(6)),
            _ => i64::from(chance.within(15, 150)),
        };
        let end = days_after(start, n_days + shift);
        let accepted_on = days_after(end, i64::from(chance.within(20, 80)));
        let stage = if start > AS_OF {
            if chance.percent(55) { "approved" } else { "listed" }
        } else if end > AS_OF {
            "building"
        } else if accepted_on > AS_OF {
            "finished"
        } else {
            "accepted"
        };
        Self {
            stage,
            planned_start_on,
            planned_end_on,
            actual_start_on: (start <= AS_OF).then_some(start),
            actual_end_on: (end <= AS_OF).then_some(end),
            accepted_on: (accepted_on <= AS_OF).then_some(accepted_on),
        }
    }

    /// Whether it ended, or has not yet ended or begun, later than planned.
    pub fn is_late(&self) -> bool {
        self.actual_end_on.unwrap_or(AS_OF) > self.planned_end_on
            || self.actual_start_on.is_none() && self.planned_start_on < AS_OF
    }
}

pub fn days_after(day: Date, n_days: i64) -> Date {
    day.saturating_add(Span::new().days(n_days))
}
