//! What a programme says about a household: verdict, reason, amount, and the type of monitoring.

use std::collections::BTreeMap;

pub const LIKELY: &str = "LIKELY";
pub const CHECK: &str = "CHECK";
pub const UNLIKELY: &str = "UNLIKELY";
pub const NEED_INFO: &str = "NEED_INFO";
pub const ALREADY: &str = "ALREADY";
pub const SUPERSEDED: &str = "SUPERSEDED";
pub const CLOSED: &str = "CLOSED";
pub const NA: &str = "NA";

/// The outcomes so far, by programme.
pub type Outcomes = BTreeMap<String, Outcome>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub verdict: &'static str,
    pub reason: String,
    pub amount_yuan: Option<i64>,
    /// `year`, `max_year`, `typical_year`, `once`, `max_once`, `max_loan`; none without an amount.
    pub amount_kind: Option<&'static str>,
    /// The type of monitoring: `A`, `B`, `C` or `A_or_B`.
    pub kind: Option<&'static str>,
    /// A yearly dibao amount by the month, rounded down.
    pub month_yuan: Option<i64>,
}

impl Outcome {
    pub fn new(verdict: &'static str, reason: &str) -> Self {
        let reason = reason.to_owned();
        Self { verdict, reason, amount_yuan: None, amount_kind: None, kind: None, month_yuan: None }
    }

    /// With this amount; an unknown amount is none, and then has no kind either.
    pub fn amount(mut self, yuan: impl Into<Option<i64>>, kind: &'static str) -> Self {
        self.amount_yuan = yuan.into();
        self.amount_kind = self.amount_yuan.map(|_| kind);
        self
    }

    pub fn of_kind(mut self, kind: &'static str) -> Self {
        self.kind = Some(kind);
        self
    }

    /// "R as CHECK(reason), amount kept".
    pub fn into_check(mut self, reason: &str) -> Self {
        self.verdict = CHECK;
        reason.clone_into(&mut self.reason);
        self
    }

    pub fn is(&self, verdict: &str) -> bool {
        self.verdict == verdict
    }
}

pub fn likely(reason: &str) -> Outcome {
    Outcome::new(LIKELY, reason)
}

pub fn check(reason: &str) -> Outcome {
    Outcome::new(CHECK, reason)
}

pub fn unlikely(reason: &str) -> Outcome {
    Outcome::new(UNLIKELY, reason)
}

pub fn need_info(reason: &str) -> Outcome {
    Outcome::new(NEED_INFO, reason)
}

pub fn already() -> Outcome {
    Outcome::new(ALREADY, "already")
}

pub fn superseded(reason: &str) -> Outcome {
    Outcome::new(SUPERSEDED, reason)
}
