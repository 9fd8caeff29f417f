//! Shares and means, from protected counts only: whoever knows the counts learns nothing from them.

/// Below this base a share is not shown: a step of five would be more than ten percent.
pub const SMALLEST_BASE: i64 = 50;

/// Below this many a mean is not shown.
pub const SMALLEST_NUMBER: i64 = 10;

const FEN_IN_100_YUAN: i128 = 10_000;

/// A share in whole percent, half a percent rounded up, of two published counts. None for a base
/// below [`SMALLEST_BASE`], and where the part is not a part of the base.
///
/// ```
/// assert_eq!(disclosure::share(35, 75), Some(47));
/// assert_eq!(disclosure::share(15, 45), None);
/// ```
#[must_use]
pub fn share(published_part: i64, published_base: i64) -> Option<i64> {
    if published_base < SMALLEST_BASE || !(0..=published_base).contains(&published_part) {
        return None;
    }
    Some((200 * published_part + published_base) / (2 * published_base))
}

/// Mean money of a household or person in whole yuan, rounded to 100 yuan, by a published count.
/// None below [`SMALLEST_NUMBER`], and for a negative amount.
///
/// ```
/// assert_eq!(disclosure::mean_yuan(12_345_600, 10), Some(12_300));
/// assert_eq!(disclosure::mean_yuan(12_345_600, 5), None);
/// ```
#[must_use]
pub fn mean_yuan(amount_fen: i64, published_count: i64) -> Option<i64> {
    if published_count < SMALLEST_NUMBER || amount_fen < 0 {
        return None;
    }
    let (amount, count) = (i128::from(amount_fen), i128::from(published_count));
    let steps = (2 * amount + FEN_IN_100_YUAN * count) / (2 * FEN_IN_100_YUAN * count);
    i64::try_from(steps * 100).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_and_never_more_than_all() {
        assert_eq!(share(25, 200), Some(13));
        assert_eq!(share(0, 50), Some(0));
        assert_eq!(share(50, 50), Some(100));
        assert_eq!(share(55, 50), None);
        assert_eq!(share(-5, 50), None);
    }

    #[test]
    fn a_mean_is_rounded_to_a_hundred_yuan() {
        assert_eq!(mean_yuan(50_000, 10), Some(100));
        assert_eq!(mean_yuan(49_999, 10), Some(0));
        assert_eq!(mean_yuan(-1, 10), None);
    }
}
