//! Conditions as courses of single tests, each of which says where to go on when it holds, when it
//! does not, and when it cannot be told. "And", "or", "not" and "unknown" are gone: they are in the
//! order of the tests. What is known already on a way is not tested again.

use super::sum::{Entries, Sum};
use crate::{Condition, FactId, Pack, Programme, Truth, Verdicts};

/// One test.
#[derive(Clone, Copy, PartialEq)]
pub enum Test {
    /// The chosen option is one of these.
    OneOf(FactId, u32),
    /// At least one of these options is among the chosen; or the answer is yes.
    Has(FactId, u32),
    Less(Sum, Sum),
    AtMost(Sum, Sum),
    Equal(Sum, Sum),
    NoNumber(Sum),
    Named(u16),
    Came(u16, Verdicts),
    Predicted(u16),
}

/// A test, and where to go on by its truth: false, unknown, true.
#[derive(Clone, Copy)]
pub struct Step {
    pub test: Test,
    pub next: [Next; 3],
}

/// Where to go on.
pub enum Way {
    Step(usize),
    /// Nowhere: this is what the course comes to.
    End(usize),
}

/// A [`Way`] in four bytes.
#[derive(Clone, Copy, PartialEq)]
pub struct Next(u32);

const END: u32 = 1 << 31;

impl Next {
    fn to(step: usize) -> Self {
        Self(place(step))
    }

    pub fn end(result: usize) -> Self {
        Self(END | place(result))
    }

    pub fn way(self) -> Way {
        let place = (self.0 & !END) as usize;
        if self.0 & END == 0 { Way::Step(place) } else { Way::End(place) }
    }
}

/// Places are counted in 31 bits.
pub fn place(index: usize) -> u32 {
    u32::try_from(index).ok().filter(|it| it & END == 0).expect("a pack that fits in memory")
}

/// Courses being laid, from their ends back to their beginnings.
pub struct Courses<'a> {
    pub pack: &'a Pack,
    pub steps: Vec<Step>,
    pub entries: Entries,
    /// What is known of tests further back on the way that is being laid.
    behind: Vec<(Test, Truth)>,
}

impl<'a> Courses<'a> {
    pub fn new(pack: &'a Pack) -> Self {
        Self { pack, steps: Vec::new(), entries: Entries::default(), behind: Vec::new() }
    }

    /// Lays the course of a programme. It comes to the place of the line that decides, counted from
    /// `first`, or to the place after the last.
    pub fn of_programme(&mut self, programme: &Programme, first: usize) -> Next {
        let mut next = Next::end(first + programme.lines.len());
        for (place, line) in programme.lines.iter().enumerate().rev() {
            next = self.through(&line.when, [next, next, Next::end(first + place)]);
        }
        next
    }

    /// Lays a course of its own that comes to the truth of a condition.
    pub fn of_condition(&mut self, condition: &Condition) -> Next {
        let behind = std::mem::take(&mut self.behind);
        let begin = self.through(condition, Truth::ALL.map(|it| Next::end(it as usize)));
        self.behind = behind;
        begin
    }

    /// Lays the tests of a condition before what comes next, and gives the first of them.
    fn through(&mut self, condition: &Condition, next: [Next; 3]) -> Next {
        let [no, unknown, yes] = next;
        let test = match condition {
            Condition::Always => return yes,
            Condition::Switch(parameter) => {
                let is_on = self.pack.parameters[usize::from(*parameter)].value != 0;
                return if is_on { yes } else { no };
            }
            Condition::Not(inner) => return self.through(inner, [yes, unknown, no]),
            Condition::Unclear(inner) => return self.through(inner, [no, yes, no]),
            Condition::All(parts) => return self.through_parts(parts, Truth::True, next),
            Condition::Any(parts) => return self.through_parts(parts, Truth::False, next),
            single => self.test(single),
        };
        test.map_or(no, |test| self.lay(test, next))
    }

    /// Parts that must each be of one truth for the whole to be; one of the opposite decides. A part
    /// that cannot be told leaves the whole unknown, unless a later one decides.
    fn through_parts(&mut self, parts: &[Condition], each: Truth, next: [Next; 3]) -> Next {
        let with = |unknown, on| {
            let mut next = next;
            next[Truth::Unknown as usize] = unknown;
            next[each as usize] = on;
            next
        };
        // The ways after a part that could not be told, the last first.
        let mut hazy = vec![next[Truth::Unknown as usize]];
        for part in parts.iter().skip(1).rev() {
            let on = hazy[hazy.len() - 1];
            hazy.push(self.through(part, with(on, on)));
        }
        let mut marks = Vec::with_capacity(parts.len());
        for part in parts {
            marks.push(self.behind.len());
            self.remember(part, each);
        }
        let mut clear = next[each as usize];
        for ((part, mark), hazy) in parts.iter().zip(marks).rev().zip(hazy) {
            self.behind.truncate(mark);
            clear = self.through(part, with(hazy, clear));
        }
        clear
    }

    /// Notes what a condition of this truth says of single tests.
    fn remember(&mut self, condition: &Condition, truth: Truth) {
        match (condition, truth) {
            (Condition::Not(inner), _) => self.remember(inner, !truth),
            (Condition::Unclear(inner), Truth::True) => self.remember(inner, Truth::Unknown),
            (Condition::All(parts), Truth::True) | (Condition::Any(parts), Truth::False) => {
                for part in parts {
                    self.remember(part, truth);
                }
            }
            _ => {
                let test = self.test(condition);
                self.behind.extend(test.map(|it| (it, truth)));
            }
        }
    }

    /// Lays one test, unless nothing turns on it.
    fn lay(&mut self, test: Test, next: [Next; 3]) -> Next {
        let next = Truth::ALL.map(|truth| {
            self.behind.push((test, truth));
            let next = self.past_known(next[truth as usize]);
            self.behind.pop();
            next
        });
        if next[0] == next[1] && next[1] == next[2] {
            return next[0];
        }
        self.steps.push(Step { test, next });
        Next::to(self.steps.len() - 1)
    }

    /// Goes on past tests of which it is known how they come out.
    fn past_known(&self, mut next: Next) -> Next {
        while let Way::Step(step) = next.way() {
            let Step { test, next: after } = self.steps[step];
            let Some((_, truth)) = self.behind.iter().find(|(it, _)| *it == test) else { break };
            next = after[*truth as usize];
        }
        next
    }

    /// The test that a condition is, if it is one.
    fn test(&mut self, condition: &Condition) -> Option<Test> {
        Some(match condition {
            Condition::Yes(id) => Test::Has(*id, 1),
            Condition::OneOf(id, options) => Test::OneOf(*id, *options),
            Condition::Has(id, options) => Test::Has(*id, *options),
            Condition::Less(a, b) => Test::Less(self.sum(a), self.sum(b)),
            Condition::AtMost(a, b) => Test::AtMost(self.sum(a), self.sum(b)),
            Condition::Equal(a, b) => Test::Equal(self.sum(a), self.sum(b)),
            Condition::NoNumber(number) => Test::NoNumber(self.sum(number)),
            Condition::Named(index) => Test::Named(*index),
            Condition::Came(programme, verdicts) => Test::Came(*programme, *verdicts),
            Condition::Predicted(programme) => Test::Predicted(*programme),
            Condition::Always
            | Condition::Switch(_)
            | Condition::Not(_)
            | Condition::Unclear(_)
            | Condition::All(_)
            | Condition::Any(_) => return None,
        })
    }
}
