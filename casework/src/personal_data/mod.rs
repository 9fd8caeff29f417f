//! Finds numbers that identify a person in free text: identity cards, mobile phones, bank cards.
//! A text that holds one is sent back before it is kept or published (PIPL articles 6 and 28).

mod checks;
mod runs;

use runs::Run;

/// A number that identifies a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PersonalData {
    /// A resident identity number of 18 signs or, until 1999, of 15.
    ResidentId,
    BankCard,
    MobilePhone,
}

/// A number found, with its place in the text in bytes: `&text[start..end]` is the number as
/// typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: PersonalData,
    pub start: usize,
    pub end: usize,
}

/// All numbers in a text that identify a person, in order, none overlapping.
///
/// Full-width digits count, and so do spaces and hyphens where people put them. A number counts
/// only if it could be real: an identity number by its province, birthday and check digit, a
/// card by its issuer's range and the Luhn sum. Of long document numbers that begin like a card
/// one in ten passes the sum by chance; the person then has to put it another way.
///
/// ```
/// use casework::personal_data::{PersonalData, find};
///
/// let text = "我叫张三,身份证11010519491231002x,电话138-0000-1111";
/// let found = find(text);
///
/// assert_eq!(found[0].kind, PersonalData::ResidentId);
/// assert_eq!(&text[found[1].start..found[1].end], "138-0000-1111");
/// assert!(find("150502001001 村 2026-11-20 拨款 12,000,000 元").is_empty());
/// ```
pub fn find(text: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    for chain in runs::chains(text) {
        let mut i = 0;
        while i < chain.len() {
            let next = longest_from(&chain, i).map(|(n_runs, kind)| {
                found.push(finding(kind, &chain[i..i + n_runs]));
                i + n_runs
            });
            i = next.unwrap_or_else(|| {
                found.extend(within(&chain[i]));
                i + 1
            });
        }
    }
    found
}

/// As [`find`], in each part of a long text that ends with `end`, with the number of the part, from 1.
/// SHA-256 sums are passed over: their digits are at random, and some would look like a telephone's.
///
/// ```
/// use casework::personal_data::find_in_parts;
///
/// let found = find_in_parts("a,b\n1,11010519491231002X\n", "\n");
///
/// assert_eq!(found.len(), 1);
/// assert_eq!(found[0].0, 2);
/// ```
pub fn find_in_parts(text: &str, end: &str) -> Vec<(usize, PersonalData)> {
    let parts = (1..).zip(text.split(end)).filter(|(_, part)| may_hold_a_number(part));
    parts
        .flat_map(|(n, part)| find(&without_sums(part)).into_iter().map(move |it| (n, it.kind)))
        .collect()
}

/// Whether a part has as many digits as a telephone's number, in whatever form: most have not.
fn may_hold_a_number(part: &str) -> bool {
    const SHORTEST: usize = 11;
    part.len() >= SHORTEST && part.chars().filter(|it| it.is_numeric()).nth(SHORTEST - 1).is_some()
}

fn without_sums(part: &str) -> String {
    let is_sum = |it: &&str| it.len() == 64 && it.bytes().all(|it| it.is_ascii_hexdigit());
    let words = part.split(|it: char| !it.is_ascii_alphanumeric());
    words.filter(is_sum).fold(part.to_owned(), |part, sum| part.replace(sum, ""))
}

/// The most runs from `i` on that make one number, and what it is.
fn longest_from(chain: &[Run], i: usize) -> Option<(usize, PersonalData)> {
    let n_most = runs::MOST_RUNS.min(chain.len() - i);
    (1..=n_most).rev().find_map(|n| checks::kind_of(&chain[i..i + n]).map(|kind| (n, kind)))
}

/// Identity numbers inside a run longer than any number alone: a disability card is an identity
/// number and two digits more, and people paste numbers without a space between.
fn within(run: &Run) -> Option<Finding> {
    let windows = run.digits.as_bytes().windows(18).enumerate();
    let (start, _) =
        windows.filter(|_| run.digits.len() > 19).find(|(_, it)| checks::is_resident_id(it))?;
    Some(Finding {
        kind: PersonalData::ResidentId,
        start: run.places[start],
        end: run.places[start + 18],
    })
}

fn finding(kind: PersonalData, runs: &[Run]) -> Finding {
    let start = runs.first().map_or(0, Run::start);
    let end = runs.last().map_or(0, Run::end);
    Finding { kind, start, end }
}

#[cfg(test)]
mod tests;
