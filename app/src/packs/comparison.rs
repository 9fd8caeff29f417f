//! Says comparisons: "A 低于 B". What the family has stands first, and whole persons are counted
//! as people count them: "above 0" is "at least 1".

use eligibility::{FactKind, Meaning, Number};

use super::clause::Clause;
use super::sentence::Speaker;

/// How the first number stands to the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    Below,
    AtMost,
    AtLeast,
    Above,
    Equal,
    Unequal,
}

impl Relation {
    fn turned(self) -> Self {
        match self {
            Self::Below => Self::Above,
            Self::AtMost => Self::AtLeast,
            Self::AtLeast => Self::AtMost,
            Self::Above => Self::Below,
            same => same,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Below => "below",
            Self::AtMost => "at_most",
            Self::AtLeast => "at_least",
            Self::Above => "above",
            Self::Equal => "equal",
            Self::Unequal => "unequal",
        }
    }
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counts {
    Yuan,
    Persons,
}

impl Counts {
    fn code(self) -> &'static str {
        match self {
            Self::Yuan => "yuan",
            Self::Persons => "persons",
        }
    }
}

impl Speaker<'_> {
    pub(super) fn compared(&self, a: &Number, relation: Relation, b: &Number) -> Clause {
        let is_turned = self.share_of_policy(a) > self.share_of_policy(b);
        let (a, relation, b) = if is_turned { (b, relation.turned(), a) } else { (a, relation, b) };
        let counts = self.counts(a).or_else(|| self.counts(b)).unwrap_or(Counts::Yuan);
        let (relation, b) = whole_persons(counts, relation, b);
        let (a, b) = self
            .without_hundred(a, &b)
            .unwrap_or_else(|| (self.number_in(a, Some(counts)), self.number_in(&b, Some(counts))));
        let key = format!("packs.compare.{}.{}", counts.code(), relation.code());
        Clause::says(self.fill(&key, &[("a", &a), ("b", &b)]))
    }

    /// `a * 100 >= percent * b` says that a is at least so many per cent of b.
    fn without_hundred(&self, a: &Number, b: &Number) -> Option<(String, String)> {
        if let Some(a) = hundredfold(a).filter(|_| self.is_percentage(b)) {
            return Some((self.number_in(a, None), self.percentage(b)));
        }
        let b = hundredfold(b).filter(|_| self.is_percentage(a))?;
        Some((self.percentage(a), self.number_in(b, None)))
    }

    /// How much of policy is in a number: nothing, something beside what the family says, everything.
    /// A family is held against a line, so the number with less of policy is said first.
    fn share_of_policy(&self, number: &Number) -> u8 {
        let depends = self.pack().depends_of_number(number);
        match (depends.facts.is_empty(), depends.parameters.is_empty()) {
            (true, _) => 2,
            (false, false) => 1,
            (false, true) => 0,
        }
    }

    /// What the number counts, as far as that matters for words.
    fn counts(&self, number: &Number) -> Option<Counts> {
        match number {
            Number::Is(_) | Number::Nothing => None,
            Number::Of(id) => match self.pack().spec(*id).kind {
                FactKind::Money(_) => Some(Counts::Yuan),
                _ => Some(Counts::Persons),
            },
            Number::Parameter(index) => {
                let unit = &self.compiled.notes[usize::from(*index)].unit;
                unit.starts_with("yuan").then_some(Counts::Yuan)
            }
            Number::Sum(parts) => parts.iter().find_map(|it| self.counts(it)),
            Number::Times(a, b) => {
                let both = [self.counts(a), self.counts(b)];
                let of = |it| both.contains(&Some(it)).then_some(it);
                of(Counts::Yuan).or(of(Counts::Persons))
            }
            Number::Minus(a, b)
            | Number::Least(a, b)
            | Number::Greatest(a, b)
            | Number::If(_, a, b) => self.counts(a).or_else(|| self.counts(b)),
            Number::Quotient(inner, _) => self.counts(inner),
            Number::Named(index) => match &self.pack().definitions[usize::from(*index)].is {
                Meaning::Number(number) => self.counts(number),
                Meaning::Condition(_) => None,
            },
        }
    }
}

fn whole_persons(counts: Counts, relation: Relation, b: &Number) -> (Relation, Number) {
    match (counts, relation, b) {
        (Counts::Persons, Relation::Above, Number::Is(n)) => {
            (Relation::AtLeast, Number::Is(n.saturating_add(1)))
        }
        _ => (relation, b.clone()),
    }
}

fn hundredfold(number: &Number) -> Option<&Number> {
    let Number::Times(a, b) = number else { return None };
    match (&**a, &**b) {
        (it, Number::Is(100)) | (Number::Is(100), it) => Some(it),
        _ => None,
    }
}
