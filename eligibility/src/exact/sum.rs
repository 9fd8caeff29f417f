//! The numbers of a pack in one list, each once, in an order in which they can be worked out one
//! after the other.

use super::course::{Courses, Next, place};
use crate::{Fact, FactId, Facts, Meaning, Number};

/// Where a number is found.
pub enum Place {
    List(usize),
    /// Among those that are worked out when they are wanted: amounts, of which few are needed, and
    /// choices, which may turn on what comes out first.
    WhenWanted(usize),
}

/// A [`Place`] in four bytes.
#[derive(Clone, Copy, PartialEq)]
pub struct Sum(u32);

const WHEN_WANTED: u32 = 1 << 31;

impl Sum {
    pub fn place(self) -> Place {
        let place = (self.0 & !WHEN_WANTED) as usize;
        if self.0 & WHEN_WANTED == 0 { Place::List(place) } else { Place::WhenWanted(place) }
    }

    fn is_in_list(self) -> bool {
        self.0 & WHEN_WANTED == 0
    }
}

/// How a number is worked out from others.
#[derive(Clone, Copy, PartialEq)]
pub enum Work {
    Fact(FactId),
    /// Of a count: none where it is not known.
    FactOrNone(FactId),
    Plus(Sum, Sum),
    Minus(Sum, Sum),
    Times(Sum, Sum),
    Quotient(Sum, i64),
    Least(Sum, Sum),
    Greatest(Sum, Sum),
    /// The first if the course comes to true, else the second.
    If(Next, Sum, Sum),
}

/// A number, or none. An [`Option`] would be a fork in every sum.
#[derive(Clone, Copy)]
struct Value {
    value: i64,
    is_known: bool,
}

const NONE: Value = Value { value: 0, is_known: false };

/// The numbers, and what they come to for a household.
#[derive(Default)]
pub struct Sums {
    /// Those of the pack itself are there from the beginning.
    values: Vec<Value>,
    /// Which of the values is worked out how.
    work: Vec<(u32, Work)>,
    when_wanted: Vec<Work>,
}

impl Sums {
    /// Works out the whole list.
    pub fn work_out(&mut self, facts: &Facts) {
        for &(place, work) in &self.work {
            let of = |sum: Sum| self.values[sum.0 as usize];
            self.values[place as usize] = match work {
                Work::Fact(id) => Value::of(facts, id),
                Work::FactOrNone(id) => Value { is_known: true, ..Value::of(facts, id) },
                Work::Plus(a, b) => of(a).and(of(b), i64::saturating_add),
                Work::Minus(a, b) => of(a).and(of(b), i64::saturating_sub),
                Work::Times(a, b) => of(a).and(of(b), i64::saturating_mul),
                Work::Least(a, b) => of(a).and(of(b), i64::min),
                Work::Greatest(a, b) => of(a).and(of(b), i64::max),
                Work::Quotient(number, by) => {
                    let Value { value, is_known } = of(number);
                    Value { value: value.div_euclid(by), is_known }
                }
                Work::If(..) => unreachable!("a choice is worked out when it is wanted"),
            };
        }
    }

    pub fn value(&self, place: usize) -> Option<i64> {
        let Value { value, is_known } = self.values[place];
        is_known.then_some(value)
    }

    pub fn when_wanted(&self, place: usize) -> Work {
        self.when_wanted[place]
    }
}

impl Value {
    fn of(facts: &Facts, id: FactId) -> Self {
        match facts.get(id) {
            Fact::Known(value) => Self { value, is_known: true },
            _ => NONE,
        }
    }

    fn and(self, other: Self, join: impl Fn(i64, i64) -> i64) -> Self {
        let is_known = self.is_known & other.is_known;
        Self { value: join(self.value, other.value), is_known }
    }
}

/// The list while it is written.
#[derive(Default)]
pub struct Entries {
    pub sums: Sums,
    constants: Vec<(Option<i64>, Sum)>,
    /// What is entered from now on is worked out only when it is wanted.
    pub are_amounts: bool,
}

impl Entries {
    fn constant(&mut self, value: Option<i64>) -> Sum {
        if let Some((_, sum)) = self.constants.iter().find(|(it, _)| *it == value) {
            return *sum;
        }
        let sum = self.push(value.map_or(NONE, |value| Value { value, is_known: true }));
        self.constants.push((value, sum));
        sum
    }

    fn enter(&mut self, work: Work) -> Sum {
        if let Some((place, _)) = self.sums.work.iter().find(|(_, it)| *it == work) {
            return Sum(*place);
        }
        let is_ready = match work {
            Work::Fact(_) | Work::FactOrNone(_) => true,
            Work::If(..) => false,
            Work::Quotient(a, _) => a.is_in_list(),
            Work::Plus(a, b)
            | Work::Minus(a, b)
            | Work::Times(a, b)
            | Work::Least(a, b)
            | Work::Greatest(a, b) => a.is_in_list() && b.is_in_list(),
        };
        if self.are_amounts || !is_ready {
            self.sums.when_wanted.push(work);
            return Sum(WHEN_WANTED | place(self.sums.when_wanted.len() - 1));
        }
        let sum = self.push(NONE);
        self.sums.work.push((sum.0, work));
        sum
    }

    fn push(&mut self, value: Value) -> Sum {
        self.sums.values.push(value);
        Sum(place(self.sums.values.len() - 1))
    }
}

impl Courses<'_> {
    /// Enters a number, by way of those that it is worked out from.
    pub fn sum(&mut self, number: &Number) -> Sum {
        let work = match number {
            Number::Is(value) => return self.entries.constant(Some(*value)),
            Number::Nothing => return self.entries.constant(None),
            Number::Parameter(index) => {
                let value = self.pack.parameters[usize::from(*index)].value;
                return self.entries.constant(Some(value));
            }
            Number::Of(id) if self.pack.spec(*id).unknown_is_zero => Work::FactOrNone(*id),
            Number::Of(id) => Work::Fact(*id),
            Number::Sum(parts) => {
                let zero = self.entries.constant(Some(0));
                let mut parts = parts.iter().map(|it| self.sum(it)).collect::<Vec<_>>().into_iter();
                let first = parts.next().unwrap_or(zero);
                return parts.fold(first, |whole, it| self.entries.enter(Work::Plus(whole, it)));
            }
            Number::Minus(a, b) => Work::Minus(self.sum(a), self.sum(b)),
            Number::Times(a, b) => Work::Times(self.sum(a), self.sum(b)),
            Number::Quotient(number, by) => Work::Quotient(self.sum(number), *by),
            Number::Least(a, b) => Work::Least(self.sum(a), self.sum(b)),
            Number::Greatest(a, b) => Work::Greatest(self.sum(a), self.sum(b)),
            Number::If(condition, yes, no) => {
                let begin = self.of_condition(condition);
                Work::If(begin, self.sum(yes), self.sum(no))
            }
            Number::Named(index) => match &self.pack.definitions[usize::from(*index)].is {
                Meaning::Number(number) => return self.sum(number),
                Meaning::Condition(_) => unreachable!("the parser tells conditions from numbers"),
            },
        };
        self.entries.enter(work)
    }
}
