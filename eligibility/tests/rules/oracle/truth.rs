//! Three-valued logic (Kleene): what a household said, did not say, or denied.

use Truth::{No, Unknown, Yes};

/// T, ? or F of rules.md.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    Yes,
    Unknown,
    No,
}

impl Truth {
    pub fn of(known: Option<bool>) -> Self {
        known.map_or(Unknown, Self::from)
    }

    pub fn or(self, other: Self) -> Self {
        match (self, other) {
            (Yes, _) | (_, Yes) => Yes,
            (Unknown, _) | (_, Unknown) => Unknown,
            (No, No) => No,
        }
    }

    pub fn and(self, other: Self) -> Self {
        !(!self).or(!other)
    }

    /// `x:` of a decision list.
    pub fn holds(self) -> bool {
        self == Yes
    }

    /// `x?:` of a decision list.
    pub fn is_open(self) -> bool {
        self == Unknown
    }

    /// `x!:` of a decision list.
    pub fn fails(self) -> bool {
        self == No
    }
}

impl From<bool> for Truth {
    fn from(known: bool) -> Self {
        if known { Yes } else { No }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Yes => No,
            Unknown => Unknown,
            No => Yes,
        }
    }
}

/// "A sum or comparison with an unknown part is ?": `left < right`.
pub fn below(left: Option<i64>, right: Option<i64>) -> Truth {
    Truth::of(left.zip(right).map(|(left, right)| left < right))
}

/// `left >= right`.
pub fn at_least(left: Option<i64>, right: Option<i64>) -> Truth {
    !below(left, right)
}

/// `left > right`.
pub fn above(left: Option<i64>, right: Option<i64>) -> Truth {
    below(right, left)
}
