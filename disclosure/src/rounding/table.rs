//! One classification of all nodes, rounded: broad classes first where it has any, then their classes
//! within them, so that a broad count is no farther from the exact one than any other.

use super::{earlier::Earlier, split::Split};
use crate::{
    classification::Classification, key::Key, matrix::Matrix, problem::Problem, tree::Tree,
    window::MOST,
};

/// What the rounding of one table needs.
pub(crate) struct Rounding<'a> {
    pub tree: &'a Tree,
    pub key: &'a Key,
    pub classification: &'static Classification,
    /// The exact counts by class.
    pub exact: Matrix,
    pub earlier: &'a Earlier<'a>,
}

impl Rounding<'_> {
    /// The rounded totals of the classification's universe, in steps of five.
    pub fn totals(&self) -> Vec<u32> {
        let exact = self.exact.sums(&[(0..self.exact.width).collect()]);
        let earlier = self.earlier.totals();
        self.split(self.classification.universe.id(), &["total"], &exact, &earlier).totals()
    }

    /// The rounded counts in steps of five, each node's adding up to its total.
    pub fn classes(&self, totals: &[u32]) -> Result<Matrix, Problem> {
        let it = self.classification;
        if it.broad.is_empty() {
            return self.near(it.classes, &self.exact, totals);
        }
        let members: Vec<Vec<usize>> = it.broad.iter().map(|broad| it.members(broad)).collect();
        let broad = self.broad(&members, totals)?;
        let mut rounded = Matrix::zeros(totals.len(), it.classes.len());
        for (at, members) in members.iter().enumerate() {
            let ids: Vec<&str> = members.iter().map(|&class| it.classes[class]).collect();
            let single: Vec<Vec<usize>> = members.iter().map(|&class| vec![class]).collect();
            let totals: Vec<u32> = (0..totals.len()).map(|node| broad.row(node)[at]).collect();
            let part = self.near(&ids, &self.exact.sums(&single), &totals)?;
            for node in 0..totals.len() {
                for (&class, &steps) in members.iter().zip(part.row(node)) {
                    rounded.row_mut(node)[class] = steps;
                }
            }
        }
        Ok(rounded)
    }

    fn broad(&self, members: &[Vec<usize>], totals: &[u32]) -> Result<Matrix, Problem> {
        let it = self.classification;
        let ids: Vec<&str> = it.broad.iter().map(|broad| broad.id).collect();
        let (exact, earlier) = (self.exact.sums(members), self.earlier.broad(it.broad));
        let table = format!("{} broad", it.id);
        let split = self.split(&table, &ids, &exact, &earlier);
        self.checked(&split, totals)
    }

    fn near(&self, ids: &[&str], exact: &Matrix, totals: &[u32]) -> Result<Matrix, Problem> {
        let earlier = self.earlier.classes(ids);
        self.checked(&self.split(self.classification.id, ids, exact, &earlier), totals)
    }

    /// The split, if every count keeps the promise made to readers.
    fn checked(&self, split: &Split<'_>, totals: &[u32]) -> Result<Matrix, Problem> {
        let rounded = split.within(totals);
        match split.farthest(&rounded) {
            Some((distance, node)) if distance > MOST.unsigned_abs() => Err(Problem::TooFar {
                place: self.tree.codes[node].clone(),
                classification: self.classification.id,
            }),
            _ => Ok(rounded),
        }
    }

    fn split<'b>(
        &'b self,
        table: &'b str,
        ids: &'b [&'b str],
        exact: &'b Matrix,
        earlier: &'b Matrix,
    ) -> Split<'b> {
        Split { tree: self.tree, key: self.key, table, ids, exact, earlier }
    }
}
