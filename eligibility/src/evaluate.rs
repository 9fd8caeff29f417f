//! Works out conditions and numbers, and with each value which facts could still change it.

use crate::{Condition, Fact, FactId, FactSet, Facts, Judgement, Meaning, Number, Pack, Truths};

/// What a statement comes to.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// One truth, or several where an answer is rough.
    pub truths: Truths,
    /// Facts not yet asked that could change it. Empty: it is settled.
    pub open: FactSet,
}

impl Reading {
    fn settled(truths: impl Into<Truths>) -> Self {
        Self { truths: truths.into(), open: FactSet::EMPTY }
    }

    fn is_settled_as(&self, truths: Truths) -> bool {
        self.truths == truths && self.open.is_empty()
    }
}

/// What a number comes to: an interval, one value wide where every answer is exact.
#[derive(Clone, Copy, Debug)]
pub struct Reckoning {
    pub least: i64,
    pub greatest: i64,
    /// It may be a number…
    pub may_be_known: bool,
    /// …and it may be unknown.
    pub may_be_unknown: bool,
    pub open: FactSet,
}

impl Reckoning {
    fn exactly(value: i64) -> Self {
        Self::within(value, value)
    }

    fn within(least: i64, greatest: i64) -> Self {
        let open = FactSet::EMPTY;
        Self { least, greatest, may_be_known: true, may_be_unknown: false, open }
    }

    fn unknown() -> Self {
        Self { may_be_known: false, may_be_unknown: true, ..Self::exactly(0) }
    }

    /// The least and greatest value, if it is a number for certain.
    pub fn bounds(&self) -> Option<(i64, i64)> {
        (self.may_be_known && !self.may_be_unknown).then_some((self.least, self.greatest))
    }

    fn join(self, other: Self, least: i64, greatest: i64) -> Self {
        Self {
            least,
            greatest,
            may_be_known: self.may_be_known && other.may_be_known,
            may_be_unknown: self.may_be_unknown || other.may_be_unknown,
            open: self.open.union(other.open),
        }
    }

    fn or(self, other: Self) -> Self {
        let (least, greatest) = match (self.may_be_known, other.may_be_known) {
            (true, false) => (self.least, self.greatest),
            (false, true) => (other.least, other.greatest),
            _ => (self.least.min(other.least), self.greatest.max(other.greatest)),
        };
        Self {
            may_be_known: self.may_be_known || other.may_be_known,
            ..self.join(other, least, greatest)
        }
    }
}

/// What a named value comes to.
#[derive(Clone, Copy, Debug)]
pub enum Known {
    Condition(Reading),
    Number(Reckoning),
}

/// One household before one pack. Named values are worked out once.
pub struct Evaluation<'a> {
    pub pack: &'a Pack,
    /// What each named value comes to, as far as it has been worked out, or is supposed.
    pub known: Vec<Option<Known>>,
    /// Facts that may also be unknown, besides what they are given as: when many families are
    /// looked at as one.
    pub perhaps_unknown: FactSet,
    /// Results of the programmes judged so far, before the gate.
    pub judged: Vec<Judgement<'a>>,
}

impl<'a> Evaluation<'a> {
    pub fn new(pack: &'a Pack) -> Self {
        let known = vec![None; pack.definitions.len()];
        let judged = Vec::with_capacity(pack.programmes.len());
        Self { pack, known, perhaps_unknown: FactSet::EMPTY, judged }
    }

    /// Forgets the household before.
    pub fn reset(&mut self) {
        self.known.fill(None);
        self.judged.clear();
    }

