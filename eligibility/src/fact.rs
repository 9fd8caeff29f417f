//! What a family said, one small integer or "not known" per fact.

use serde::{Deserialize, Serialize};

/// A fact's place in its pack's list of facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactId(pub u8);

/// One fact about a family.
///
/// A yes is 1 and a no 0; a choice is its position among the options; several choices are one bit
/// each; money is whole yuan; counts are persons.
///
/// A rough answer is an interval: "between 5,000 and 10,000". What holds for every value in it is
/// decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fact {
    /// The question has not been put, so its answer may still come.
    #[default]
    NotAsked,
    /// It was put, and the family does not know or would rather not say.
    NotKnown,
    Known(i64),
    /// From the first to the second, both of them possible.
    Between(i64, i64),
}

impl Fact {
    /// The least and the greatest value it may have, if anything is known of it.
    pub fn bounds(self) -> Option<(i64, i64)> {
        match self {
            Self::NotAsked | Self::NotKnown => None,
            Self::Known(value) => Some((value, value)),
            Self::Between(least, greatest) => Some((least, greatest)),
        }
    }

    /// It has one value, or is not known for good.
    fn is_exact(self) -> bool {
        matches!(self, Self::Known(_) | Self::NotKnown)
    }

    /// The interval, or the value when both ends are the same.
    pub fn between(least: i64, greatest: i64) -> Self {
        if least == greatest { Self::Known(least) } else { Self::Between(least, greatest) }
    }
}

/// A family's facts, in the order of their pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    facts: Vec<Fact>,
    /// How many are rough, or may still come.
    n_inexact: usize,
}

impl Facts {
    /// A family of which nothing has been asked.
    pub fn none(n_facts: usize) -> Self {
        Self { facts: vec![Fact::NotAsked; n_facts], n_inexact: n_facts }
    }

    pub fn get(&self, id: FactId) -> Fact {
        self.facts.get(usize::from(id.0)).copied().unwrap_or_default()
    }

    pub fn set(&mut self, id: FactId, fact: Fact) {
        let before = std::mem::replace(&mut self.facts[usize::from(id.0)], fact);
        self.n_inexact =
            self.n_inexact + usize::from(!fact.is_exact()) - usize::from(!before.is_exact());
    }

    /// None is rough, and none may still come.
    pub(crate) fn are_exact(&self) -> bool {
        self.n_inexact == 0
    }

    /// The facts that were asked about.
    pub fn answered(&self) -> FactSet {
        let asked = (0..).zip(&self.facts).filter(|(_, it)| **it != Fact::NotAsked);
        asked.map(|(id, _)| FactId(id)).collect()
    }

    /// Only the facts of `kept`; the others as if never asked.
    #[must_use]
    pub fn only(&self, kept: FactSet) -> Self {
        let mut only = Self::none(self.facts.len());
        for (id, fact) in (0..).map(FactId).zip(&self.facts).filter(|(id, _)| kept.contains(*id)) {
            only.set(id, *fact);
        }
        only
    }
}

/// A set of facts of one pack, which has at most [`FactSet::CAPACITY`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct FactSet(u128);

impl FactSet {
    pub const CAPACITY: usize = 128;
    pub const EMPTY: Self = Self(0);

    pub fn of(id: FactId) -> Self {
        Self(1 << id.0)
    }

    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub fn contains(self, id: FactId) -> bool {
        self.0 & (1 << id.0) != 0
    }

    pub fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    #[must_use]
    pub fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    pub fn iter(self) -> impl Iterator<Item = FactId> {
        (0..=u8::MAX).take(Self::CAPACITY).map(FactId).filter(move |id| self.contains(*id))
    }
}

impl FromIterator<FactId> for FactSet {
    fn from_iter<I: IntoIterator<Item = FactId>>(ids: I) -> Self {
        ids.into_iter().fold(Self::EMPTY, |set, id| set.union(Self::of(id)))
    }
}
