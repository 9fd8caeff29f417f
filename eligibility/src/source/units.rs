//! Yuan go with yuan and persons with persons: a rule that adds or compares others is refused.

use super::compile::Places;
use super::names::Unit;
use super::{Problem, SourceError};
use crate::{Condition, FactKind, Meaning, Number, Pack};

/// How often each kind of thing is in a number's unit: yuan per person is +1 and -1. A plain number
/// goes with everything: it has no unit of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Dimension {
    yuan: i8,
    persons: i8,
    months: i8,
    percent: i8,
}

type Dimensions = Option<Dimension>;

impl Dimension {
    fn of(unit: Unit) -> Self {
        let it = |yuan, persons, months, percent| Self { yuan, persons, months, percent };
        match unit {
            Unit::Yuan => it(1, 0, 0, 0),
            Unit::YuanPerPerson => it(1, -1, 0, 0),
            Unit::YuanPerMonth => it(1, 0, -1, 0),
            Unit::YuanPerPersonAndMonth => it(1, -1, -1, 0),
            Unit::Months => it(0, 0, 1, 0),
            Unit::Percent => it(0, 0, 0, 1),
            Unit::Ratio | Unit::YesNo => it(0, 0, 0, 0),
        }
    }

    fn times(self, other: Self) -> Self {
        Self {
            yuan: self.yuan + other.yuan,
            persons: self.persons + other.persons,
            months: self.months + other.months,
            percent: self.percent + other.percent,
        }
    }

    fn name(self) -> String {
        let parts = [
            ("yuan", self.yuan),
            ("persons", self.persons),
            ("months", self.months),
            ("%", self.percent),
        ];
        let over: Vec<&str> = parts.iter().filter(|(_, n)| *n > 0).map(|(it, _)| *it).collect();
        let under: Vec<&str> = parts.iter().filter(|(_, n)| *n < 0).map(|(it, _)| *it).collect();
        match (over.is_empty(), under.is_empty()) {
            (true, true) => "a plain ratio".to_owned(),
            (_, true) => over.join(" × "),
            _ => format!("{} per {}", over.join(" × "), under.join(" and ")),
        }
    }
}

/// Checks every named value and every line.
pub fn check(pack: &Pack, units: &[Unit], places: &Places) -> Result<(), Vec<SourceError>> {
    let mut checker = Checker { pack, units, definitions: Vec::new() };
    let mut faults = Vec::new();
    let mut note = |place: &(String, usize), result: Result<(), Problem>| {
        if let Err(problem) = result {
            faults.push(SourceError { file: place.0.clone(), line: place.1, problem });
        }
    };
    for (definition, place) in pack.definitions.iter().zip(&places.definitions) {
        let found = match &definition.is {
            Meaning::Condition(condition) => checker.condition(condition).map(|()| None),
            Meaning::Number(number) => checker.number(number),
        };
        checker.definitions.push(found.as_ref().copied().unwrap_or_default());
        note(place, found.map(|_| ()));
    }
    for (programme, places) in pack.programmes.iter().zip(&places.lines) {
        for (line, place) in programme.lines.iter().zip(places) {
            note(place, checker.condition(&line.when));
            if let Some(amount) = &line.amount {
                note(place, checker.amount(&amount.yuan));
            }
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

struct Checker<'a> {
    pack: &'a Pack,
    units: &'a [Unit],
    definitions: Vec<Dimensions>,
}

impl Checker<'_> {
    fn amount(&self, number: &Number) -> Result<(), Problem> {
        match self.number(number)? {
            Some(found) if found != Dimension::of(Unit::Yuan) => {
                Err(Problem::AmountUnit(found.name()))
            }
            _ => Ok(()),
        }
    }

    fn condition(&self, condition: &Condition) -> Result<(), Problem> {
        match condition {
            Condition::Less(a, b) | Condition::AtMost(a, b) | Condition::Equal(a, b) => {
                Self::alike(self.number(a)?, self.number(b)?).map(|_| ())
            }
            Condition::Not(inner) | Condition::Unclear(inner) => self.condition(inner),
            Condition::All(parts) | Condition::Any(parts) => {
                parts.iter().try_for_each(|it| self.condition(it))
            }
            Condition::NoNumber(number) => self.number(number).map(|_| ()),
            _ => Ok(()),
        }
    }

    fn number(&self, number: &Number) -> Result<Dimensions, Problem> {
        Ok(match number {
            Number::Is(_) | Number::Nothing => None,
            Number::Of(id) => match self.pack.spec(*id).kind {
                FactKind::Money(_) => Some(Dimension::of(Unit::Yuan)),
                _ => Some(Dimension { persons: 1, ..Dimension::default() }),
            },
            Number::Parameter(index) => Some(Dimension::of(self.units[usize::from(*index)])),
            Number::Sum(parts) => parts.iter().try_fold(None, |sum, part| {
                let part = self.number(part)?;
                Self::alike(sum, part)
            })?,
            Number::Minus(a, b) | Number::Least(a, b) | Number::Greatest(a, b) => {
                Self::alike(self.number(a)?, self.number(b)?)?
            }
            Number::Times(a, b) => {
                let (a, b) = (self.number(a)?, self.number(b)?);
                a.zip(b).map(|(a, b)| a.times(b))
            }
            // By a plain number: what is left of the unit is not known.
            Number::Quotient(inner, _) => self.number(inner).map(|_| None)?,
            Number::If(condition, yes, no) => {
                self.condition(condition)?;
                Self::alike(self.number(yes)?, self.number(no)?)?
            }
            Number::Named(index) => self.definitions[usize::from(*index)],
        })
    }

    fn alike(a: Dimensions, b: Dimensions) -> Result<Dimensions, Problem> {
        match (a, b) {
            (Some(a), Some(b)) if a != b => Err(Problem::Units { left: a.name(), right: b.name() }),
            _ => Ok(a.or(b)),
        }
    }
}
