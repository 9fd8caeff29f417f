//! What is wrong with a form as typed: every problem at once, in the order of the fields. A
//! person's mistake is a value, so that the page can say it beside its field.

use crate::personal_data::PersonalData;

/// One thing wrong with one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was typed or chosen.
    Missing,
    /// Fewer than `min` characters.
    TooShort { min: usize },
    /// `n` characters, more than `max`.
    TooLong { max: usize, n: usize },
    /// Typed, but not what the field asks for.
    NotRecognised,
    /// A number that the person need not give and that should not be kept.
    HoldsPersonalData(PersonalData),
    /// A consent without which the form cannot be taken.
    NotTicked,
}

impl Problem {
    /// The stable code, the end of a words key: `complaint.text.missing`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooShort { .. } => "too_short",
            Self::TooLong { .. } => "too_long",
            Self::NotRecognised => "not_recognised",
            Self::HoldsPersonalData(PersonalData::ResidentId) => "holds_resident_id",
            Self::HoldsPersonalData(PersonalData::BankCard) => "holds_bank_card",
            Self::HoldsPersonalData(PersonalData::MobilePhone) => "holds_mobile_phone",
            Self::NotTicked => "not_ticked",
        }
    }
}

/// The problems of one form, by field.
///
/// ```
/// use casework::problems::{Problem, Problems};
///
/// let mut problems = Problems::default();
/// problems.add("name", Problem::Missing);
///
/// assert_eq!(problems.of("name").next(), Some(Problem::Missing));
/// assert_eq!(problems.of("phone").next(), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems<F>(Vec<(F, Problem)>);

impl<F: Copy + PartialEq> Problems<F> {
    /// Adds a problem after those that are there.
    pub fn add(&mut self, field: F, problem: Problem) {
        self.0.push((field, problem));
    }

    /// The problems of one field, in order.
    pub fn of(&self, field: F) -> impl Iterator<Item = Problem> {
        self.0.iter().filter(move |(it, _)| *it == field).map(|(_, problem)| *problem)
    }

    /// All problems in the order of the form, for the summary at its top.
    pub fn iter(&self) -> impl Iterator<Item = (F, Problem)> {
        self.0.iter().copied()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The value if it is right, else notes the problem: for reading a form field by field.
    pub(crate) fn take<T>(&mut self, field: F, read: Result<T, Problem>) -> Option<T> {
        read.map_err(|problem| self.add(field, problem)).ok()
    }
}

impl<F> Default for Problems<F> {
    fn default() -> Self {
        Self(Vec::new())
    }
}
