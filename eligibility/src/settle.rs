//! Maybe that is never lazy: where every value of what is unknown leads to one verdict, it is said.
//!
//! Kleene's logic leaves "a or not a" unknown. So the few small unknowns (yes or no, a choice, a
//! count) are tried one by one, and unknown money as everything from nothing to the most there is.

use crate::judge::Careful;
use crate::{Fact, FactKind, FactSet, Facts, Pack, Verdict};

/// More cases than this are not tried: the result then stays as it is.
const MOST_CASES: u32 = 4_096;

/// The verdict that the programme at `index` comes to whatever the unknown answers are; none if
/// they matter, or if that is what it says already.
pub fn settled(pack: &Pack, facts: &Facts, index: usize) -> Option<Verdict> {
    let mut judge = Careful::new(pack);
    let verdict = judge.judge_up_to(facts, index + 1)[index].verdict;
    if !matches!(verdict, Verdict::NeedInfo | Verdict::Check) {
        return None;
    }
    let mut cases = Cases { judge, index, n_left: MOST_CASES };
    let mut facts = in_question(pack, facts);
    let agreed = cases.agree(pack, &mut facts)?;
    (agreed != verdict && agreed != Verdict::NeedInfo).then_some(agreed)
}

/// The facts with everything unknown either to be tried or as wide as it can be.
fn in_question(pack: &Pack, facts: &Facts) -> Facts {
    let mut wide = facts.clone();
    for (id, spec) in pack.facts_with_ids() {
        let fact = match (facts.get(id), &spec.kind) {
            (Fact::NotKnown, _) if spec.unknown_is_zero => Fact::Known(0),
            (Fact::NotKnown | Fact::NotAsked, FactKind::Money(most)) => Fact::Between(0, *most),
            (Fact::NotKnown, _) => Fact::NotAsked,
            (fact, _) => fact,
        };
        wide.set(id, fact);
    }
    wide
}

struct Cases<'a> {
    judge: Careful<'a>,
    index: usize,
    n_left: u32,
}

impl Cases<'_> {
    /// The verdict of every case below these facts, if it is one.
    fn agree(&mut self, pack: &Pack, facts: &mut Facts) -> Option<Verdict> {
        self.n_left = self.n_left.checked_sub(1)?;
        let judgement = self.judge.judge_up_to(facts, self.index + 1)[self.index];
        let Some(id) = first(judgement.open) else {
            return (judgement.verdict != Verdict::NeedInfo).then_some(judgement.verdict);
        };
        let (least, most) = pack.spec(id).kind.bounds();
        let mut agreed = None;
        for value in least..=most {
            facts.set(id, Fact::Known(value));
            let verdict = self.agree(pack, facts);
            if verdict.is_none() || (agreed.is_some() && agreed != verdict) {
                agreed = None;
                break;
            }
            agreed = verdict;
        }
        facts.set(id, Fact::NotAsked);
        agreed
    }
}

fn first(set: FactSet) -> Option<crate::FactId> {
    set.iter().next()
}
