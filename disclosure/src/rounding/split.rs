//! Splits a rounded number of every node into rounded classes, from the roots down.

use std::ops::Range;

use super::{
    cell::{Cell, apportion},
    transport::fill,
};
use crate::{key::Key, matrix::Matrix, tree::Tree};

/// What is split, and into what.
pub(crate) struct Split<'a> {
    pub tree: &'a Tree,
    pub key: &'a Key,
    /// The table's name in the keyed draws.
    pub table: &'a str,
    pub ids: &'a [&'a str],
    /// The exact counts, one a node and class.
    pub exact: &'a Matrix,
    /// What was published before, one a node and class.
    pub earlier: &'a Matrix,
}

impl Split<'_> {
    /// The totals of a single class: each root by itself, the parts of a node so that they add up to
    /// it. Every total is a neighbour of the exact one.
    pub fn totals(&self) -> Vec<u32> {
        let roots = self.cells(0..self.tree.n_roots);
        let mut totals: Vec<u32> = roots.into_iter().map(Cell::alone).collect();
        for node in 0..self.tree.len() {
            let children = self.tree.children[node].clone();
            totals.extend(apportion(&self.cells(children), totals[node]));
        }
        totals
    }

    /// The classes of every node so that they add up to `totals` in each node, and to the node above
    /// in each class. Published values are counted in steps of five.
    pub fn within(&self, totals: &[u32]) -> Matrix {
        let width = self.ids.len();
        if width == 1 {
            return Matrix { width, cells: totals.to_vec() };
        }
        let mut cells = Vec::with_capacity(totals.len() * width);
        for (root, &total) in totals.iter().enumerate().take(self.tree.n_roots) {
            cells.extend(apportion(&self.cells(root..root + 1), total));
        }
        for node in 0..self.tree.len() {
            let children = self.tree.children[node].clone();
            if !children.is_empty() {
                let columns = &cells[node * width..(node + 1) * width];
                let filled = fill(&self.cells(children.clone()), &totals[children], columns);
                cells.extend(filled);
            }
        }
        Matrix { width, cells }
    }

    /// The farthest that a rounded count is from the exact one, with its node.
    pub fn farthest(&self, rounded: &Matrix) -> Option<(u64, usize)> {
        let distance =
            |at: usize| Cell::new(self.exact.cells[at], 0, 0).distance(rounded.cells[at]);
        (0..rounded.cells.len())
            .map(|at| (distance(at), at / rounded.width))
            .max_by_key(|&(distance, node)| (distance, std::cmp::Reverse(node)))
    }

    fn cells(&self, nodes: Range<usize>) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(nodes.len() * self.ids.len());
        for node in nodes {
            let counts = self.exact.row(node).iter().zip(self.earlier.row(node));
            for ((&exact, &earlier), id) in counts.zip(self.ids) {
                // A multiple of five has no choice to draw for.
                let draw = if exact % 5 == 0 {
                    0
                } else {
                    self.key.uniform(self.table, &self.tree.codes[node], id)
                };
                cells.push(Cell::new(exact, earlier, draw));
            }
        }
        cells
    }
}
