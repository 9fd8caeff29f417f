//! The list of places to choose from: `places.toml`.

use eligibility::source::{Library, Problem, SourceError};
use serde::Deserialize;

const FILE: &str = "places.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    places: Vec<PlaceEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceEntry {
    /// Its 12-digit code.
    pub region: toml::Spanned<String>,
    pub zh: String,
    pub en: String,
}

/// The places in their order.
///
/// # Errors
/// A list that is not there or cannot be understood.
pub fn read(library: &Library) -> Result<Vec<PlaceEntry>, SourceError> {
    let text = library.text(FILE).ok_or_else(|| fault(1, Problem::NoFile(FILE.to_owned())))?;
    let list: Result<List, toml::de::Error> = toml::from_str(text);
    list.map(|it| it.places).map_err(|error| {
        let line = error.span().map_or(1, |span| line_at(text, span.start));
        fault(line, Problem::Toml(error.message().to_owned()))
    })
}

/// Where a place stands in the list: file and line.
pub fn stands_at(library: &Library, place: &PlaceEntry) -> (String, usize) {
    let text = library.text(FILE).unwrap_or_default();
    (FILE.to_owned(), line_at(text, place.region.span().start))
}

fn fault(line: usize, problem: Problem) -> SourceError {
    SourceError { file: FILE.to_owned(), line, problem }
}

fn line_at(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}
