//! Says a number of the rules as a formula in words: names, values in 〔 〕, + − ×.

use eligibility::{Number, Truth};
use islands::figures::grouped;

use super::clause::{Clause, Phrase};
use super::comparison::Counts;
use super::sentence::Speaker;

/// How closely the parts of a formula hang together; what is looser gets brackets inside what is closer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Sentence,
    Sum,
    Product,
    Name,
}

/// How the numbers of a formula are read.
#[derive(Clone, Copy, Default)]
struct Reading {
    /// What a bare number counts.
    counts: Option<Counts>,
    /// A percentage stands for itself, because the division by 100 is left out.
    is_percentage: bool,
}

impl Speaker<'_> {
    /// The formula; where it is only a name, with what it is a name of.
    pub fn number(&self, number: &Number) -> Phrase {
        let named = match number {
            Number::Named(index) => Some(self.pack().definitions[usize::from(*index)].name.clone()),
            _ => None,
        };
        Phrase { text: self.number_in(number, None), named }
    }

    pub(super) fn number_in(&self, number: &Number, counts: Option<Counts>) -> String {
        self.formula(number, Bond::Sentence, Reading { counts, is_percentage: false })
    }

    /// With its percentage as one: the number is divided by 100 elsewhere.
    pub(super) fn percentage(&self, number: &Number) -> String {
        self.formula(number, Bond::Product, Reading { counts: None, is_percentage: true })
    }

    /// Exactly one of its factors is a percentage.
    pub(super) fn is_percentage(&self, number: &Number) -> bool {
        self.n_percentages(number) == 1
    }

    fn n_percentages(&self, number: &Number) -> usize {
        match number {
            Number::Parameter(index) => {
                usize::from(self.compiled.notes[usize::from(*index)].unit == "percent")
            }
            Number::Times(a, b) => self.n_percentages(a) + self.n_percentages(b),
            _ => 0,
        }
    }

    fn formula(&self, number: &Number, within: Bond, reading: Reading) -> String {
        let (bond, text) = self.bound(number, reading);
        if bond < within { self.fill("packs.brackets", &[("what", &text)]) } else { text }
    }

    fn bound(&self, number: &Number, reading: Reading) -> (Bond, String) {
        let two = |a: &Number, b: &Number, key: &str| {
            let (a, b) =
                (self.formula(a, Bond::Product, reading), self.formula(b, Bond::Product, reading));
            (Bond::Sentence, self.fill(key, &[("a", &a), ("b", &b)]))
        };
        match number {
            Number::Is(value) => (Bond::Name, self.bare(*value, reading.counts)),
            Number::Nothing => (Bond::Name, self.lexicon.words.say("packs.formula.nothing")),
            Number::Of(id) => (Bond::Name, self.fact(*id)),
            Number::Parameter(index) => (Bond::Name, self.parameter(*index, reading)),
            Number::Sum(parts) => {
                let parts = parts.iter().map(|it| self.formula(it, Bond::Sum, reading));
                (Bond::Sum, parts.collect::<Vec<_>>().join(" + "))
            }
            Number::Minus(a, b) => {
                let a = self.formula(a, Bond::Sum, reading);
                (Bond::Sum, format!("{a} − {}", self.formula(b, Bond::Product, reading)))
            }
            Number::Times(a, b) => {
                // Factors are bare numbers, not so many yuan.
                let reading = Reading { counts: None, ..reading };
                let a = self.formula(a, Bond::Product, reading);
                (Bond::Product, format!("{a} × {}", self.formula(b, Bond::Product, reading)))
            }
            Number::Quotient(inner, by) => (Bond::Product, self.quotient(inner, *by)),
            Number::Least(cap, a) | Number::Least(a, cap) if self.is_given(cap) => {
                let (a, cap) = (
                    self.formula(a, Bond::Sum, reading),
                    self.formula(cap, Bond::Product, reading),
                );
                (Bond::Sentence, self.fill("packs.formula.capped", &[("a", &a), ("cap", &cap)]))
            }
            Number::Least(a, b) => two(a, b, "packs.formula.least"),
            Number::Greatest(zero, a) | Number::Greatest(a, zero) if **zero == Number::Is(0) => {
                let a = self.formula(a, Bond::Sum, reading);
                (Bond::Name, self.fill("packs.formula.not_below_zero", &[("a", &a)]))
            }
            Number::Greatest(a, b) => two(a, b, "packs.formula.greatest"),
            Number::If(condition, yes, no) => {
                let what = self.clause(condition).inline(self.lexicon.words);
                let yes = self.formula(yes, Bond::Sum, reading);
                let no = self.formula(no, Bond::Sentence, reading);
                let values = [("what", what.as_str()), ("yes", &yes), ("no", &no)];
                (Bond::Sentence, self.fill("packs.formula.if", &values))
            }
            Number::Named(index) => (Bond::Name, self.name(*index)),
        }
    }

    fn quotient(&self, inner: &Number, by: i64) -> String {
        if by == 100 && self.is_percentage(inner) {
            return self.fill("packs.formula.percent", &[("a", &self.percentage(inner))]);
        }
        let a = self.formula(inner, Bond::Product, Reading::default());
        self.fill("packs.formula.quotient", &[("a", &a), ("by", &grouped(by))])
    }

    /// The same for every family.
    fn is_given(&self, number: &Number) -> bool {
        self.pack().depends_of_number(number).facts.is_empty()
    }

    fn bare(&self, value: i64, counts: Option<Counts>) -> String {
        let n = grouped(value);
        match counts {
            Some(Counts::Yuan) => self.fill("packs.unit.yuan", &[("n", &n)]),
            Some(Counts::Persons) => self.fill("packs.unit.persons", &[("n", &n)]),
            None => n,
        }
    }

    /// `低保线（每人每年）〔6,600 元〕`
    fn parameter(&self, index: u16, reading: Reading) -> String {
        let parameter = &self.pack().parameters[usize::from(index)];
        let name = self.lexicon.book.words.parameters.get(&parameter.name);
        let n = grouped(parameter.value);
        let value = match self.compiled.notes[usize::from(index)].unit.as_str() {
            "percent" if reading.is_percentage => format!("{n}%"),
            unit if unit.starts_with("yuan") => self.fill("packs.unit.yuan", &[("n", &n)]),
            _ => n,
        };
        let name = name.unwrap_or(&parameter.name);
        self.fill("packs.formula.value", &[("name", name), ("value", &value)])
    }

    /// What a named number is called.
    pub(super) fn name(&self, index: u16) -> String {
        let name = &self.pack().definitions[usize::from(index)].name;
        let words = self.lexicon.book.words.definitions.get(name);
        words.map(|it| it.name.clone()).filter(|it| !it.is_empty()).unwrap_or_else(|| {
            match self.named(index, Truth::True) {
                Clause::Says(phrase) => phrase.text,
                Clause::Group(..) => name.clone(),
            }
        })
    }
}
