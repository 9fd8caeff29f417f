//! What would settle a statement that holds for some families and not for others.

use super::families::Families;
use crate::evaluate::{Evaluation, Reckoning};
use crate::{Condition, FactId, Number, Pack};

/// What to tell families apart by.
#[derive(Clone, Copy)]
pub enum Cut {
    Fact(FactId),
    /// The truth of a named statement.
    Truth(u16),
    /// Whether a named number is known, and how great it is.
    Number(u16),
    /// The line that decides a programme.
    Line(u16),
}

/// What comes first when there is more than one way to tell families apart. Neither is the better
/// for every line: where two statements about one number exclude each other, the number leads to the
/// proof; elsewhere it leads astray.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Order {
    StatementsFirst,
    NumbersFirst,
}

impl Cut {
    /// The lower, the sooner it is taken.
    pub fn rank(self, pack: &Pack, order: Order) -> u8 {
        let is_number = match self {
            Self::Fact(id) => pack.spec(id).kind.is_number(),
            Self::Number(_) => true,
            Self::Truth(_) | Self::Line(_) => false,
        };
        match (self, order) {
            (_, Order::NumbersFirst) if is_number => 0,
            (Self::Truth(_), _) => 1,
            (Self::Fact(_), _) if !is_number => 2,
            (Self::Line(_), _) => 3,
            (Self::Fact(_) | Self::Number(_), _) => 4,
        }
    }

    pub fn of_condition(
        evaluation: &mut Evaluation,
        families: &Families,
        condition: &Condition,
    ) -> Option<Self> {
        match condition {
            Condition::Always | Condition::Switch(_) => None,
            Condition::Yes(id) | Condition::OneOf(id, _) | Condition::Has(id, _) => {
                families.is_open(*id).then_some(Self::Fact(*id))
            }
            Condition::Less(a, b) | Condition::AtMost(a, b) | Condition::Equal(a, b) => {
                Self::wider(evaluation, families, &[a, b])
            }
            Condition::Not(inner) | Condition::Unclear(inner) => {
                Self::of_condition(evaluation, families, inner)
            }
            Condition::All(parts) | Condition::Any(parts) => parts.iter().find_map(|part| {
                let is_settled =
                    evaluation.condition(&families.facts, part).truths.only().is_some();
                if is_settled { None } else { Self::of_condition(evaluation, families, part) }
            }),
            Condition::NoNumber(number) => Self::of_number(evaluation, families, number),
            Condition::Named(index) => {
                let is_supposed = families.named[usize::from(*index)].is_some();
                (!is_supposed).then_some(Self::Truth(*index))
            }
            Condition::Came(programme, _) | Condition::Predicted(programme) => {
                let is_supposed = families.lines[usize::from(*programme)].is_some();
                (!is_supposed).then_some(Self::Line(*programme))
            }
        }
    }

    pub fn of_number(
        evaluation: &mut Evaluation,
        families: &Families,
        number: &Number,
    ) -> Option<Self> {
        match number {
            Number::Is(_) | Number::Nothing | Number::Parameter(_) => None,
            Number::Of(id) => families.is_open(*id).then_some(Self::Fact(*id)),
            Number::Sum(parts) => {
                Self::wider(evaluation, families, &parts.iter().collect::<Vec<_>>())
            }
            Number::Minus(a, b)
            | Number::Times(a, b)
            | Number::Least(a, b)
            | Number::Greatest(a, b) => Self::wider(evaluation, families, &[a, b]),
            Number::Quotient(inner, _) => Self::of_number(evaluation, families, inner),
            Number::If(condition, yes, no) => {
                let truths = evaluation.condition(&families.facts, condition).truths;
                let cut = match truths.only() {
                    Some(_) => None,
                    None => Self::of_condition(evaluation, families, condition),
                };
                cut.or_else(|| Self::wider(evaluation, families, &[yes, no]))
            }
            Number::Named(index) => {
                let number = evaluation.number(&families.facts, number);
                (!is_settled(&number)).then_some(Self::Number(*index))
            }
        }
    }

    /// By the number that is less certain: one that may be unknown, else the one in the wider range.
    fn wider(
        evaluation: &mut Evaluation,
        families: &Families,
        numbers: &[&Number],
    ) -> Option<Self> {
        let mut by_width: Vec<(u64, &Number)> = Vec::new();
        for number in numbers {
            let reckoning = evaluation.number(&families.facts, number);
            if !is_settled(&reckoning) {
                by_width.push((width(&reckoning), number));
            }
        }
        by_width.sort_by_key(|(width, _)| std::cmp::Reverse(*width));
        by_width.into_iter().find_map(|(_, it)| Self::of_number(evaluation, families, it))
    }
}

fn width(number: &Reckoning) -> u64 {
    if number.may_be_known && number.may_be_unknown {
        u64::MAX
    } else {
        number.greatest.abs_diff(number.least)
    }
}

fn is_settled(number: &Reckoning) -> bool {
    !number.may_be_known || (!number.may_be_unknown && number.least == number.greatest)
}
