//! `pack test`: worked households beside a pack, with what must come out for them.
//!
//! `<pack>/cases/*.toml` hold them. What a case leaves out is as the `[usual]` household has it, of
//! the pack itself or of those it lies upon. Their cases are run too, each with its own pack.

mod frame;
mod household;
mod report;

use std::collections::BTreeMap;

use toml::Spanned;

use super::compile::Compiled;
use super::frame::File;
use super::library::Library;
use super::problem::nearest;
use super::{Problem, SourceError};
use crate::{Judgement, Verdict, judge};
use frame::{CaseFrame, CasesFrame};
use household::Usual;
pub use report::{CaseReport, CaseResult, Expected, LineCoverage, Miss, ProgrammeCoverage, told};

/// Runs every case of a pack and of those it lies upon.
///
/// # Errors
/// Every fault in the cases' files; or those of a pack that cannot be read.
pub fn run(library: &Library, id: &str) -> Result<CaseReport, Vec<SourceError>> {
    let layers = library.layers(id).map_err(|error| vec![error])?;
    let mut report = CaseReport::of(&library.compile(id, None)?);
    let (mut usual, mut faults) = (Usual::default(), Vec::new());
    for layer in &layers {
        let pack = layer.frame.id.as_str();
        let files = frame::files(library, pack).map_err(|error| vec![error])?;
        if files.is_empty() {
            continue;
        }
        let facts = library.compile(pack, None)?.pack.facts;
        faults.extend(files.iter().flat_map(|file| usual.lay_upon(file, &facts)));
        let mut runner = Runner { library, pack, usual: &usual, of_day: BTreeMap::new() };
        for file in &files {
            for case in &file.frame.cases {
                match runner.run(file, case) {
                    Ok(result) => report.add(result),
                    Err(errors) => faults.extend(errors),
                }
            }
        }
    }
    if faults.is_empty() { Ok(report) } else { Err(faults) }
}

/// Runs the cases of one pack.
struct Runner<'a> {
    library: &'a Library,
    pack: &'a str,
    usual: &'a Usual,
    /// The pack as it stands on the days of the cases.
    of_day: BTreeMap<String, Compiled>,
}

impl Runner<'_> {
    fn run(
        &mut self,
        file: &File<CasesFrame>,
        case: &CaseFrame,
    ) -> Result<CaseResult, Vec<SourceError>> {
        let compiled = self.on(file, &case.on)?;
        let facts = self.usual.facts(file, case, &compiled.pack)?;
        let judgements = judge(&compiled.pack, &facts);
        let mut result = CaseResult {
            pack: self.pack.to_owned(),
            file: file.name.clone(),
            line: file.line_of(&case.title),
            title: case.title.get_ref().clone(),
            on: case.on.get_ref().clone(),
            misses: Vec::new(),
            reached: Vec::new(),
        };
        let outcomes = Outcomes { file, compiled: &compiled, judgements: &judgements };
        let faults = outcomes.compare(case, &mut result);
        self.of_day.insert(case.on.get_ref().clone(), compiled);
        if faults.is_empty() { Ok(result) } else { Err(faults) }
    }

    /// The pack of the day, which must be one on which it is in force.
    fn on(
        &mut self,
        file: &File<CasesFrame>,
        day: &Spanned<String>,
    ) -> Result<Compiled, Vec<SourceError>> {
        let compiled = match self.of_day.remove(day.get_ref()) {
            Some(compiled) => compiled,
            None => self.library.compile(self.pack, Some(day.get_ref()))?,
        };
        let (from, to) = (&compiled.pack.valid_from, &compiled.pack.valid_to);
        if super::is_day(day.get_ref()) && (from..=to).contains(&day.get_ref()) {
            return Ok(compiled);
        }
        let text = format!("the pack is in force from {from} to {to}, not on {}", day.get_ref());
        Err(vec![file.fault(day, Problem::Dates(text))])
    }
}

/// What became of one programme.
struct Came {
    /// It came out otherwise than expected.
    miss: Option<Miss>,
    /// The line that it came to, by file and number.
    to: Option<(String, usize)>,
}

/// What came out of a case.
struct Outcomes<'a> {
    file: &'a File<CasesFrame>,
    compiled: &'a Compiled,
    judgements: &'a [Judgement<'a>],
}

impl Outcomes<'_> {
    fn compare(&self, case: &CaseFrame, result: &mut CaseResult) -> Vec<SourceError> {
        let mut faults = Vec::new();
        for (programme, expected) in &case.expect {
            match self.result(programme, expected) {
                Ok(Came { miss: Some(miss), .. }) => result.misses.push(miss),
                Ok(Came { to, .. }) => result.reached.extend(to),
                Err(fault) => faults.push(fault),
            }
        }
        for (programme, expected) in &case.article {
            match self.article(programme, expected) {
                Ok(miss) => result.misses.extend(miss),
                Err(fault) => faults.push(fault),
            }
        }
        faults
    }

    fn result(
        &self,
        programme: &Spanned<String>,
        expected: &Spanned<String>,
    ) -> Result<Came, SourceError> {
        let index = self.programme(programme)?;
        let text = one_spaced(expected.get_ref());
        let verdict = text.split(' ').next().unwrap_or_default();
        if Verdict::parse(verdict).is_none() {
            let found = verdict.to_owned();
            let problem = Problem::Expected { expected: "a verdict such as LIKELY", found };
            return Err(self.file.fault(expected, problem));
        }
        let judgement = &self.judgements[index];
        let line = judgement.line.map(usize::from);
        let to = line.map(|it| self.compiled.places.lines[index][it].clone());
        let miss = self.miss(programme, expected, Expected::Result, text, told(judgement));
        Ok(Came { miss, to })
    }

    /// Where the line that decided cites something else.
    fn article(
        &self,
        programme: &Spanned<String>,
        expected: &Spanned<String>,
    ) -> Result<Option<Miss>, SourceError> {
        let index = self.programme(programme)?;
        let rules = &self.compiled.pack.programmes[index];
        let source = self.judgements[index].line.map(|line| {
            let line = &rules.lines[usize::from(line)];
            let source = &rules.sources[usize::from(line.source)];
            one_spaced(&format!("{} {}", source.document, source.article))
        });
        let text = one_spaced(expected.get_ref());
        Ok(self.miss(programme, expected, Expected::Article, text, source.unwrap_or_default()))
    }

    fn miss(
        &self,
        programme: &Spanned<String>,
        at: &Spanned<String>,
        what: Expected,
        expected: String,
        got: String,
    ) -> Option<Miss> {
        let (programme, line) = (programme.get_ref().clone(), self.file.line_of(at));
        (expected != got).then_some(Miss { programme, line, what, expected, got })
    }

    fn programme(&self, name: &Spanned<String>) -> Result<usize, SourceError> {
        let pack = &self.compiled.pack;
        pack.programme(name.get_ref()).ok_or_else(|| {
            let known = pack.programmes.iter().map(|it| it.id.as_str());
            let nearest = nearest(name.get_ref(), known);
            self.file.fault(name, Problem::UnknownName { name: name.get_ref().clone(), nearest })
        })
    }
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
