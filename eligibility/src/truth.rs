//! The three truth values and the eight verdicts.

use serde::{Deserialize, Serialize};

/// Kleene's strong three-valued logic: a statement holds, does not hold, or cannot be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Truth {
    False,
    Unknown,
    True,
}

impl Truth {
    pub(crate) const ALL: [Self; 3] = [Self::False, Self::Unknown, Self::True];
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

/// The truths that a statement may have while an answer is only roughly known: one bit each. An
/// exact answer leaves one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Truths(u8);

const FALSE: u8 = 1;
const UNKNOWN: u8 = 2;
const TRUE: u8 = 4;

impl Truths {
    pub const NONE: Self = Self(0);
    pub const TRUE: Self = Self(TRUE);
    pub const FALSE: Self = Self(FALSE);
    pub const UNKNOWN: Self = Self(UNKNOWN);

    pub fn contains(self, truth: Truth) -> bool {
        self.0 & Self::from(truth).0 != 0
    }

    /// The one truth there is, if it is one.
    pub fn only(self) -> Option<Truth> {
        match self.0 {
            FALSE => Some(Truth::False),
            UNKNOWN => Some(Truth::Unknown),
            TRUE => Some(Truth::True),
            _ => None,
        }
    }

    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Kleene's "and", for every pair of truths there may be: the lesser of the two.
    #[must_use]
    pub fn both(self, other: Self) -> Self {
        let (a, b) = (self.0, other.0);
        let is_false = (a | b) & FALSE;
        let is_true = a & b & TRUE;
        let some_unknown =
            (a & UNKNOWN != 0 && b & !FALSE != 0) || (b & UNKNOWN != 0 && a & !FALSE != 0);
        Self(is_false | is_true | if some_unknown { UNKNOWN } else { 0 })
    }

    /// Kleene's "or": the greater of the two.
    #[must_use]
    pub fn either(self, other: Self) -> Self {
        !((!self).both(!other))
    }
}

impl From<Truth> for Truths {
    fn from(truth: Truth) -> Self {
        match truth {
            Truth::False => Self::FALSE,
            Truth::Unknown => Self::UNKNOWN,
            Truth::True => Self::TRUE,
        }
    }
}

impl From<bool> for Truths {
    fn from(holds: bool) -> Self {
        if holds { Self::TRUE } else { Self::FALSE }
    }
}

impl std::ops::Not for Truths {
    type Output = Self;

    fn not(self) -> Self {
        Self((self.0 & UNKNOWN) | (self.0 >> 2) | ((self.0 & FALSE) << 2))
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

/// A set of verdicts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Verdicts(u8);

impl Verdicts {
    pub fn contains(self, verdict: Verdict) -> bool {
        self.0 & (1 << verdict as u8) != 0
    }

    #[must_use]
    pub fn with(self, verdict: Verdict) -> Self {
        Self(self.0 | 1 << verdict as u8)
    }

    pub fn iter(self) -> impl Iterator<Item = Verdict> {
        Verdict::ALL.into_iter().filter(move |it| self.contains(*it))
    }

    /// Whether one of the verdicts there may be is in the set: perhaps yes and no.
    pub(crate) fn meets(self, possible: Self) -> Truths {
        let inside = if self.0 & possible.0 == 0 { Truths::NONE } else { Truths::TRUE };
        inside.or(if possible.0 & !self.0 == 0 { Truths::NONE } else { Truths::FALSE })
    }
}

impl FromIterator<Verdict> for Verdicts {
    fn from_iter<I: IntoIterator<Item = Verdict>>(verdicts: I) -> Self {
        verdicts.into_iter().fold(Self::default(), Self::with)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_of_truths_join_as_each_pair_of_their_truths_does() {
        let of = |bits: u8| Truth::ALL.into_iter().filter(move |it| Truths(bits).contains(*it));
        for (a, b) in (1..8).flat_map(|a| (1..8).map(move |b| (a, b))) {
            let pairs = || of(a).flat_map(|x| of(b).map(move |y| (x as u8, y as u8)));
            let expected =
                |with: fn(u8, u8) -> u8| pairs().fold(0, |set, (x, y)| set | 1 << with(x, y));
            assert_eq!(Truths(a).both(Truths(b)).0, expected(u8::min), "{a} and {b}");
            assert_eq!(Truths(a).either(Truths(b)).0, expected(u8::max), "{a} or {b}");
        }
    }

    #[test]
    fn negation_of_a_set_negates_each() {
        assert_eq!(!Truths::TRUE.or(Truths::UNKNOWN), Truths::FALSE.or(Truths::UNKNOWN));
        assert_eq!(!!Truths::FALSE, Truths::FALSE);
    }
}
