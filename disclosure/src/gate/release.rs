//! One release in the network: a variable for each count, the windows of what is shown, and the sums.

use super::{
    layout::{Layout, UNIVERSES},
    network::{Because, Network},
};
use crate::{
    ALL, Place, Problems,
    geography::Geography,
    published::{CountTable, PublicationUnit},
    window::window,
};

/// What is public of one release's counts.
#[derive(Clone, Copy)]
pub struct Release<'a> {
    pub number: i64,
    /// With the same marks of what is protected on its own as when it was protected.
    pub places: &'a [Place<'a>],
    pub units: &'a [PublicationUnit],
    pub tables: &'a [CountTable],
    /// The file that the tables stand in, to be named in findings.
    pub file: &'a str,
}

/// A release that is in the network: rows of variables, one row a place in the order of the codes,
/// then one for the first village of each unit by itself.
pub(super) struct Known {
    pub file: String,
    pub codes: Vec<String>,
    pub first: usize,
    width: usize,
    n_places: usize,
    pub published: Vec<Option<i64>>,
    /// Two tables of one place and universe with different totals.
    pub split_totals: Vec<usize>,
}

impl Known {
    pub fn new(
        release: &Release<'_>,
        layout: &Layout,
        network: &mut Network,
    ) -> Result<Self, Problems> {
        let geography = Geography::new(release.places)?;
        let mut codes: Vec<String> = geography.codes.iter().map(|&code| code.to_owned()).collect();
        let n_places = codes.len();
        codes.extend(release.units.iter().map(|unit| unit.code().to_owned()));
        let n_variables = codes.len() * layout.width;
        let mut known = Self {
            file: release.file.to_owned(),
            first: network.grow(n_variables),
            width: layout.width,
            n_places,
            published: vec![None; n_variables],
            codes,
            split_totals: Vec::new(),
        };
        let mut has_table = vec![vec![false; layout.classifications.len()]; n_places];
        for table in release.tables {
            if let (Some(place), Some(at)) =
                (geography.rank(&table.region_code), layout.table(&table.name))
            {
                has_table[place][at] = true;
                known.show(layout, place, at, table);
            }
        }
        known.add_windows(&geography, network);
        known.add_sums_of_tables(layout, &has_table, network);
        known.add_sums_of_places(layout, &geography, &has_table, network);
        known.add_units(release, layout, &geography, network);
        Ok(known)
    }

    pub fn n_variables(&self) -> usize {
        self.published.len()
    }

    pub fn variable(&self, place: usize, column: usize) -> usize {
        self.first + place * self.width + column
    }

    fn show(&mut self, layout: &Layout, place: usize, at: usize, table: &CountTable) {
        let total = place * self.width + layout.total(at);
        if self.published[total].is_some_and(|n| n != table.total()) {
            self.split_totals.push(self.first + total);
        }
        self.published[total] = Some(table.total());
        for (id, &n) in table.cells.iter().filter(|it| it.0 != ALL) {
            if let Some(column) = layout.class(at, id) {
                self.published[place * self.width + column] = Some(n);
            }
        }
    }

    /// The windows, but for sums of places that were protected on their own: they are as far off as
    /// these together.
    fn add_windows(&self, geography: &Geography<'_>, network: &mut Network) {
        for (at, published) in self.published.iter().enumerate() {
            let is_inside = geography.root_of.get(at / self.width).copied().flatten().is_some();
            if let Some((low, high)) = published.map(window).filter(|_| is_inside) {
                network.limit(self.first + at, low, high, Because::Nothing);
            }
        }
    }

    fn add_sums_of_tables(&self, layout: &Layout, has_table: &[Vec<bool>], network: &mut Network) {
        for (at, _) in layout.classifications.iter().enumerate() {
            let sums = layout.sums(at);
            for place in (0..has_table.len()).filter(|&place| has_table[place][at]) {
                for (total, parts) in &sums {
                    let parts = parts.iter().map(|&column| self.variable(place, column));
                    network.add_sum(self.variable(place, *total), parts);
                }
            }
        }
    }

    /// Every place with a table is the sum of those in it that have one.
    fn add_sums_of_places(
        &self,
        layout: &Layout,
        geography: &Geography<'_>,
        has_table: &[Vec<bool>],
        network: &mut Network,
    ) {
        let mut add = |has: &dyn Fn(usize) -> bool, columns: &[usize]| {
            for place in (0..has_table.len()).filter(|&place| has(place)) {
                let parts: Vec<usize> =
                    geography.children[place].iter().copied().filter(|&part| has(part)).collect();
                for &column in columns.iter().filter(|_| !parts.is_empty()) {
                    let parts = parts.iter().map(|&part| self.variable(part, column));
                    network.add_sum(self.variable(place, column), parts);
                }
            }
        };
        for (at, _) in layout.classifications.iter().enumerate() {
            let columns: Vec<usize> = layout.classes(at).chain(layout.broad(at)).collect();
            add(&|place| has_table[place][at], &columns);
        }
        for column in 0..UNIVERSES.len() {
            let has = |place: usize| self.published[place * self.width + column].is_some();
            add(&has, &[column]);
        }
    }

    /// A unit is the sum of its villages, of which nothing is known but that.
    fn add_units(
        &self,
        release: &Release<'_>,
        layout: &Layout,
        geography: &Geography<'_>,
        network: &mut Network,
    ) {
        for (at, unit) in release.units.iter().enumerate() {
            let own = geography.codes.len() + at;
            let Some(row) = geography.rank(unit.code()) else { continue };
            let others = unit.members.iter().skip(1).filter_map(|code| geography.rank(code));
            let villages: Vec<usize> = others.chain([own]).collect();
            for column in 0..layout.width {
                let parts = villages.iter().map(|&village| self.variable(village, column));
                network.add_sum(self.variable(row, column), parts);
            }
        }
    }

    /// The row of a place: of a unit's first village, the unit.
    pub fn row(&self, code: &str) -> Option<usize> {
        self.codes[..self.n_places].binary_search_by(|it| it.as_str().cmp(code)).ok()
    }

    /// The place's code and the column of a variable.
    pub fn place_of(&self, variable: usize) -> (&str, usize) {
        let at = variable - self.first;
        (&self.codes[at / self.width], at % self.width)
    }
}
