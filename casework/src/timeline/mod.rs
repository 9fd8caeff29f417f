//! Where a case stands: the line from its filing to its end, with the day each step was or is due.

use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::deadline::{CaseDeadlines, Deadline, DueDay, Unit};
use crate::steps::{Stage, Step};

/// A step that a case has taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event<S> {
    pub step: S,
    pub on: Date,
}

/// One line of the timeline.
#[derive(Clone, Debug)]
pub struct TimelineEntry<'d, S> {
    pub stage: Stage,
    pub state: State<S>,
    /// The limit that set the day, with its law.
    pub deadline: Option<&'d Deadline>,
    /// The due day is counted through a year whose holidays are not announced yet.
    pub is_estimate: bool,
}

/// How far a line of the timeline is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State<S> {
    /// Taken on that day, in time or not; in time too where no limit is known.
    Done { step: S, on: Date, is_late: bool },
    /// What is expected next, by a day where the law sets one.
    Now { due: Option<Due> },
    /// Not taken, though its day is past: at least one day late.
    Late { due_on: Date, days_late: u32, unit: Unit },
    /// Comes after what is expected next.
    Ahead { due_on: Option<Date> },
}

/// The day by which the next step is due, and how far off it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub on: Date,
    /// Days of `unit` after today until and with that day; 0 on the day itself.
    pub days_left: u32,
    pub unit: Unit,
}

impl<S: Step> TimelineEntry<'_, S> {
    /// The code for the words of the line: of the step once taken (`decided_granted`), before
    /// that of the stage (`decided`).
    pub fn code(&self) -> &'static str {
        match self.state {
            State::Done { step, .. } => step.code(),
            _ => self.stage.code(),
        }
    }
}

/// The line of a case as it stands `today`: what was done, what is expected, what lies ahead.
///
/// `events` are in the order they happened; the filing may be the first of them or missing. A
/// limit begins once the step it counts from was taken. The earliest of several limits counts.
/// A complaint that was reopened counts anew from there.
///
/// ```
/// use casework::calendar::Calendar;
/// use casework::deadline::{Deadlines, Unit};
/// use casework::steps::ComplaintStep;
/// use casework::timeline::{Due, Event, State, timeline};
/// use jiff::civil::date;
///
/// let (calendar, deadlines) = (Calendar::built_in(), Deadlines::built_in());
/// let filed_on = date(2026, 11, 2);
/// let no_events: [Event<ComplaintStep>; 0] = [];
///
/// let of_case = deadlines.of_complaint(filed_on);
/// let line = timeline(filed_on, &no_events, date(2026, 11, 10), &calendar, &of_case);
///
/// let due = Due { on: date(2026, 11, 17), days_left: 7, unit: Unit::Calendar };
/// assert_eq!(line[1].state, State::Now { due: Some(due) });
/// assert_eq!(line[1].deadline.unwrap().law.article.as_deref(), Some("22, 23"));
/// ```
pub fn timeline<'d, S: Step>(
    filed_on: Date,
    events: &[Event<S>],
    today: Date,
    calendar: &Calendar,
    deadlines: &CaseDeadlines<'d>,
) -> Vec<TimelineEntry<'d, S>> {
    let is_filing = |it: &Event<S>| it.step.stage() == Stage::Filed;
    let mut taken = vec![Event { step: S::FILED, on: filed_on }];
    taken.extend(events.iter().filter(|it| !is_filing(it)));
    let last = taken.last().map_or(S::FILED, |it| it.step);

    let done = taken.iter().enumerate().map(|(i, event)| {
        let limit = limit_on(event.step.stage(), &taken[..i], calendar, deadlines);
        let is_late = limit.is_some_and(|it| it.due.on < event.on);
        let state = State::Done { step: event.step, on: event.on, is_late };
        line_of(event.step.stage(), state, limit)
    });
    let pending = last.stages_ahead().iter().enumerate().map(|(i, stage)| {
        let limit = limit_on(*stage, &taken, calendar, deadlines);
        line_of(*stage, state_of_pending(i == 0, limit, today, calendar), limit)
    });
    done.chain(pending).collect()
}

/// A limit and the day it comes to in this case.
#[derive(Clone, Copy)]
struct Limit<'d> {
    deadline: &'d Deadline,
    due: DueDay,
}

/// The earliest limit on reaching `stage` after what was taken so far.
fn limit_on<'d, S: Step>(
    stage: Stage,
    taken: &[Event<S>],
    calendar: &Calendar,
    deadlines: &CaseDeadlines<'d>,
) -> Option<Limit<'d>> {
    let begin = taken.iter().rposition(|it| it.step.stage() == Stage::Reopened).unwrap_or(0);
    let round = &taken[begin..];
    let day_of = |stage| round.iter().rfind(|it| it.step.stage() == stage).map(|it| it.on);

    let ordinary = deadlines.on(stage).filter_map(|deadline| {
        let from = day_of(deadline.counts_from)?;
        Some(Limit { deadline, due: deadline.due(from, calendar) })
    });
    let extended = deadlines.on(stage).filter_map(|deadline| {
        day_of(Stage::Extended)?;
        let from = day_of(deadline.counts_from)?;
        Some(Limit { deadline, due: deadline.due_extended(from, calendar)? })
    });
    // An extension of the whole lifts the ordinary limits of its parts.
    extended.min_by_key(|it| it.due.on).or(ordinary.min_by_key(|it| it.due.on))
}

fn state_of_pending<S>(
    is_next: bool,
    limit: Option<Limit<'_>>,
    today: Date,
    calendar: &Calendar,
) -> State<S> {
    let Some(Limit { deadline, due }) = limit else {
        return if is_next { State::Now { due: None } } else { State::Ahead { due_on: None } };
    };
    let unit = deadline.unit;
    let n_days = unit.days_between(today, due.on, calendar).unsigned_abs();
    if due.on < today {
        // On the weekend after its day no working day has passed yet, and still it is late.
        State::Late { due_on: due.on, days_late: n_days.max(1), unit }
    } else if is_next {
        State::Now { due: Some(Due { on: due.on, days_left: n_days, unit }) }
    } else {
        State::Ahead { due_on: Some(due.on) }
    }
}

fn line_of<S>(at: Stage, state: State<S>, limit: Option<Limit<'_>>) -> TimelineEntry<'_, S> {
    TimelineEntry {
        stage: at,
        state,
        deadline: limit.map(|it| it.deadline),
        is_estimate: limit.is_some_and(|it| it.due.is_estimate),
    }
}

#[cfg(test)]
mod tests;
