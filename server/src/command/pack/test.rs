//! `yangguang pack test`: the worked households beside packs, and which lines of the rules they test.

use std::collections::BTreeMap;
use std::process::ExitCode;

use clap::Args;
use eligibility::source::cases::{self, CaseReport, CaseResult, Expected, Miss, ProgrammeCoverage};
use eligibility::source::{Compiled, Library, SourceError};
use eligibility::{Reach, reach_line};

use super::asked::Asked;
use super::{counted, print, used_wrongly};
use crate::config::Config;

/// So far it is looked whether a household comes to a line.
const MOST_PARTS: u32 = 4_000;

#[derive(Args, Clone, Debug)]
pub struct Test {
    #[command(flatten)]
    asked: Asked,
}

/// What the cases of several packs came to. A pack is tested by the cases of those below it too, so
/// that most cases are met more than once; here each stands once.
#[derive(Default)]
struct Reports {
    /// By file and line.
    cases: BTreeMap<(String, usize), CaseResult>,
    coverage: Vec<ProgrammeCoverage>,
    packs: Vec<Compiled>,
    /// What is wrong in the files themselves.
    faults: Vec<String>,
}

impl Test {
    /// Prints every failed case, then how far each programme is tested. Exit 1 if a case failed, 2 for
    /// a pack that there is not.
    pub fn run(&self, config: &Config) -> anyhow::Result<ExitCode> {
        let library = config.rules()?;
        let packs = match self.asked.packs(&library) {
            Ok(packs) => packs,
            Err(sentence) => return Ok(used_wrongly(&sentence)),
        };
        let mut reports = Reports::default();
        for pack in &packs {
            if let Err(errors) = reports.run(&library, pack) {
                reports.faults.extend(errors.iter().map(|it| format!("error: {it}\n")));
            }
        }
        // A fault below several packs is one fault.
        reports.faults.sort_unstable();
        reports.faults.dedup();
        print(&reports.said(&library))?;
        Ok(ExitCode::from(u8::from(!reports.is_passed())))
    }
}

impl Reports {
    fn run(&mut self, library: &Library, pack: &str) -> Result<(), Vec<SourceError>> {
        let report = cases::run(library, pack)?;
        self.packs.push(library.compile(pack, None)?);
        self.add(report);
        Ok(())
    }

    fn add(&mut self, report: CaseReport) {
        for case in report.cases {
            self.cases.insert((case.file.clone(), case.line), case);
        }
        for programme in report.coverage {
            let same = |it: &&mut ProgrammeCoverage| it.programme == programme.programme;
            match self.coverage.iter_mut().find(same) {
                Some(known) => {
                    for (line, more) in known.lines.iter_mut().zip(&programme.lines) {
                        line.n_cases = line.n_cases.max(more.n_cases);
                    }
                }
                None => self.coverage.push(programme),
            }
        }
    }

    fn failed(&self) -> impl Iterator<Item = &CaseResult> {
        self.cases.values().filter(|it| !it.misses.is_empty())
    }

    fn is_passed(&self) -> bool {
        self.faults.is_empty() && self.failed().next().is_none()
    }

    fn said(&self, library: &Library) -> String {
        let mut said = self.faults.clone();
        said.extend(self.failed().map(failure));
        let (mut n_tested, mut n_lines, mut n_never) = (0, 0, 0);
        for programme in &self.coverage {
            let (untested, never) = self.untested(programme);
            let n = programme.lines.len();
            let tested = n - untested.len() - never.len();
            said.push(format!("{} {tested} of {}\n", programme.programme, counted(n, "line")));
            let written = |why, line| written(library, why, &programme.file, line);
            said.extend(untested.iter().map(|line| written("not tested", *line)));
            said.extend(never.iter().map(|line| written("nobody comes to", *line)));
            (n_tested, n_lines, n_never) = (n_tested + tested, n_lines + n, n_never + never.len());
        }
        let (cases, n_failed) = (counted(self.cases.len(), "case"), self.failed().count());
        let lines = format!("{n_tested} of {} tested", counted(n_lines, "line"));
        let never = also(n_never, &format!("{n_never} that nobody comes to"));
        let errors = also(self.faults.len(), &counted(self.faults.len(), "error"));
        said.push(format!("{cases}, {n_failed} failed; {lines}{never}{errors}\n"));
        said.concat()
    }

    /// The lines that no case comes to: those that a household may come to, and the others.
    fn untested(&self, programme: &ProgrammeCoverage) -> (Vec<usize>, Vec<usize>) {
        let lines = programme.lines.iter().filter(|it| it.n_cases == 0).map(|it| it.line);
        lines.partition(|line| self.is_reached(&programme.file, *line))
    }

    /// Whether a household may come to a line in one of the packs.
    fn is_reached(&self, file: &str, line: usize) -> bool {
        self.packs.iter().any(|Compiled { pack, places, .. }| {
            places.lines.iter().enumerate().any(|(programme, lines)| {
                let place = lines.iter().position(|(name, at)| name == file && *at == line);
                place.filter(|_| !places.is_over[programme]).is_some_and(|place| {
                    reach_line(pack, programme, place, MOST_PARTS) != Reach::Never
                })
            })
        })
    }
}

/// Said only where there are some.
fn also(n: usize, what: &str) -> String {
    if n > 0 { format!(", {what}") } else { String::new() }
}

/// A line of the rules as it stands in its file.
fn written(library: &Library, why: &str, file: &str, line: usize) -> String {
    let mut lines = library.text(file).unwrap_or_default().lines();
    let text = lines.nth(line - 1).unwrap_or_default();
    format!("  {why}: {file}:{line}: {}\n", text.trim())
}

fn failure(case: &CaseResult) -> String {
    let CaseResult { pack, file, line, title, on, .. } = case;
    let mut said = vec![format!("failed: {file}:{line}: {title} ({pack} on {on})\n")];
    for Miss { programme, line, what, expected, got } in &case.misses {
        let what = match what {
            Expected::Result => "",
            Expected::Article => " rests on",
        };
        said.push(format!("  {file}:{line}: {programme}{what}\n"));
        said.push(format!("    expected {expected}\n    got      {got}\n"));
    }
    said.concat()
}
