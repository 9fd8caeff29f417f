//! The steps of a complaint, after the Regulations on Petition Work (信访工作条例, 2022).

use super::{Stage, Step};

/// What has happened to a complaint.
///
/// ```
/// use casework::steps::{ComplaintStep, DeclineReason, Step};
///
/// let declined = ComplaintStep::parse("declined_not_ours");
///
/// assert_eq!(declined, Some(ComplaintStep::Declined(DeclineReason::NotOurs)));
/// assert_eq!(ComplaintStep::Answered.next(), [ComplaintStep::Reopened]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComplaintStep {
    Filed,
    Accepted,
    Declined(DeclineReason),
    Handling,
    /// By up to 30 days, with leave and the reason told (article 34).
    Extended,
    Answered,
    /// The person asks for a review (复查, article 35).
    Reopened,
}

/// Why a complaint is not taken up. Each leads the person on, none says that it is untrue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeclineReason {
    /// Another body decides; the person is told which (article 23).
    NotOurs,
    /// The same matter is being handled (article 19).
    AlreadyOpen,
    /// A court, arbitration or administrative review decides (article 31).
    LegalRoute,
    /// It was answered, reviewed and reviewed again (article 36).
    Concluded,
}

use ComplaintStep::{Accepted, Answered, Declined, Extended, Filed, Handling, Reopened};
use DeclineReason::{AlreadyOpen, Concluded, LegalRoute, NotOurs};

const USUAL_WAY: &[Stage] = &[Stage::Accepted, Stage::Handling, Stage::Answered];

impl Step for ComplaintStep {
    const ALL: &'static [Self] = &[
        Filed,
        Accepted,
        Declined(NotOurs),
        Declined(AlreadyOpen),
        Declined(LegalRoute),
        Declined(Concluded),
        Handling,
        Extended,
        Answered,
        Reopened,
    ];

    const FILED: Self = Filed;

    fn next(self) -> &'static [Self] {
        match self {
            Filed => &[
                Accepted,
                Declined(NotOurs),
                Declined(AlreadyOpen),
                Declined(LegalRoute),
                Declined(Concluded),
            ],
            Accepted | Reopened => &[Handling],
            Handling => &[Answered, Extended],
            Extended => &[Answered],
            Answered => &[Reopened],
            Declined(_) => &[],
        }
    }

    fn code(self) -> &'static str {
        match self {
            Declined(NotOurs) => "declined_not_ours",
            Declined(AlreadyOpen) => "declined_already_open",
            Declined(LegalRoute) => "declined_legal_route",
            Declined(Concluded) => "declined_concluded",
            other => other.stage().code(),
        }
    }

    fn stage(self) -> Stage {
        match self {
            Filed => Stage::Filed,
            // Being told no is being told: the same limit holds.
            Accepted | Declined(_) => Stage::Accepted,
            Handling => Stage::Handling,
            Extended => Stage::Extended,
            Answered => Stage::Answered,
            Reopened => Stage::Reopened,
        }
    }

    fn stages_ahead(self) -> &'static [Stage] {
        match self {
            Filed => USUAL_WAY,
            Accepted | Reopened => &USUAL_WAY[1..],
            Handling | Extended => &USUAL_WAY[2..],
            Declined(_) | Answered => &[],
        }
    }
}
