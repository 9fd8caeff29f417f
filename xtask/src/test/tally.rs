//! How many tests a log says were run: cargo's, Playwright's and our own closing lines.

use std::fmt;

#[derive(Default, Debug, PartialEq, Eq)]
pub struct Tally {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Tally {
    pub fn of(log: &str) -> Self {
        let mut tally = Self::default();
        for line in log.lines() {
            let line = without_colours(line);
            let line = line.trim();
            let counts = line.strip_prefix("test result: ").and_then(|it| it.split_once(". "));
            tally.read(counts.map_or(line, |(_, counts)| counts));
        }
        tally
    }

    /// Reads `12 passed; 0 failed; 1 ignored; …`, `3 passed (2.1s)` or `12 passed, 0 failed`.
    fn read(&mut self, line: &str) {
        for part in line.split([';', ',']) {
            let mut words = part.split_whitespace();
            let Some(number) = words.next().and_then(|it| it.parse::<u64>().ok()) else { return };
            match words.next() {
                Some("passed") => self.passed += number,
                Some("failed") => self.failed += number,
                Some("ignored" | "skipped") => self.skipped += number,
                _ => {}
            }
        }
    }

    pub fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }

    /// The line that says, in any language, how many tests were run.
    pub fn closing_line(&self) -> String {
        let skipped = match self.skipped {
            0 => String::new(),
            number => format!(", {number} skipped"),
        };
        format!("{} passed, {} failed{skipped}", self.passed, self.failed)
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            none if *none == Self::default() => Ok(()),
            some => formatter.write_str(&some.closing_line()),
        }
    }
}

/// A line without the escapes that colour it.
fn without_colours(line: &str) -> String {
    let mut parts = line.split("\u{1b}[");
    let first = parts.next().unwrap_or_default();
    let coloured = parts.map(|it| it.split_once('m').map_or(it, |(_, text)| text));
    std::iter::once(first).chain(coloured).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_lines_of_all_runners_are_added_up() {
        let log = "running 3 tests\n\
                   test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out\n\
                   test result: FAILED. 1 passed; 2 failed; 0 ignored; finished in 0.1s\n  \
                   1 skipped\n  \u{1b}[32m7 passed\u{1b}[39m (22.1s)\n120 passed, 0 failed\n";

        let tally = Tally::of(log);

        assert_eq!(tally, Tally { passed: 131, failed: 2, skipped: 2 });
        assert_eq!(tally.closing_line(), "131 passed, 2 failed, 2 skipped");
    }
}
