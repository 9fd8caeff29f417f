//! By when the law wants each step done. The limits are data with their source beside them.

use jiff::civil::Date;
use serde::Deserialize;

use crate::calendar::Calendar;
use crate::data_error::DataError;
use crate::days::Day;
use crate::law::Law;
use crate::steps::Stage;

const DEADLINES: &str = include_str!("../../data/casework/deadlines.toml");

/// All limits, of every kind of case.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadlines {
    version: String,
    deadline: Vec<Deadline>,
}

/// One limit: a stage must be reached within some days of another.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    subject: Subject,
    /// What must have happened by then.
    pub stage: Stage,
    /// The stage from whose day the days count; that day itself does not.
    pub counts_from: Stage,
    /// How many days, in `unit`.
    pub days: u32,
    /// How many in all once an extension was granted and told, if the law knows one.
    pub extended_days: Option<u32>,
    pub unit: Unit,
    valid_from: Option<Day>,
    valid_until: Option<Day>,
    pub law: Law,
}

/// What the days of a limit are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Every day counts. A last day on a holiday is not moved.
    Calendar,
    /// Only days on which offices work.
    Working,
}

/// A day by which something is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDay {
    pub on: Date,
    /// Counted through a year whose holidays are not announced yet.
    pub is_estimate: bool,
}

/// The limits that hold for one case.
#[derive(Clone, Debug)]
pub struct CaseDeadlines<'d>(Vec<&'d Deadline>);

/// The cases that a limit is for: complaints, or applications for one programme.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
enum Subject {
    Complaint,
    Application(String),
}

impl Deadlines {
    /// The limits that this build carries, `data/casework/deadlines.toml`.
    pub fn built_in() -> Self {
        Self::parse(DEADLINES).expect("a test reads the deadlines that are built in")
    }

    /// Reads a file of limits.
    pub fn parse(toml: &str) -> Result<Self, DataError> {
        Ok(toml::from_str(toml)?)
    }

    /// The version of the file, kept with each case, so that its limits cannot be bent later.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The limits of a complaint filed on that day.
    pub fn of_complaint(&self, filed_on: Date) -> CaseDeadlines<'_> {
        self.of(&Subject::Complaint, filed_on)
    }

    /// The limits of an application for a programme (`dibao`) filed on that day; none where the
    /// file knows none.
    pub fn of_application(&self, programme: &str, filed_on: Date) -> CaseDeadlines<'_> {
        self.of(&Subject::Application(programme.to_owned()), filed_on)
    }

    fn of(&self, subject: &Subject, filed_on: Date) -> CaseDeadlines<'_> {
        let limits = self.deadline.iter();
        CaseDeadlines(
            limits.filter(|it| it.subject == *subject && it.is_in_force(filed_on)).collect(),
        )
    }
}

impl<'d> CaseDeadlines<'d> {
    /// The limits on reaching a stage. There may be several: the earliest day counts.
    pub fn on(&self, stage: Stage) -> impl Iterator<Item = &'d Deadline> {
        self.0.iter().copied().filter(move |it| it.stage == stage)
    }
}

impl Deadline {
    /// The last day, counted from the day `from`.
    ///
    /// ```
    /// use casework::{calendar::Calendar, deadline::Deadlines, steps::Stage};
    /// use jiff::civil::date;
    ///
    /// let deadlines = Deadlines::built_in();
    /// let filed_on = date(2026, 11, 2);
    /// let complaint = deadlines.of_complaint(filed_on);
    /// let told = complaint.on(Stage::Accepted).next().unwrap();
    ///
    /// assert_eq!(told.due(filed_on, &Calendar::built_in()).on, date(2026, 11, 17));
    /// ```
    pub fn due(&self, from: Date, calendar: &Calendar) -> DueDay {
        self.after(self.days, from, calendar)
    }

    /// The last day with the extension, `None` where the law knows no extension.
    pub fn due_extended(&self, from: Date, calendar: &Calendar) -> Option<DueDay> {
        self.extended_days.map(|days| self.after(days, from, calendar))
    }