    pub fn condition(&mut self, facts: &Facts, condition: &Condition) -> Reading {
        match condition {
            Condition::Always => Reading::settled(true),
            Condition::Switch(parameter) => {
                Reading::settled(self.pack.parameters[usize::from(*parameter)].value != 0)
            }
            Condition::Yes(id) => self.of_fact(facts, *id, |value| value != 0),
            Condition::OneOf(id, options) => {
                self.of_fact(facts, *id, |value| options >> value & 1 == 1)
            }
            Condition::Has(id, options) => {
                self.of_fact(facts, *id, |value| value & i64::from(*options) != 0)
            }
            Condition::Less(a, b) => {
                let (a, b) = (self.number(facts, a), self.number(facts, b));
                compared(a, b, a.least < b.greatest, a.greatest >= b.least)
            }
            Condition::AtMost(a, b) => {
                let (a, b) = (self.number(facts, a), self.number(facts, b));
                compared(a, b, a.least <= b.greatest, a.greatest > b.least)
            }
            Condition::Equal(a, b) => {
                let (a, b) = (self.number(facts, a), self.number(facts, b));
                let is_one = a.least == a.greatest && b.least == b.greatest && a.least == b.least;
                compared(a, b, a.least <= b.greatest && b.least <= a.greatest, !is_one)
            }
            Condition::Not(inner) => {
                let reading = self.condition(facts, inner);
                Reading { truths: !reading.truths, ..reading }
            }
            Condition::All(parts) => self.all(facts, parts),
            Condition::Any(parts) => self.any(facts, parts),
            Condition::Unclear(inner) => {
                let Reading { truths, open } = self.condition(facts, inner);
                Reading { truths: is_unknown(truths), open }
            }
            Condition::NoNumber(number) => {
                let number = self.number(facts, number);
                let yes = if number.may_be_unknown { Truths::TRUE } else { Truths::NONE };
                let no = if number.may_be_known { Truths::FALSE } else { Truths::NONE };
                Reading { truths: yes.or(no), open: number.open }
            }
            Condition::Named(index) => match self.named(facts, *index) {
                Known::Condition(reading) => reading,
                Known::Number(_) => unreachable!("the parser tells conditions from numbers"),
            },
            Condition::Came(programme, verdicts) => {
                let earlier = &self.judged[usize::from(*programme)];
                Reading { truths: verdicts.meets(earlier.possible), open: earlier.open }
            }
            Condition::Predicted(programme) => {
                let earlier = &self.judged[usize::from(*programme)];
                Reading { truths: earlier.predicts, open: earlier.open }
            }
        }
    }

    pub fn number(&mut self, facts: &Facts, number: &Number) -> Reckoning {
        match number {
            Number::Is(value) => Reckoning::exactly(*value),
            Number::Nothing => Reckoning::unknown(),
            Number::Of(id) => self.fact(facts, *id),
            Number::Parameter(index) => {
                Reckoning::exactly(self.pack.parameters[usize::from(*index)].value)
            }
            Number::Sum(parts) => parts.iter().fold(Reckoning::exactly(0), |sum, part| {
                let part = self.number(facts, part);
                let least = sum.least.saturating_add(part.least);
                sum.join(part, least, sum.greatest.saturating_add(part.greatest))
            }),
            Number::Minus(a, b) => {
                let (a, b) = (self.number(facts, a), self.number(facts, b));
                let least = a.least.saturating_sub(b.greatest);
                a.join(b, least, a.greatest.saturating_sub(b.least))
            }
            Number::Times(a, b) => product(self.number(facts, a), self.number(facts, b)),
            Number::Quotient(number, by) => {
                let number = self.number(facts, number);
                let (least, greatest) =
                    (number.least.div_euclid(*by), number.greatest.div_euclid(*by));
                Reckoning { least, greatest, ..number }
            }
            Number::Least(a, b) => {
                let (a, b) = (self.number(facts, a), self.number(facts, b));
                a.join(b, a.least.min(b.least), a.greatest.min(b.greatest))
            }
            Number::Greatest(a, b) => {
                let (a, b) = (self.number(facts, a), self.number(facts, b));
                a.join(b, a.least.max(b.least), a.greatest.max(b.greatest))
            }
            Number::If(condition, yes, no) => self.choice(facts, condition, yes, no),
            Number::Named(index) => match self.named(facts, *index) {
                Known::Number(reckoning) => reckoning,
                Known::Condition(_) => unreachable!("the parser tells conditions from numbers"),
            },
        }
    }

    fn choice(&mut self, facts: &Facts, when: &Condition, yes: &Number, no: &Number) -> Reckoning {
        let Reading { truths, open } = self.condition(facts, when);
        let holds = truths.contains(crate::Truth::True);
        let mut value = if truths == Truths::TRUE {
            self.number(facts, yes)
        } else if holds {
            self.number(facts, yes).or(self.number(facts, no))
        } else {
            self.number(facts, no)
        };
        value.open = value.open.union(open);
        if !open.is_empty() {
            // What the condition may still become brings in what the other side rests on.
            let other = if holds { no } else { yes };
            value.open = value.open.union(self.number(facts, other).open);
        }
        value
    }

