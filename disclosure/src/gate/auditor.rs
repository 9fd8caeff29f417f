//! Collects what the public sees, and says what it gives away.

use std::collections::BTreeMap;

use super::{
    cell::{Cell, Finding, Leak, Origin, UnknownCell},
    layout::Layout,
    network::{Because, FEWEST, NO_LIMIT, Network},
    release::{Known, Release},
    share::{Percent, Share},
};
use crate::{Classification, Problems, derived};

/// No more origins than this are named for one finding.
const MOST_ORIGINS: usize = 8;

/// No more variables than this are looked through for them.
const MOST_STEPS: usize = 10_000;

/// The attacker, with everything that he was told.
pub struct Auditor {
    layout: Layout,
    network: Network,
    releases: BTreeMap<i64, Known>,
    statements: Vec<Origin>,
    /// Counts that may be known exactly; what follows for the others is still looked at.
    official: Vec<usize>,
    findings: Vec<Finding>,
}

impl Auditor {
    /// Knows nothing yet.
    #[must_use]
    pub fn new(classifications: &[&'static Classification]) -> Self {
        Self {
            layout: Layout::new(classifications),
            network: Network::default(),
            releases: BTreeMap::new(),
            statements: Vec::new(),
            official: Vec::new(),
            findings: Vec::new(),
        }
    }

    /// Takes the protected tables of a release. A number may be given once only.
    pub fn add_release(&mut self, release: &Release<'_>) -> Result<(), Problems> {
        let known = Known::new(release, &self.layout, &mut self.network)?;
        for &total in &known.split_totals {
            let finding = self.finding(release.number, &known, total, Leak::SumDiffers);
            self.findings.push(finding);
        }
        self.releases.insert(release.number, known);
        Ok(())
    }

    /// A number seen for a count, anywhere. The protected number is nothing new; another is a finding
    /// and is taken for the exact count.
    pub fn add_number(&mut self, cell: &Cell, n: i64, origin: Origin) -> Result<(), UnknownCell> {
        let (variable, published) = self.look_up(cell)?;
        if published == Some(n) {
            return Ok(());
        }
        if published.is_some() {
            let (cell, origins) = (cell.clone(), vec![origin.clone()]);
            let leak = Leak::OtherNumber;
            self.findings.push(Finding { cell, leak, low: n, high: n, origins });
        }
        self.state(variable, n, n, origin);
        Ok(())
    }

    /// An official total that was published elsewhere and is shown as such: known exactly, and no
    /// finding by itself.
    pub fn add_official(&mut self, cell: &Cell, n: i64, origin: Origin) -> Result<(), UnknownCell> {
        let (variable, _) = self.look_up(cell)?;
        self.official.push(variable);
        self.state(variable, n, n, origin);
        Ok(())
    }

    /// A percentage seen for two counts of one release. What [`crate::share`] makes of the protected
    /// counts is nothing new.
    pub fn add_share(
        &mut self,
        part: &Cell,
        base: &Cell,
        percent: Percent,
        origin: Origin,
    ) -> Result<(), UnknownCell> {
        let (part, published_part) = self.look_up(part)?;
        let (base, published_base) = self.look_up(base)?;
        let derived = published_part.zip(published_base).and_then(|(n, of)| derived::share(n, of));
        if derived.is_some() && derived == percent.whole() {
            return Ok(());
        }
        let statement = number(self.statements.len());
        self.statements.push(origin);
        let variables = [part, base].map(number);
        self.network.add_share(Share { variables, percent }, statement);
        Ok(())
    }

    /// The public knows that the count is the same in another release, because it was said or because
    /// nothing there can have changed.
    pub fn add_unchanged(&mut self, cell: &Cell, release: i64) -> Result<(), UnknownCell> {
        let (one, _) = self.look_up(cell)?;
        let (other, _) = self.look_up(&Cell { release, ..cell.clone() })?;
        self.network.add_sum(one, [other]);
        Ok(())
    }

    /// Everything that is wrong, in order. Nothing means that every count keeps at least five
    /// candidates.
    #[must_use]
    pub fn findings(mut self) -> Vec<Finding> {
        self.network.propagate();
        let mut is_official = vec![false; self.network.bounds.len()];
        for &variable in &self.official {
            is_official[variable] = true;
        }
        let mut is_sparse = vec![false; self.network.bounds.len()];
        for &variable in &self.network.sparse {
            is_sparse[variable as usize] = true;
        }
        let mut findings = std::mem::take(&mut self.findings);
        for (&release, known) in &self.releases {
            for variable in known.first..known.first + known.n_variables() {
                let bounds = self.network.bounds[variable];
                let is_narrow = bounds.high - bounds.low + 1 < FEWEST || is_sparse[variable];
                if self.network.is_contradictory(variable) {
                    findings.push(self.finding(release, known, variable, Leak::Contradiction));
                } else if is_narrow && !is_official[variable] {
                    findings.push(self.finding(release, known, variable, Leak::TooNarrow));
                }
            }
        }
        for variable in self.network.wrong_sums(|variable| self.published(variable)) {
            if let Some((&release, known)) = self.release_of(variable) {
                findings.push(self.finding(release, known, variable, Leak::SumDiffers));
            }
        }
        findings.sort();
        findings.dedup();
        findings
    }

    fn look_up(&self, cell: &Cell) -> Result<(usize, Option<i64>), UnknownCell> {
        let found = self.releases.get(&cell.release).and_then(|known| {
            let place = known.row(&cell.place)?;
            let column = self.layout.column(&cell.table, &cell.class)?;
            Some(known.variable(place, column))
        });
        let variable = found.ok_or_else(|| cell.unknown())?;
        Ok((variable, self.published(variable)))
    }

    fn state(&mut self, variable: usize, low: i64, high: i64, origin: Origin) {
        let statement = Because::Statement(number(self.statements.len()));
        self.statements.push(origin);
        self.network.limit(variable, low, high, statement);
    }

    fn release_of(&self, variable: usize) -> Option<(&i64, &Known)> {
        self.releases
            .iter()
            .find(|(_, it)| (it.first..it.first + it.n_variables()).contains(&variable))
    }

    fn published(&self, variable: usize) -> Option<i64> {
        let (_, known) = self.release_of(variable)?;
        known.published[variable - known.first]
    }

    fn finding(&self, release: i64, known: &Known, variable: usize, leak: Leak) -> Finding {
        let (place, column) = known.place_of(variable);
        let (table, class) = self.layout.name(column);
        let cell = Cell { release, place: place.to_owned(), table: table.to_owned(), class };
        let bounds = self.network.bounds[variable];
        let high = bounds.high.min(NO_LIMIT);
        let mut origins = self.origins(variable);
        if origins.len() < MOST_ORIGINS {
            origins.push(Origin { file: known.file.clone(), line: 0 });
        }
        Finding { cell, leak, low: bounds.low, high, origins }
    }

    /// The statements that a variable's bounds follow from, the nearest first.
    fn origins(&self, variable: usize) -> Vec<Origin> {
        let mut seen = std::collections::BTreeSet::from([variable]);
        let mut waiting = std::collections::VecDeque::from([variable]);
        let mut statements: Vec<u32> = Vec::new();
        while let Some(variable) = waiting.pop_front() {
            let statement = match self.network.because[variable] {
                Because::Nothing => None,
                Because::Statement(statement) => Some(statement),
                Because::Tie(tie) => {
                    let (variables, statement) = self.network.tie(tie);
                    for next in variables.iter().map(|&it| it as usize) {
                        if seen.len() < MOST_STEPS && seen.insert(next) {
                            waiting.push_back(next);
                        }
                    }
                    statement
                }
            };
            statements.extend(statement.filter(|it| !statements.contains(it)));
            if statements.len() == MOST_ORIGINS {
                break;
            }
        }
        statements.into_iter().map(|it| self.statements[it as usize].clone()).collect()
    }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).expect("fewer than 32 bits count")
}
