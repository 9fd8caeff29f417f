//! Publication units: villages with few registered households are counted with their neighbours.
//!
//! A village without any registered household is joined like any other with fewer than ten. If it
//! stood alone, its published zero would be exact: whoever knows the rule would know that one to nine
//! never stand alone. So a zero that stands alone never means "none"; and a village that stands alone
//! with a published 10 has 10 to 14, which is still five candidates.

use std::collections::HashMap;

use crate::published::PublicationUnit;

/// A unit has at least so many registered households, if its township has.
pub const SMALLEST_UNIT: u64 = 10;

/// Joins the villages of one township, given by code and households in the order of the codes. Gives
/// the villages of each unit by their places in the list: in order, each village once.
///
/// A unit with fewer than [`SMALLEST_UNIT`] joins the next, the last one the one before. `earlier`
/// units stay together, whatever their villages have now: a unit that came apart and together again
/// would show by the difference when a village passes the threshold.
#[must_use]
pub fn join(villages: &[(&str, u64)], earlier: &[PublicationUnit]) -> Vec<Vec<usize>> {
    let unit_of: HashMap<&str, usize> = earlier
        .iter()
        .enumerate()
        .flat_map(|(unit, it)| it.members.iter().map(move |code| (code.as_str(), unit)))
        .collect();
    join_by(villages, |code| unit_of.get(code).copied())
}

/// As [`join`], with a look-up in place of the list.
pub(crate) fn join_by(
    villages: &[(&str, u64)],
    earlier: impl Fn(&str) -> Option<usize>,
) -> Vec<Vec<usize>> {
    let mut joined: Vec<Unit> = Vec::new();
    let mut small: Option<Unit> = None;
    for mut unit in kept_together(villages, earlier) {
        if let Some(before) = small.take() {
            unit.absorb(before);
        }
        if unit.n_households < SMALLEST_UNIT {
            small = Some(unit);
        } else {
            joined.push(unit);
        }
    }
    match (joined.last_mut(), small) {
        (Some(last), Some(rest)) => last.absorb(rest),
        (None, Some(rest)) => joined.push(rest),
        (_, None) => {}
    }
    joined.into_iter().map(Unit::into_villages).collect()
}

struct Unit {
    villages: Vec<usize>,
    n_households: u64,
}

impl Unit {
    fn absorb(&mut self, other: Self) {
        self.villages.extend(other.villages);
        self.n_households += other.n_households;
    }

    fn into_villages(mut self) -> Vec<usize> {
        self.villages.sort_unstable();
        self.villages
    }
}

/// The villages alone, or with those of their earlier unit, in the order of the first of each.
fn kept_together(villages: &[(&str, u64)], earlier: impl Fn(&str) -> Option<usize>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(villages.len());
    let mut place_of: HashMap<usize, usize> = HashMap::new();
    for (village, &(code, n_households)) in villages.iter().enumerate() {
        let unit = Unit { villages: vec![village], n_households };
        let id = earlier(code);
        if let Some(&place) = id.and_then(|id| place_of.get(&id)) {
            units[place].absorb(unit);
            continue;
        }
        if let Some(id) = id {
            place_of.insert(id, units.len());
        }
        units.push(unit);
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(members: &[&str]) -> PublicationUnit {
        PublicationUnit { members: members.iter().map(|it| (*it).to_owned()).collect() }
    }

    #[test]
    fn a_village_with_nine_households_joins_its_neighbour() {
        let villages = [("1", 10), ("2", 9), ("3", 40), ("4", 12)];

        assert_eq!(join(&villages, &[]), [vec![0], vec![1, 2], vec![3]]);
    }

    #[test]
    fn a_village_without_households_does_not_stand_alone() {
        assert_eq!(join(&[("1", 0), ("2", 20), ("3", 0)], &[]), [vec![0, 1, 2]]);
    }

    #[test]
    fn the_last_village_joins_the_one_before() {
        assert_eq!(join(&[("1", 30), ("2", 15), ("3", 4)], &[]), [vec![0], vec![1, 2]]);
    }

    #[test]
    fn a_township_with_fewer_than_ten_is_one_unit() {
        assert_eq!(join(&[("1", 3), ("2", 0), ("3", 4)], &[]), [vec![0, 1, 2]]);
    }

    #[test]
    fn an_earlier_unit_stays_together_when_its_villages_have_grown() {
        let villages = [("1", 50), ("2", 60), ("3", 70)];

        assert_eq!(join(&villages, &[unit(&["1", "3"])]), [vec![0, 2], vec![1]]);
        assert_eq!(join(&villages, &[unit(&["2", "gone"])]), [vec![0], vec![1], vec![2]]);
    }
}
