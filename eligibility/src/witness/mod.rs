//! Which lines of a pack some family reaches: with such a family, or the proof that there is none.
//!
//! Families are first made up at random, those that reached something new being varied further.
//! For what is left, all families together are judged as one, with every answer as wide as it can
//! be; where that does not settle it they are told apart, and each part is judged again. A part that
//! cannot reach the line is let go. When nothing is left, no family can.

mod cut;
mod examine;
mod families;
mod hunt;
mod random;
mod search;

use crate::{Facts, Judgement, Line, Pack, Verdict};

/// What is known of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// This family comes to it.
    By(Facts),
    /// No family does, whatever it answers and whatever it does not know.
    Never,
    /// Neither a family nor a proof was found after looking at so many parts.
    Undecided(u32),
}

/// For each programme of the pack and each of its lines, whether some family comes to it.
///
/// A family's answers may be any that fit their questions, or not known. Who is turned away because
/// of where he is registered does not come to a line.
pub fn reach(pack: &Pack) -> Vec<Vec<Reach>> {
    let mut hunt = hunt::Hunt::new(pack);
    hunt.run();
    let mut reach: Vec<Vec<Reach>> = Vec::with_capacity(pack.programmes.len());
    for (programme, found) in hunt.found().iter().enumerate() {
        let search = |(line, found): (usize, &Option<Facts>)| match found {
            Some(facts) => Reach::By(facts.clone()),
            None => search::search(pack, programme, line, search::MOST_PARTS),
        };
        reach.push(found.iter().enumerate().map(search).collect());
    }
    reach
}

/// Whether a family comes to one line of one programme; within so many parts.
pub fn reach_line(pack: &Pack, programme: usize, line: usize, most_parts: u32) -> Reach {
    search::search(pack, programme, line, most_parts)
}

/// Whether the family is told what the line says: it decided, and the gate left it as it is.
fn comes_to(judgement: &Judgement, line: &Line, place: usize) -> bool {
    judgement.line.map(usize::from) == Some(place) && judgement.verdict == line.verdict
}

/// Nobody is turned away from what has ended or is not offered.
fn is_beyond_gate(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Closed | Verdict::Na)
}
