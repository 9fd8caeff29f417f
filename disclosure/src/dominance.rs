//! Money paid to households: the sum of a place is shown only where no payee's amount can be worked
//! out from it, not even by another payee; else it is shown with its neighbours, one level up.
//!
//! A place is withheld with fewer than [`FEWEST_IN_VILLAGE`] payees if it is a village, or
//! [`FEWEST_PAYEES`] anywhere; and by the p % rule: where the sum without the two largest amounts is
//! less than [`PERCENT`] of the largest, the second payee would know the first's amount too well.
//! What is withheld in a place is its sum less what is shown in it, so that rest must pass the same
//! rules: if it does not, the smallest shown neighbours are withheld too. Nothing is shown inside a
//! withheld place.

use std::collections::BTreeMap;

use crate::{Place, Problem, Problems, geography::Geography};

/// A village with fewer payees is shown with its neighbours.
pub const FEWEST_IN_VILLAGE: usize = 10;

/// No sum of fewer payees is shown or can be worked out.
pub const FEWEST_PAYEES: usize = 3;

/// The p of the p % rule.
pub const PERCENT: u128 = 10;

/// What the households of one village were paid, in fen, one amount a household.
pub struct Paid<'a> {
    pub village: &'a str,
    pub amounts_fen: Vec<u64>,
}

/// The sums in fen that may be shown, by place. A place that is missing is withheld: its money is in
/// the next place above that is shown. A village without payees is shown as zero unless the place
/// above is withheld.
///
/// ```
/// use disclosure::{Place, dominance::{Paid, sums_to_show}};
///
/// let places = [
///     Place { code: "town", parent: None, is_root: false },
///     Place { code: "east", parent: Some("town"), is_root: false },
///     Place { code: "west", parent: Some("town"), is_root: false },
/// ];
/// let paid = [
///     Paid { village: "east", amounts_fen: vec![10_000; 12] },
///     Paid { village: "west", amounts_fen: vec![10_000; 9] },
/// ];
///
/// let sums = sums_to_show(&places, paid)?;
///
/// // West is too small, and east would give it by subtraction.
/// assert_eq!(sums.into_iter().collect::<Vec<_>>(), [("town".to_owned(), 210_000)]);
/// # Ok::<(), disclosure::Problems>(())
/// ```
pub fn sums_to_show<'a>(
    places: &[Place<'_>],
    paid: impl IntoIterator<Item = Paid<'a>>,
) -> Result<BTreeMap<String, u64>, Problems> {
    let geography = Geography::new(places)?;
    let mut payees = vec![Payees::default(); geography.codes.len()];
    let mut problems = Vec::new();
    for it in paid {
        match geography.rank(it.village) {
            None => problems.push(Problem::UnknownVillage(it.village.to_owned())),
            Some(place) if !geography.is_village(place) => {
                problems.push(Problem::NotAVillage(it.village.to_owned()));
            }
            Some(place) => {
                it.amounts_fen.iter().for_each(|&amount| payees[place].add(amount));
            }
        }
    }
    Problems::check(problems)?;

    let tops: Vec<usize> =
        (0..payees.len()).filter(|&place| geography.parents[place].is_none()).collect();
    for &top in &tops {
        add_up(&geography, top, &mut payees);
    }
    let mut sums = BTreeMap::new();
    let mut shown: Vec<usize> =
        tops.into_iter().filter(|&top| is_shown_alone(&geography, top, &payees)).collect();
    while let Some(place) = shown.pop() {
        sums.insert(geography.codes[place].to_owned(), payees[place].sum);
        shown.extend(shown_inside(&geography, place, &payees));
    }
    Ok(sums)
}

/// What the rules need to know of the payees of a place.
#[derive(Clone, Copy, Default)]
struct Payees {
    n: usize,
    sum: u64,
    largest: u64,
    second: u64,
}

impl Payees {
    /// Nobody is paid nothing.
    fn add(&mut self, amount: u64) {
        self.add_all(Self { n: usize::from(amount > 0), sum: amount, largest: amount, second: 0 });
    }

    fn add_all(&mut self, other: Self) {
        self.n += other.n;
        self.sum = self.sum.saturating_add(other.sum);
        let smaller = self.largest.min(other.largest);
        self.second = self.second.max(other.second).max(smaller);
        self.largest = self.largest.max(other.largest);
    }

    fn is_safe(self, fewest: usize) -> bool {
        let rest = u128::from(self.sum - self.largest - self.second);
        let is_even = 100 * rest >= PERCENT * u128::from(self.largest);
        self.n == 0 || (self.n >= fewest && is_even)
    }
}

fn add_up(geography: &Geography<'_>, place: usize, payees: &mut [Payees]) {
    for &part in &geography.children[place] {
        add_up(geography, part, payees);
        let inside = payees[part];
        payees[place].add_all(inside);
    }
}

fn is_shown_alone(geography: &Geography<'_>, place: usize, payees: &[Payees]) -> bool {
    let is_village = geography.is_village(place);
    payees[place].is_safe(if is_village { FEWEST_IN_VILLAGE } else { FEWEST_PAYEES })
}

