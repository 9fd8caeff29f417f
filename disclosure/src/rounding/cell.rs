//! One count to be rounded: what each multiple of five costs it.

use crate::window::{MOST, USUAL};

/// What the published counts are multiples of.
pub(crate) const BASE: u32 = 5;

/// The value of a cell that was not published before.
pub(crate) const NOT_PUBLISHED: u32 = u32::MAX;

/// One part of the keyed draw.
const STEP: i64 = 1 << 16;

/// The cost of going up by choice lies around this. All of it stays far below one move too far.
const MIDDLE: i64 = 50 * STEP;

/// For each square of the distance, once it is five or more.
const FAR: i64 = 1 << 32;

/// For each square of the distance beyond nine: only where there is no other way.
const TOO_FAR: i64 = 1 << 42;

/// An exact count and its wish to go up. Published values are counted in steps of five.
#[derive(Clone, Copy)]
pub(crate) struct Cell {
    exact: u32,
    up: i64,
}

impl Cell {
    /// `draw` is uniform. The chance to go up is the remainder by five; a value published before
    /// comes first while it is still one of the two neighbours.
    pub fn new(exact: u32, earlier: u32, draw: u16) -> Self {
        let (floor, draw) = (exact / BASE * BASE, i64::from(draw));
        let up = if earlier == floor {
            2 * MIDDLE + draw
        } else if earlier != NOT_PUBLISHED && earlier == floor.saturating_add(BASE) {
            draw
        } else {
            // Below the middle with a chance of remainder / 5.
            MIDDLE + i64::from(BASE) * draw - i64::from(exact % BASE) * STEP
        };
        Self { exact, up }
    }

    pub fn floor(self) -> u32 {
        self.exact / BASE
    }

    /// Its own choice, where nothing else must add up.
    pub fn alone(self) -> u32 {
        let is_up = !self.exact.is_multiple_of(BASE) && self.up < MIDDLE;
        self.floor() + u32::from(is_up)
    }

    /// What one step more costs. It never falls as the steps rise.
    pub fn more(self, steps: u32) -> i64 {
        let is_choice = steps == self.floor() && !self.exact.is_multiple_of(BASE);
        self.penalty(steps + 1) - self.penalty(steps) + if is_choice { self.up } else { 0 }
    }

    /// What one step less costs; nothing is less than zero.
    pub fn fewer(self, steps: u32) -> Option<i64> {
        steps.checked_sub(1).map(|less| -self.more(less))
    }

    /// How far the steps are from the exact count.
    pub fn distance(self, steps: u32) -> u64 {
        (u64::from(steps) * u64::from(BASE)).abs_diff(u64::from(self.exact))
    }

    fn penalty(self, steps: u32) -> i64 {
        // No real count is ever that far; it keeps the product small.
        let distance = i64::try_from(self.distance(steps)).unwrap_or(i64::MAX).min(200);
        let beyond = (distance - MOST).max(0);
        let far = if distance > USUAL { FAR * distance * distance } else { 0 };
        far + TOO_FAR * beyond * beyond
    }
}

/// The steps of each cell so that they add up to the total, at the least cost: the cells nearest to
/// going up go up first.
pub(crate) fn apportion(cells: &[Cell], total: u32) -> Vec<u32> {
    let mut steps: Vec<u32> = cells.iter().map(|cell| cell.floor()).collect();
    let mut sum: u32 = steps.iter().sum();
    while sum != total {
        let is_short = sum < total;
        let cost = |at: usize| {
            let (cell, steps) = (cells[at], steps[at]);
            if is_short { Some(cell.more(steps)) } else { cell.fewer(steps) }
        };
        let next = (0..cells.len()).filter_map(|at| Some((cost(at)?, at))).min();
        // None only where nothing is below the total: then there is nothing to share out.
        let Some((_, at)) = next else { break };
        if is_short {
            (steps[at], sum) = (steps[at] + 1, sum + 1);
        } else {
            (steps[at], sum) = (steps[at] - 1, sum - 1);
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chance_to_go_up_is_the_remainder() {
        let n_up = |exact| {
            (0..=u16::MAX)
                .filter(|&draw| Cell::new(exact, NOT_PUBLISHED, draw).alone() > exact / 5)
                .count()
        };

        assert_eq!(n_up(10), 0);
        assert_eq!(n_up(11), 13_108);
        assert_eq!(n_up(14), 52_429);
    }

    #[test]
    fn a_value_published_before_is_kept_while_it_is_a_neighbour() {
        for draw in [0, 30_000, u16::MAX] {
            assert_eq!(Cell::new(11, 15, draw).alone(), 3);
            assert_eq!(Cell::new(14, 10, draw).alone(), 2);
            assert_eq!(Cell::new(15, 10, draw).alone(), 3);
        }
    }

    #[test]
    fn one_step_more_never_costs_less_than_the_step_before() {
        for exact in 0..30 {
            let cell = Cell::new(exact, NOT_PUBLISHED, 40_000);
            assert!((0..30).all(|steps| cell.more(steps) <= cell.more(steps + 1)), "{exact}");
        }
    }

    #[test]
    fn the_total_is_shared_out_among_neighbours() {
        let cells = [1, 2, 14].map(|exact| Cell::new(exact, NOT_PUBLISHED, 30_000));

        assert_eq!(apportion(&cells, 3), [0, 0, 3]);
        assert_eq!(apportion(&cells, 4), [0, 1, 3]);
        assert_eq!(apportion(&cells, 2), [0, 0, 2]);
    }
}
