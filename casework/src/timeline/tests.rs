//! The line of a case at its turns.

use jiff::civil::date;

use super::*;
use crate::deadline::Deadlines;
use crate::steps::{ApplicationStep, ComplaintStep, DeclineReason};

fn complaint(
    events: &[(ComplaintStep, Date)],
    today: Date,
) -> Vec<(&'static str, State<ComplaintStep>)> {
    let deadlines = Deadlines::built_in();
    let filed_on = date(2026, 3, 2);
    let events: Vec<_> = events.iter().map(|(step, on)| Event { step: *step, on: *on }).collect();
    let of_case = deadlines.of_complaint(filed_on);
    timeline(filed_on, &events, today, &Calendar::built_in(), &of_case)
        .iter()
        .map(|it| (it.code(), it.state))
        .collect()
}

fn dibao(
    events: &[(ApplicationStep, Date)],
    today: Date,
) -> Vec<(&'static str, State<ApplicationStep>)> {
    let deadlines = Deadlines::built_in();
    let filed_on = date(2026, 3, 2);
    let events: Vec<_> = events.iter().map(|(step, on)| Event { step: *step, on: *on }).collect();
    let of_case = deadlines.of_application("dibao", filed_on);
    timeline(filed_on, &events, today, &Calendar::built_in(), &of_case)
        .iter()
        .map(|it| (it.code(), it.state))
        .collect()
}

#[test]
fn a_complaint_not_told_within_fifteen_days_is_late() {
    let line = complaint(&[], date(2026, 3, 18));

    let late = State::Late { due_on: date(2026, 3, 17), days_late: 1, unit: Unit::Calendar };
    assert_eq!(line[1], ("accepted", late));
    assert_eq!(line[3], ("answered", State::Ahead { due_on: None }));
}

#[test]
fn on_its_last_day_a_step_is_due_and_not_late() {
    let line = complaint(&[], date(2026, 3, 17));

    let due = Due { on: date(2026, 3, 17), days_left: 0, unit: Unit::Calendar };
    assert_eq!(line[1], ("accepted", State::Now { due: Some(due) }));
}

#[test]
fn a_step_taken_late_stays_marked_late() {
    let line = complaint(&[(ComplaintStep::Accepted, date(2026, 3, 20))], date(2026, 3, 20));

    let done = State::Done { step: ComplaintStep::Accepted, on: date(2026, 3, 20), is_late: true };
    assert_eq!(line[1], ("accepted", done));
}

#[test]
fn an_answer_that_is_late_shows_late_though_the_handling_never_began() {
    let line = complaint(&[(ComplaintStep::Accepted, date(2026, 3, 3))], date(2026, 6, 1));

    assert_eq!(line[2], ("handling", State::Now { due: None }));
    assert!(matches!(line[3].1, State::Late { days_late: 30, .. }), "{:?}", line[3]);
}

#[test]
fn an_extension_moves_the_day_of_the_answer() {
    let events = [
        (ComplaintStep::Accepted, date(2026, 3, 3)),
        (ComplaintStep::Handling, date(2026, 3, 5)),
        (ComplaintStep::Extended, date(2026, 4, 30)),
    ];

    let line = complaint(&events, date(2026, 5, 10));

    let due = Due { on: date(2026, 6, 1), days_left: 22, unit: Unit::Calendar };
    assert_eq!(line[4], ("answered", State::Now { due: Some(due) }));
}

#[test]
fn a_reopened_complaint_counts_thirty_days_from_there() {
    let events = [
        (ComplaintStep::Accepted, date(2026, 3, 3)),
        (ComplaintStep::Handling, date(2026, 3, 5)),
        (ComplaintStep::Answered, date(2026, 3, 20)),
        (ComplaintStep::Reopened, date(2026, 4, 1)),
    ];

    let line = complaint(&events, date(2026, 4, 2));

    assert_eq!(line.len(), 7);
    assert_eq!(line[6], ("answered", State::Ahead { due_on: Some(date(2026, 5, 1)) }));
}

#[test]
fn nothing_is_expected_after_a_complaint_was_declined() {
    let declined = ComplaintStep::Declined(DeclineReason::NotOurs);

    let line = complaint(&[(declined, date(2026, 3, 5))], date(2026, 9, 1));

    let done = State::Done { step: declined, on: date(2026, 3, 5), is_late: false };
    assert_eq!(line[1..], [("declined_not_ours", done)]);
}

#[test]
fn the_filing_counts_once_whether_or_not_it_is_among_the_events() {
    let filed = (ComplaintStep::Filed, date(2026, 3, 2));

    assert_eq!(complaint(&[filed], date(2026, 3, 3)), complaint(&[], date(2026, 3, 3)));
}

#[test]
fn a_dibao_application_shows_the_visit_in_working_days_and_the_whole_ahead() {
    let line = dibao(&[(ApplicationStep::Accepted, date(2026, 3, 5))], date(2026, 3, 6));

    let codes: Vec<_> = line.iter().map(|it| it.0).collect();
    assert_eq!(
        codes,
        ["filed", "accepted", "visited", "appraised", "posted", "reviewed", "decided"]
    );
    let due = Due { on: date(2026, 3, 10), days_left: 2, unit: Unit::Working };
    assert_eq!(line[2].1, State::Now { due: Some(due) });
    assert_eq!(line[6].1, State::Ahead { due_on: Some(date(2026, 4, 17)) });
}

#[test]
fn of_two_limits_on_the_decision_the_earlier_day_counts() {
    let events = [
        (ApplicationStep::Accepted, date(2026, 3, 5)),
        (ApplicationStep::Visited, date(2026, 3, 9)),
        (ApplicationStep::Appraised, date(2026, 3, 10)),
        (ApplicationStep::Posted, date(2026, 3, 10)),
        (ApplicationStep::Reviewed, date(2026, 3, 18)),
    ];

    let line = dibao(&events, date(2026, 3, 18));

    let due = Due { on: date(2026, 4, 1), days_left: 10, unit: Unit::Working };
    assert_eq!(line[6], ("decided", State::Now { due: Some(due) }));
}

#[test]
fn an_extended_application_has_the_forty_five_days_of_the_whole() {
    let events = [
        (ApplicationStep::Accepted, date(2026, 3, 5)),
        (ApplicationStep::Reviewed, date(2026, 3, 18)),
        (ApplicationStep::Extended, date(2026, 4, 1)),
    ];

    let line = dibao(&events, date(2026, 4, 20));

    assert!(
        matches!(line[4].1, State::Now { due: Some(Due { on, .. }) } if on == date(2026, 5, 12)),
        "{:?}",
        line[4]
    );
}

#[test]
fn on_the_weekend_after_its_day_a_step_is_one_working_day_late() {
    let events = [(ApplicationStep::Accepted, date(2026, 3, 10))];

    let line = dibao(&events, date(2026, 3, 14));

    let late = State::Late { due_on: date(2026, 3, 13), days_late: 1, unit: Unit::Working };
    assert_eq!(line[2].1, late);
}

#[test]
fn a_programme_without_known_limits_promises_no_day() {
    let deadlines = Deadlines::built_in();
    let filed_on = date(2026, 3, 2);
    let of_case = deadlines.of_application("yulu", filed_on);
    let events: [Event<ApplicationStep>; 0] = [];

    let line = timeline(filed_on, &events, date(2027, 3, 2), &Calendar::built_in(), &of_case);

    assert_eq!(line[1].state, State::Now { due: None });
    assert!(line[2..].iter().all(|it| it.state == State::Ahead { due_on: None }));
}
