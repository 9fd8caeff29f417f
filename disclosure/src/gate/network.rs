//! Unknown numbers between bounds, tied together by sums and shares; narrowed until nothing moves.

use std::collections::VecDeque;

use super::share::Share;

/// Higher than any count, and low enough that many of them can be added.
pub(super) const NO_LIMIT: i64 = 1 << 40;

/// The number of possible values below which a count is given away.
pub(super) const FEWEST: i64 = 5;

#[derive(Clone, Copy)]
pub(super) struct Bounds {
    pub low: i64,
    pub high: i64,
}

/// What last narrowed a variable.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Because {
    Nothing,
    Statement(u32),
    Tie(u32),
}

enum Tie {
    /// The first is the sum of the others.
    Sum(Vec<u32>),
    Share(Share, u32),
}

#[derive(Default)]
pub(super) struct Network {
    pub bounds: Vec<Bounds>,
    pub because: Vec<Because>,
    /// A variable with fewer possible values than its bounds tell, found by a share.
    pub sparse: Vec<u32>,
    ties: Vec<Tie>,
}

impl Network {
    /// New variables of which nothing is known but that they are counts. Gives the first.
    pub fn grow(&mut self, n: usize) -> usize {
        let first = self.bounds.len();
        self.bounds.resize(first + n, Bounds { low: 0, high: NO_LIMIT });
        self.because.resize(first + n, Because::Nothing);
        first
    }

    pub fn limit(&mut self, variable: usize, low: i64, high: i64, because: Because) {
        let bounds = &mut self.bounds[variable];
        if low > bounds.low || high < bounds.high {
            *bounds = Bounds { low: bounds.low.max(low), high: bounds.high.min(high) };
            self.because[variable] = because;
        }
    }

    pub fn add_sum(&mut self, total: usize, parts: impl IntoIterator<Item = usize>) {
        let index = |it| u32::try_from(it).expect("fewer variables than 32 bits count");
        self.ties.push(Tie::Sum([total].into_iter().chain(parts).map(index).collect()));
    }

    pub fn add_share(&mut self, share: Share, statement: u32) {
        self.ties.push(Tie::Share(share, statement));
    }

    /// Whether all that is known of the variable cannot be true together.
    pub fn is_contradictory(&self, variable: usize) -> bool {
        let Bounds { low, high } = self.bounds[variable];
        low > high
    }

    /// Narrows every variable by every tie until nothing changes.
    pub fn propagate(&mut self) {
        let (starts, ties_of) = self.ties_by_variable();
        let mut is_waiting = vec![true; self.ties.len()];
        let mut waiting: VecDeque<u32> = (0..).take(self.ties.len()).collect();
        let mut narrowed = Vec::new();
        while let Some(tie) = waiting.pop_front() {
            is_waiting[tie as usize] = false;
            self.narrow(tie, &mut narrowed);
            for variable in narrowed.drain(..) {
                let variable = variable as usize;
                self.because[variable] = Because::Tie(tie);
                for &next in &ties_of[starts[variable]..starts[variable + 1]] {
                    if next != tie && !is_waiting[next as usize] {
                        is_waiting[next as usize] = true;
                        waiting.push_back(next);
                    }
                }
            }
        }
    }

    /// The ties of every variable one after the other, and where each variable's begin.
    fn ties_by_variable(&self) -> (Vec<usize>, Vec<u32>) {
        let mut starts = vec![0; self.bounds.len() + 1];
        for &variable in self.ties.iter().flat_map(Tie::variables) {
            starts[variable as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut ties_of = vec![0; starts[starts.len() - 1]];
        for (number, tie) in (0..).zip(&self.ties) {
            for &variable in tie.variables() {
                ties_of[next[variable as usize]] = number;
                next[variable as usize] += 1;
            }
        }
        (starts, ties_of)
    }

    /// The variables that a tie binds, and the statement that it was.
    pub fn tie(&self, tie: u32) -> (&[u32], Option<u32>) {
        let tie = &self.ties[tie as usize];
        let statement = if let Tie::Share(_, statement) = tie { Some(*statement) } else { None };
        (tie.variables(), statement)
    }

    /// The published sums that do not add up, by the variable of the total.
    pub fn wrong_sums(&self, published: impl Fn(usize) -> Option<i64>) -> Vec<usize> {
        let is_wrong = |tie: &Tie| {
            let Tie::Sum(variables) = tie else { return None };
            let total = published(variables[0] as usize)?;
            let parts: Option<i64> = variables[1..].iter().map(|&it| published(it as usize)).sum();
            (parts? != total).then_some(variables[0] as usize)
        };
        self.ties.iter().filter_map(is_wrong).collect()
    }

    fn narrow(&mut self, tie: u32, narrowed: &mut Vec<u32>) {
        let is_wrong = |&variable: &u32| self.is_contradictory(variable as usize);
        if self.ties[tie as usize].variables().iter().any(is_wrong) {
            // What follows from a contradiction says nothing more.
            return;
        }
        match &self.ties[tie as usize] {
            Tie::Sum(variables) => narrow_sum(&mut self.bounds, variables, narrowed),
            Tie::Share(share, _) => {
                share.narrow(&mut self.bounds, narrowed, &mut self.sparse);
            }
        }
    }
}

impl Tie {
    fn variables(&self) -> &[u32] {
        match self {
            Self::Sum(variables) => variables,
            Self::Share(share, _) => &share.variables,
        }
    }
}

fn narrow_sum(bounds: &mut [Bounds], variables: &[u32], narrowed: &mut Vec<u32>) {
    let (total, parts) = (variables[0], &variables[1..]);
    let (mut low, mut high) = (0, 0);
    for &part in parts {
        low += bounds[part as usize].low;
        high += bounds[part as usize].high;
    }
    set(bounds, total, low, high, narrowed);
    let Bounds { low: total_low, high: total_high } = bounds[total as usize];
    for &part in parts {
        // What the others leave over; the sums stay true bounds while parts are narrowed.
        let Bounds { low: part_low, high: part_high } = bounds[part as usize];
        set(bounds, part, total_low - (high - part_high), total_high - (low - part_low), narrowed);
    }
}

pub(super) fn set(
    bounds: &mut [Bounds],
    variable: u32,
    low: i64,
    high: i64,
    narrowed: &mut Vec<u32>,
) {
    let it = &mut bounds[variable as usize];
    if low > it.low || high < it.high {
        *it = Bounds { low: it.low.max(low), high: it.high.min(high) };
        narrowed.push(variable);
    }
}
