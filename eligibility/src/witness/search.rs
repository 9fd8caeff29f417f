//! Looks for a family that comes to a line, part by part, until there is one or none is left.

use super::cut::{Cut, Order};
use super::examine::{Examined, Examiner, first_to_hold};
use super::families::Families;
use super::random::Random;
use super::{Reach, comes_to};
use crate::evaluate::Known;
use crate::{Facts, Judge, Pack};

/// More parts than this are not looked at: it is then left open.
pub const MOST_PARTS: u32 = 4_000;

pub fn search(pack: &Pack, programme: usize, line: usize, most_parts: u32) -> Reach {
    let mut n_parts = 0;
    for order in [Order::StatementsFirst, Order::NumbersFirst] {
        let mut search = Search {
            pack,
            programme,
            line,
            examiner: Examiner::new(pack, programme, order),
            judge: Judge::new(pack),
            random: Random::new(),
        };
        match search.run(most_parts) {
            Reach::Undecided(n) => n_parts += n,
            decided => return decided,
        }
    }
    Reach::Undecided(n_parts)
}

struct Search<'a> {
    pack: &'a Pack,
    programme: usize,
    line: usize,
    examiner: Examiner<'a>,
    judge: Judge<'a>,
    random: Random,
}

impl Search<'_> {
    fn run(&mut self, most_parts: u32) -> Reach {
        let line = u16::try_from(self.line).unwrap_or(u16::MAX);
        let mut parts = vec![Families::all(self.pack).decided_by(self.programme, line)];
        let mut n_parts = 0;
        // A part that can be told apart no further and is still open leaves the whole open.
        let mut is_proof = true;
        while let Some(families) = parts.pop() {
            n_parts += 1;
            if n_parts > most_parts {
                return Reach::Undecided(most_parts);
            }
            let cut = match self.examiner.examine(&families) {
                Examined::None => continue,
                Examined::Every => None,
                Examined::Some(cut) => cut,
            };
            let one = families.any_one(self.pack, &mut self.random);
            if self.comes_to_it(&one) {
                return Reach::By(one);
            }
            match cut.and_then(|cut| self.apart(&families, cut)) {
                Some(apart) => parts.extend(apart.into_iter().rev()),
                None => is_proof = false,
            }
        }
        if is_proof { Reach::Never } else { Reach::Undecided(n_parts) }
    }

    fn comes_to_it(&mut self, facts: &Facts) -> bool {
        let judged = self.judge.judge_up_to(facts, self.programme + 1);
        let line = &self.pack.programmes[self.programme].lines[self.line];
        comes_to(&judged[self.programme], line, self.line)
    }

    /// Parts that together are the whole.
    fn apart(&mut self, families: &Families, cut: Cut) -> Option<Vec<Families>> {
        let evaluation = &mut self.examiner.evaluation;
        Some(match cut {
            Cut::Fact(id) => families.by_fact(self.pack, id),
            Cut::Truth(index) | Cut::Number(index) => {
                let index = usize::from(index);
                match evaluation.known[index]? {
                    Known::Condition(reading) => families.by_truth(index, reading.truths),
                    Known::Number(number) => families.by_number(index, number),
                }
            }
            Cut::Line(programme) => {
                let programme = usize::from(programme);
                let lines = first_to_hold(evaluation, families, programme);
                lines.into_iter().map(|line| families.decided_by(programme, line)).collect()
            }
        })
    }
}
