//! Reads a pack as people write it: a TOML file whose rules are lines of text, and turns it into
//! the typed tree of [`Pack`]. Only tools and the server do this; the phone gets the tree.

mod choice;
mod expression;
mod file;
mod lines;
mod problem;
mod token;

use std::collections::BTreeMap;

use crate::{Definition, FactId, FactSpec, Pack, Programme};

pub use file::{PackFile, Parameter};
pub use problem::{Problem, SourceError};

/// Reads the text of a `pack.toml`.
///
/// # Errors
/// The first fault, with its line: TOML that cannot be read, an unknown key, a name that nothing
/// bears (with the nearest one that exists), a wrong kind, a missing part.
pub fn read(text: &str) -> Result<Pack, SourceError> {
    PackFile::parse(text)?.compile(text)
}

/// The names that an expression may use, as far as the file has been read.
struct Names<'a> {
    facts: &'a [FactSpec],
    parameters: &'a BTreeMap<String, Parameter>,
    definitions: Vec<(String, Definition)>,
    programmes: Vec<Programme>,
}

impl Names<'_> {
    fn fact(&self, name: &str) -> Option<(FactId, &FactSpec)> {
        (0..).zip(self.facts).find(|(_, it)| it.name == name).map(|(id, it)| (FactId(id), it))
    }

    fn definition(&self, name: &str) -> Option<(u16, &Definition)> {
        (0..)
            .zip(&self.definitions)
            .find(|(_, (it, _))| it == name)
            .map(|(index, (_, definition))| (index, definition))
    }

    fn programme(&self, name: &str) -> Option<u16> {
        (0..).zip(&self.programmes).find(|(_, it)| it.id == name).map(|(index, _)| index)
    }

    fn all(&self) -> impl Iterator<Item = &str> {
        self.facts
            .iter()
            .map(|it| it.name.as_str())
            .chain(self.parameters.keys().map(String::as_str))
            .chain(self.definitions.iter().map(|(name, _)| name.as_str()))
            .chain(self.programmes.iter().map(|it| it.id.as_str()))
    }
}
