//! The exact counts of the villages. They go in, and nothing but protected tables comes out.

use std::collections::HashMap;

use crate::{classification::Classification, matrix::Matrix};

/// The exact counts of villages by class, to be consumed by [`crate::protect()`]. It cannot be printed,
/// compared, cloned or serialised, and gives no count back.
///
/// ```
/// use disclosure::{Register, classification};
///
/// let mut register = Register::new(&[classification("status").unwrap()]);
/// let village = register.village("410311200201");
/// register.add(village, "status", "stable", 14);
/// assert!(!register.add(village, "status", "rich", 1));
/// ```
pub struct Register {
    pub(crate) classifications: Vec<&'static Classification>,
    /// Where each classification's classes begin in a row, and the end of the last.
    pub(crate) starts: Vec<usize>,
    pub(crate) villages: Vec<String>,
    /// One row a village, the classifications side by side.
    pub(crate) counts: Matrix,
    by_code: HashMap<String, usize>,
}

/// A village of one [`Register`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Village(usize);

impl Register {
    /// An empty register with tables for the classifications. Leave out what was not recorded at all.
    #[must_use]
    pub fn new(classifications: &[&'static Classification]) -> Self {
        let mut starts = vec![0];
        for it in classifications {
            starts.push(starts.last().copied().unwrap_or(0) + it.classes.len());
        }
        Self {
            classifications: classifications.to_vec(),
            counts: Matrix::zeros(0, starts.last().copied().unwrap_or(0)),
            starts,
            villages: Vec::new(),
            by_code: HashMap::new(),
        }
    }

    /// The village with the code; a new one begins with zeros.
    pub fn village(&mut self, code: &str) -> Village {
        if let Some(&row) = self.by_code.get(code) {
            return Village(row);
        }
        let row = self.villages.len();
        self.villages.push(code.to_owned());
        self.by_code.insert(code.to_owned(), row);
        self.counts.cells.resize((row + 1) * self.counts.width, 0);
        Village(row)
    }

    /// Adds `n` households, or people, to a class. False, and nothing added, where the register has
    /// no such classification or class.
    #[must_use = "a class that is not known is not counted"]
    pub fn add(&mut self, village: Village, classification: &str, class: &str, n: u32) -> bool {
        let found = self
            .classifications
            .iter()
            .position(|it| it.id == classification)
            .and_then(|table| Some((table, self.classifications[table].class(class)?)));
        if let Some((table, class)) = found {
            let count = &mut self.counts_mut(village, table)[class];
            // A sum that large is refused as too many when it is protected.
            *count = count.saturating_add(n);
        }
        found.is_some()
    }

    /// The counts of one village in the classification at that place of the list given to
    /// [`Self::new`], one a class, to be filled.
    pub fn counts_mut(&mut self, village: Village, classification: usize) -> &mut [u32] {
        let columns = self.starts[classification]..self.starts[classification + 1];
        &mut self.counts.row_mut(village.0)[columns]
    }

    /// How many of the universe a village has by one classification.
    pub(crate) fn total(&self, row: usize, classification: usize) -> u64 {
        let columns = self.starts[classification]..self.starts[classification + 1];
        self.counts.row(row)[columns].iter().map(|&n| u64::from(n)).sum()
    }

    /// The row of a village.
    pub(crate) fn row(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }
}
