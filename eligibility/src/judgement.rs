//! What the rules say of one programme for one family, and why.

use crate::{AmountKind, FactSet, Line, Truth, Truths, Verdict, Verdicts};

/// The reason when a rough answer lies on both sides of a line.
pub const ROUGH: &str = "rough";
/// The reason when every value of a rough answer gives this verdict, for one reason or another.
pub const EITHER_WAY: &str = "either_way";
/// The reason where no line holds, which a checked pack cannot have: an answer is missing.
const UNTOLD: &str = "risk_unknown";

/// What the rules say of one programme for one family, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement<'a> {
    pub verdict: Verdict,
    /// The code of the sentence that says why.
    pub reason: &'a str,
    /// Whole yuan, from least to most; none where no amount can be told.
    pub yuan: Option<(i64, i64)>,
    pub amount_kind: Option<AmountKind>,
    is_paid_monthly: bool,
    /// The type of household, for the monitored: `A`, `B`, `C` or `A_or_B`.
    pub kind: Option<&'a str>,
    /// The line that decided, as its place in the programme; none where a rough answer leaves more
    /// than one.
    pub line: Option<u16>,
    /// Facts not yet asked that could still change this. Empty: decided.
    pub open: FactSet,
    /// Every verdict that the answers allow: more than one only where an answer is rough.
    pub(crate) possible: Verdicts,
    pub(crate) predicts: Truths,
}

impl<'a> Judgement<'a> {
    pub(crate) fn new(verdict: Verdict, reason: &'a str, predicts: Truth) -> Self {
        Self {
            verdict,
            reason,
            yuan: None,
            amount_kind: None,
            is_paid_monthly: false,
            kind: None,
            line: None,
            open: FactSet::EMPTY,
            possible: Verdicts::default().with(verdict),
            predicts: predicts.into(),
        }
    }

    /// As a line has it, without its amount and type.
    pub(crate) fn of_line(line: &'a Line, place: usize) -> Self {
        Self {
            line: u16::try_from(place).ok(),
            ..Self::new(line.verdict, &line.reason, line.predicts)
        }
    }

    /// Where no line holds, which a checked pack cannot have.
    pub(crate) fn untold() -> Self {
        Self::new(Verdict::NeedInfo, UNTOLD, Truth::Unknown)
    }

    pub(crate) fn pays(&mut self, kind: AmountKind, is_paid_monthly: bool, yuan: (i64, i64)) {
        self.yuan = Some(yuan);
        self.amount_kind = Some(kind);
        self.is_paid_monthly = is_paid_monthly && kind == AmountKind::Year;
    }

    /// No answer that is still to come can change it.
    pub fn is_decided(&self) -> bool {
        self.open.is_empty()
    }

    /// The amount, if it is one number.
    pub fn amount_yuan(&self) -> Option<i64> {
        self.yuan.filter(|(least, most)| least == most).map(|(least, _)| least)
    }

    /// A twelfth of a yearly amount, rounded down, where it is paid by the month.
    pub fn month_yuan(&self) -> Option<i64> {
        self.amount_yuan().filter(|_| self.is_paid_monthly).map(|yuan| yuan / 12)
    }

    /// The same to a family: verdict, reason, type and amount.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.verdict == other.verdict
            && self.reason == other.reason
            && self.kind == other.kind
            && self.yuan == other.yuan
            && self.amount_kind == other.amount_kind
    }

    /// What is said while both of these may come out.
    pub(crate) fn or(self, other: Self) -> Self {
        let mut both = self;
        both.line = None;
        both.open = self.open.union(other.open);
        both.possible = other.possible.iter().fold(self.possible, Verdicts::with);
        both.predicts = self.predicts.or(other.predicts);
        if self.verdict != other.verdict {
            (both.verdict, both.reason) = (Verdict::NeedInfo, ROUGH);
        } else if self.reason != other.reason {
            both.reason = if self.verdict == Verdict::NeedInfo { ROUGH } else { EITHER_WAY };
        }
        both.kind = self.kind.filter(|_| self.kind == other.kind && self.verdict == other.verdict);
        let is_one_kind = self.amount_kind == other.amount_kind && self.verdict == other.verdict;
        let yuan = self.yuan.zip(other.yuan).filter(|_| is_one_kind);
        both.yuan = yuan.map(|(a, b)| (a.0.min(b.0), a.1.max(b.1)));
        both.amount_kind = self.amount_kind.filter(|_| both.yuan.is_some());
        both.is_paid_monthly = self.is_paid_monthly && both.yuan.is_some();
        both
    }
}
