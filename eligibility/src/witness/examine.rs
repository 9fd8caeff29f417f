//! Judges many families as one: whether any of them can be as is supposed, and if that is open, what
//! would tell them apart.

use super::cut::{Cut, Order};
use super::families::Families;
use super::is_beyond_gate;
use crate::evaluate::{Evaluation, Known, Reckoning};
use crate::{Condition, Judgement, Meaning, Pack, Truth, Truths, Verdict, Verdicts};

/// What came out.
pub enum Examined {
    /// None of them is as is supposed.
    None,
    /// Every one of them is.
    Every,
    /// Some may be; this would tell them apart, if there is such a thing.
    Some(Option<Cut>),
}

/// What is asked of a condition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Holds,
    DoesNotHold,
    Not(Truth),
}

/// Examines families with respect to one programme.
pub struct Examiner<'a> {
    pub evaluation: Evaluation<'a>,
    programme: usize,
    /// Which programmes its rules look at, itself among them.
    is_needed: Vec<bool>,
    order: Order,
}

/// That no family can be as is supposed.
struct Nobody;

impl<'a> Examiner<'a> {
    pub fn new(pack: &'a Pack, programme: usize, order: Order) -> Self {
        let mut is_needed = vec![false; pack.programmes.len()];
        mark_needed(pack, programme, &mut is_needed);
        let by_gate = pack.gate.iter().flat_map(|it| pack.depends_of(&it.open_if).programmes);
        by_gate.for_each(|it| mark_needed(pack, usize::from(it), &mut is_needed));
        Self { evaluation: Evaluation::new(pack), programme, is_needed, order }
    }

    pub fn examine(&mut self, families: &Families) -> Examined {
        let mut is_open = false;
        let mut cut = None;
        match self.look(families, &mut is_open, &mut cut) {
            Err(Nobody) => Examined::None,
            Ok(()) if is_open => Examined::Some(cut),
            Ok(()) => Examined::Every,
        }
    }

    fn look(
        &mut self,
        families: &Families,
        is_open: &mut bool,
        cut: &mut Option<Cut>,
    ) -> Result<(), Nobody> {
        self.evaluation.judged.clear();
        self.evaluation.known.clone_from(&families.named);
        self.evaluation.perhaps_unknown = families.perhaps_unknown;
        let mut goals =
            Goals { pack: self.evaluation.pack, order: self.order, families, is_open, cut };
        for place in 0..=self.programme {
            let judgement = match families.lines[place] {
                Some(line) => self.supposed(&mut goals, place, usize::from(line))?,
                None if self.is_needed[place] => self.possible(families, place),
                None => nothing(),
            };
            self.evaluation.judged.push(judgement);
        }
        self.gate(&mut goals)?;
        self.statements(&mut goals)?;
        self.numbers(&mut goals)
    }

    /// The programme as its supposed line leaves it, if that line can be the first to hold.
    fn supposed(
        &mut self,
        goals: &mut Goals,
        programme: usize,
        line: usize,
    ) -> Result<Judgement<'a>, Nobody> {
        let lines = &self.evaluation.pack.programmes[programme].lines;
        for earlier in &lines[..line] {
            goals.wants(&mut self.evaluation, &earlier.when, Wanted::DoesNotHold)?;
        }
        goals.wants(&mut self.evaluation, &lines[line].when, Wanted::Holds)?;
        let line = &lines[line];
        Ok(Judgement::new(line.verdict, &line.reason, line.predicts))
    }

    /// The programme with every line that may be the first to hold.
    fn possible(&mut self, families: &Families, programme: usize) -> Judgement<'a> {
        let lines = &self.evaluation.pack.programmes[programme].lines;
        let mut judgement = nothing();
        judgement.possible = Verdicts::default();
        judgement.predicts = Truths::NONE;
        for line in first_to_hold(&mut self.evaluation, families, programme) {
            let line = &lines[usize::from(line)];
            judgement.possible = judgement.possible.with(line.verdict);
            judgement.predicts = judgement.predicts.or(line.predicts.into());
        }
        judgement
    }

    fn gate(&mut self, goals: &mut Goals) -> Result<(), Nobody> {
        let pack = self.evaluation.pack;
        let Some(line) = goals.families.lines[self.programme] else { return Ok(()) };
        let verdict = pack.programmes[self.programme].lines[usize::from(line)].verdict;
        let Some(gate) = pack.gate.as_ref().filter(|_| !is_beyond_gate(verdict)) else {
            return Ok(());
        };
        if verdict == Verdict::Likely {
            goals.wants(&mut self.evaluation, &gate.open_if, Wanted::Not(Truth::Unknown))?;
        }
        let is_exempt = gate.except.iter().any(|it| usize::from(*it) == self.programme);
        if is_exempt {
            return Ok(());
        }
        goals.wants(&mut self.evaluation, &gate.open_if, Wanted::Not(Truth::False))
    }

    /// What is supposed of named statements must be what they can come to…
    fn statements(&mut self, goals: &mut Goals) -> Result<(), Nobody> {
        let (pack, families) = (self.evaluation.pack, goals.families);
        for (definition, supposed) in pack.definitions.iter().zip(&families.named) {
            if let (Meaning::Condition(condition), Some(Known::Condition(supposed))) =
                (&definition.is, supposed)
            {
                let actual = self.evaluation.condition(&families.facts, condition).truths;
                let truth = supposed.truths.only().unwrap_or(Truth::Unknown);
                let cut = || Cut::of_condition(&mut self.evaluation, families, condition);
                goals.note_named(actual.contains(truth), actual == supposed.truths, cut)?;
            }
        }
        Ok(())
    }

    /// …and what is supposed of named numbers too, which comes last: as long as the number itself
    /// settles the lines, the answers that make it up do not matter.
    fn numbers(&mut self, goals: &mut Goals) -> Result<(), Nobody> {
        let (pack, families) = (self.evaluation.pack, goals.families);
        for (definition, supposed) in pack.definitions.iter().zip(&families.named) {
            if let (Meaning::Number(number), Some(Known::Number(supposed))) =
                (&definition.is, supposed)
            {
                let actual = self.evaluation.number(&families.facts, number);
                let cut = || Cut::of_number(&mut self.evaluation, families, number);
                let is_so = is_within(&actual, supposed);
                goals.note_last(overlap(&actual, supposed), is_so, cut)?;
            }
        }
        Ok(())
    }
}

