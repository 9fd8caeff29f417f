//! The columns that a place has: the totals of the universes, then every table's classes and broad
//! classes.

use std::ops::Range;

use super::cell::Class;
use crate::classification::{Classification, Universe};

pub(super) const UNIVERSES: [Universe; 2] = [Universe::Households, Universe::People];

pub(super) struct Layout {
    pub classifications: Vec<&'static Classification>,
    /// By classification: where its classes begin; its broad classes follow them.
    starts: Vec<usize>,
    pub width: usize,
}

impl Layout {
    pub fn new(classifications: &[&'static Classification]) -> Self {
        let mut width = UNIVERSES.len();
        let mut starts = Vec::with_capacity(classifications.len());
        for it in classifications {
            starts.push(width);
            width += it.classes.len() + it.broad.len();
        }
        Self { classifications: classifications.to_vec(), starts, width }
    }

    pub fn table(&self, id: &str) -> Option<usize> {
        self.classifications.iter().position(|it| it.id == id)
    }

    pub fn total(&self, table: usize) -> usize {
        let universe = self.classifications[table].universe;
        usize::from(universe != UNIVERSES[0])
    }

    pub fn classes(&self, table: usize) -> Range<usize> {
        let start = self.starts[table];
        start..start + self.classifications[table].classes.len()
    }

    pub fn broad(&self, table: usize) -> Range<usize> {
        let start = self.classes(table).end;
        start..start + self.classifications[table].broad.len()
    }

    /// A class, or a broad class. A broad class with the id of a class is that class.
    pub fn class(&self, table: usize, id: &str) -> Option<usize> {
        let it = self.classifications[table];
        let class = it.class(id).map(|at| self.starts[table] + at);
        let broad = || it.broad.iter().position(|broad| broad.id == id);
        class.or_else(|| broad().map(|at| self.broad(table).start + at))
    }

    pub fn column(&self, table: &str, class: &Class) -> Option<usize> {
        if *class == Class::Total
            && let Some(universe) = UNIVERSES.iter().position(|it| it.id() == table)
        {
            return Some(universe);
        }
        let table = self.table(table)?;
        match class {
            Class::Total => Some(self.total(table)),
            Class::Of(id) => self.class(table, id),
        }
    }

    /// The table and class of a column. A total belongs to all tables of its universe.
    pub fn name(&self, column: usize) -> (&'static str, Class) {
        let named = |table: usize| {
            let it = self.classifications[table];
            let classes = self.classes(table);
            let broad = self.broad(table);
            let id = if classes.contains(&column) {
                it.classes[column - classes.start]
            } else {
                it.broad.get(column.checked_sub(broad.start)?)?.id
            };
            Some((it.id, Class::Of(id.to_owned())))
        };
        if let Some(universe) = UNIVERSES.get(column) {
            return (universe.id(), Class::Total);
        }
        (0..self.starts.len()).find_map(named).unwrap_or(("", Class::Total))
    }

    /// The sums within one place: a column and those that add up to it.
    pub fn sums(&self, table: usize) -> Vec<(usize, Vec<usize>)> {
        let it = self.classifications[table];
        let mut sums = vec![(self.total(table), self.classes(table).collect())];
        if !it.broad.is_empty() {
            sums.push((self.total(table), self.broad(table).collect()));
        }
        for (at, broad) in it.broad.iter().enumerate() {
            let members = it.members(broad).into_iter().map(|class| self.starts[table] + class);
            sums.push((self.broad(table).start + at, members.collect()));
        }
        sums
    }
}
