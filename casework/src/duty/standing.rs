//! Whether one thing was made public in time.

use jiff::Span;
use jiff::civil::Date;

use super::{Duty, Limit, LimitKind};
use crate::calendar::Calendar;
use crate::deadline::Unit;

/// What is known about one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Events {
    /// The day that the limit counts from; none if nobody recorded it.
    pub from: Option<Date>,
    pub done: Done,
}

/// When it was made public; of a posting that must hang for a time, its last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// There is nothing.
    Not,
    /// On that day, as recorded.
    On(Date),
    /// It was public on that day; nobody recorded whether it was so before.
    AtLatest(Date),
    /// It was made public; nobody recorded when.
    SomeDay,
}

/// Where one duty stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Made public in time; of a posting, it hung or will hang until `on`, long enough.
    OnTime {
        on: Date,
    },
    /// Made public `by` days after the last day, in the unit of the limit.
    Late {
        by: u32,
        on: Date,
    },
    /// A posting that ended, or is to end, `by` days before its full count.
    Short {
        by: u32,
        on: Date,
    },
    /// Not yet, and in time: `days` are left, today not counted, the last day `by` counted.
    DueIn {
        days: u32,
        by: Date,
    },
    /// There is nothing, and `since` was the last day.
    Missing {
        since: Date,
    },
    Unknown(Why),
}

/// Why nobody can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The day that the limit counts from was not recorded.
    NoBeginning,
    /// The day of publication was not recorded.
    NoDay,
    /// It hangs on the holidays of a year whose calendar is not at hand.
    NoCalendar,
}

/// The longest run of working days that the holidays of a year take away, all in one go: an
/// estimate without holidays is at most this much too early.
const HOLIDAYS: u32 = 8;

/// Where a duty stands on a day.
///
/// ```
/// use casework::calendar::Calendar;
/// use casework::duty::{Catalogue, Done, Events, Standing, standing};
/// use jiff::civil::date;
///
/// let catalogue = Catalogue::built_in();
/// let fund_result = catalogue.of("fund_result").unwrap();
/// let from = Some(date(2026, 9, 21)); // the 15th working day after it is 19 October
/// let calendar = Calendar::built_in();
/// let on = |done, today| standing(fund_result, Events { from, done }, today, &calendar);
///
/// let day = date(2026, 10, 19);
/// assert_eq!(on(Done::On(day), day), Standing::OnTime { on: day });
/// assert_eq!(on(Done::Not, date(2026, 10, 16)), Standing::DueIn { days: 1, by: day });
/// assert_eq!(on(Done::Not, date(2026, 10, 20)), Standing::Missing { since: day });
/// ```
pub fn standing(duty: &Duty, events: Events, today: Date, calendar: &Calendar) -> Standing {
    let Some(from) = events.from else { return Standing::Unknown(Why::NoBeginning) };
    if duty.limit.kind == LimitKind::Count {
        return full_count(duty.limit, from, events.done);
    }
    let due = Due::of(duty.limit, from, calendar);
    match events.done {
        Done::On(on) | Done::AtLatest(on) if on <= due.on => Standing::OnTime { on },
        Done::On(on) => due.sure(on, calendar, |by| Standing::Late { by, on }),
        Done::AtLatest(_) | Done::SomeDay => Standing::Unknown(Why::NoDay),
        Done::Not if today <= due.on => {
            Standing::DueIn { days: due.days_after(today, calendar).unsigned_abs(), by: due.on }
        }
        Done::Not => due.sure(today, calendar, |_| Standing::Missing { since: due.on }),
    }
}

/// A posting: `from` is the day it was put up, what is done its last day.
fn full_count(limit: Limit, from: Date, done: Done) -> Standing {
    let due = from.saturating_add(Span::new().days(limit.days));
    match done {
        Done::On(on) if due <= on => Standing::OnTime { on },
        Done::On(on) => Standing::Short { by: (due - on).get_days().unsigned_abs(), on },
        Done::Not | Done::AtLatest(_) | Done::SomeDay => Standing::Unknown(Why::NoDay),
    }
}

/// The last day.
struct Due {
    on: Date,
    unit: Unit,
    is_estimate: bool,
}

impl Due {
    fn of(limit: Limit, from: Date, calendar: &Calendar) -> Self {
        let Limit { kind, days, unit, .. } = limit;
        let (on, is_estimate) = match (kind, unit) {
            // Neither the day of posting nor that of the event counts.
            (LimitKind::Before, _) => {
                (from.saturating_sub(Span::new().days(i64::from(days) + 1)), false)
            }
            (_, Unit::Calendar) => (from.saturating_add(Span::new().days(days)), false),
            (_, Unit::Working) => {
                let on = calendar.add_working_days(from, days);
                (on, !(calendar.is_known(from) && calendar.is_known(on)))
            }
        };
        Self { on, unit, is_estimate }
    }

    /// How many days a day lies after the last one; negative before it.
    fn days_after(&self, day: Date, calendar: &Calendar) -> i32 {
        -self.unit.days_between(day, self.on, calendar)
    }

