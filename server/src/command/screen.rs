//! `yangguang screen`: judges a whole roster, one household a line, in constant memory.

use std::collections::BTreeSet;
use std::io::{self, BufRead, BufReader, BufWriter, ErrorKind, IsTerminal, Read, Write};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Context;
use eligibility::household::{Household, HouseholdReader};
use eligibility::{Judge, Pack, Settler};

use super::look_back::look_back;
use super::results;
use super::which::{Chosen, Which};
use crate::config::Config;

/// A household is a kilobyte; a longer line than this is none.
const MAX_LINE: u64 = 1024 * 1024;
/// Names beyond these say nothing new.
const MOST_UNASKED: usize = 20;
const PROGRESS: Duration = Duration::from_secs(1);

/// Reads households from standard input and writes their results, or with `against` only what turned.
/// Exit 1 if a line could not be judged, 2 for a pack that is not there.
pub fn screen(config: &Config, which: &Which, against: Option<&str>) -> anyhow::Result<ExitCode> {
    let library = config.rules()?;
    let old = against.map(|id| Which { pack: Some(id.to_owned()), place: None, date: None });
    let mut packs = Vec::new();
    for which in [Some(which), old.as_ref()].into_iter().flatten() {
        match which.pack(&library)? {
            Chosen::Pack(pack) => packs.push(pack),
            Chosen::None(sentence) => {
                eprintln!("yangguang: {sentence}");
                return Ok(ExitCode::from(2));
            }
        }
    }
    let input = BufReader::with_capacity(1 << 16, io::stdin().lock());
    let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut screening = Screening::new(&packs[0], out);
    let done = match packs.get(1) {
        None => screening.judge_all(input),
        Some(old) => look_back(&mut screening, &packs[0], old, input),
    };
    match done.and_then(|()| screening.out.flush()) {
        Ok(()) => Ok(screening.end()),
        // Whoever reads has seen enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => Err(error).context("write the results"),
    }
}

/// Goes through the lines: where it is, and what it said.
pub struct Screening<'a, W> {
    pack: &'a Pack,
    reader: HouseholdReader<'a>,
    pub out: W,
    pub n_lines: u64,
    n_bad: u64,
    /// Names that no question has, the first few of them.
    unasked: BTreeSet<String>,
    started: Instant,
    said: Instant,
}

impl<'a, W: Write> Screening<'a, W> {
    fn new(pack: &'a Pack, out: W) -> Self {
        let now = Instant::now();
        let reader = HouseholdReader::new(pack);
        Self {
            pack,
            reader,
            out,
            n_lines: 0,
            n_bad: 0,
            unasked: BTreeSet::new(),
            started: now,
            said: now,
        }
    }

    fn judge_all(&mut self, input: impl BufRead) -> io::Result<()> {
        let mut judge = Judge::new(self.pack);
        let mut settler = Settler::new(self.pack);
        let mut text = String::new();
        self.each(input, |it, _, household| {
            text.clear();
            head(&mut text, it.n_lines, household.id.as_deref());
            text.push_str(",\"results\":");
            let judgements = judge.judge(&household.facts);
            let settled = settler.settle(&household.facts, judgements);
            results::write(&mut text, it.pack, judgements, settled);
            text.push_str("}\n");
            it.out.write_all(text.as_bytes())
        })
    }

    /// Calls `then` for every household; a line that is none is said in its place.
    pub fn each(
        &mut self,
        mut input: impl BufRead,
        mut then: impl FnMut(&mut Self, &str, &Household) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut line = Vec::new();
        loop {
            line.clear();
            if (&mut input).take(MAX_LINE).read_until(b'\n', &mut line)? == 0 {
                return Ok(());
            }
            self.n_lines += 1;
            let is_too_long = line.len() as u64 == MAX_LINE && line.last() != Some(&b'\n');
            if is_too_long {
                skip_line(&mut input)?;
                self.refuse("longer than a household can be")?;
            } else {
                match std::str::from_utf8(&line) {
                    Ok(text) if text.trim().is_empty() => self.refuse("an empty line")?,
                    Ok(text) => match self.reader.read(text) {
                        Ok(household) => {
                            self.note(&household);
                            then(self, text, &household)?;
                        }
                        Err(error) => self.refuse(&error.to_string())?,
                    },
                    Err(_) => self.refuse("no UTF-8 text")?,
                }
            }
            self.say_progress();
        }
    }

    fn note(&mut self, household: &Household) {
        for name in &household.unasked {
            if self.unasked.len() < MOST_UNASKED && !self.unasked.contains(name) {
                self.unasked.insert(name.clone());
            }
        }
    }

    /// The text is ours: names of answers and places in the line, never what a family said.
    pub fn refuse(&mut self, why: &str) -> io::Result<()> {
        self.n_bad += 1;
        let error = serde_json::Value::from(why);
        writeln!(self.out, "{{\"line\":{},\"error\":{error}}}", self.n_lines)
    }

    fn say_progress(&mut self) {
        let is_time = self.n_lines.is_multiple_of(1_024) && self.said.elapsed() >= PROGRESS;
        if is_time && io::stderr().is_terminal() {
            self.said = Instant::now();
            let seconds = self.started.elapsed().as_secs().max(1);
            eprint!("\r{} households, {} a second ", self.n_lines, self.n_lines / seconds);
        }
    }

    fn end(&self) -> ExitCode {
        if io::stderr().is_terminal() {
            eprintln!();
        }
        say_unasked(self.pack, self.unasked.iter().map(String::as_str));
        if self.n_bad == 0 {
            return ExitCode::SUCCESS;
        }
        eprintln!("yangguang: {} of {} lines could not be judged", self.n_bad, self.n_lines);
        ExitCode::from(1)
    }
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|it| *it == b'\n');
        let (n_bytes, is_over) = match end {
            Some(end) => (end + 1, true),
            None => (buffer.len(), buffer.is_empty()),
        };
        input.consume(n_bytes);
        if is_over {
            return Ok(());
        }
    }
}

/// The beginning of a line of results: which line it was, and which household.
pub fn head(text: &mut String, line: u64, id: Option<&str>) {
    text.push_str("{\"line\":");
    text.push_str(&line.to_string());
    if let Some(id) = id {
        text.push_str(",\"id\":");
        text.push_str(id);
    }
}

/// Says which names no question of the pack has: misspelt, or of another pack.
pub fn say_unasked<'a>(pack: &Pack, names: impl Iterator<Item = &'a str>) {
    let names: Vec<&str> = names.collect();
    if !names.is_empty() {
        eprintln!("yangguang: not read, no question of {}: {}", pack.id, names.join(", "));
    }
}
