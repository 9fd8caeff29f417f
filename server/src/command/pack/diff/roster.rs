//! Judges every household of a roster by both packs, in the room of one line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use eligibility::household::HouseholdReader;
use eligibility::source::difference::Flips;
use eligibility::{Judge, Pack};

/// What came of a roster.
pub struct Counted {
    pub flips: Flips,
    /// Lines that are no household; each was named, or at least the first ones.
    pub n_bad: u64,
}

/// No household takes so much; what does is no roster, and must not fill the memory.
const LONGEST_LINE: u64 = 1 << 20;
/// So many bad lines are named; the others are only counted.
const MOST_NAMED: u64 = 20;

/// Bad lines are named on standard error.
pub fn count(path: &Path, old: &Pack, new: &Pack) -> io::Result<Counted> {
    let (name, input): (_, Box<dyn Read>) = match path.to_str() {
        Some("-") => ("stdin".to_owned(), Box::new(io::stdin())),
        _ => (path.display().to_string(), Box::new(File::open(path)?)),
    };
    let mut lines = BufReader::with_capacity(1 << 16, input);
    let mut judges = Judges {
        readers: [HouseholdReader::new(old), HouseholdReader::new(new)],
        by_old: Judge::new(old),
        by_new: Judge::new(new),
        flips: Flips::new(old, new),
    };
    let (mut line, mut number, mut n_bad) = (Vec::new(), 0_u64, 0_u64);
    while next(&mut lines, &mut line)? {
        number += 1;
        if let Err(error) = judges.add(&line) {
            n_bad += 1;
            if n_bad <= MOST_NAMED {
                eprintln!("yangguang: {name}:{number}: {error}");
            }
        }
    }
    if n_bad > MOST_NAMED {
        eprintln!("yangguang: and {} more lines like these", n_bad - MOST_NAMED);
    }
    if n_bad > 0 {
        eprintln!("yangguang: {n_bad} of {number} lines could not be judged");
    }
    Ok(Counted { flips: judges.flips, n_bad })
}

struct Judges<'a> {
    /// Each pack asks its own questions, so each reads the line for itself.
    readers: [HouseholdReader<'a>; 2],
    by_old: Judge<'a>,
    by_new: Judge<'a>,
    flips: Flips,
}

impl Judges<'_> {
    /// Judges the household of a line, or says why it is none. It never says what the line holds.
    fn add(&mut self, line: &[u8]) -> Result<(), String> {
        if line.len() as u64 >= LONGEST_LINE {
            return Err("longer than a household can be".to_owned());
        }
        let text = std::str::from_utf8(line).map_err(|_| "no UTF-8 text")?;
        if text.trim().is_empty() {
            return Err("an empty line".to_owned());
        }
        let read = |it: &HouseholdReader| it.read(text).map_err(|error| error.to_string());
        let (old, new) = (read(&self.readers[0])?, read(&self.readers[1])?);
        self.flips.add(self.by_old.judge(&old.facts), self.by_new.judge(&new.facts));
        Ok(())
    }
}

/// Reads the next line, or as much of it as a line may be long and passes over the rest.
fn next(lines: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    lines.by_ref().take(LONGEST_LINE).read_until(b'\n', line)?;
    if line.len() as u64 == LONGEST_LINE && line.last() != Some(&b'\n') {
        lines.skip_until(b'\n')?;
    }
    Ok(!line.is_empty())
}
