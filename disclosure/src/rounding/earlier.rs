//! What the last release published, found by node and class.

use std::collections::HashMap;

use super::cell::NOT_PUBLISHED;
use crate::{
    classification::{Broad, Classification},
    matrix::Matrix,
    published::{CountTable, PublicationUnit},
    tree::Tree,
};

/// The last release, which the next one keeps to where it can; empty for the first.
#[derive(Clone, Copy, Debug, Default)]
pub struct Previous<'a> {
    pub units: &'a [PublicationUnit],
    pub tables: &'a [CountTable],
}

/// The earlier tables of one classification, by node.
pub(crate) struct Earlier<'a>(Vec<Option<&'a CountTable>>);

impl<'a> Earlier<'a> {
    /// The tables of each of the classifications.
    pub fn of_all(
        tree: &Tree,
        classifications: &[&'static Classification],
        tables: &'a [CountTable],
    ) -> Vec<Self> {
        let nodes: HashMap<&str, usize> =
            tree.codes.iter().enumerate().map(|(node, code)| (code.as_str(), node)).collect();
        let mut all: Vec<Self> = Vec::new();
        all.resize_with(classifications.len(), || Self(vec![None; tree.len()]));
        for table in tables {
            let at = classifications.iter().position(|it| it.id == table.name);
            if let (Some(at), Some(&node)) = (at, nodes.get(table.region_code.as_str())) {
                all[at].0[node] = Some(table);
            }
        }
        all
    }

    pub fn totals(&self) -> Matrix {
        self.matrix(1, |table, cells| cells[0] = value(Some(table.total())))
    }

    pub fn classes(&self, ids: &[&str]) -> Matrix {
        self.matrix(ids.len(), |table, cells| {
            for (cell, id) in cells.iter_mut().zip(ids) {
                *cell = value(table.cells.get(*id).copied());
            }
        })
    }

    /// The broad classes: as they were shown, or as the sum of their classes.
    pub fn broad(&self, broad: &[Broad]) -> Matrix {
        self.matrix(broad.len(), |table, cells| {
            for (cell, broad) in cells.iter_mut().zip(broad) {
                let shown = |id: &&str| table.cells.get(*id).copied();
                *cell = value(shown(&broad.id).or_else(|| broad.classes.iter().map(shown).sum()));
            }
        })
    }

    fn matrix(&self, width: usize, fill: impl Fn(&CountTable, &mut [u32])) -> Matrix {
        let mut matrix = Matrix { width, cells: vec![NOT_PUBLISHED; self.0.len() * width] };
        for (node, table) in self.0.iter().enumerate() {
            if let Some(table) = table {
                fill(table, matrix.row_mut(node));
            }
        }
        matrix
    }
}

fn value(published: Option<i64>) -> u32 {
    published.and_then(|n| u32::try_from(n).ok()).unwrap_or(NOT_PUBLISHED)
}
