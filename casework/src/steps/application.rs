//! The steps of an application, after 监测对象 and 低保 procedure: accept, visit, appraise, post,
//! review, decide.

use super::{Stage, Step};

/// What has happened to an application.
///
/// ```
/// use casework::steps::{ApplicationStep, Step};
///
/// assert_eq!(
///     ApplicationStep::Posted.next(),
///     // An objection upheld sends the case back to the visit.
///     [ApplicationStep::Reviewed, ApplicationStep::Visited, ApplicationStep::Withdrawn]
/// );
/// assert!(ApplicationStep::DecidedGranted.next().is_empty());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ApplicationStep {
    Filed,
    Accepted,
    Visited,
    Appraised,
    Posted,
    Reviewed,
    Extended,
    DecidedGranted,
    DecidedDeclined,
    /// By the applicant, at any time before the decision.
    Withdrawn,
}

use ApplicationStep::{
    Accepted, Appraised, DecidedDeclined, DecidedGranted, Extended, Filed, Posted, Reviewed,
    Visited, Withdrawn,
};

const USUAL_WAY: &[Stage] = &[
    Stage::Filed,
    Stage::Accepted,
    Stage::Visited,
    Stage::Appraised,
    Stage::Posted,
    Stage::Reviewed,
    Stage::Decided,
];

impl Step for ApplicationStep {
    const ALL: &'static [Self] = &[
        Filed,
        Accepted,
        Visited,
        Appraised,
        Posted,
        Reviewed,
        Extended,
        DecidedGranted,
        DecidedDeclined,
        Withdrawn,
    ];

    const FILED: Self = Filed;

    fn next(self) -> &'static [Self] {
        match self {
            Filed => &[Accepted, Withdrawn],
            // Who is found not to qualify is declined without a posting.
            Accepted => &[Visited, DecidedDeclined, Withdrawn],
            Visited => &[Appraised, DecidedDeclined, Withdrawn],
            Appraised => &[Posted, DecidedDeclined, Withdrawn],
            Posted => &[Reviewed, Visited, Withdrawn],
            Reviewed => &[DecidedGranted, DecidedDeclined, Extended, Withdrawn],
            Extended => &[DecidedGranted, DecidedDeclined, Withdrawn],
            DecidedGranted | DecidedDeclined | Withdrawn => &[],
        }
    }

    fn code(self) -> &'static str {
        match self {
            DecidedGranted => "decided_granted",
            DecidedDeclined => "decided_declined",
            other => other.stage().code(),
        }
    }

    fn stage(self) -> Stage {
        match self {
            Filed => Stage::Filed,
            Accepted => Stage::Accepted,
            Visited => Stage::Visited,
            Appraised => Stage::Appraised,
            Posted => Stage::Posted,
            Reviewed => Stage::Reviewed,
            Extended => Stage::Extended,
            DecidedGranted | DecidedDeclined => Stage::Decided,
            Withdrawn => Stage::Withdrawn,
        }
    }

    fn stages_ahead(self) -> &'static [Stage] {
        match self {
            Filed => &USUAL_WAY[1..],
            Accepted => &USUAL_WAY[2..],
            Visited => &USUAL_WAY[3..],
            Appraised => &USUAL_WAY[4..],
            Posted => &USUAL_WAY[5..],
            Reviewed | Extended => &USUAL_WAY[6..],
            DecidedGranted | DecidedDeclined | Withdrawn => &[],
        }
    }
}