    /// What is to be said of a day after the last one, unless unknown holidays may excuse it.
    fn sure(&self, day: Date, calendar: &Calendar, said: impl FnOnce(u32) -> Standing) -> Standing {
        // A weekend after the last day is no working day, but it is after it.
        let by = self.days_after(day, calendar).unsigned_abs().max(1);
        if self.is_estimate && by <= HOLIDAYS {
            return Standing::Unknown(Why::NoCalendar);
        }
        said(by)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;
    use crate::duty::Catalogue;

    fn of(id: &str, from: Option<Date>, done: Done, today: Date) -> Standing {
        let catalogue = Catalogue::built_in();
        standing(catalogue.of(id).unwrap(), Events { from, done }, today, &Calendar::built_in())
    }

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn an_allocation_made_public_on_the_sixteenth_working_day_is_a_day_late() {
        let from = Some(date(2026, 3, 2));

        let last = Done::On(date(2026, 3, 23));
        assert_eq!(
            of("fund_result", from, last, TODAY),
            Standing::OnTime { on: date(2026, 3, 23) }
        );
        let next = Done::On(date(2026, 3, 24));
        let late = Standing::Late { by: 1, on: date(2026, 3, 24) };
        assert_eq!(of("fund_result", from, next, TODAY), late);
    }

    #[test]
    fn what_was_public_by_a_day_is_on_time_or_nobody_can_tell() {
        let from = Some(date(2026, 3, 2));

        let early = Done::AtLatest(date(2026, 3, 20));
        assert_eq!(
            of("fund_result", from, early, TODAY),
            Standing::OnTime { on: date(2026, 3, 20) }
        );
        let after = Done::AtLatest(date(2026, 10, 15));
        assert_eq!(of("fund_result", from, after, TODAY), Standing::Unknown(Why::NoDay));
        assert_eq!(of("fund_result", from, Done::SomeDay, TODAY), Standing::Unknown(Why::NoDay));
    }

    #[test]
    fn without_the_day_it_counts_from_nobody_can_tell() {
        let on = Done::On(date(2026, 3, 20));

        assert_eq!(of("library", None, on, TODAY), Standing::Unknown(Why::NoBeginning));
        assert_eq!(of("library", None, Done::Not, TODAY), Standing::Unknown(Why::NoBeginning));
    }

    #[test]
    fn ten_full_days_lie_between_a_notice_and_the_first_day_of_work() {
        let start = Some(date(2026, 6, 12));

        let last = date(2026, 6, 1);
        assert_eq!(of("before_start", start, Done::On(last), TODAY), Standing::OnTime { on: last });
        let next = date(2026, 6, 2);
        let late = Standing::Late { by: 1, on: next };
        assert_eq!(of("before_start", start, Done::On(next), TODAY), late);
        let missing = Standing::Missing { since: last };
        assert_eq!(of("before_start", start, Done::Not, TODAY), missing);
    }

    #[test]
    fn a_posting_that_ends_before_its_full_count_is_too_short() {
        let posted = Some(date(2026, 11, 20));

        let full = date(2026, 11, 27);
        assert_eq!(
            of("dibao_notice", posted, Done::On(full), TODAY),
            Standing::OnTime { on: full }
        );
        let short = date(2026, 11, 25);
        let said = Standing::Short { by: 2, on: short };
        assert_eq!(of("dibao_notice", posted, Done::On(short), TODAY), said);
    }

    #[test]
    fn a_few_days_late_in_a_year_without_a_calendar_may_be_holidays() {
        let from = Some(date(2023, 9, 20));

        let close = Done::On(date(2023, 10, 18));
        assert_eq!(of("fund_result", from, close, TODAY), Standing::Unknown(Why::NoCalendar));
        let far = Done::On(date(2023, 12, 18));
        assert!(matches!(of("fund_result", from, far, TODAY), Standing::Late { by: 9.., .. }));
    }

    #[test]
    fn a_weekend_after_the_last_day_is_late_all_the_same() {
        let from = Some(date(2026, 3, 6));

        let saturday = Done::On(date(2026, 3, 28));
        assert!(matches!(of("fund_result", from, saturday, TODAY), Standing::Late { by: 1, .. }));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_never_done_is_due_until_its_last_day_and_missing_ever_after(
            offset in 0..400_i64, later in 0..200_i64,
        ) {
            let from = date(2025, 2, 10).saturating_add(Span::new().days(offset));
            let today = from.saturating_add(Span::new().days(later));
            match of("library", Some(from), Done::Not, today) {
                Standing::DueIn { by, days } => {
                    prop_assert!(today <= by && i64::from(days) <= 20);
                    prop_assert_eq!(of("library", Some(from), Done::On(by), today), Standing::OnTime { on: by });
                }
                Standing::Missing { since } => prop_assert!(since < today),
                other => prop_assert!(false, "{other:?}"),
            }
        }

        #[test]
        fn the_later_it_is_done_the_later_it_is(offset in 0..400_i64, one in 0..90_i64, more in 0..90_i64) {
            let from = date(2025, 2, 10).saturating_add(Span::new().days(offset));
            let by = |days: i64| {
                let on = from.saturating_add(Span::new().days(days));
                match of("fund_result", Some(from), Done::On(on), on) {
                    Standing::OnTime { .. } => 0,
                    Standing::Late { by, .. } => by,
                    other => panic!("{other:?}"),
                }
            };
            prop_assert!(by(one) <= by(one + more));
        }
    }
}
