//! What came out of a pack's cases: which failed, and which lines they came to.

use crate::source::compile::Compiled;
use crate::{AmountKind, Judgement};

/// Every case with what it missed, and how often each line was come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseReport {
    pub cases: Vec<CaseResult>,
    /// For each programme that has rules on the pack's last day.
    pub coverage: Vec<ProgrammeCoverage>,
}

/// One case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseResult {
    /// The pack that it was run with.
    pub pack: String,
    pub file: String,
    pub line: usize,
    pub title: String,
    pub on: String,
    /// Empty: it passed.
    pub misses: Vec<Miss>,
    /// The lines that came out as expected, by file and line.
    pub(super) reached: Vec<(String, usize)>,
}

/// Something that did not come out as expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Miss {
    pub programme: String,
    /// Where the case says what was expected.
    pub line: usize,
    pub what: Expected,
    pub expected: String,
    pub got: String,
}

/// What a case may expect of a programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Verdict, reason, amount and type.
    Result,
    /// What the line that decided rests on.
    Article,
}

/// The lines of one programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeCoverage {
    pub programme: String,
    pub file: String,
    pub lines: Vec<LineCoverage>,
}

/// How many cases came to a line and expected to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineCoverage {
    pub line: usize,
    pub n_cases: usize,
}

impl CaseReport {
    pub(super) fn of(compiled: &Compiled) -> Self {
        let programmes = compiled.pack.programmes.iter().zip(&compiled.places.lines);
        let with_rules = programmes.zip(&compiled.places.is_over).filter(|(_, is_over)| !**is_over);
        let coverage = |(programme, lines): (&crate::Programme, &Vec<(String, usize)>)| {
            let at = |(_, line): &(String, usize)| LineCoverage { line: *line, n_cases: 0 };
            ProgrammeCoverage {
                programme: programme.id.clone(),
                file: lines[0].0.clone(),
                lines: lines.iter().map(at).collect(),
            }
        };
        Self { cases: Vec::new(), coverage: with_rules.map(|(it, _)| coverage(it)).collect() }
    }

    pub(super) fn add(&mut self, result: CaseResult) {
        for (file, line) in &result.reached {
            let programmes = self.coverage.iter_mut().filter(|it| it.file == *file);
            for covered in programmes.flat_map(|it| &mut it.lines).filter(|it| it.line == *line) {
                covered.n_cases += 1;
            }
        }
        self.cases.push(result);
    }

    /// Every case came out as expected.
    pub fn is_passed(&self) -> bool {
        self.cases.iter().all(|it| it.misses.is_empty())
    }

    /// How many cases came to the line as they expected.
    pub fn n_cases_at(&self, file: &str, line: usize) -> usize {
        let programmes = self.coverage.iter().filter(|it| it.file == file);
        let lines = programmes.flat_map(|it| &it.lines).filter(|it| it.line == line);
        lines.map(|it| it.n_cases).sum()
    }
}

/// A result as cases write it: `LIKELY three_nos 17160 year`, `CHECK assets_unknown type B`.
pub fn told(judgement: &Judgement) -> String {
    let amount_kind = judgement.amount_kind.map_or("", AmountKind::code);
    let amount = match judgement.yuan {
        Some((least, most)) if least == most => format!(" {least} {amount_kind}"),
        Some((least, most)) => format!(" {least}..{most} {amount_kind}"),
        None => String::new(),
    };
    let kind = judgement.kind.map_or_else(String::new, |it| format!(" type {it}"));
    format!("{} {}{amount}{kind}", judgement.verdict.code(), judgement.reason)
}
