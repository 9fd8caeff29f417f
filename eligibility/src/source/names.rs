//! The names that a rule may use, as far as the pack has been read.

use super::Problem;
use super::problem::nearest;
use crate::{Definition, FactId, FactSpec, Parameter};

pub struct Names {
    pub facts: Vec<FactSpec>,
    pub parameters: Vec<(Parameter, Unit)>,
    pub definitions: Vec<Definition>,
    /// All of them from the beginning, in the order of judging; which may be looked at is checked
    /// when all have been read.
    pub programmes: Vec<String>,
}

/// What a parameter counts. Money is by the year unless it says month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Yuan,
    YuanPerPerson,
    YuanPerMonth,
    YuanPerPersonAndMonth,
    Months,
    Percent,
    Ratio,
    YesNo,
}

impl Unit {
    pub const ALL: [(&'static str, Self); 8] = [
        ("yuan", Self::Yuan),
        ("yuan/person", Self::YuanPerPerson),
        ("yuan/month", Self::YuanPerMonth),
        ("yuan/person/month", Self::YuanPerPersonAndMonth),
        ("months", Self::Months),
        ("percent", Self::Percent),
        ("ratio", Self::Ratio),
        ("yes_no", Self::YesNo),
    ];
}

impl Names {
    pub fn fact(&self, name: &str) -> Option<(FactId, &FactSpec)> {
        (0..).zip(&self.facts).find(|(_, it)| it.name == name).map(|(id, it)| (FactId(id), it))
    }

    /// Its place, and whether it is a yes or no.
    pub fn parameter(&self, name: &str) -> Option<(u16, bool)> {
        (0..)
            .zip(&self.parameters)
            .find(|(_, (it, _))| it.name == name)
            .map(|(index, (_, unit))| (index, *unit == Unit::YesNo))
    }

    pub fn definition(&self, name: &str) -> Option<(u16, &crate::Meaning)> {
        (0..)
            .zip(&self.definitions)
            .find(|(_, it)| it.name == name)
            .map(|(index, it)| (index, &it.is))
    }

    pub fn programme(&self, name: &str) -> Option<u16> {
        (0..).zip(&self.programmes).find(|(_, it)| *it == name).map(|(index, _)| index)
    }

    pub fn unknown(&self, name: &str) -> Problem {
        Problem::UnknownName { name: name.to_owned(), nearest: nearest(name, self.all()) }
    }

    pub fn unknown_programme(&self, name: &str) -> Problem {
        let nearest = nearest(name, self.programmes.iter().map(String::as_str));
        Problem::UnknownName { name: name.to_owned(), nearest }
    }

    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.facts
            .iter()
            .map(|it| it.name.as_str())
            .chain(self.parameters.iter().map(|(it, _)| it.name.as_str()))
            .chain(self.definitions.iter().map(|it| it.name.as_str()))
            .chain(self.programmes.iter().map(String::as_str))
    }
}
