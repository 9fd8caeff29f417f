//! How long a notice must hang, and whether objections are still in time.

use jiff::civil::Date;
use serde::Deserialize;

use crate::data_error::DataError;
use crate::law::Law;

const NOTICE_PERIODS: &str = include_str!("../../data/casework/notice_periods.toml");

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoticeKind {
    Project,
    Fund,
    /// Households to be monitored against return to poverty (监测对象).
    Monitor,
    Dibao,
    Tekun,
    /// Poor households, 2014 to 2020.
    PoorHousehold,
    /// Temporary assistance (临时救助).
    Linshi,
}

/// How long a kind of notice hangs, and by what rule.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeRule {
    kind: NoticeKind,
    /// Calendar days.
    pub days: u16,
    pub law: Law,
}

/// The rule of each kind of notice.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeRules {
    notice: Vec<NoticeRule>,
}

impl NoticeRules {
    /// The rules that this build carries, `data/casework/notice_periods.toml`.
    pub fn built_in() -> Self {
        Self::parse(NOTICE_PERIODS).expect("a test reads the notice periods that are built in")
    }

    /// Reads a file of rules.
    pub fn parse(toml: &str) -> Result<Self, DataError> {
        Ok(toml::from_str(toml)?)
    }

    /// The rule for a kind of notice, if the file has one.
    pub fn of(&self, kind: NoticeKind) -> Option<&NoticeRule> {
        self.notice.iter().find(|it| it.kind == kind)
    }
}

/// The days during which one notice hangs. Day 1 is the day after posting; a last day on a
/// holiday is not moved. A notice taken down early is posted anew, with a new period.
///
/// ```
/// use casework::notice_period::{NoticePeriod, NoticeState};
/// use jiff::civil::date;
///
/// let period = NoticePeriod::new(date(2026, 11, 20), 5);
///
/// assert_eq!(period.last_day(), date(2026, 11, 25));
/// assert_eq!(period.state(date(2026, 11, 20)), NoticeState::NotBegun);
/// assert_eq!(period.state(date(2026, 11, 21)), NoticeState::Open { days_left: 5 });
/// assert_eq!(period.state(date(2026, 11, 25)), NoticeState::Open { days_left: 1 });
/// assert_eq!(period.state(date(2026, 11, 26)), NoticeState::Ended);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoticePeriod {
    posted_on: Date,
    days: u16,
}

/// Where in its period a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeState {
    /// Posted today or later: the first day is still to come. Objections are taken all the same.
    NotBegun,
    /// Objections are in time on this day and `days_left` - 1 more.
    Open {
        days_left: u16,
    },
    Ended,
}

impl NoticePeriod {
    /// A period of `days` calendar days after the day of posting.
    pub fn new(posted_on: Date, days: u16) -> Self {
        Self { posted_on, days }
    }

    /// The last day on which an objection is in time.
    pub fn last_day(&self) -> Date {
        self.posted_on.saturating_add(jiff::Span::new().days(self.days))
    }

    /// Days of the period not yet over, today included: all before it begins, 0 after its end.
    pub fn days_left(&self, today: Date) -> u16 {
        let until_end = (self.last_day() - today).get_days() + 1;
        u16::try_from(until_end.clamp(0, i32::from(self.days))).unwrap_or(self.days)
    }

    /// Where in the period a day lies.
    pub fn state(&self, today: Date) -> NoticeState {
        if today <= self.posted_on {
            return NoticeState::NotBegun;
        }
        match self.days_left(today) {
            0 => NoticeState::Ended,
            days_left => NoticeState::Open { days_left },
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
        fn a_notice_is_open_on_exactly_as_many_days_as_it_must_hang(days in 1..60_u16) {
            let posted_on = date(2026, 2, 10);
            let period = NoticePeriod::new(posted_on, days);

            let n_open = posted_on
                .series(jiff::Span::new().days(1))
                .take(100)
                .filter(|it| matches!(period.state(*it), NoticeState::Open { .. }))
                .count();

            prop_assert_eq!(n_open, usize::from(days));
        }
    }

    #[test]
    fn every_kind_of_notice_has_its_rule() {
        let rules = NoticeRules::built_in();

        for (kind, days) in [
            (NoticeKind::Project, 10),
            (NoticeKind::Fund, 10),
            (NoticeKind::Monitor, 5),
            (NoticeKind::Dibao, 7),
            (NoticeKind::Tekun, 7),
            (NoticeKind::PoorHousehold, 7),
            (NoticeKind::Linshi, 5),
        ] {
            assert_eq!(rules.of(kind).map(|it| it.days), Some(days), "{kind:?}");
        }
    }

    #[test]
    fn before_it_begins_all_days_are_left_and_after_its_end_none() {
        let period = NoticePeriod::new(date(2026, 11, 20), 7);

        assert_eq!(period.days_left(date(2026, 1, 1)), 7);
        assert_eq!(period.days_left(date(2027, 1, 1)), 0);
    }
}