    fn named(&mut self, facts: &Facts, index: u16) -> Known {
        let index = usize::from(index);
        if let Some(known) = self.known[index] {
            return known;
        }
        let pack = self.pack;
        let known = match &pack.definitions[index].is {
            Meaning::Condition(condition) => Known::Condition(self.condition(facts, condition)),
            Meaning::Number(number) => Known::Number(self.number(facts, number)),
        };
        self.known[index] = Some(known);
        known
    }

    fn fact(&self, facts: &Facts, id: FactId) -> Reckoning {
        let fact = facts.get(id);
        let mut value = match fact {
            Fact::Known(value) => Reckoning::exactly(value),
            Fact::Between(least, greatest) => Reckoning::within(least, greatest),
            Fact::NotKnown | Fact::NotAsked if self.pack.spec(id).unknown_is_zero => {
                Reckoning::exactly(0)
            }
            Fact::NotKnown | Fact::NotAsked => Reckoning::unknown(),
        };
        if fact == Fact::NotAsked {
            value.open = FactSet::of(id);
        }
        value.may_be_unknown |= self.perhaps_unknown.contains(id);
        value
    }

    fn of_fact(&self, facts: &Facts, id: FactId, holds: impl Fn(i64) -> bool) -> Reading {
        let mut reading = match facts.get(id) {
            Fact::Known(value) => Reading::settled(holds(value)),
            Fact::NotKnown => Reading::settled(Truths::UNKNOWN),
            Fact::NotAsked => Reading { truths: Truths::UNKNOWN, open: FactSet::of(id) },
            Fact::Between(least, greatest) => {
                let of_value = |set: Truths, value| set.or(holds(value).into());
                Reading::settled((least..=greatest).fold(Truths::NONE, of_value))
            }
        };
        if self.perhaps_unknown.contains(id) {
            reading.truths = reading.truths.or(Truths::UNKNOWN);
        }
        reading
    }

    fn all(&mut self, facts: &Facts, parts: &[Condition]) -> Reading {
        let mut whole = Reading::settled(true);
        for part in parts {
            let part = self.condition(facts, part);
            if part.is_settled_as(Truths::FALSE) {
                return part;
            }
            whole.truths = whole.truths.both(part.truths);
            whole.open = whole.open.union(part.open);
        }
        whole
    }

    fn any(&mut self, facts: &Facts, parts: &[Condition]) -> Reading {
        let mut whole = Reading::settled(false);
        for part in parts {
            let part = self.condition(facts, part);
            if part.is_settled_as(Truths::TRUE) {
                return part;
            }
            whole.truths = whole.truths.either(part.truths);
            whole.open = whole.open.union(part.open);
        }
        whole
    }
}

/// The truths of a comparison that may hold and may fail for numbers within these bounds.
fn compared(a: Reckoning, b: Reckoning, may_hold: bool, may_fail: bool) -> Reading {
    let mut truths = Truths::NONE;
    if a.may_be_known && b.may_be_known {
        if may_hold {
            truths = truths.or(Truths::TRUE);
        }
        if may_fail {
            truths = truths.or(Truths::FALSE);
        }
    }
    if a.may_be_unknown || b.may_be_unknown {
        truths = truths.or(Truths::UNKNOWN);
    }
    Reading { truths, open: a.open.union(b.open) }
}

fn product(a: Reckoning, b: Reckoning) -> Reckoning {
    let corners = [
        a.least.saturating_mul(b.least),
        a.least.saturating_mul(b.greatest),
        a.greatest.saturating_mul(b.least),
        a.greatest.saturating_mul(b.greatest),
    ];
    let (mut least, mut greatest) = (corners[0], corners[0]);
    for corner in corners {
        least = least.min(corner);
        greatest = greatest.max(corner);
    }
    a.join(b, least, greatest)
}

fn is_unknown(truths: Truths) -> Truths {
    match (truths.contains(crate::Truth::Unknown), truths == Truths::UNKNOWN) {
        (true, true) => Truths::TRUE,
        (true, false) => Truths::TRUE.or(Truths::FALSE),
        (false, _) => Truths::FALSE,
    }
}
