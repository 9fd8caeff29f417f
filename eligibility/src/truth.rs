//! The three truth values and the eight verdicts.

use serde::{Deserialize, Serialize};

/// Kleene's strong three-valued logic: a statement holds, does not hold, or cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Truth {
    False,
    Unknown,
    True,
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Self {
        if holds { Self::True } else { Self::False }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    /// ```
    /// use eligibility::Truth;
    /// assert_eq!(!Truth::True, Truth::False);
    /// assert_eq!(!Truth::Unknown, Truth::Unknown);
    /// ```
    fn not(self) -> Self {
        match self {
            Self::False => Self::True,
            Self::Unknown => Self::Unknown,
            Self::True => Self::False,
        }
    }
}

/// What the rules say of one programme. There is no "approved" and no "refused": village and
/// county decide (中农组发〔2021〕7号 leaves the judgement to them).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Verdict {
    /// 很可能符合: the answers meet every condition that can be asked about.
    Likely,
    /// 要村里核实: someone has to look before it can be told.
    Check,
    /// 目前看不符合: a condition is not met by the answers as they stand.
    Unlikely,
    /// 还差信息: an answer that decides is not known.
    NeedInfo,
    /// 已在享受: the family has it.
    Already,
    /// 有更高的帮助: something better takes its place.
    Superseded,
    /// 政策已结束: the programme has ended.
    Closed,
    /// 本地没有: not offered here.
    Na,
}

impl Verdict {
    pub const ALL: [Self; 8] = [
        Self::Likely,
        Self::Check,
        Self::Unlikely,
        Self::NeedInfo,
        Self::Already,
        Self::Superseded,
        Self::Closed,
        Self::Na,
    ];

    /// The code that packs, files and programs use: `NEED_INFO`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Likely => "LIKELY",
            Self::Check => "CHECK",
            Self::Unlikely => "UNLIKELY",
            Self::NeedInfo => "NEED_INFO",
            Self::Already => "ALREADY",
            Self::Superseded => "SUPERSEDED",
            Self::Closed => "CLOSED",
            Self::Na => "NA",
        }
    }

    /// Reads a [code](Self::code).
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}
