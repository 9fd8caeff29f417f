//! Why a programme came out as it did: the conditions that decided, with the numbers compared.

use crate::evaluate::{Evaluation, Reading};
use crate::judge::Careful;
use crate::{
    Condition, FactSet, Facts, Gate, Meaning, Number, Pack, Truth, Verdict, deciding_facts,
};

/// One condition that decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Because<'a> {
    pub ground: Ground<'a>,
    /// Whether it held; [`Truth::Unknown`] where that could not be told.
    pub truth: Truth,
    /// The numbers compared, where they are known.
    pub compared: Vec<Compared>,
    /// The answers it looked at.
    pub facts: FactSet,
    /// The parameters it looked at, as their places in the pack.
    pub parameters: Vec<u16>,
}

/// The family's number and the limit, each from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    pub own: (i64, i64),
    pub limit: (i64, i64),
}

/// What kind of condition it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground<'a> {
    /// A condition that the pack gave a name.
    Named(u16),
    /// A comparison, an answer, or a switch as it stands in the rule.
    Plain(&'a Condition),
    /// The result of another programme.
    Programme(u16, Verdict),
}

impl Ground<'_> {
    /// The same place in the rules.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Named(a), Self::Named(b)) | (Self::Programme(a, _), Self::Programme(b, _)) => {
                a == b
            }
            (Self::Plain(a), Self::Plain(b)) => std::ptr::eq(*a, *b),
            _ => false,
        }
    }
}

/// The conditions that decided the programme at `index`, each once; those of the line itself first,
/// then why earlier lines did not hold, if the line says no more than "otherwise".
pub fn because<'a>(pack: &'a Pack, facts: &Facts, index: usize) -> Vec<Because<'a>> {
    let mut judge = Careful::new(pack);
    let judgements = judge.judge(facts).to_vec();
    let mut evaluation = Evaluation::new(pack);
    evaluation.judged.clone_from(&judgements);
    let mut finder = Finder { pack, facts, evaluation, found: Vec::new() };
    let lines = &pack.programmes[index].lines;
    if let Some(line) = judgements[index].line {
        let line = usize::from(line);
        finder.explain(&lines[line].when, Truth::True);
        if finder.found.is_empty() {
            for earlier in &lines[..line] {
                finder.explain_as_it_is(&earlier.when);
            }
        }
    } else {
        for line in lines {
            finder.explain_as_it_is(&line.when);
        }
    }
    let gate_decided = |gate: &Gate| {
        [&gate.shut_reason, &gate.unclear_reason].contains(&&judgements[index].reason.to_owned())
    };
    if let Some(gate) = pack.gate.as_ref().filter(|it| gate_decided(it)) {
        finder.found.clear();
        finder.explain_as_it_is(&gate.open_if);
    }
    let deciding = deciding_facts(pack, facts, index);
    let matters = |it: &Because| it.facts.is_empty() || it.facts.intersects(deciding);
    finder.found.into_iter().filter(matters).collect()
}

struct Finder<'a, 'f> {
    pack: &'a Pack,
    facts: &'f Facts,
    evaluation: Evaluation<'a>,
    found: Vec<Because<'a>>,
}

