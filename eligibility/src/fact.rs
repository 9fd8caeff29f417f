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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fact {
    /// The question has not been put, so its answer may still come.
    #[default]
    NotAsked,
    /// It was put, and the family does not know or would rather not say.
    NotKnown,
    Known(i64),
}

/// A family's facts, in the order of their pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts(Vec<Fact>);

impl Facts {
    /// A family of which nothing has been asked.
    pub fn none(n_facts: usize) -> Self {
        Self(vec![Fact::NotAsked; n_facts])
    }

    pub fn get(&self, id: FactId) -> Fact {
        self.0.get(usize::from(id.0)).copied().unwrap_or_default()
    }

    pub fn set(&mut self, id: FactId, fact: Fact) {
        self.0[usize::from(id.0)] = fact;
    }

    /// Only the facts of `kept`; the others as if never asked.
    #[must_use]
    pub fn only(&self, kept: FactSet) -> Self {
        let keep = |(id, fact): (u8, &Fact)| {
            if kept.contains(FactId(id)) { *fact } else { Fact::NotAsked }
        };
        Self((0..).zip(&self.0).map(keep).collect())
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
}

impl FromIterator<FactId> for FactSet {
    fn from_iter<I: IntoIterator<Item = FactId>>(ids: I) -> Self {
        ids.into_iter().fold(Self::EMPTY, |set, id| set.union(Self::of(id)))
    }
}
