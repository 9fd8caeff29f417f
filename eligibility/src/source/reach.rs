//! Which programmes a condition looks at, by way of named values too, while the pack is being read.

use super::names::Names;
use crate::{Condition, Meaning, Number};

pub fn programmes(names: &Names, condition: &Condition) -> Vec<u16> {
    let mut found = Vec::new();
    in_condition(names, condition, &mut found);
    found
}

fn in_condition(names: &Names, condition: &Condition, found: &mut Vec<u16>) {
    match condition {
        Condition::Came(programme, _) | Condition::Predicted(programme) => found.push(*programme),
        Condition::Not(inner) | Condition::Unclear(inner) => in_condition(names, inner, found),
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                in_condition(names, part, found);
            }
        }
        Condition::Less(a, b) | Condition::AtMost(a, b) | Condition::Equal(a, b) => {
            in_number(names, a, found);
            in_number(names, b, found);
        }
        Condition::NoNumber(number) => in_number(names, number, found),
        Condition::Named(index) => in_definition(names, *index, found),
        Condition::Always
        | Condition::Yes(_)
        | Condition::Switch(_)
        | Condition::OneOf(..)
        | Condition::Has(..) => {}
    }
}

fn in_number(names: &Names, number: &Number, found: &mut Vec<u16>) {
    match number {
        Number::Sum(parts) => {
            for part in parts {
                in_number(names, part, found);
            }
        }
        Number::Quotient(inner, _) => in_number(names, inner, found),
        Number::Minus(a, b)
        | Number::Times(a, b)
        | Number::Least(a, b)
        | Number::Greatest(a, b) => {
            in_number(names, a, found);
            in_number(names, b, found);
        }
        Number::If(condition, yes, no) => {
            in_condition(names, condition, found);
            in_number(names, yes, found);
            in_number(names, no, found);
        }
        Number::Named(index) => in_definition(names, *index, found),
        Number::Is(_) | Number::Nothing | Number::Of(_) | Number::Parameter(_) => {}
    }
}

fn in_definition(names: &Names, index: u16, found: &mut Vec<u16>) {
    match &names.definitions[usize::from(index)].is {
        Meaning::Condition(condition) => in_condition(names, condition, found),
        Meaning::Number(number) => in_number(names, number, found),
    }
}