/// The parts of a shown place that can be shown without giving away the others.
fn shown_inside(geography: &Geography<'_>, place: usize, payees: &[Payees]) -> Vec<usize> {
    let parts = geography.children[place].iter().copied();
    let (mut shown, withheld): (Vec<usize>, Vec<usize>) =
        parts.partition(|&part| is_shown_alone(geography, part, payees));
    // The smallest last; without payees, a part hides nobody.
    shown.sort_by_key(|&part| std::cmp::Reverse((payees[part].sum, part)));
    let (empty, mut shown): (Vec<usize>, Vec<usize>) =
        shown.into_iter().partition(|&part| payees[part].n == 0);
    let mut rest = Payees::default();
    for &part in &withheld {
        rest.add_all(payees[part]);
    }
    while !rest.is_safe(FEWEST_PAYEES) {
        // The place itself is safe, so this ends with all of it at the latest.
        let Some(smallest) = shown.pop() else { break };
        rest.add_all(payees[smallest]);
    }
    shown.extend(empty);
    shown
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    fn shown(villages: &[(&str, &[u64])]) -> Vec<String> {
        let mut places = vec![Place { code: "t", parent: None, is_root: false }];
        places.extend(villages.iter().map(|(code, _)| Place {
            code,
            parent: Some("t"),
            is_root: false,
        }));
        let paid = villages
            .iter()
            .map(|(village, amounts)| Paid { village, amounts_fen: amounts.to_vec() });
        sums_to_show(&places, paid).unwrap().into_keys().collect()
    }

    #[test]
    fn a_village_with_ten_even_payees_is_shown() {
        assert_eq!(shown(&[("a", &[5; 10]), ("b", &[5; 11])]), ["a", "b", "t"]);
    }

    #[test]
    fn a_single_withheld_village_takes_its_smallest_neighbour_with_it() {
        let one = [2000; 1];
        let villages: [(&str, &[u64]); 3] = [("a", &one), ("b", &[7; 30]), ("c", &[7; 20])];

        assert_eq!(shown(&villages), ["t"]);

        let even: [(&str, &[u64]); 3] = [("a", &[7; 1]), ("b", &[7; 30]), ("c", &[7; 20])];
        assert_eq!(shown(&even), ["b", "t"]);
    }

    #[test]
    fn one_payee_with_nearly_everything_is_not_shown() {
        let mut amounts = [10; 12];
        amounts[0] = 1001;
        assert_eq!(shown(&[("a", &amounts)]), [""; 0]);
        amounts[0] = 1000;
        assert_eq!(shown(&[("a", &amounts)]), ["a", "t"]);
    }

    #[test]
    fn withheld_villages_that_are_safe_together_take_no_neighbour() {
        assert_eq!(shown(&[("a", &[5; 4]), ("b", &[5; 4]), ("c", &[5; 40])]), ["c", "t"]);
    }

    #[test]
    fn a_village_without_payees_is_shown_as_such() {
        assert_eq!(shown(&[("a", &[]), ("b", &[5; 10])]), ["a", "b", "t"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_rest_is_safe(towns in vec(vec(vec(0_u64..60, 0..25), 0..5), 0..5)) {
            let mut places = vec![("p".to_owned(), None)];
            let mut amounts = BTreeMap::new();
            for (town, villages) in towns.iter().enumerate() {
                places.push((format!("p{town}"), Some("p".to_owned())));
                for (village, paid) in villages.iter().enumerate() {
                    places.push((format!("p{town}{village}"), Some(format!("p{town}"))));
                    amounts.insert(format!("p{town}{village}"), paid.clone());
                }
            }
            let all: Vec<Place<'_>> = places
                .iter()
                .map(|(code, parent)| Place { code, parent: parent.as_deref(), is_root: false })
                .collect();
            let paid =
                amounts.iter().map(|(village, it)| Paid { village, amounts_fen: it.clone() });

            let sums = sums_to_show(&all, paid).unwrap();

            for code in sums.keys() {
                let inside = |place: &str| {
                    let mut payees = Payees::default();
                    let paid = amounts.iter().filter(|(village, _)| village.starts_with(place));
                    paid.flat_map(|it| it.1).for_each(|&amount| payees.add(amount));
                    payees
                };
                prop_assert_eq!(sums[code], inside(code).sum);
                prop_assert!(inside(code).is_safe(FEWEST_PAYEES));
                let parts = places.iter().filter(|it| it.1.as_ref() == Some(code));
                let (shown, withheld): (Vec<_>, Vec<_>) =
                    parts.partition(|it| sums.contains_key(&it.0));
                let mut rest = Payees::default();
                for it in withheld {
                    rest.add_all(inside(&it.0));
                }
                prop_assert!(rest.is_safe(FEWEST_PAYEES), "{code}");
                let is_village = |it: &str| amounts.contains_key(it);
                for (part, _) in shown.iter().filter(|it| is_village(&it.0)) {
                    prop_assert!(inside(part).is_safe(FEWEST_IN_VILLAGE), "{part}");
                }
            }
            let hidden = |code: &str| !sums.contains_key(code);
            for (code, parent) in &places {
                prop_assert!(parent.as_deref().is_none_or(|it| !hidden(it)) || hidden(code));
            }
        }
    }
}
