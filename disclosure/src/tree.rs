//! Adds rounded leaf tables up the tree of places.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::{
    Problem,
    round::{round_cells, round_within_total},
};

/// A place and the place it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    pub code: &'a str,
    pub parent: Option<&'a str>,
}

/// The exact counts of a place that has no others in it, one a class. They cannot be negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leaf<'a, const N: usize> {
    pub code: &'a str,
    pub cells: [u32; N],
}

/// The published counts of a place, in the order of the leaf's classes: multiples of five.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table<const N: usize> {
    pub cells: [i64; N],
}

/// A table for every place, also for those that have no leaf with counts (all zero).
pub type Tables<'a, const N: usize> = BTreeMap<&'a str, Table<N>>;

impl<const N: usize> Table<N> {
    /// The sum of the rounded cells: there is no other total.
    #[must_use]
    pub fn total(&self) -> i64 {
        self.cells.iter().sum()
    }
}

/// Rounds each leaf cell to its nearest multiple of five, and adds up.
///
/// ```
/// use disclosure::{Leaf, Place, protect};
///
/// let places = [
///     Place { code: "county", parent: None },
///     Place { code: "east", parent: Some("county") },
///     Place { code: "west", parent: Some("county") },
/// ];
/// let leaves = [Leaf { code: "east", cells: [3, 11] }, Leaf { code: "west", cells: [4, 6] }];
///
/// let tables = protect(&places, &leaves)?;
///
/// assert_eq!(tables["east"].cells, [5, 10]);
/// assert_eq!(tables["county"].cells, [10, 15]);
/// assert_eq!(tables["county"].total(), 25);
/// # Ok::<(), disclosure::Problem>(())
/// ```
pub fn protect<'a, const N: usize>(
    places: &[Place<'a>],
    leaves: &[Leaf<'a, N>],
) -> Result<Tables<'a, N>, Problem> {
    add_up(places, leaves, round_cells)
}

/// As [`protect`], but each leaf is rounded by [`round_within_total`]: tables that class the same
/// households in different ways (by status, by cause) then have one total at every place, because a
/// leaf's total depends on nothing but its number of households.
///
/// ```
/// use disclosure::{Leaf, Place, protect_sharing_totals};
///
/// let places = [Place { code: "village", parent: None }];
/// let by_status = [Leaf { code: "village", cells: [2, 12] }];
/// let by_cause = [Leaf { code: "village", cells: [4, 4, 6] }];
///
/// let status = protect_sharing_totals(&places, &by_status)?;
/// let cause = protect_sharing_totals(&places, &by_cause)?;
///
/// assert_eq!(status["village"].total(), 15);
/// assert_eq!(cause["village"].total(), 15);
/// # Ok::<(), disclosure::Problem>(())
/// ```
pub fn protect_sharing_totals<'a, const N: usize>(
    places: &[Place<'a>],
    leaves: &[Leaf<'a, N>],
) -> Result<Tables<'a, N>, Problem> {
    add_up(places, leaves, round_within_total)
}

fn add_up<'a, const N: usize>(
    places: &[Place<'a>],
    leaves: &[Leaf<'a, N>],
    round: fn(&[u32; N]) -> [u32; N],
) -> Result<Tables<'a, N>, Problem> {
    let parents = parents(places)?;
    let inner: HashSet<&str> = places.iter().filter_map(|place| place.parent).collect();
    let mut tables: Tables<'a, N> =
        places.iter().map(|place| (place.code, Table { cells: [0; N] })).collect();

    let mut seen = HashSet::new();
    for leaf in leaves {
        if inner.contains(leaf.code) {
            return Err(Problem::NotALeaf(leaf.code.into()));
        }
        if !seen.insert(leaf.code) {
            return Err(Problem::LeafTwice(leaf.code.into()));
        }
        let rounded = round(&leaf.cells);
        let mut next = Some(leaf.code);
        while let Some(code) = next {
            let table =
                tables.get_mut(code).ok_or_else(|| Problem::UnknownLeaf(leaf.code.into()))?;
            for (sum, cell) in table.cells.iter_mut().zip(rounded) {
                *sum += i64::from(cell);
            }
            next = parents[code];
        }
    }
    Ok(tables)
}

/// Which place each lies in, checked: all are listed, once, and none lies in itself.
fn parents<'a>(places: &[Place<'a>]) -> Result<HashMap<&'a str, Option<&'a str>>, Problem> {
    let mut parents = HashMap::with_capacity(places.len());
    for place in places {
        if parents.insert(place.code, place.parent).is_some() {
            return Err(Problem::PlaceTwice(place.code.into()));
        }
    }
    for place in places {
        let mut next = place.parent;
        let mut n_steps = 0;
        while let Some(code) = next {
            if n_steps == places.len() {
                return Err(Problem::Loop(place.code.into()));
            }
            n_steps += 1;
            next = *parents.get(code).ok_or_else(|| Problem::UnknownParent(place.code.into()))?;
        }
    }
    Ok(parents)
}

#[cfg(test)]
mod tests {
    use super::*;

    const COUNTY: Place<'_> = Place { code: "county", parent: None };
    const VILLAGE: Place<'_> = Place { code: "village", parent: Some("county") };

    fn problem(places: &[Place<'_>], leaves: &[Leaf<'_, 1>]) -> Problem {
        protect(places, leaves).unwrap_err()
    }

    #[test]
    fn what_does_not_fit_together_is_named_with_its_place() {
        let leaf = Leaf { code: "village", cells: [7] };
        let looped =
            [Place { code: "a", parent: Some("b") }, Place { code: "b", parent: Some("a") }];

        assert_eq!(problem(&[COUNTY, COUNTY], &[]), Problem::PlaceTwice("county".into()));
        assert_eq!(problem(&[VILLAGE], &[]), Problem::UnknownParent("village".into()));
        assert_eq!(problem(&looped, &[]), Problem::Loop("a".into()));
        assert_eq!(problem(&[COUNTY], &[leaf]), Problem::UnknownLeaf("village".into()));
        assert_eq!(
            problem(&[COUNTY, VILLAGE], &[leaf, leaf]),
            Problem::LeafTwice("village".into())
        );
        let above = Leaf { code: "county", cells: [7] };
        assert_eq!(problem(&[COUNTY, VILLAGE], &[above]), Problem::NotALeaf("county".into()));
    }

    #[test]
    fn a_place_without_counts_has_a_table_of_zeros() {
        let tables = protect::<2>(&[COUNTY, VILLAGE], &[]).unwrap();

        assert_eq!(tables["village"].cells, [0, 0]);
        assert_eq!(tables["county"].total(), 0);
    }
}
