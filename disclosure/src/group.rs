//! The guard against group disclosure: where nearly all of a small place are in one sensitive class,
//! the table says of everyone there what it must say of no one.
//!
//! It looks at the rounded counts only, so that what it hides says no more than they do. A unit with
//! at least 90 % in one sensitive class shows [`Level::Broad`] classes; with at least 90 % in a broad
//! class that is sensitive itself, [`Level::All`]: the total alone.
//!
//! The places above keep their classes. So a hidden table would be had by subtracting the others in
//! the same place from it; neighbours are therefore hidden with it until what remains leaves room
//! for less than 90 %. A gate still checks sums upward: a place's class is the sum of the shown ones
//! and of what is hidden, a broad class the sum of its classes.
//!
//! What it cannot do: where a whole township has 90 % in one class, its own table says so; and a
//! unit that is alone in its township is the township. Such tables are hidden on the unit, but the
//! place above may still tell ([`crate::Protected::open_to_subtraction`]).

use crate::{classification::Classification, matrix::Matrix};

/// From this share on, in percent, a class speaks for everyone.
pub const NEARLY_ALL: u64 = 90;

/// How much of one table is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    #[default]
    Classes,
    Broad,
    All,
}

/// The shown rounded counts of the units of one place.
struct Units<'a> {
    classification: &'static Classification,
    /// By broad class, the places of its classes in a row.
    members: Vec<Vec<usize>>,
    rows: Vec<&'a [u32]>,
    levels: Vec<Level>,
}

/// A secret of one unit: a set of columns that must not be known to hold nearly all.
struct Secret {
    unit: usize,
    level: Level,
    /// The columns that could hold the rest, as far as an attacker can know.
    others: Vec<usize>,
    /// What the columns and the others come to in the unit.
    known: u64,
}

/// Levels for the units of one place, given by their rows in the table, in the order of the codes;
/// and the units that stay open to subtraction, because hiding all of their neighbours did not help.
pub(crate) fn hide(
    classification: &'static Classification,
    rounded: &Matrix,
    units: &[usize],
) -> (Vec<Level>, Vec<usize>) {
    let members = classification.broad.iter().map(|it| classification.members(it)).collect();
    let rows: Vec<&[u32]> = units.iter().map(|&node| rounded.row(node)).collect();
    let levels = vec![Level::Classes; rows.len()];
    let mut units = Units { classification, members, rows, levels };
    let secrets: Vec<Secret> = (0..units.rows.len()).filter_map(|it| units.secret(it)).collect();
    for secret in &secrets {
        units.levels[secret.unit] = secret.level;
    }
    // Hiding more for one secret never opens another.
    let open = secrets.iter().filter(|secret| !units.cover(secret)).map(|it| it.unit).collect();
    (units.levels, open)
}

impl Units<'_> {
    /// What must not be said of the unit, if anything.
    fn secret(&self, unit: usize) -> Option<Secret> {
        let (row, it) = (self.rows[unit], self.classification);
        let total: u64 = row.iter().map(|&n| u64::from(n)).sum();
        let broad = (0..self.members.len()).find(|&at| {
            it.broad[at].is_sensitive && is_nearly_all(sum(row, &self.members[at]), total)
        });
        if let Some(at) = broad {
            let others = (0..row.len()).filter(|class| !self.members[at].contains(class)).collect();
            return Some(Secret { unit, level: Level::All, others, known: total });
        }
        let class = (0..row.len()).find(|&class| {
            it.sensitive.contains(&it.classes[class]) && is_nearly_all(u64::from(row[class]), total)
        })?;
        let members = self.members.iter().find(|members| members.contains(&class))?;
        let others = members.iter().copied().filter(|&it| it != class).collect();
        Some(Secret { unit, level: Level::Broad, others, known: sum(row, members) })
    }

    /// Hides neighbours until the secret is safe from subtraction. False if all of them do not do.
    fn cover(&mut self, secret: &Secret) -> bool {
        while !self.is_safe(secret) {
            let Some(next) = self.next_cover(secret) else { return false };
            self.levels[next] = secret.level;
        }
        true
    }

    /// Of the neighbours that hold some of the others, the one with the smallest table.
    fn next_cover(&self, secret: &Secret) -> Option<usize> {
        (0..self.rows.len())
            .filter(|&it| self.levels[it] < secret.level && sum(self.rows[it], &secret.others) > 0)
            .min_by_key(|&it| self.rows[it].iter().map(|&n| u64::from(n)).sum::<u64>())
    }

    /// The least that the secret's columns can hold: all hidden others may be in this very unit.
    fn is_safe(&self, secret: &Secret) -> bool {
        let hidden = (0..self.rows.len()).filter(|&it| self.levels[it] >= secret.level);
        let others: u64 = hidden.map(|it| sum(self.rows[it], &secret.others)).sum();
        let total: u64 = self.rows[secret.unit].iter().map(|&n| u64::from(n)).sum();
        !is_nearly_all(secret.known.saturating_sub(others), total)
    }
}

fn sum(row: &[u32], columns: &[usize]) -> u64 {
    columns.iter().map(|&column| u64::from(row[column])).sum()
}

fn is_nearly_all(part: u64, total: u64) -> bool {
    total > 0 && 100 * part >= NEARLY_ALL * total
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::classification::classification;

    /// Illness, disability, schooling, disaster, and nothing else.
    fn levels(units: &[[u32; 4]]) -> (Vec<Level>, Vec<usize>) {
        let mut rounded = Matrix::zeros(units.len(), 12);
        for (unit, row) in units.iter().enumerate() {
            rounded.row_mut(unit)[..4].copy_from_slice(row);
        }
        let all: Vec<usize> = (0..units.len()).collect();
        hide(classification("cause").unwrap(), &rounded, &all)
    }

    #[test]
    fn mixed_units_show_their_classes() {
        assert_eq!(levels(&[[8, 0, 1, 1], [0, 0, 0, 0]]), (vec![Level::Classes; 2], vec![]));
    }

    #[test]
    fn a_unit_where_nearly_all_are_ill_shows_its_total_only_and_a_neighbour_with_it() {
        let (levels, open) = levels(&[[9, 0, 1, 0], [5, 0, 5, 0], [30, 10, 30, 30]]);

        assert_eq!(levels, [Level::All, Level::All, Level::Classes]);
        assert!(open.is_empty());
    }

    #[test]
    fn ill_and_disabled_together_are_as_telling_as_either() {
        assert_eq!(levels(&[[5, 5, 0, 0], [1, 0, 9, 9]]).0, [Level::All, Level::All]);
    }

    #[test]
    fn a_class_that_is_less_private_is_shown_in_its_broad_class() {
        let mut rounded = Matrix::zeros(2, 12);
        rounded.row_mut(0)[2] = 10;
        rounded.row_mut(1)[2..8].copy_from_slice(&[1, 1, 1, 4, 0, 0]);
        let (levels, open) = hide(classification("cause").unwrap(), &rounded, &[0, 1]);

        assert_eq!(levels, [Level::Broad, Level::Broad]);
        assert!(open.is_empty());
    }

    #[test]
    fn a_township_of_one_kind_is_given_back_as_open() {
        assert_eq!(levels(&[[9, 0, 0, 0], [9, 0, 0, 0]]).1, [0, 1]);
    }
}
