//! Applications and complaints as filed, and what happened to each.

use serde::{Deserialize, Serialize};

/// An application ready to be filed. Everything in it was given by the person; nothing of it is public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewApplication {
    /// Shown to people, opens nothing: `A-7KQ2-M4`.
    pub reference: String,
    /// Keyed hash of the receipt, hex.
    pub receipt_hash: String,
    /// Keyed hash of the form's one-time key, hex: the same form sent twice files once.
    pub idempotency_hash: String,
    pub region_code: String,
    pub programme: String,
    pub pack: String,
    pub applicant_name: String,
    pub phone: String,
    /// Filled in by a helper, with the applicant's consent.
    pub helper_name: Option<String>,
    /// The answers that decided, JSON.
    pub answers: String,
    /// What the check said, JSON.
    pub result: String,
    /// RFC 3339 UTC with milliseconds.
    pub filed_at: String,
}

/// A complaint ready to be filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewComplaint {
    pub reference: String,
    pub receipt_hash: String,
    pub idempotency_hash: String,
    pub region_code: Option<String>,
    /// The record it is about, `figure/zhangzhou-27`, and that record as the person saw it.
    pub about: Option<String>,
    pub about_as_seen: Option<String>,
    pub kind: String,
    pub body: String,
    /// How to reach the person; none when anonymous.
    pub contact: Option<String>,
    pub filed_at: String,
}

/// Which of the two a case is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CaseKind {
    Application,
    Complaint,
}

/// A step that a case has taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseEvent {
    pub step: String,
    pub at: String,
    /// A sentence to the person, if any.
    pub message: Option<String>,
}

/// A case as its receipt opens it: what it is and how far it has come, not what was written in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackedCase {
    pub kind: CaseKind,
    pub reference: String,
    /// The programme of an application, the kind of a complaint.
    pub subject: String,
    pub region_code: Option<String>,
    pub filed_at: String,
    /// In the order they happened, the filing first.
    pub events: Vec<CaseEvent>,
}

/// What filing gave back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filed {
    New,
    /// The same form had been filed before; nothing was added.
    Before,
}
