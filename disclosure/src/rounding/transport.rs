//! Fills a table whose row and column sums are given: a transportation problem, solved by successive
//! shortest augmenting paths from the floors.

use super::cell::Cell;

/// The steps of each cell, row by row, so that every row and column has its sum, at the least cost.
/// The sums of the rows and of the columns must be the same.
pub(crate) fn fill(cells: &[Cell], rows: &[u32], columns: &[u32]) -> Vec<u32> {
    if rows.len() == 1 {
        return columns.to_vec();
    }
    let mut flow = Flow::new(cells, rows, columns);
    while let Some(end) = flow.shortest_path() {
        flow.move_one(end);
    }
    flow.steps
}

const FAR_AWAY: i64 = i64::MAX;
const START: usize = usize::MAX;

/// Nodes are the rows, then the columns. Raising a cell leads from its row to its column, lowering it
/// leads back. A row that lacks steps and a column that has too many supply; the others demand.
struct Flow<'a> {
    cells: &'a [Cell],
    n_rows: usize,
    n_columns: usize,
    steps: Vec<u32>,
    supply: Vec<i64>,
    /// Makes the cost of every possible move, seen from here, at least zero.
    potential: Vec<i64>,
    end_potential: i64,
    distance: Vec<i64>,
    is_done: Vec<bool>,
    before: Vec<usize>,
}

impl<'a> Flow<'a> {
    fn new(cells: &'a [Cell], rows: &[u32], columns: &[u32]) -> Self {
        let (n_rows, n_columns) = (rows.len(), columns.len());
        let steps: Vec<u32> = cells.iter().map(|cell| cell.floor()).collect();
        let mut supply: Vec<i64> = rows.iter().map(|&sum| i64::from(sum)).collect();
        supply.extend(columns.iter().map(|&sum| -i64::from(sum)));
        for (at, &steps) in steps.iter().enumerate() {
            supply[at / n_columns] -= i64::from(steps);
            supply[n_rows + at % n_columns] += i64::from(steps);
        }
        let n = n_rows + n_columns;
        Self {
            cells,
            n_rows,
            n_columns,
            steps,
            supply,
            potential: vec![0; n],
            end_potential: 0,
            distance: vec![FAR_AWAY; n],
            is_done: vec![false; n],
            before: vec![START; n],
        }
    }

    /// The demanding node at the end of the cheapest path from a supplying one, if any is left.
    fn shortest_path(&mut self) -> Option<usize> {
        for node in 0..self.supply.len() {
            let is_start = self.supply[node] > 0;
            self.distance[node] = if is_start { -self.potential[node] } else { FAR_AWAY };
            self.is_done[node] = false;
            self.before[node] = START;
        }
        let (mut shortest, mut end) = (FAR_AWAY, None);
        while let Some(node) = self.nearest().filter(|&it| self.distance[it] < shortest) {
            self.is_done[node] = true;
            if self.supply[node] < 0 {
                let length = self.distance[node] + self.potential[node] - self.end_potential;
                if length < shortest {
                    (shortest, end) = (length, Some(node));
                }
            }
            self.look_beyond(node);
        }
        if end.is_some() {
            for (potential, &distance) in self.potential.iter_mut().zip(&self.distance) {
                *potential += distance.min(shortest);
            }
            self.end_potential += shortest;
        }
        end
    }

    fn nearest(&self) -> Option<usize> {
        let reached = |&node: &usize| !self.is_done[node] && self.distance[node] < FAR_AWAY;
        (0..self.distance.len()).filter(reached).min_by_key(|&node| self.distance[node])
    }

    fn look_beyond(&mut self, node: usize) {
        if node < self.n_rows {
            for column in 0..self.n_columns {
                let at = node * self.n_columns + column;
                self.reach(node, self.n_rows + column, self.cells[at].more(self.steps[at]));
            }
        } else {
            for row in 0..self.n_rows {
                let at = row * self.n_columns + node - self.n_rows;
                if let Some(cost) = self.cells[at].fewer(self.steps[at]) {
                    self.reach(node, row, cost);
                }
            }
        }
    }

    fn reach(&mut self, from: usize, to: usize, cost: i64) {
        let length = self.distance[from] + cost + self.potential[from] - self.potential[to];
        if !self.is_done[to] && length < self.distance[to] {
            self.distance[to] = length;
            self.before[to] = from;
        }
    }

    /// Moves one step along the path that was found.
    fn move_one(&mut self, end: usize) {
        self.supply[end] += 1;
        let mut node = end;
        while self.before[node] != START {
            let before = self.before[node];
            if before < self.n_rows {
                self.steps[before * self.n_columns + node - self.n_rows] += 1;
            } else {
                self.steps[node * self.n_columns + before - self.n_rows] -= 1;
            }
            node = before;
        }
        self.supply[node] -= 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;
    use crate::rounding::cell::NOT_PUBLISHED;

    fn cost(cells: &[Cell], steps: &[u32]) -> i64 {
        let one = |(cell, &steps): (&Cell, &u32)| {
            let up: i64 = (cell.floor()..steps).map(|it| cell.more(it)).sum();
            let down: i64 = (steps..cell.floor()).map(|it| -cell.more(it)).sum();
            up + down
        };
        cells.iter().zip(steps).map(one).sum()
    }

    /// The cheapest of all tables of two rows and three columns with the sums.
    fn cheapest(cells: &[Cell], rows: [u32; 2], columns: [u32; 3]) -> Option<i64> {
        let mut best = None;
        for a in 0..=columns[0] {
            for b in 0..=columns[1] {
                let Some(c) = rows[0].checked_sub(a + b).filter(|&c| c <= columns[2]) else {
                    continue;
                };
                let steps = [a, b, c, columns[0] - a, columns[1] - b, columns[2] - c];
                let cost = cost(cells, &steps);
                best = Some(best.map_or(cost, |best: i64| best.min(cost)));
            }
        }
        best
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_sums_are_met_at_the_least_cost(
            exact in vec((0_u32..25, any::<u16>()), 6),
            columns in prop::array::uniform3(0_u32..6),
            part in 0_u32..100,
        ) {
            let cells: Vec<Cell> =
                exact.iter().map(|&(n, draw)| Cell::new(n, NOT_PUBLISHED, draw)).collect();
            let total: u32 = columns.iter().sum();
            let first = total * part / 100;
            let rows = [first, total - first];

            let steps = fill(&cells, &rows, &columns);

            for (row, sum) in rows.iter().enumerate() {
                prop_assert_eq!(steps[row * 3..row * 3 + 3].iter().sum::<u32>(), *sum);
            }
            for (column, sum) in columns.iter().enumerate() {
                prop_assert_eq!(steps[column] + steps[column + 3], *sum);
            }
            prop_assert_eq!(Some(cost(&cells, &steps)), cheapest(&cells, rows, columns));
        }
    }
}
