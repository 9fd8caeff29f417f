//! `pack diff`: what changed between two packs, and how many households it turns.

mod flips;
mod rules;

use std::collections::{BTreeMap, BTreeSet};

use super::SourceError;
use super::compile::Compiled;
use super::library::Library;
pub use flips::{Flip, Flips};
pub use rules::LineChange;

/// What is in the one and not in the other, or is otherwise in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed<T> {
    pub name: String,
    /// None: it was added.
    pub old: Option<T>,
    /// None: it was taken away.
    pub new: Option<T>,
}

/// A number of policy as a pack sets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// A yes is 1, a no 0.
    pub value: i64,
    pub unit: String,
    pub document: String,
    pub article: String,
}

/// What changed in the decision list of one programme that both packs have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeChange {
    pub programme: String,
    pub lines: Vec<LineChange>,
}

/// What changed from an old pack to a new one. Statements are compared as they are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub old: String,
    pub new: String,
    /// The first and last day of each.
    pub old_days: (String, String),
    pub new_days: (String, String),
    pub parameters: Vec<Changed<Setting>>,
    /// Ways to count income, named values, and the gate.
    pub definitions: Vec<Changed<String>>,
    pub programmes_added: Vec<String>,
    pub programmes_removed: Vec<String>,
    pub lines: Vec<ProgrammeChange>,
    pub questions_added: Vec<String>,
    pub questions_removed: Vec<String>,
}

/// What changed from one pack of a library to another, each on its last day.
///
/// # Errors
/// The faults of a pack that cannot be read.
pub fn difference(library: &Library, old: &str, new: &str) -> Result<Difference, Vec<SourceError>> {
    difference_between((library, old), (library, new))
}

/// The same for packs of two libraries: the folder as it was, and as it is.
///
/// # Errors
/// The faults of a pack that cannot be read.
pub fn difference_between(
    old: (&Library, &str),
    new: (&Library, &str),
) -> Result<Difference, Vec<SourceError>> {
    let (old, new) = (Side::read(old)?, Side::read(new)?);
    let (programmes_added, programmes_removed) = both_ways(&old.programmes(), &new.programmes());
    let (questions_added, questions_removed) = both_ways(&old.questions(), &new.questions());
    Ok(Difference {
        old: old.compiled.pack.id.clone(),
        new: new.compiled.pack.id.clone(),
        old_days: old.days(),
        new_days: new.days(),
        parameters: changed(&old.parameters(), &new.parameters()),
        definitions: changed(&old.definitions()?, &new.definitions()?),
        programmes_added,
        programmes_removed,
        lines: lines(&old, &new)?,
        questions_added,
        questions_removed,
    })
}

/// One of the two packs.
struct Side<'a> {
    library: &'a Library,
    compiled: Compiled,
}

impl<'a> Side<'a> {
    fn read((library, id): (&'a Library, &str)) -> Result<Self, Vec<SourceError>> {
        Ok(Self { library, compiled: library.compile(id, None)? })
    }

    fn days(&self) -> (String, String) {
        let pack = &self.compiled.pack;
        (pack.valid_from.clone(), pack.valid_to.clone())
    }

    fn programmes(&self) -> Vec<&str> {
        self.compiled.pack.programmes.iter().map(|it| it.id.as_str()).collect()
    }

    fn questions(&self) -> Vec<&str> {
        self.compiled.pack.questions.iter().map(|it| it.id.as_str()).collect()
    }

    fn parameters(&self) -> BTreeMap<String, Setting> {
        let both = self.compiled.pack.parameters.iter().zip(&self.compiled.notes);
        let setting = |(parameter, about): (&crate::Parameter, &super::ParameterNote)| {
            let setting = Setting {
                value: parameter.value,
                unit: about.unit.clone(),
                document: parameter.source.document.clone(),
                article: parameter.source.article.clone(),
            };
            (parameter.name.clone(), setting)
        };
        both.map(setting).collect()
    }

    fn definitions(&self) -> Result<BTreeMap<String, String>, Vec<SourceError>> {
        rules::definitions(self.library, &self.compiled.pack.id).map_err(|error| vec![error])
    }
}

/// The lines of every programme that both have, where they differ.
fn lines(old: &Side, new: &Side) -> Result<Vec<ProgrammeChange>, Vec<SourceError>> {
    let mut changes = Vec::new();
    for (index, programme) in new.compiled.pack.programmes.iter().enumerate() {
        let Some(before) = old.compiled.pack.programme(&programme.id) else { continue };
        let written = |side: &Side, index| {
            rules::lines(side.library, &side.compiled, index).map_err(|error| vec![error])
        };
        let lines = rules::changes(&written(old, before)?, &written(new, index)?);
        if !lines.is_empty() {
            changes.push(ProgrammeChange { programme: programme.id.clone(), lines });
        }
    }
    Ok(changes)
}

fn changed<T: Clone + PartialEq>(
    old: &BTreeMap<String, T>,
    new: &BTreeMap<String, T>,
) -> Vec<Changed<T>> {
    let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let change = |name: &String| {
        let (old, new) = (old.get(name).cloned(), new.get(name).cloned());
        (old != new).then(|| Changed { name: name.clone(), old, new })
    };
    names.into_iter().filter_map(change).collect()
}

/// What only the new one has, and what only the old one had.
fn both_ways(old: &[&str], new: &[&str]) -> (Vec<String>, Vec<String>) {
    let without = |these: &[&str], those: &[&str]| {
        these.iter().filter(|it| !those.contains(it)).map(|it| (*it).to_owned()).collect()
    };
    (without(new, old), without(old, new))
}
