//! A set of families, and how it is told apart: by an answer, by the truth of a named statement, by
//! the range of a named number, by the line that decides a programme.

use super::random::Random;
use crate::evaluate::{Known, Reading, Reckoning};
use crate::{Fact, FactId, FactKind, FactSet, Facts, Pack, Truth, Truths};

/// Every family that answers within these ranges and is as is supposed of it.
#[derive(Clone)]
pub struct Families {
    pub facts: Facts,
    /// Facts that may also be unknown.
    pub perhaps_unknown: FactSet,
    /// What each named value is supposed to come to.
    pub named: Vec<Option<Known>>,
    /// The line that is supposed to decide each programme.
    pub lines: Vec<Option<u16>>,
}

impl Families {
    /// All there may be.
    pub fn all(pack: &Pack) -> Self {
        let mut facts = Facts::none(pack.facts.len());
        let mut perhaps_unknown = FactSet::EMPTY;
        for (id, spec) in pack.facts_with_ids() {
            let (mut least, most) = spec.kind.bounds();
            if spec.unknown_is_zero {
                least = least.min(0);
            } else {
                perhaps_unknown = perhaps_unknown.union(FactSet::of(id));
            }
            facts.set(id, Fact::between(least, most));
        }
        let named = vec![None; pack.definitions.len()];
        Self { facts, perhaps_unknown, named, lines: vec![None; pack.programmes.len()] }
    }

    /// Those of them where the line decides the programme.
    #[must_use]
    pub fn decided_by(&self, programme: usize, line: u16) -> Self {
        let mut some = self.clone();
        some.lines[programme] = Some(line);
        some
    }

    /// Whether the fact can still be one of several.
    pub fn is_open(&self, id: FactId) -> bool {
        self.perhaps_unknown.contains(id) || matches!(self.facts.get(id), Fact::Between(..))
    }

    /// The two or more parts that differ in one answer.
    pub fn by_fact(&self, pack: &Pack, id: FactId) -> Vec<Self> {
        let with = |fact| {
            let mut some = self.clone();
            some.facts.set(id, fact);
            some.perhaps_unknown = some.perhaps_unknown.without(FactSet::of(id));
            some
        };
        let fact = self.facts.get(id);
        let (Fact::Between(..) | Fact::Known(_), Some((least, most))) = (fact, fact.bounds())
        else {
            return vec![with(Fact::NotKnown)];
        };
        if self.perhaps_unknown.contains(id) {
            return vec![with(fact), with(Fact::NotKnown)];
        }
        if matches!(pack.spec(id).kind, FactKind::YesNo | FactKind::Choice(_)) {
            return (least..=most).map(|value| with(Fact::Known(value))).collect();
        }
        let (low, high) = halves(least, most);
        vec![with(Fact::between(low.0, low.1)), with(Fact::between(high.0, high.1))]
    }

    /// One part for each truth that a named statement may have.
    pub fn by_truth(&self, definition: usize, truths: Truths) -> Vec<Self> {
        let may_be = [Truth::True, Truth::False, Truth::Unknown];
        let supposing = |truth: Truth| {
            let reading = Reading { truths: truth.into(), open: FactSet::EMPTY };
            self.supposing(definition, Known::Condition(reading))
        };
        may_be.into_iter().filter(|it| truths.contains(*it)).map(supposing).collect()
    }

    /// The two parts where a named number is known and where not, or its lower and its upper half.
    pub fn by_number(&self, definition: usize, number: Reckoning) -> Vec<Self> {
        let supposing = |it| self.supposing(definition, Known::Number(it));
        if number.may_be_known && number.may_be_unknown {
            let known = Reckoning { may_be_unknown: false, ..number };
            let unknown = Reckoning { may_be_known: false, ..number };
            return vec![supposing(known), supposing(unknown)];
        }
        let (low, high) = halves(number.least, number.greatest);
        [low, high]
            .map(|(least, greatest)| supposing(Reckoning { least, greatest, ..number }))
            .to_vec()
    }

    /// One of them, if what is supposed of them holds: with the least of everything, with the most,
    /// or with anything at all.
    pub fn any_one(&self, pack: &Pack, random: &mut Random) -> Facts {
        let mut facts = self.facts.clone();
        let manner = random.below(4);
        for (id, _) in pack.facts_with_ids() {
            if let Fact::Between(least, most) = self.facts.get(id) {
                let value = match (manner, random.below(8)) {
                    (0, _) | (1, 2..) => least,
                    (2, 2..) => most,
                    _ => random.within(least, most),
                };
                facts.set(id, Fact::Known(value));
            }
            if self.perhaps_unknown.contains(id) && random.below(3) == 0 {
                facts.set(id, Fact::NotKnown);
            }
        }
        facts
    }

    fn supposing(&self, definition: usize, known: Known) -> Self {
        let mut some = self.clone();
        some.named[definition] = Some(known);
        some
    }
}

type Range = (i64, i64);

/// The lower and the upper part of a range. A wide one is cut nearer to nought, since a pack's lines
/// lie in the thousands and an answer may go into the millions.
fn halves(least: i64, greatest: i64) -> (Range, Range) {
    let middle = if least < 0 && greatest > 0 {
        -1
    } else if least >= 0 && greatest / 4 > least.saturating_add(64) {
        (least.saturating_add(1).saturating_mul(greatest)).isqrt()
    } else {
        least + (greatest - least) / 2
    };
    let middle = middle.clamp(least, greatest - 1);
    ((least, middle), (middle + 1, greatest))
}
