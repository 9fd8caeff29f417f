//! Makes up families at random. One that comes to a line nobody came to before is kept, and varied.

use super::comes_to;
use super::random::Random;
use crate::{Fact, FactId, FactKind, FactSpec, Facts, Judge, Pack};

/// So many families are made up, and no more, if lines are left.
const MOST_FAMILIES: u32 = 2_000;

/// For each programme and line, a family that came to it.
pub type Found = Vec<Vec<Option<Facts>>>;

pub struct Hunt<'a> {
    pack: &'a Pack,
    judge: Judge<'a>,
    random: Random,
    /// Values worth trying, for each fact.
    values: Vec<Vec<Fact>>,
    kept: Vec<Facts>,
    found: Found,
    n_left: usize,
}

impl<'a> Hunt<'a> {
    pub fn new(pack: &'a Pack) -> Self {
        let n_lines = |it: &crate::Programme| it.lines.len();
        Self {
            pack,
            judge: Judge::new(pack),
            random: Random::new(),
            values: pack.facts.iter().map(|it| worth_trying(pack, it)).collect(),
            kept: Vec::new(),
            found: pack.programmes.iter().map(|it| vec![None; it.lines.len()]).collect(),
            n_left: pack.programmes.iter().map(n_lines).sum(),
        }
    }

    pub fn run(&mut self) {
        for id in 0..2 {
            self.try_one(first(self.pack, id == 0));
        }
        for _ in 0..MOST_FAMILIES {
            if self.n_left == 0 {
                break;
            }
            let one = self.variant();
            self.try_one(one);
        }
    }

    pub fn found(&self) -> &Found {
        &self.found
    }

    fn variant(&mut self) -> Facts {
        // The newest are the likeliest to lead on.
        let n_kept = self.kept.len();
        let newest = n_kept.saturating_sub(12);
        let from = if self.random.below(2) == 0 { newest } else { 0 };
        let mut facts = self.kept[from + self.random.below(n_kept - from)].clone();
        for _ in 0..=self.random.below(4) {
            let place = self.random.below(self.values.len());
            if let (Some(value), Ok(id)) =
                (self.random.one_of(&self.values[place]), u8::try_from(place))
            {
                facts.set(FactId(id), value);
            }
        }
        facts
    }

    fn try_one(&mut self, facts: Facts) {
        let mut is_new = self.kept.is_empty();
        let judged = self.judge.judge(&facts);
        for ((judgement, programme), found) in
            judged.iter().zip(&self.pack.programmes).zip(&mut self.found)
        {
            let Some(place) = judgement.line.map(usize::from) else { continue };
            if found[place].is_none() && comes_to(judgement, &programme.lines[place], place) {
                found[place] = Some(facts.clone());
                self.n_left -= 1;
                is_new = true;
            }
        }
        if is_new {
            self.kept.push(facts);
        }
    }
}

/// A family that answers everything with the least there is, or nothing at all.
fn first(pack: &Pack, knows: bool) -> Facts {
    let mut facts = Facts::none(pack.facts.len());
    for (id, spec) in pack.facts_with_ids() {
        let least = spec.kind.bounds().0;
        facts.set(id, if knows { Fact::Known(least) } else { Fact::NotKnown });
    }
    facts
}

/// Not known; the ends; every option; round sums about the pack's own numbers.
fn worth_trying(pack: &Pack, spec: &FactSpec) -> Vec<Fact> {
    let (least, most) = spec.kind.bounds();
    let mut values: Vec<i64> = match &spec.kind {
        FactKind::YesNo | FactKind::Choice(_) => (least..=most).collect(),
        FactKind::Several(options) => {
            let each = (0..options.len()).map(|place| 1 << place);
            [0, most].into_iter().chain(each).collect()
        }
        FactKind::Count(..) => vec![least, least + 1, least + 2, least + 3],
        FactKind::Money(_) => {
            let of_pack = pack.parameters.iter().filter(|it| it.value > 100);
            let about = of_pack.flat_map(|it| [it.value - 1, it.value, it.value + 1, it.value * 3]);
            [0, 0, 1].into_iter().chain(about).collect()
        }
    };
    values.retain(|it| (least..=most).contains(it));
    let mut facts: Vec<Fact> = values.into_iter().map(Fact::Known).collect();
    if !spec.unknown_is_zero {
        facts.push(Fact::NotKnown);
    }
    facts
}
