//! Works out conditions and numbers, and with each value which facts could still change it and
//! which facts it rests on.

use crate::{Condition, Definition, Fact, FactId, FactSet, Facts, Judgement, Number, Pack, Truth};

/// A truth with its footing.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    pub truth: Truth,
    /// Facts not yet asked that could change the truth. Empty: it is settled.
    pub open: FactSet,
    /// Facts that suffice for this truth: without the others it would be the same.
    pub support: FactSet,
}

/// A number with its footing, as [`Reading`].
#[derive(Clone, Copy, Debug)]
pub struct Reckoning {
    pub value: Option<i64>,
    pub open: FactSet,
    pub support: FactSet,
}

impl Reckoning {
    fn join(self, other: Self, with: impl Fn(i64, i64) -> i64) -> Self {
        Self {
            value: self.value.zip(other.value).map(|(a, b)| with(a, b)),
            open: self.open.union(other.open),
            support: self.support.union(other.support),
        }
    }
}

#[derive(Clone, Copy)]
enum Known {
    Condition(Reading),
    Number(Reckoning),
}

/// One household before one pack. Named values are worked out once.
pub struct Evaluation<'a, 'f> {
    pack: &'a Pack,
    facts: &'f Facts,
    known: Vec<Option<Known>>,
    /// Results of the programmes judged so far, before the gate.
    pub judged: Vec<Judgement<'a>>,
}

impl<'a, 'f> Evaluation<'a, 'f> {
    pub fn new(pack: &'a Pack, facts: &'f Facts) -> Self {
        let known = vec![None; pack.definitions.len()];
        Self { pack, facts, known, judged: Vec::with_capacity(pack.programmes.len()) }
    }

    pub fn condition(&mut self, condition: &Condition) -> Reading {
        match condition {
            Condition::Always => {
                Reading { truth: Truth::True, open: FactSet::EMPTY, support: FactSet::EMPTY }
            }
            Condition::Yes(id) => self.of_fact(*id, |value| value != 0),
            Condition::OneOf(id, options) => self.of_fact(*id, |value| options >> value & 1 == 1),
            Condition::Has(id, options) => {
                self.of_fact(*id, |value| value & i64::from(*options) != 0)
            }
            Condition::Less(a, b) => self.compared(a, b, |a, b| a < b),
            Condition::AtMost(a, b) => self.compared(a, b, |a, b| a <= b),
            Condition::Equal(a, b) => self.compared(a, b, |a, b| a == b),
            Condition::Not(inner) => {
                let reading = self.condition(inner);
                Reading { truth: !reading.truth, ..reading }
            }
            Condition::All(parts) => self.joined(parts, Truth::False),
            Condition::Any(parts) => self.joined(parts, Truth::True),
            Condition::Unclear(inner) => {
                let reading = self.condition(inner);
                Reading { truth: (reading.truth == Truth::Unknown).into(), ..reading }
            }
            Condition::NoNumber(number) => {
                let Reckoning { value, open, support } = self.number(number);
                Reading { truth: value.is_none().into(), open, support }
            }
            Condition::Named(index) => match self.named(*index) {
                Known::Condition(reading) => reading,
                Known::Number(_) => unreachable!("the parser tells conditions from numbers"),
            },
            Condition::Came(programme, outcomes) => {
                let earlier = &self.judged[usize::from(*programme)];
                Reading {
                    truth: outcomes.contains(earlier.verdict).into(),
                    open: earlier.open,
                    support: earlier.decided_by,
                }
            }
        }
    }

    pub fn number(&mut self, number: &Number) -> Reckoning {
        match number {
            Number::Is(value) => {
                Reckoning { value: Some(*value), open: FactSet::EMPTY, support: FactSet::EMPTY }
            }
            Number::Of(id) => self.fact(*id),
            Number::Sum(parts) => {
                let zero = self.number(&Number::Is(0));
                parts
                    .iter()
                    .fold(zero, |sum, part| sum.join(self.number(part), i64::saturating_add))
            }
            Number::Minus(a, b) => self.number(a).join(self.number(b), i64::saturating_sub),
            Number::Times(a, b) => self.number(a).join(self.number(b), i64::saturating_mul),
            Number::Least(a, b) => self.number(a).join(self.number(b), i64::min),
            Number::Greatest(a, b) => self.number(a).join(self.number(b), i64::max),
            Number::Named(index) => match self.named(*index) {
                Known::Number(reckoning) => reckoning,
                Known::Condition(_) => unreachable!("the parser tells conditions from numbers"),
            },
        }
    }

    fn named(&mut self, index: u16) -> Known {
        let index = usize::from(index);
        if let Some(known) = self.known[index] {
            return known;
        }
        let pack = self.pack;
        let known = match &pack.definitions[index] {
            Definition::Condition(condition) => Known::Condition(self.condition(condition)),
            Definition::Number(number) => Known::Number(self.number(number)),
        };
        self.known[index] = Some(known);
        known
    }

    fn fact(&self, id: FactId) -> Reckoning {
        let support = FactSet::of(id);
        let unknown = self.pack.spec(id).unknown_is_zero.then_some(0);
        match self.facts.get(id) {
            Fact::Known(value) => Reckoning { value: Some(value), open: FactSet::EMPTY, support },
            Fact::NotKnown => Reckoning { value: unknown, open: FactSet::EMPTY, support },
            Fact::NotAsked => Reckoning { value: unknown, open: support, support },
        }
    }

    fn of_fact(&self, id: FactId, holds: impl Fn(i64) -> bool) -> Reading {
        let Reckoning { value, open, support } = self.fact(id);
        let truth = value.map_or(Truth::Unknown, |value| holds(value).into());
        Reading { truth, open, support }
    }

    fn compared(&mut self, a: &Number, b: &Number, holds: impl Fn(i64, i64) -> bool) -> Reading {
        let (a, b) = (self.number(a), self.number(b));
        let truth = match (a.value, b.value) {
            (Some(a), Some(b)) => holds(a, b).into(),
            _ => Truth::Unknown,
        };
        Reading { truth, open: a.open.union(b.open), support: a.support.union(b.support) }
    }

    /// "All" is decided by one false part, "any" by one true part: `decisive`.
    fn joined(&mut self, parts: &[Condition], decisive: Truth) -> Reading {
        let mut whole = Reading { truth: !decisive, open: FactSet::EMPTY, support: FactSet::EMPTY };
        let mut deciding: Option<Reading> = None;
        for part in parts {
            let part = self.condition(part);
            if part.truth == decisive {
                // The best footing is a settled one, then the smallest.
                let rank = |it: &Reading| (!it.open.is_empty(), it.support.len());
                if deciding.is_none_or(|best| rank(&part) < rank(&best)) {
                    deciding = Some(part);
                }
            } else if part.truth == Truth::Unknown {
                whole.truth = Truth::Unknown;
            }
            whole.open = whole.open.union(part.open);
            whole.support = whole.support.union(part.support);
        }
        match deciding {
            Some(best) if best.open.is_empty() => best,
            Some(best) => Reading { open: whole.open, ..best },
            None => whole,
        }
    }
}
