//! The places as they were listed, checked: which lies in which, and which are protected on their own.

use std::collections::BTreeMap;

use crate::problem::{Problem, Problems};

/// A place and the place it lies in. A place with no other in it is a village.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    pub code: &'a str,
    pub parent: Option<&'a str>,
    /// Whether everything in it is protected by itself; what lies above is then the sum of such
    /// places. Where no place is marked, those without a parent are protected on their own.
    pub is_root: bool,
}

/// Places by their rank in the order of the codes, so that the order of the list does not matter.
pub(crate) struct Geography<'a> {
    pub codes: Vec<&'a str>,
    pub parents: Vec<Option<usize>>,
    pub children: Vec<Vec<usize>>,
    pub roots: Vec<usize>,
    /// The place, by rank, that is protected on its own and holds it.
    pub root_of: Vec<Option<usize>>,
}

impl<'a> Geography<'a> {
    pub fn new(places: &[Place<'a>]) -> Result<Self, Problems> {
        let mut sorted = places.to_vec();
        sorted.sort_by_key(|place| place.code);
        let codes: Vec<&str> = sorted.iter().map(|place| place.code).collect();
        let rank = |code: &str| codes.binary_search(&code).ok();

        let mut problems: Vec<Problem> = codes
            .windows(2)
            .filter(|pair| pair[0] == pair[1])
            .map(|pair| Problem::PlaceTwice(pair[0].to_owned()))
            .collect();
        let mut parents = Vec::with_capacity(sorted.len());
        let mut children = vec![Vec::new(); sorted.len()];
        for (place, it) in sorted.iter().enumerate() {
            let parent = it.parent.and_then(rank);
            if parent.is_none() && it.parent.is_some() {
                problems.push(Problem::UnknownParent(it.code.to_owned()));
            }
            if let Some(parent) = parent {
                children[parent].push(place);
            }
            parents.push(parent);
        }
        Problems::check(problems)?;

        let mut roots: Vec<usize> = (0..sorted.len()).filter(|&it| sorted[it].is_root).collect();
        let tops: Vec<usize> = (0..sorted.len()).filter(|&it| parents[it].is_none()).collect();
        check_loops(&codes, &children, &tops)?;
        if roots.is_empty() {
            roots = tops;
        }
        let root_of = root_of(&codes, &children, &roots)?;
        Ok(Self { codes, parents, children, roots, root_of })
    }

    pub fn rank(&self, code: &str) -> Option<usize> {
        self.codes.binary_search(&code).ok()
    }

    pub fn is_village(&self, place: usize) -> bool {
        self.children[place].is_empty()
    }

    /// Every place above a root, with the roots in it, in the order of the codes.
    pub fn above(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut above: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &root in &self.roots {
            let mut next = self.parents[root];
            while let Some(place) = next {
                above.entry(place).or_default().push(root);
                next = self.parents[place];
            }
        }
        above
    }
}

fn check_loops(codes: &[&str], children: &[Vec<usize>], tops: &[usize]) -> Result<(), Problems> {
    let mut is_seen = vec![false; codes.len()];
    let mut stack = tops.to_vec();
    while let Some(place) = stack.pop() {
        is_seen[place] = true;
        stack.extend(&children[place]);
    }
    let unseen = (0..codes.len()).filter(|&place| !is_seen[place]);
    Problems::check(unseen.map(|place| Problem::Loop(codes[place].to_owned())).collect())
}

fn root_of(
    codes: &[&str],
    children: &[Vec<usize>],
    roots: &[usize],
) -> Result<Vec<Option<usize>>, Problems> {
    let mut root_of = vec![None; codes.len()];
    let mut nested = Vec::new();
    for &root in roots {
        let mut stack = vec![root];
        while let Some(place) = stack.pop() {
            if root_of[place].is_some() || (place != root && roots.binary_search(&place).is_ok()) {
                nested.push(Problem::RootInRoot(codes[place].to_owned()));
                continue;
            }
            root_of[place] = Some(root);
            stack.extend(&children[place]);
        }
    }
    Problems::check(nested)?;
    Ok(root_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place<'a>(code: &'a str, parent: Option<&'a str>, is_root: bool) -> Place<'a> {
        Place { code, parent, is_root }
    }

    fn problems(places: &[Place<'_>]) -> Vec<Problem> {
        Geography::new(places).err().unwrap().0
    }

    #[test]
    fn every_place_that_does_not_fit_is_named() {
        let county = place("county", None, false);
        assert_eq!(
            problems(&[county, county, place("village", Some("town"), false)]),
            [Problem::PlaceTwice("county".into()), Problem::UnknownParent("village".into())]
        );
        assert_eq!(
            problems(&[place("a", Some("b"), false), place("b", Some("a"), false), county]),
            [Problem::Loop("a".into()), Problem::Loop("b".into())]
        );
        assert_eq!(
            problems(&[place("county", None, true), place("town", Some("county"), true)]),
            [Problem::RootInRoot("town".into())]
        );
    }

    #[test]
    fn without_a_mark_the_places_without_a_parent_are_protected_on_their_own() {
        let places =
            [place("b", None, false), place("a", None, false), place("c", Some("a"), false)];
        let geography = Geography::new(&places).unwrap();

        assert_eq!(geography.roots, [0, 1]);
        assert_eq!(geography.root_of, [Some(0), Some(1), Some(0)]);
        assert!(geography.above().is_empty());
    }
}
