//! What a family could honestly have looked at, proved or joined, and what that would change.

use crate::evaluate::Evaluation;
use crate::judge::Careful;
use crate::{Change, Fact, FactId, Facts, Judgement, Pack, Truth, Verdict};

/// One thing to do, and the programme it may open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chance {
    /// The place of the near miss in the pack; none: to find out what the family does not know.
    pub near_miss: Option<u16>,
    /// The fact that it turns on.
    pub fact: FactId,
    /// The place of the programme in the pack.
    pub programme: u16,
    /// What the programme would then come to.
    pub verdict: Verdict,
    /// Where an amount has to be reached: the least that does it.
    pub at_least: Option<i64>,
}

/// Every single change that the pack allows to be named and that would make a programme likelier;
/// and every unknown answer, other than of income and belongings, that could.
///
/// A change of what a family earns or owns is never among them: a pack that names one is refused.
pub fn near_misses(pack: &Pack, facts: &Facts) -> Vec<Chance> {
    let mut search = Search { judge: Careful::new(pack), before: Vec::new(), chances: Vec::new() };
    search.before = search.judge.judge(facts).to_vec();
    let mut evaluation = Evaluation::new(pack);
    for (place, near_miss) in (0..).zip(&pack.near_misses) {
        let holds = evaluation.condition(facts, &near_miss.when).truths.only() == Some(Truth::True);
        if !holds {
            continue;
        }
        match &near_miss.change {
            Change::Become(values) => {
                search.try_values(facts, Some(place), near_miss.fact, values.iter().copied());
            }
            Change::More(more) => {
                let now = facts.get(near_miss.fact).bounds().map_or(0, |(_, most)| most);
                search.try_values(facts, Some(place), near_miss.fact, [now + more]);
            }
            Change::UpTo(most) => search.try_amounts(facts, place, near_miss.fact, *most),
        }
    }
    for question in pack.questions.iter().filter(|it| !it.is_means) {
        for id in &question.facts {
            let spec = pack.spec(*id);
            let is_named = pack.near_misses.iter().any(|it| it.fact == *id);
            if facts.get(*id) == Fact::NotKnown && !spec.unknown_is_zero && !is_named {
                let (least, most) = spec.kind.bounds();
                if most - least < 32 {
                    search.try_values(facts, None, *id, least..=most);
                }
            }
        }
    }
    search.chances
}

struct Search<'a> {
    judge: Careful<'a>,
    before: Vec<Judgement<'a>>,
    chances: Vec<Chance>,
}

impl Search<'_> {
    fn try_values(
        &mut self,
        facts: &Facts,
        near_miss: Option<u16>,
        fact: FactId,
        values: impl IntoIterator<Item = i64>,
    ) {
        let mut changed = facts.clone();
        for value in values {
            changed.set(fact, Fact::Known(value));
            let after = self.judge.judge(&changed);
            for (programme, (before, after)) in (0..).zip(self.before.iter().zip(after)) {
                if is_likelier(before.verdict, after.verdict) {
                    let verdict = after.verdict;
                    note(
                        &mut self.chances,
                        Chance { near_miss, fact, programme, verdict, at_least: None },
                    );
                }
            }
        }
    }

    /// The least amount, by halving, that makes each programme likelier. More never makes it less
    /// likely: what `most` does not do, nothing below does.
    fn try_amounts(&mut self, facts: &Facts, near_miss: u16, fact: FactId, most: i64) {
        let now = facts.get(fact).bounds().map_or(0, |(_, most)| most);
        let mut changed = facts.clone();
        for programme in 0..self.before.len() {
            let before = self.before[programme].verdict;
            let mut verdict_at = |value| {
                changed.set(fact, Fact::Known(value));
                self.judge.judge_up_to(&changed, programme + 1)[programme].verdict
            };
            if most <= now || !is_likelier(before, verdict_at(most)) {
                continue;
            }
            let (mut below, mut enough) = (now, most);
            while enough - below > 1 {
                let middle = below + (enough - below) / 2;
                if is_likelier(before, verdict_at(middle)) {
                    enough = middle;
                } else {
                    below = middle;
                }
            }
            let verdict = verdict_at(enough);
            let programme = u16::try_from(programme).unwrap_or(u16::MAX);
            let near_miss = Some(near_miss);
            let at_least = Some(enough);
            note(&mut self.chances, Chance { near_miss, fact, programme, verdict, at_least });
        }
    }
}

/// Keeps the better of two chances with the same programme by the same way.
fn note(chances: &mut Vec<Chance>, new: Chance) {
    let same = |it: &&mut Chance| {
        (it.near_miss, it.fact, it.programme) == (new.near_miss, new.fact, new.programme)
    };
    match chances.iter_mut().find(same) {
        Some(old) if rank(new.verdict) > rank(old.verdict) => *old = new,
        Some(_) => {}
        None => chances.push(new),
    }
}

/// Whether help that was out of reach may come of it.
fn is_likelier(before: Verdict, after: Verdict) -> bool {
    matches!(after, Verdict::Check | Verdict::Likely) && rank(after) > rank(before)
}

/// How near a verdict is to help; what the family has, or what is over, is out of it.
fn rank(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Unlikely | Verdict::NeedInfo => 1,
        Verdict::Check => 2,
        Verdict::Likely
        | Verdict::Already
        | Verdict::Superseded
        | Verdict::Closed
        | Verdict::Na => 3,
    }
}
