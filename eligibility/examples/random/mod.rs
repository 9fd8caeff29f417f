//! Random households, always the same ones.

use eligibility::{Fact, FactKind, Facts, Pack};

/// Numbers that look random and are the same every time (`SplitMix64`).
pub struct Random(pub u64);

impl Random {
    /// A number from 0 up to, not including, `n`.
    pub fn below(&mut self, n: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^= mixed >> 31;
        i64::try_from(mixed % n.unsigned_abs()).unwrap_or(0)
    }

    /// Writes over a household: every fact is known, and money lies near the packs' lines, so that
    /// households fall on both sides of them.
    pub fn household(&mut self, pack: &Pack, facts: &mut Facts) {
        for (id, spec) in pack.facts_with_ids() {
            facts.set(id, Fact::Known(self.value(&spec.kind)));
        }
    }

    fn value(&mut self, kind: &FactKind) -> i64 {
        let (least, most) = kind.bounds();
        match kind {
            FactKind::Count(..) => least + self.below((most - least + 1).min(5)),
            FactKind::Money(_) => match self.below(7) {
                0..3 => 0,
                3 | 4 => self.below(3_000),
                _ => self.below(60_000),
            },
            FactKind::Several(_) if self.below(2) == 0 => 0,
            FactKind::YesNo | FactKind::Choice(_) | FactKind::Several(_) => {
                least + self.below(most - least + 1)
            }
        }
    }
}