/// What must hold, as far as it is seen.
struct Goals<'f, 'o> {
    pack: &'f Pack,
    order: Order,
    families: &'f Families,
    is_open: &'o mut bool,
    cut: &'o mut Option<Cut>,
}

impl Goals<'_, '_> {
    fn wants(
        &mut self,
        evaluation: &mut Evaluation,
        condition: &Condition,
        wanted: Wanted,
    ) -> Result<(), Nobody> {
        let truths = evaluation.condition(&self.families.facts, condition).truths;
        let (can_be, is_so) = match wanted {
            Wanted::Holds => (truths.contains(Truth::True), truths == Truths::TRUE),
            Wanted::DoesNotHold => (truths != Truths::TRUE, !truths.contains(Truth::True)),
            Wanted::Not(truth) => (truths != truth.into(), !truths.contains(truth)),
        };
        self.note(can_be, is_so, || Cut::of_condition(evaluation, self.families, condition))
    }

    fn note(
        &mut self,
        can_be: bool,
        is_so: bool,
        cut: impl FnOnce() -> Option<Cut>,
    ) -> Result<(), Nobody> {
        if !can_be {
            return Err(Nobody);
        }
        if !is_so {
            *self.is_open = true;
            let (old, new) = (self.cut.take(), cut());
            *self.cut = match (old, new) {
                (Some(old), Some(new))
                    if old.rank(self.pack, self.order) < new.rank(self.pack, self.order) =>
                {
                    Some(old)
                }
                (old, new) => new.or(old),
            };
        }
        Ok(())
    }

    /// The same of a named statement: as long as it settles the lines, what it rests on does not
    /// matter; unless numbers come first.
    fn note_named(
        &mut self,
        can_be: bool,
        is_so: bool,
        cut: impl FnOnce() -> Option<Cut>,
    ) -> Result<(), Nobody> {
        match self.order {
            Order::StatementsFirst => self.note_last(can_be, is_so, cut),
            Order::NumbersFirst => self.note(can_be, is_so, cut),
        }
    }

    /// The same, but families are told apart by it only where nothing else tells them apart.
    fn note_last(
        &mut self,
        can_be: bool,
        is_so: bool,
        cut: impl FnOnce() -> Option<Cut>,
    ) -> Result<(), Nobody> {
        let is_wanted = self.cut.is_none();
        self.note(can_be, is_so, || if is_wanted { cut() } else { None })
    }
}

/// The lines of a programme of which one is the first to hold.
pub fn first_to_hold(
    evaluation: &mut Evaluation,
    families: &Families,
    programme: usize,
) -> Vec<u16> {
    let mut may_hold = Vec::new();
    for (place, line) in (0..).zip(&evaluation.pack.programmes[programme].lines) {
        let truths = evaluation.condition(&families.facts, &line.when).truths;
        if truths.contains(Truth::True) {
            may_hold.push(place);
        }
        if truths == Truths::TRUE {
            break;
        }
    }
    may_hold
}

/// Stands for a programme until it is known what may come of it.
fn nothing<'a>() -> Judgement<'a> {
    Judgement::new(Verdict::NeedInfo, "", Truth::Unknown)
}

fn mark_needed(pack: &Pack, programme: usize, is_needed: &mut [bool]) {
    if std::mem::replace(&mut is_needed[programme], true) {
        return;
    }
    for line in &pack.programmes[programme].lines {
        for earlier in pack.depends_of(&line.when).programmes {
            mark_needed(pack, usize::from(earlier), is_needed);
        }
    }
}

fn overlap(a: &Reckoning, b: &Reckoning) -> bool {
    let ranges_meet = a.least <= b.greatest && b.least <= a.greatest;
    (a.may_be_known && b.may_be_known && ranges_meet) || (a.may_be_unknown && b.may_be_unknown)
}

fn is_within(inner: &Reckoning, outer: &Reckoning) -> bool {
    let is_range_within = inner.least >= outer.least && inner.greatest <= outer.greatest;
    (!inner.may_be_known || (outer.may_be_known && is_range_within))
        && (!inner.may_be_unknown || outer.may_be_unknown)
}
