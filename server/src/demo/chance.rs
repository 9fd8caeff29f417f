//! Chance that is always the same: `SplitMix64`, begun from a text.

pub struct Chance(u64);

impl Chance {
    /// The same text gives the same sequence (FNV-1a of its bytes).
    pub fn of(text: &str) -> Self {
        let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self(hash)
    }

    /// From 0 to `n - 1`.
    pub fn below(&mut self, n: u32) -> u32 {
        let top = self.next() >> 32;
        u32::try_from((top * u64::from(n)) >> 32).expect("less than n")
    }

    /// From `from` to `to`, both included.
    pub fn within(&mut self, from: u32, to: u32) -> u32 {
        from + self.below(to - from + 1)
    }

    /// True so many times in a hundred.
    pub fn percent(&mut self, n: u32) -> bool {
        self.below(100) < n
    }

    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.index(choices.len())]
    }

    pub fn index(&mut self, n: usize) -> usize {
        self.below(u32::try_from(n).expect("a short list")) as usize
    }

    /// The number of a weight, each as often as it is heavy.
    pub fn weighted(&mut self, weights: &[u32]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (index, &weight) in weights.iter().enumerate() {
            if left < weight {
                return index;
            }
            left -= weight;
        }
        unreachable!("what is left is less than the sum of the weights")
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_is_splitmix64s() {
        let mut chance = Chance(1_234_567);

        assert_eq!(chance.next(), 6_457_827_717_110_365_317);
        assert_eq!(chance.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn a_heavy_weight_comes_more_often() {
        let mut chance = Chance::of("weights");
        let n_heavy = (0..1000).filter(|_| chance.weighted(&[9, 1]) == 0).count();

        assert!((850..950).contains(&n_heavy), "{n_heavy}");
    }
}
