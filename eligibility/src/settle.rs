//! Maybe that is never lazy: where every value of what is unknown leads to one verdict, it is said.
//!
//! Kleene's logic leaves "a or not a" unknown. So the few small unknowns (yes or no, a choice, a
//! count) are tried one by one, and unknown money as everything from nothing to the most there is.

use crate::judge::{Careful, Judge};
use crate::{Fact, FactId, FactKind, FactSet, FactSpec, Facts, Judgement, Pack, Verdict};

/// More cases than this are not tried: the result then stays as it is.
const MOST_CASES: u32 = 4_096;
/// So many guesses at what is unknown are made before all of it is tried.
const N_GUESSES: u64 = 8;

/// The verdict that the programme at `index` comes to whatever the unknown answers are; none if
/// they matter, or if that is what it says already.
pub fn settled(pack: &Pack, facts: &Facts, index: usize) -> Option<Verdict> {
    let mut judge = Careful::new(pack);
    let verdict = judge.judge_up_to(facts, index + 1)[index].verdict;
    if may_be_settled(verdict) { try_all(&mut judge, pack, facts, index, verdict) } else { None }
}

/// Finds what is settled for one household after another.
pub struct Settler<'a> {
    pack: &'a Pack,
    judge: Judge<'a>,
    careful: Careful<'a>,
    guess: Facts,
    settled: Vec<Option<Verdict>>,
}

impl<'a> Settler<'a> {
    pub fn new(pack: &'a Pack) -> Self {
        Self {
            pack,
            judge: Judge::new(pack),
            careful: Careful::new(pack),
            guess: Facts::none(pack.facts.len()),
            settled: vec![None; pack.programmes.len()],
        }
    }

    /// What [`settled`] says of every programme. `judgements` are what these facts come to.
    ///
    /// Guesses at what is unknown come first: where two of them lead to two verdicts, or one leads to
    /// the verdict that is there already, nothing is settled.
    pub fn settle(&mut self, facts: &Facts, judgements: &[Judgement]) -> &[Option<Verdict>] {
        self.settled.fill(None);
        if !self.pack.facts_with_ids().any(|(id, spec)| is_in_question(facts.get(id), spec)) {
            return &self.settled;
        }
        let mut left: Vec<(usize, Option<Verdict>)> = (0..judgements.len())
            .filter(|it| may_be_settled(judgements[*it].verdict))
            .map(|index| (index, None))
            .collect();
        for guess in 0..N_GUESSES {
            if left.is_empty() {
                return &self.settled;
            }
            for (id, spec) in self.pack.facts_with_ids() {
                self.guess.set(id, guessed(guess, id, spec, facts.get(id)));
            }
            let guessed = self.judge.judge(&self.guess);
            left.retain_mut(|(index, agreed)| {
                let verdict = guessed[*index].verdict;
                let is_news = verdict != judgements[*index].verdict && verdict != Verdict::NeedInfo;
                is_news && *agreed.get_or_insert(verdict) == verdict
            });
        }
        for (index, _) in left {
            let verdict = judgements[index].verdict;
            self.settled[index] = try_all(&mut self.careful, self.pack, facts, index, verdict);
        }
        &self.settled
    }
}

fn may_be_settled(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::NeedInfo | Verdict::Check)
}

fn is_in_question(fact: Fact, spec: &FactSpec) -> bool {
    match fact {
        Fact::NotKnown => !spec.unknown_is_zero,
        Fact::NotAsked => true,
        Fact::Known(_) | Fact::Between(..) => false,
    }
}

/// What the fact might be: the least, the greatest, then anything.
fn guessed(guess: u64, id: FactId, spec: &FactSpec, fact: Fact) -> Fact {
    let (least, most) = match fact {
        Fact::Known(_) => return fact,
        Fact::Between(least, most) => (least, most),
        Fact::NotKnown if spec.unknown_is_zero => return Fact::Known(0),
        Fact::NotKnown | Fact::NotAsked => spec.kind.bounds(),
    };
    let mixed = (guess << 8 | u64::from(id.0)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    Fact::Known(match guess {
        0 => least,
        1 => most,
        _ => least.saturating_add_unsigned(mixed % (most.abs_diff(least) + 1)),
    })
}

/// The verdict that all there may be leads to, if it is one and news.
fn try_all(
    judge: &mut Careful,
    pack: &Pack,
    facts: &Facts,
    index: usize,
    verdict: Verdict,
) -> Option<Verdict> {
    let mut cases = Cases { judge, index, n_left: MOST_CASES };
    let agreed = cases.agree(pack, &mut in_question(pack, facts))?;
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

struct Cases<'j, 'a> {
    judge: &'j mut Careful<'a>,
    index: usize,
    n_left: u32,
}

impl Cases<'_, '_> {
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
