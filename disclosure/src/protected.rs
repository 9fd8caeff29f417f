//! What comes out: rounded tables, in dense rows until someone asks for them one by one.

use std::collections::BTreeMap;

use crate::{
    classification::{ALL, Classification},
    group::Level,
    matrix::Matrix,
    published::{CountTable, PublicationUnit},
    rounding::cell::BASE,
};

/// The protected tables of one release. All that it gives out may be published.
pub struct Protected {
    pub(crate) units: Vec<PublicationUnit>,
    /// In the order of the codes, with the rows that their counts are in.
    pub(crate) places: Vec<(String, usize)>,
    pub(crate) tables: Vec<ProtectedTable>,
}

pub(crate) struct ProtectedTable {
    pub classification: &'static Classification,
    /// In steps of five.
    pub rounded: Matrix,
    pub levels: Vec<Level>,
    pub open: Vec<String>,
}

impl Protected {
    /// The villages that are counted together, at least two each, in the order of their codes.
    #[must_use]
    pub fn units(&self) -> &[PublicationUnit] {
        &self.units
    }

    /// How many places have tables: a unit counts as one.
    #[must_use]
    pub fn n_places(&self) -> usize {
        self.places.len()
    }

    /// All tables in the order of places and then of classifications, made one by one: a country's
    /// would not fit into a small memory at once.
    pub fn tables(&self) -> impl Iterator<Item = CountTable> + '_ {
        self.places.iter().flat_map(|(code, row)| {
            self.tables.iter().map(|table| CountTable {
                region_code: code.clone(),
                name: table.classification.id.to_owned(),
                cells: table.cells(*row).into_iter().map(|(id, n)| (id.to_owned(), n)).collect(),
            })
        })
    }

    /// The published count of a class: of a broad class or of [`ALL`] where that is what is shown.
    #[must_use]
    pub fn count(&self, code: &str, classification: &str, class: &str) -> Option<i64> {
        let place = self.places.binary_search_by(|(it, _)| it.as_str().cmp(code)).ok()?;
        let table = self.tables.iter().find(|it| it.classification.id == classification)?;
        table.cells(self.places[place].1).get(class).copied()
    }

    /// Units whose hidden table can still be had by subtraction, because the place above has next to
    /// nothing else: classification and code.
    pub fn open_to_subtraction(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.tables
            .iter()
            .flat_map(|it| it.open.iter().map(|code| (it.classification.id, code.as_str())))
    }
}

impl ProtectedTable {
    /// Adds a place that is the sum of the nodes.
    pub fn push_sum(&mut self, nodes: &[usize]) {
        let mut sum = vec![0; self.rounded.width];
        for &node in nodes {
            for (sum, steps) in sum.iter_mut().zip(self.rounded.row(node)) {
                *sum += steps;
            }
        }
        self.rounded.cells.extend(sum);
        self.levels.push(nodes.iter().map(|&node| self.levels[node]).max().unwrap_or_default());
    }

    fn cells(&self, row: usize) -> BTreeMap<&'static str, i64> {
        let (it, counts) = (self.classification, self.rounded.row(row));
        let people = |steps: u32| i64::from(steps) * i64::from(BASE);
        let class = |(id, &steps): (&&'static str, &u32)| (*id, people(steps));
        match self.levels[row] {
            Level::Classes => it.classes.iter().zip(counts).map(class).collect(),
            Level::Broad => it
                .broad
                .iter()
                .map(|broad| {
                    let steps = it.members(broad).iter().map(|&class| counts[class]).sum();
                    (broad.id, people(steps))
                })
                .collect(),
            Level::All => BTreeMap::from([(ALL, people(counts.iter().sum()))]),
        }
    }
}