    fn after(&self, days: u32, from: Date, calendar: &Calendar) -> DueDay {
        match self.unit {
            Unit::Calendar => {
                DueDay { on: from.saturating_add(jiff::Span::new().days(days)), is_estimate: false }
            }
            Unit::Working => {
                let on = calendar.add_working_days(from, days);
                // Both ends are enough: no limit is longer than a year.
                DueDay { on, is_estimate: !(calendar.is_known(from) && calendar.is_known(on)) }
            }
        }
    }

    fn is_in_force(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|it| it.0 <= day)
            && self.valid_until.is_none_or(|it| day <= it.0)
    }
}

impl Unit {
    /// Days from `today` to `due`, negative when it is past.
    pub fn days_between(self, today: Date, due: Date, calendar: &Calendar) -> i32 {
        match self {
            Self::Calendar => (due - today).get_days(),
            Self::Working => calendar.working_days_between(today, due),
        }
    }
}

impl From<String> for Subject {
    fn from(text: String) -> Self {
        if text == "complaint" { Self::Complaint } else { Self::Application(text) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn due_of<'d>(case: &CaseDeadlines<'d>, stage: Stage, from: Stage) -> &'d Deadline {
        case.on(stage).find(|it| it.counts_from == from).unwrap()
    }

    #[test]
    fn a_complaint_is_answered_sixty_days_after_it_was_accepted_or_ninety_if_extended() {
        let deadlines = Deadlines::built_in();
        let calendar = Calendar::built_in();
        let complaint = deadlines.of_complaint(date(2026, 3, 1));
        let answer = due_of(&complaint, Stage::Answered, Stage::Accepted);

        assert_eq!(answer.due(date(2026, 3, 1), &calendar).on, date(2026, 4, 30));
        let extended = answer.due_extended(date(2026, 3, 1), &calendar).unwrap();
        assert_eq!(extended.on, date(2026, 5, 30));
        assert_eq!(answer.law.article.as_deref(), Some("34"));
    }

    #[test]
    fn a_dibao_decision_counts_only_working_days() {
        let deadlines = Deadlines::built_in();
        let calendar = Calendar::built_in();
        let case = deadlines.of_application("dibao", date(2026, 9, 21));
        let decision = due_of(&case, Stage::Decided, Stage::Reviewed);

        // 22 to 24 September, 28 to 30, then the holiday, then 8 to 10 October and 12.
        assert_eq!(decision.due(date(2026, 9, 21), &calendar).on, date(2026, 10, 12));
    }

    #[test]
    fn a_day_counted_into_an_unannounced_year_is_an_estimate() {
        let deadlines = Deadlines::built_in();
        let calendar = Calendar::built_in();
        let case = deadlines.of_application("dibao", date(2026, 12, 28));
        let decision = due_of(&case, Stage::Decided, Stage::Accepted);

        assert!(decision.due(date(2026, 12, 28), &calendar).is_estimate);
        assert!(!decision.due(date(2026, 6, 1), &calendar).is_estimate);
    }

    #[test]
    fn a_rule_does_not_bind_cases_filed_before_it_was_in_force() {
        let deadlines = Deadlines::built_in();

        assert_eq!(deadlines.of_complaint(date(2022, 4, 30)).on(Stage::Accepted).count(), 0);
        assert_eq!(deadlines.of_complaint(date(2022, 5, 1)).on(Stage::Accepted).count(), 1);
    }

    #[test]
    fn every_limit_is_for_a_known_case_and_no_longer_than_a_year() {
        for it in &Deadlines::built_in().deadline {
            let is_known = match &it.subject {
                Subject::Complaint => true,
                Subject::Application(it) => ["monitor", "dibao", "tekun"].contains(&it.as_str()),
            };
            assert!(is_known, "{:?}", it.subject);
            assert!(it.days < it.extended_days.unwrap_or(200), "{}", it.law.title);
        }
    }
}
