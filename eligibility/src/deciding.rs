//! The fewest answers that settle a programme: what an application sends, and nothing more.

use crate::judge::Careful;
use crate::{Fact, FactSet, Facts, Pack};

/// Answers that alone give the result of the programme at `index` again, and leave no question
/// open that was not open before. Taking away any one of them would lose that.
///
/// Later questions are let go first: they are the more private ones.
pub fn deciding_facts(pack: &Pack, facts: &Facts, index: usize) -> FactSet {
    let mut judge = Careful::new(pack);
    let whole = judge.judge_up_to(facts, index + 1)[index];
    let mut kept = facts.clone();
    for id in pack.questions.iter().rev().flat_map(|it| it.facts.iter().rev()) {
        let fact = kept.get(*id);
        if fact == Fact::NotAsked {
            continue;
        }
        kept.set(*id, Fact::NotAsked);
        let without = judge.judge_up_to(&kept, index + 1)[index];
        if !without.says_the_same(&whole) || !without.open.without(whole.open).is_empty() {
            kept.set(*id, fact);
        }
    }
    kept.answered()
}