impl<'a> Finder<'a, '_> {
    fn explain_as_it_is(&mut self, condition: &'a Condition) {
        let Reading { truths, .. } = self.evaluation.condition(self.facts, condition);
        self.explain(condition, truths.only().unwrap_or(Truth::Unknown));
    }

    fn explain(&mut self, condition: &'a Condition, truth: Truth) {
        match condition {
            Condition::Not(inner) => self.explain(inner, !truth),
            // That something can be told is no reason; that it cannot be, is.
            Condition::Unclear(inner) if truth == Truth::True => {
                self.explain(inner, Truth::Unknown);
            }
            Condition::NoNumber(_) if truth != Truth::True => {}
            Condition::Always | Condition::Unclear(_) => {}
            Condition::All(parts) => self.explain_parts(parts, truth, Truth::False),
            Condition::Any(parts) => self.explain_parts(parts, truth, Truth::True),
            Condition::Named(index) => self.explain_named(*index, truth),
            Condition::Came(programme, _) | Condition::Predicted(programme) => {
                let came = self.evaluation.judged[usize::from(*programme)].verdict;
                if truth != Truth::False {
                    self.note(condition, Ground::Programme(*programme, came), truth);
                }
            }
            Condition::Yes(_)
            | Condition::Switch(_)
            | Condition::OneOf(..)
            | Condition::Has(..)
            | Condition::Less(..)
            | Condition::AtMost(..)
            | Condition::Equal(..)
            | Condition::NoNumber(_) => self.note(condition, Ground::Plain(condition), truth),
        }
    }

    /// One decisive part is reason enough; otherwise all of them are, or those that are unknown.
    fn explain_parts(&mut self, parts: &'a [Condition], truth: Truth, decisive: Truth) {
        let facts = self.facts;
        let truth_of = |it: &mut Self, part: &Condition| {
            it.evaluation.condition(facts, part).truths.only().unwrap_or(Truth::Unknown)
        };
        if truth == decisive {
            for part in parts {
                if truth_of(self, part) == decisive {
                    return self.explain(part, decisive);
                }
            }
            return;
        }
        for part in parts {
            if truth == !decisive || truth_of(self, part) == Truth::Unknown {
                self.explain(part, truth);
            }
        }
    }

    /// A name that stands for one comparison is said as itself, with its numbers. So is one that
    /// rests on many parts at once. Of others the parts that decided are said.
    fn explain_named(&mut self, index: u16, truth: Truth) {
        let pack = self.pack;
        let Meaning::Condition(condition) = &pack.definitions[usize::from(index)].is else {
            return;
        };
        let rests_on_one = match condition {
            Condition::Any(_) => truth == Truth::True,
            Condition::All(_) if truth == Truth::False => true,
            Condition::All(parts) => truth == Truth::True && !parts.iter().any(is_comparison),
            Condition::Named(_) | Condition::Not(_) | Condition::Predicted(_) => true,
            _ => false,
        };
        if rests_on_one {
            self.explain(condition, truth);
        } else {
            self.note(condition, Ground::Named(index), truth);
        }
    }

    fn note(&mut self, condition: &Condition, ground: Ground<'a>, truth: Truth) {
        if self.found.iter().any(|it| it.ground.is_same(&ground)) {
            return;
        }
        let compared = match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().filter_map(|it| self.compared(it)).collect()
            }
            _ => self.compared(condition).into_iter().collect(),
        };
        let depends = self.pack.depends_of(condition);
        let (facts, parameters) = (depends.facts, depends.parameters);
        self.found.push(Because { ground, truth, compared, facts, parameters });
    }

    /// The side without parameters is the family's own. What the rule multiplies to avoid a
    /// division, "twice the income against three times the line", is said undone.
    fn compared(&mut self, condition: &Condition) -> Option<Compared> {
        let (Condition::Less(a, b) | Condition::AtMost(a, b)) = condition else { return None };
        let has_limit = |number| !self.pack.depends_of_number(number).parameters.is_empty();
        let (own, limit) = match (a, b) {
            (Number::Times(own, factor), limit) if self.constant(factor).is_some() => {
                return self.undone(own, self.constant(factor)?, limit);
            }
            (limit, Number::Times(own, factor)) if self.constant(factor).is_some() => {
                return self.undone(own, self.constant(factor)?, limit);
            }
            (a, b) if has_limit(a) && !has_limit(b) => (b, a),
            (a, b) if has_limit(b) => (a, b),
            _ => return None,
        };
        Some(Compared { own: self.bounds(own)?, limit: self.bounds(limit)? })
    }

    fn undone(&mut self, own: &Number, factor: i64, limit: &Number) -> Option<Compared> {
        let (least, most) = self.bounds(limit)?;
        let limit = (least.div_euclid(factor), most.div_euclid(factor));
        Some(Compared { own: self.bounds(own)?, limit })
    }

    fn constant(&self, number: &Number) -> Option<i64> {
        let value = match number {
            Number::Is(value) => *value,
            Number::Parameter(index) => self.pack.parameters[usize::from(*index)].value,
            _ => return None,
        };
        (value > 0).then_some(value)
    }

    fn bounds(&mut self, number: &Number) -> Option<(i64, i64)> {
        self.evaluation.number(self.facts, number).bounds()
    }
}

fn is_comparison(condition: &Condition) -> bool {
    matches!(condition, Condition::Less(..) | Condition::AtMost(..) | Condition::Equal(..))
}
