//! A small generator of numbers that look random and are the same every time (`SplitMix64`).

pub struct Random(u64);

impl Random {
    pub fn new() -> Self {
        Self(0x5eed)
    }

    /// A number below `n`; `n` is above zero.
    pub fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX);
        usize::try_from(self.next() % n).unwrap_or(0)
    }

    /// A number from the first to the last, nearer to the first rather than farther: of ten thousand
    /// and ten million one is as likely as the other.
    pub fn within(&mut self, first: i64, last: i64) -> i64 {
        let width = last.abs_diff(first).saturating_add(1);
        let n_bits = u64::from(width.ilog2()) + 1;
        let scale = 1_u64 << (self.next() % n_bits + 1).min(63);
        first.saturating_add_unsigned(self.next() % scale.min(width))
    }

    pub fn one_of<T: Copy>(&mut self, items: &[T]) -> Option<T> {
        if items.is_empty() { None } else { Some(items[self.below(items.len())]) }
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
