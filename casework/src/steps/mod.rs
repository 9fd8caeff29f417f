//! What happens to a case, step by step, and what may happen next.

mod application;
mod complaint;

pub use application::ApplicationStep;
pub use complaint::{ComplaintStep, DeclineReason};
use serde::Deserialize;

/// A step of one kind of case. Both kinds are walked by the same timeline.
pub trait Step: Copy + Eq + 'static {
    /// Every step, for reading codes and for tests.
    const ALL: &'static [Self];

    /// The first step of every case.
    const FILED: Self;

    /// What may happen next, by whoever works the case; nothing after the last step.
    fn next(self) -> &'static [Self];

    /// The stable code, stored and sent: `decided_granted`.
    fn code(self) -> &'static str;

    /// The line of the timeline that the step fills.
    fn stage(self) -> Stage;

    /// The stages that usually follow, in order; empty once nothing is owed to the person.
    fn stages_ahead(self) -> &'static [Stage];

    /// Reads a code.
    fn parse(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.code() == code)
    }
}

/// A line of the timeline. Two outcomes of one decision share a stage, and its deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Filed,
    /// Taken up or declined: the person is told which.
    Accepted,
    /// At home, to verify (入户核实).
    Visited,
    /// By the villagers (民主评议).
    Appraised,
    /// On the board (公示).
    Posted,
    /// By the township (乡镇审核).
    Reviewed,
    Handling,
    /// The limit was lengthened, and the person told why.
    Extended,
    Decided,
    Answered,
    Reopened,
    Withdrawn,
}

impl Stage {
    /// The stable code: `decided`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Filed => "filed",
            Self::Accepted => "accepted",
            Self::Visited => "visited",
            Self::Appraised => "appraised",
            Self::Posted => "posted",
            Self::Reviewed => "reviewed",
            Self::Handling => "handling",
            Self::Extended => "extended",
            Self::Decided => "decided",
            Self::Answered => "answered",
            Self::Reopened => "reopened",
            Self::Withdrawn => "withdrawn",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_code_reads_back<S: Step + std::fmt::Debug>() {
        for step in S::ALL {
            assert_eq!(S::parse(step.code()), Some(*step));
        }
        assert_eq!(S::parse("lost"), None);
    }

    fn every_step_can_be_reached<S: Step + std::fmt::Debug>(first: S) {
        let mut reached = vec![first];
        let mut i = 0;
        while let Some(step) = reached.get(i).copied() {
            reached
                .extend(step.next().iter().filter(|it| !reached.contains(it)).collect::<Vec<_>>());
            i += 1;
        }

        assert_eq!(reached.len(), S::ALL.len(), "{reached:?}");
    }

    fn the_usual_way_is_an_allowed_way<S: Step + std::fmt::Debug>() {
        for step in S::ALL {
            if let Some(stage) = step.stages_ahead().first() {
                assert!(step.next().iter().any(|it| it.stage() == *stage), "{step:?}");
            }
        }
    }

    #[test]
    fn the_codes_of_both_kinds_read_back() {
        every_code_reads_back::<ApplicationStep>();
        every_code_reads_back::<ComplaintStep>();
    }

    #[test]
    fn every_step_of_both_kinds_can_be_reached() {
        every_step_can_be_reached(ApplicationStep::Filed);
        every_step_can_be_reached(ComplaintStep::Filed);
    }

    #[test]
    fn the_usual_way_of_both_kinds_is_an_allowed_way() {
        the_usual_way_is_an_allowed_way::<ApplicationStep>();
        the_usual_way_is_an_allowed_way::<ComplaintStep>();
    }
}
