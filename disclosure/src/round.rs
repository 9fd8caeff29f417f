//! Rounding of one number and of one village's cells, to multiples of five.

/// The nearest multiple of five.
///
/// ```
/// assert_eq!([0, 2, 3, 7, 8].map(disclosure::round_to_base_5), [0, 0, 5, 5, 10]);
/// ```
#[must_use]
pub fn round_to_base_5(n: u32) -> u32 {
    // The largest u32 is itself a multiple of five, so this cannot overflow.
    floor(n) + if n % 5 >= 3 { 5 } else { 0 }
}

/// Each cell to its nearest multiple of five: no cell moves by more than two.
///
/// ```
/// assert_eq!(disclosure::round_cells(&[2, 6, 13]), [0, 5, 15]);
/// ```
#[must_use]
pub fn round_cells<const N: usize>(cells: &[u32; N]) -> [u32; N] {
    cells.map(round_to_base_5)
}

/// Each cell to one of the two multiples of five beside it, so that their sum is the cells' sum
/// rounded by [`round_to_base_5`]: two tables of the same households get the same total. No cell
/// moves by more than four, the total by no more than two; a multiple of five stays as it is. The
/// cells with the largest remainders go up, among equals the first.
///
/// ```
/// assert_eq!(disclosure::round_within_total(&[2, 2, 2]), [5, 0, 0]);
/// assert_eq!(disclosure::round_within_total(&[6]), [5]);
/// ```
#[must_use]
pub fn round_within_total<const N: usize>(cells: &[u32; N]) -> [u32; N] {
    let remainder: u32 = cells.iter().map(|cell| cell % 5).sum();
    // Never more than there are cells with a remainder, so none goes up past the next multiple.
    let n_up = round_to_base_5(remainder) / 5;

    let mut rounded = cells.map(floor);
    let mut order: Vec<usize> = (0..N).collect();
    order.sort_by_key(|&cell| std::cmp::Reverse(cells[cell] % 5));
    for (&cell, _) in order.iter().zip(0..n_up) {
        rounded[cell] += 5;
    }
    rounded
}

fn floor(n: u32) -> u32 {
    n - n % 5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_number_rounds_without_overflow() {
        assert_eq!(round_to_base_5(u32::MAX), u32::MAX);
        assert_eq!(round_to_base_5(u32::MAX - 2), u32::MAX);
    }

    #[test]
    fn a_village_without_households_stays_empty() {
        assert_eq!(round_within_total(&[0, 0, 0]), [0, 0, 0]);
    }
}
