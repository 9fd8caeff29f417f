//! A percentage that the public sees: it ties a part to its base, often tighter than it looks. With a
//! base between 11 and 19, "93.3 %" is 14 of 15 and nothing else.

use super::network::{Bounds, FEWEST, set};

/// One percent.
const PERCENT: i64 = 10_000;

/// Bases farther apart than this are not tried one by one.
const MOST_BASES: i64 = 100_000;

/// A percentage as it is printed, with what it may have been before it was rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Percent {
    low: i64,
    high: i64,
    whole: Option<i64>,
}

impl Percent {
    /// Reads `93`, `93.3` or `93.25`, with or without a percent sign, with at most three decimals.
    ///
    /// ```
    /// use disclosure::gate::Percent;
    ///
    /// assert!(Percent::parse("93.3 %").is_some());
    /// assert!(Percent::parse("many").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_end_matches(['%', '%']).trim();
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let is_digits = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
        let is_short = (1..=3).contains(&whole.len()) && decimals.len() <= 3;
        if !is_digits(whole) || !is_digits(decimals) || !is_short {
            return None;
        }
        let padded: i64 = format!("{decimals:0<4}").parse().ok()?;
        let value = whole.parse::<i64>().ok()? * PERCENT + padded;
        let half = PERCENT / 10_i64.pow(u32::try_from(decimals.len()).ok()?) / 2;
        let whole = decimals.is_empty().then_some(value / PERCENT);
        Some(Self { low: (value - half).max(0), high: value + half, whole })
    }

    /// The percentage, if it was printed without decimals.
    pub(super) fn whole(self) -> Option<i64> {
        self.whole
    }
}

/// The part and the base, and the percentage between them.
pub(super) struct Share {
    pub variables: [u32; 2],
    pub percent: Percent,
}

impl Share {
    pub fn narrow(&self, bounds: &mut [Bounds], narrowed: &mut Vec<u32>, sparse: &mut Vec<u32>) {
        let [part, base] = self.variables;
        let (parts, bases) = (bounds[part as usize], bounds[base as usize]);
        if bases.high - bases.low > MOST_BASES {
            let (low, high) = (self.fewest(bases.low), self.most(bases.high));
            set(bounds, part, low, high, narrowed);
            return;
        }
        let (mut possible_bases, mut possible_parts) = (Possible::none(), Possible::none());
        for n in bases.low..=bases.high {
            let (low, high) = (self.fewest(n).max(parts.low), self.most(n).min(parts.high));
            if low <= high {
                possible_bases.add(n, n);
                possible_parts.add(low, high);
            }
        }
        for (variable, possible) in [(part, possible_parts), (base, possible_bases)] {
            set(bounds, variable, possible.low, possible.high, narrowed);
            if possible.n > 0 && possible.n < FEWEST {
                sparse.push(variable);
            }
        }
    }

    fn fewest(&self, base: i64) -> i64 {
        (self.percent.low * base + 100 * PERCENT - 1) / (100 * PERCENT)
    }

    fn most(&self, base: i64) -> i64 {
        self.percent.high * base / (100 * PERCENT)
    }
}

/// Values found possible, in ranges that begin and end ever later.
struct Possible {
    low: i64,
    high: i64,
    n: i64,
}

impl Possible {
    fn none() -> Self {
        Self { low: i64::MAX, high: -1, n: 0 }
    }

    fn add(&mut self, low: i64, high: i64) {
        self.low = self.low.min(low);
        self.n += (high - low.max(self.high + 1) + 1).max(0);
        self.high = self.high.max(high);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn narrowed(percent: &str, part: (i64, i64), base: (i64, i64)) -> (Vec<(i64, i64)>, usize) {
        let mut bounds = [part, base].map(|(low, high)| Bounds { low, high });
        let percent = Percent::parse(percent).unwrap();
        let mut sparse = Vec::new();
        let share = Share { variables: [0, 1], percent };
        share.narrow(&mut bounds, &mut Vec::new(), &mut sparse);
        (bounds.iter().map(|it| (it.low, it.high)).collect(), sparse.len())
    }

    #[test]
    fn a_decimal_of_a_small_base_has_one_solution() {
        assert_eq!(narrowed("93.3", (11, 19), (11, 19)), (vec![(14, 14), (15, 15)], 2));
    }

    #[test]
    fn few_solutions_far_apart_are_counted() {
        assert_eq!(narrowed("50.0", (0, 9), (0, 7)), (vec![(0, 3), (0, 6)], 2));
    }

    #[test]
    fn a_whole_percentage_of_a_large_base_leaves_room() {
        assert_eq!(narrowed("47", (31, 39), (71, 79)), (vec![(34, 37), (72, 79)], 1));
        assert_eq!(narrowed("47", (0, 500), (571, 579)).1, 0);
    }
}
