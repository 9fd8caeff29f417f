//! `pack check`: what is wrong with a pack that can be read, and what somebody should look at.

mod dates;
mod documents;
mod lines;
mod tested;
mod unused;
mod words;

use std::collections::BTreeSet;

use super::compile::Compiled;
use super::frame::{File, PackFrame};
use super::library::Library;
use super::{SourceError, cases};
use crate::reach;

/// One thing that the audit says of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    pub severity: Severity,
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    pub message: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let Self { severity, file, line, message, .. } = self;
        write!(f, "{}: {file}:{line}: {message}", severity.code())
    }
}

/// How bad it is; the worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The pack must not be used like this.
    Error,
    /// It may be meant so, but rarely is.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    pub fn code(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A file cannot be read, or not on some day of the pack.
    Unreadable,
    /// No household comes to this line.
    UnreachableLine,
    /// Whether a household comes to this line was not found out.
    UndecidedLine,
    /// A programme of which nobody is ever told LIKELY.
    NeverLikely,
    /// A programme with `best = "CHECK"` of which somebody is told LIKELY.
    LikelierThanBest,
    /// Days that are none, or the last before the first.
    Days,
    /// Two packs of one region on one day.
    Overlap,
    /// Days between two packs of one region that nothing explains.
    Gap,
    /// The pack or a value in it is not of today.
    OutOfDate,
    UnusedParameter,
    UnusedDefinition,
    UnusedQuestion,
    /// A document key that the list of documents does not have.
    NoDocument,
    /// A document that nobody has held against its number and title.
    UncheckedDocument,
    /// A status that there is not.
    Status,
    /// Something that people read has no words in some language.
    NoWords,
    /// No case comes to this line.
    UntestedLine,
}

/// Everything there is to say of a pack as it stands today (`YYYY-MM-DD`), the worst first.
pub fn audit(library: &Library, id: &str, today: &str) -> Vec<Finding> {
    let mut findings = match Subject::read(library, id, today) {
        Ok(subject) => subject.findings(),
        Err(errors) => errors.into_iter().map(unreadable).collect(),
    };
    let mut seen = BTreeSet::new();
    findings.retain(|it| seen.insert((it.kind, it.file.clone(), it.line, it.message.clone())));
    findings.sort_by(|a, b| {
        (a.severity, a.kind, &a.file, a.line).cmp(&(b.severity, b.kind, &b.file, b.line))
    });
    findings
}

/// The pack that is looked at.
struct Subject<'a> {
    library: &'a Library,
    /// Itself last, before it what it lies upon.
    layers: Vec<File<PackFrame>>,
    compiled: Compiled,
    today: &'a str,
    /// What came out on other days of the pack.
    on_other_days: Vec<SourceError>,
}

impl<'a> Subject<'a> {
    fn read(library: &'a Library, id: &str, today: &'a str) -> Result<Self, Vec<SourceError>> {
        let layers = library.layers(id).map_err(|error| vec![error])?;
        let top = &layers[layers.len() - 1].frame;
        let (from, to) = (top.valid_from.get_ref().as_str(), top.valid_to.get_ref().as_str());
        // The last comparison wins where the days are the wrong way round, which is a finding.
        let day = today.max(from).min(to);
        let compiled = library.compile(id, Some(day))?;
        let mut on_other_days = Vec::new();
        for day in [from, to] {
            if let Err(errors) = library.compile(id, Some(day)) {
                on_other_days.extend(errors);
            }
        }
        Ok(Self { library, layers, compiled, today, on_other_days })
    }

    fn top(&self) -> &File<PackFrame> {
        &self.layers[self.layers.len() - 1]
    }

    fn id(&self) -> &str {
        &self.compiled.pack.id
    }

    fn findings(self) -> Vec<Finding> {
        let mut findings: Vec<Finding> =
            self.on_other_days.iter().cloned().map(unreadable).collect();
        findings.extend(dates::findings(&self));
        findings.extend(documents::findings(&self));
        findings.extend(unused::findings(&self));
        findings.extend(words::findings(&self));
        let reach = reach(&self.compiled.pack);
        findings.extend(lines::findings(&self, &reach));
        findings.extend(tested::findings(&self, &reach));
        findings
    }
}

fn unreadable(error: SourceError) -> Finding {
    let SourceError { file, line, problem } = error;
    let message = problem.to_string();
    Finding { kind: Kind::Unreadable, severity: Severity::Error, file, line, message }
}
