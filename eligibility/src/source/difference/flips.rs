//! How many households a change of the rules turns, programme by programme, from what to what.

use crate::{Judgement, Pack, Verdict};

const N_VERDICTS: usize = Verdict::ALL.len();

/// Counts households judged by an old pack and by a new one. It takes the same room however many
/// households there are.
#[derive(Clone, Debug)]
pub struct Flips {
    programmes: Vec<Pair>,
    n_households: u64,
    n_turned: u64,
}

/// A programme in both packs; where a pack does not have it, it is not offered there.
#[derive(Clone, Debug)]
struct Pair {
    id: String,
    old: Option<usize>,
    new: Option<usize>,
    /// How many households went from a verdict to a verdict.
    counts: [[u64; N_VERDICTS]; N_VERDICTS],
}

/// So many households went from one verdict to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flip<'a> {
    pub programme: &'a str,
    pub from: Verdict,
    pub to: Verdict,
    pub n_households: u64,
}

impl Flips {
    pub fn new(old: &Pack, new: &Pack) -> Self {
        let ids = new.programmes.iter().chain(&old.programmes).map(|it| it.id.as_str());
        let mut programmes: Vec<Pair> = Vec::new();
        for id in ids {
            if programmes.iter().all(|it| it.id != id) {
                let (old, new) = (old.programme(id), new.programme(id));
                let counts = [[0; N_VERDICTS]; N_VERDICTS];
                programmes.push(Pair { id: id.to_owned(), old, new, counts });
            }
        }
        Self { programmes, n_households: 0, n_turned: 0 }
    }

    /// One household, as each pack judges it: every programme, in the pack's order.
    pub fn add(&mut self, old: &[Judgement], new: &[Judgement]) {
        let mut is_turned = false;
        for pair in &mut self.programmes {
            let verdict = |place: Option<usize>, judgements: &[Judgement]| {
                place.map_or(Verdict::Na, |place| judgements[place].verdict)
            };
            let (from, to) = (verdict(pair.old, old), verdict(pair.new, new));
            pair.counts[from as usize][to as usize] += 1;
            is_turned |= from != to;
        }
        self.n_households += 1;
        self.n_turned += u64::from(is_turned);
    }

    /// Adds what was counted elsewhere, for the same two packs.
    pub fn merge(&mut self, other: &Self) {
        for (pair, more) in self.programmes.iter_mut().zip(&other.programmes) {
            let counts = pair.counts.iter_mut().flatten().zip(more.counts.iter().flatten());
            counts.for_each(|(count, more)| *count += more);
        }
        self.n_households += other.n_households;
        self.n_turned += other.n_turned;
    }

    pub fn n_households(&self) -> u64 {
        self.n_households
    }

    /// Households of which at least one programme came out otherwise.
    pub fn n_turned(&self) -> u64 {
        self.n_turned
    }

    /// Every change of verdict that happened, in the order of the programmes.
    pub fn iter(&self) -> impl Iterator<Item = Flip<'_>> {
        let pairs = || Verdict::ALL.into_iter().flat_map(|a| Verdict::ALL.map(|b| (a, b)));
        self.programmes.iter().flat_map(move |pair| {
            pairs().filter(|(from, to)| from != to).filter_map(move |(from, to)| {
                let n_households = pair.counts[from as usize][to as usize];
                let flip = Flip { programme: &pair.id, from, to, n_households };
                (n_households > 0).then_some(flip)
            })
        })
    }
}
