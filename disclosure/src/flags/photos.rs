//! The same photo twice: two pictures that look alike, of different projects or moments.

use std::collections::BTreeMap;

use super::{Flag, Proof, RuleId};

/// A photo as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    pub project_id: String,
    /// `before`, `during` or `after`.
    pub moment: String,
    /// As in [`Photo::look`](crate::published::Photo::look), read as a number.
    pub look: u64,
}

impl Seen {
    /// None if `look` is not sixteen hexadecimal digits.
    #[must_use]
    pub fn read(project_id: &str, moment: &str, look: &str) -> Option<Self> {
        let look = (look.len() == 16).then(|| u64::from_str_radix(look, 16).ok())??;
        Some(Self { project_id: project_id.to_owned(), moment: moment.to_owned(), look })
    }
}

/// Two photos, by their places in the list, the lower first, and in how many bits they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alike {
    pub n_bits: u32,
    pub first: usize,
    pub second: usize,
}

/// Bits that a hash is cut into. Two hashes that differ in at most six bits agree in one of seven
/// pieces, so only those that share a piece need comparing.
const PIECE_BITS: u32 = 10;
const N_PIECES: u32 = 7;

/// All pairs that differ in at most `limit` bits and are of different projects or moments, the
/// closest first. `limit` is at most 6; a higher one is taken as 6.
#[must_use]
pub fn alike(photos: &[Seen], limit: u32) -> Vec<Alike> {
    let limit = limit.min(N_PIECES - 1);
    let mut pairs = Vec::new();
    for piece in 0..N_PIECES {
        let mut shelves = BTreeMap::<u64, Vec<usize>>::new();
        for (place, photo) in photos.iter().enumerate() {
            let key = photo.look >> (piece * PIECE_BITS) & ((1 << PIECE_BITS) - 1);
            shelves.entry(key).or_default().push(place);
        }
        for shelf in shelves.values() {
            pairs.extend(alike_on(shelf, photos, limit));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn alike_on(shelf: &[usize], photos: &[Seen], limit: u32) -> Vec<Alike> {
    let mut pairs = Vec::new();
    for (n, first) in shelf.iter().enumerate() {
        for second in &shelf[n + 1..] {
            let (one, other) = (&photos[*first], &photos[*second]);
            let is_elsewhere = one.project_id != other.project_id || one.moment != other.moment;
            let n_bits = (one.look ^ other.look).count_ones();
            if is_elsewhere && n_bits <= limit {
                pairs.push(Alike { n_bits, first: *first, second: *second });
            }
        }
    }
    pairs
}

/// One flag for each project with a photo of another project or moment: the closest pair, and how many
/// pairs there are. `limit` as in [`alike`].
#[must_use]
pub fn same_photos(photos: &[Seen], limit: u32) -> BTreeMap<String, Flag> {
    let mut flags = BTreeMap::<String, Flag>::new();
    for pair in alike(photos, limit) {
        let (first, second) = (&photos[pair.first], &photos[pair.second]);
        let is_within = first.project_id == second.project_id;
        let ways = [(first, second), (second, first)];
        for (own, other) in ways.into_iter().take(if is_within { 1 } else { 2 }) {
            let flag = flags.entry(own.project_id.clone()).or_insert_with(|| Flag {
                rule: RuleId::SamePhoto,
                proof: Proof::Photos {
                    n_bits: pair.n_bits,
                    n_pairs: 0,
                    other_project: other.project_id.clone(),
                    other_moment: other.moment.clone(),
                },
            });
            if let Proof::Photos { n_pairs, .. } = &mut flag.proof {
                *n_pairs += 1;
            }
        }
    }
    flags
}
