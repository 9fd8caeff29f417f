//! Shares a whole among weights so that nothing is left over.

/// One share a weight, together exactly the whole. What does not divide goes to the largest
/// remainders, among equals to the first.
pub fn share(whole: i64, weights: &[u32]) -> Vec<i64> {
    let sum: i128 = weights.iter().map(|&it| i128::from(it)).sum();
    assert!(sum > 0 && whole >= 0, "a whole is shared among weights");
    let part = |weight: u32| i128::from(whole) * i128::from(weight);

    let mut shares: Vec<i64> = weights
        .iter()
        .map(|&weight| i64::try_from(part(weight) / sum).expect("no more than the whole"))
        .collect();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&index| std::cmp::Reverse(part(weights[index]) % sum));
    let n_left = whole - shares.iter().sum::<i64>();
    for (&index, _) in order.iter().zip(0..n_left) {
        shares[index] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_left_over() {
        assert_eq!(share(10, &[1, 1, 1]), [4, 3, 3]);
        assert_eq!(share(7, &[5, 0, 2]), [5, 0, 2]);
        assert_eq!(share(5_163_500, &[3, 7, 11, 13]).iter().sum::<i64>(), 5_163_500);
    }
}
