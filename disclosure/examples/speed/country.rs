//! A country of places, read or made up, and made-up counts of its villages.

use disclosure::{Classification, Universe, published::PublicationUnit};

/// Fourteen classes of uneven size.
pub static CLASSES: Classification = Classification {
    id: "fourteen",
    universe: Universe::Households,
    classes: &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"],
    sensitive: &[],
    broad: &[],
};

/// Of a thousand households.
const WEIGHTS: [u64; 14] = [300, 180, 130, 100, 80, 60, 45, 30, 25, 20, 12, 10, 5, 3];

/// Places in the order of their codes.
pub struct Country {
    pub places: Vec<(String, Option<String>)>,
    pub levels: Vec<usize>,
    /// The ranks of the places that have no other in them.
    pub villages: Vec<usize>,
    parents: Vec<Option<usize>>,
}

impl Country {
    pub fn read(csv: &str) -> Self {
        let line = |line: &str| {
            let mut columns = line.split(',').map(|it| it.trim_matches('"').to_owned());
            let code = columns.next().unwrap_or_default();
            (code, columns.next().filter(|parent| !parent.is_empty()))
        };
        let text = csv.trim_start_matches('\u{feff}');
        Self::new(text.lines().skip(1).filter(|it| !it.trim().is_empty()).map(line).collect())
    }

    /// 31 provinces, 333 cities, 2,997 counties, 41,958 townships, 620,573 villages.
    pub fn made_up() -> Self {
        let mut places = vec![("0".to_owned(), None)];
        let mut above = vec!["0".to_owned()];
        for n in [31, 333, 2_997, 41_958, 620_573] {
            let code = |at: usize| format!("{}{:03}", above[at * above.len() / n], at % 1000);
            let level: Vec<String> = (0..n).map(code).collect();
            places.extend(
                (0..n).map(|at| (level[at].clone(), Some(above[at * above.len() / n].clone()))),
            );
            above = level;
        }
        Self::new(places)
    }

    fn new(mut places: Vec<(String, Option<String>)>) -> Self {
        places.sort();
        let rank = |code: &String| places.binary_search_by(|it| it.0.cmp(code)).ok();
        let parents: Vec<Option<usize>> =
            places.iter().map(|it| it.1.as_ref().and_then(rank)).collect();
        let mut is_above = vec![false; places.len()];
        for &parent in parents.iter().flatten() {
            is_above[parent] = true;
        }
        let level = |mut place: usize| {
            let mut level = 0;
            while let Some(parent) = parents[place] {
                (place, level) = (parent, level + 1);
            }
            level
        };
        let levels = (0..places.len()).map(level).collect();
        let villages = (0..places.len()).filter(|&place| !is_above[place]).collect();
        Self { places, levels, villages, parents }
    }

    pub fn rank(&self, code: &str) -> Result<usize, usize> {
        self.places.binary_search_by(|it| it.0.as_str().cmp(code))
    }

    pub fn is_above(&self, place: usize) -> bool {
        self.villages.binary_search(&place).is_err()
    }

    /// The exact counts of every place; a unit's under its first village.
    pub fn exact(&self, release: u64, units: &[PublicationUnit]) -> Vec<[u32; 14]> {
        let mut exact = vec![[0; 14]; self.places.len()];
        for &village in &self.villages {
            let counts = counts(village as u64, release);
            let mut next = Some(village);
            while let Some(place) = next {
                add(&mut exact[place], &counts);
                next = self.parents[place];
            }
        }
        for unit in units {
            let members: Vec<usize> =
                unit.members.iter().filter_map(|code| self.rank(code).ok()).collect();
            for &member in &members[1..] {
                let counts = exact[member];
                add(&mut exact[members[0]], &counts);
            }
        }
        exact
    }
}

/// A village's counts; in a later release one cell in a hundred has changed.
pub fn counts(village: u64, release: u64) -> [u32; 14] {
    let households = 4 + mixed(village) % 56;
    let mut counts = [0; 14];
    for household in 0..households {
        // Most households of a village share a few causes.
        let lot = mixed(village << 20 | household) % 1000;
        let mut left = (lot + mixed(village << 8) % 400) % 1000;
        let class = WEIGHTS.iter().position(|weight| {
            let is_here = left < *weight;
            left = left.saturating_sub(*weight);
            is_here
        });
        counts[class.unwrap_or(0)] += 1;
    }
    for (class, n) in counts.iter_mut().enumerate() {
        let is_changed = mixed(village << 32 | (class as u64) << 8 | release).is_multiple_of(100);
        if release > 0 && is_changed {
            *n += 1;
        }
    }
    counts
}

fn add(sum: &mut [u32; 14], counts: &[u32; 14]) {
    for (sum, n) in sum.iter_mut().zip(counts) {
        *sum += n;
    }
}

/// `SplitMix64`: made-up numbers that are the same on every machine.
fn mixed(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
