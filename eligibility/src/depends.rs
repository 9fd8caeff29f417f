//! What a rule looks at: facts, parameters, named values, earlier programmes.

use crate::{Condition, FactId, FactSet, FactSpec, Meaning, Number, Pack};

/// Everything that a rule looks at, also by way of named values; not what earlier programmes do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Depends {
    pub facts: FactSet,
    /// Places in the pack, each once.
    pub parameters: Vec<u16>,
    pub definitions: Vec<u16>,
    pub programmes: Vec<u16>,
}

impl Pack {
    /// The facts with their places.
    pub fn facts_with_ids(&self) -> impl Iterator<Item = (FactId, &FactSpec)> {
        (0..).map(FactId).zip(&self.facts)
    }

    pub fn depends_of(&self, condition: &Condition) -> Depends {
        let mut depends = Depends::default();
        depends.on_condition(self, condition);
        depends
    }

    pub fn depends_of_number(&self, number: &Number) -> Depends {
        let mut depends = Depends::default();
        depends.on_number(self, number);
        depends
    }
}

impl Depends {
    fn on_condition(&mut self, pack: &Pack, condition: &Condition) {
        match condition {
            Condition::Always => {}
            Condition::Switch(parameter) => once(&mut self.parameters, *parameter),
            Condition::Yes(id) | Condition::OneOf(id, _) | Condition::Has(id, _) => {
                self.on_fact(*id);
            }
            Condition::Less(a, b) | Condition::AtMost(a, b) | Condition::Equal(a, b) => {
                self.on_number(pack, a);
                self.on_number(pack, b);
            }
            Condition::Not(inner) | Condition::Unclear(inner) => self.on_condition(pack, inner),
            Condition::All(parts) | Condition::Any(parts) => {
                for part in parts {
                    self.on_condition(pack, part);
                }
            }
            Condition::NoNumber(number) => self.on_number(pack, number),
            Condition::Named(index) => self.on_definition(pack, *index),
            Condition::Came(programme, _) | Condition::Predicted(programme) => {
                once(&mut self.programmes, *programme);
            }
        }
    }

    fn on_number(&mut self, pack: &Pack, number: &Number) {
        match number {
            Number::Is(_) | Number::Nothing => {}
            Number::Of(id) => self.on_fact(*id),
            Number::Parameter(index) => once(&mut self.parameters, *index),
            Number::Sum(parts) => {
                for part in parts {
                    self.on_number(pack, part);
                }
            }
            Number::Quotient(inner, _) => self.on_number(pack, inner),
            Number::Minus(a, b)
            | Number::Times(a, b)
            | Number::Least(a, b)
            | Number::Greatest(a, b) => {
                self.on_number(pack, a);
                self.on_number(pack, b);
            }
            Number::If(condition, yes, no) => {
                self.on_condition(pack, condition);
                self.on_number(pack, yes);
                self.on_number(pack, no);
            }
            Number::Named(index) => self.on_definition(pack, *index),
        }
    }

    fn on_definition(&mut self, pack: &Pack, index: u16) {
        if self.definitions.contains(&index) {
            return;
        }
        self.definitions.push(index);
        match &pack.definitions[usize::from(index)].is {
            Meaning::Condition(condition) => self.on_condition(pack, condition),
            Meaning::Number(number) => self.on_number(pack, number),
        }
    }

    fn on_fact(&mut self, id: FactId) {
        self.facts = self.facts.union(FactSet::of(id));
    }
}

fn once(list: &mut Vec<u16>, item: u16) {
    if !list.contains(&item) {
        list.push(item);
    }
}
