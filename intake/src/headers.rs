//! What counties call their columns and values: `data/intake/headers.toml`, or a file of the
//! county's own.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use crate::{cells, columns, kind::Kind};

const BUILT_IN: &str = include_str!("../../data/intake/headers.toml");

/// Why a file of headers cannot be used.
#[derive(Debug, Error)]
pub enum HeadersError {
    #[error("read the file of headers")]
    Toml(#[from] toml::de::Error),
    #[error("the column {group}.{id} has no name")]
    ColumnWithoutName { group: &'static str, id: &'static str },
    #[error("the values {0} are missing")]
    MissingValues(&'static str),
}

/// Names of columns, values and posts.
pub struct Headers {
    /// Group → column → names, the official one first.
    columns: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    /// Group → bare name → column.
    by_name: BTreeMap<String, BTreeMap<String, String>>,
    vocabularies: BTreeMap<String, Vocabulary>,
    unused: Vec<String>,
    /// The longest first, with its English.
    posts: Vec<(String, String)>,
}

/// The words that stand for each code of an enumeration.
pub struct Vocabulary {
    exact: BTreeMap<String, String>,
    /// Words found anywhere in the cell, the longest first.
    within: Vec<(String, String)>,
    /// The official word of each code, in the order of the codes.
    official: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    columns: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    unused: Unused,
    values: BTreeMap<String, BTreeMap<String, Vec<String>>>,
    posts: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unused {
    names: Vec<String>,
}

impl Headers {
    /// The names that this build carries.
    ///
    /// # Panics
    /// Never: a test reads the file that is built in.
    pub fn built_in() -> Self {
        Self::parse(BUILT_IN).expect("a test reads the headers that are built in")
    }

    /// Reads a file of headers. Each column and enumeration that this crate reads must be in it.
    pub fn parse(toml: &str) -> Result<Self, HeadersError> {
        let file: File = toml::from_str(toml)?;
        for kind in Kind::ALL {
            for column in columns::of(kind) {
                let names = file.columns.get(column.group).and_then(|it| it.get(column.id));
                if names.is_none_or(Vec::is_empty) {
                    let (group, id) = (column.group, column.id);
                    return Err(HeadersError::ColumnWithoutName { group, id });
                }
            }
        }
        if let Some(id) = columns::VOCABULARIES.iter().find(|it| !file.values.contains_key(**it)) {
            return Err(HeadersError::MissingValues(id));
        }
        let mut posts: Vec<_> = file.posts.into_iter().collect();
        posts.sort_by_key(|(post, _)| std::cmp::Reverse(post.chars().count()));
        Ok(Self {
            by_name: file.columns.iter().map(|(id, it)| (id.clone(), by_name(it))).collect(),
            columns: file.columns,
            vocabularies: file.values.iter().map(|(id, it)| (id.clone(), words(it))).collect(),
            unused: file.unused.names.iter().map(|it| bare_name(it)).collect(),
            posts,
        })
    }

    /// The column's name in templates and in what we ask for.
    pub fn official(&self, column: &columns::Column) -> &str {
        let names = self.columns.get(column.group).and_then(|it| it.get(column.id));
        names.and_then(|it| it.first()).map_or(column.id, String::as_str)
    }

    /// The column of a kind that a header names, as its place in [`columns::of`].
    pub(crate) fn column(&self, kind: Kind, header: &str) -> Option<usize> {
        let header = bare_name(header);
        let lower = header.rsplit('/').next().unwrap_or_default();
        [header.as_str(), lower].into_iter().filter(|it| !it.is_empty()).find_map(|name| {
            columns::of(kind)
                .position(|it| self.by_name[it.group].get(name).is_some_and(|id| id == it.id))
        })
    }

    pub(crate) fn is_unused(&self, header: &str) -> bool {
        let header = bare_name(header);
        self.unused.contains(&header)
    }

    pub(crate) fn vocabulary(&self, id: &str) -> &Vocabulary {
        self.vocabularies.get(id).expect("`parse` looked for each vocabulary")
    }

    /// The post that a cell names, with its English; nothing else of the cell comes out, so no name
    /// can.
    pub(crate) fn post(&self, cell: &str) -> (&str, &str) {
        self.posts
            .iter()
            .find(|(post, _)| cell.contains(post.as_str()))
            .map_or(("项目负责人", "person in charge"), |(zh, en)| (zh, en))
    }
}

impl Vocabulary {
    /// The code that a cell stands for.
    pub fn code(&self, cell: &str) -> Option<&str> {
        if let Some(code) = self.exact.get(cell) {
            return Some(code);
        }
        let cell = cells::plain(cell);
        let within = || self.within.iter().find(|(word, _)| cell.contains(word.as_str()));
        self.exact.get(&cell).or_else(|| within().map(|(_, code)| code)).map(String::as_str)
    }

    /// The words to use, one a code.
    pub fn known(&self) -> Vec<String> {
        self.official.clone()
    }
}

fn by_name(columns: &BTreeMap<String, Vec<String>>) -> BTreeMap<String, String> {
    let all = columns.iter().flat_map(|(id, names)| names.iter().map(move |it| (it, id)));
    all.map(|(name, id)| (bare_name(name), id.clone())).collect()
}

fn words(codes: &BTreeMap<String, Vec<String>>) -> Vocabulary {
    let all = || codes.iter().flat_map(|(code, words)| words.iter().map(move |it| (it, code)));
    let mut within: Vec<_> = all()
        .filter_map(|(word, code)| Some((cells::plain(word.strip_prefix('*')?), code.clone())))
        .collect();
    within.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
    let is_plain = |it: &&String| !it.starts_with('*');
    Vocabulary {
        exact: all()
            .filter(|(word, _)| is_plain(word))
            .map(|(word, code)| (cells::plain(word), code.clone()))
            .collect(),
        within,
        official: codes.values().filter_map(|it| it.iter().find(is_plain)).cloned().collect(),
    }
}

/// A header without what does not matter: spaces, stars, a unit in brackets.
fn bare_name(header: &str) -> String {
    let mut name = cells::plain(header).replace('*', "").to_lowercase();
    for unit in ["(万元)", "(元)", "(单位:万元)", "(单位:元)", "(户)", "(人)", "(天)", ",万元"]
    {
        name = name.replace(unit, "");
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headers_that_are_built_in_name_each_column_and_value() {
        let headers = Headers::built_in();

        for (group, names) in &headers.columns {
            for id in names.keys() {
                let is_read = Kind::ALL
                    .into_iter()
                    .any(|kind| columns::of(kind).any(|it| it.group == group && it.id == id));
                assert!(is_read, "{group}.{id} is read by nothing");
            }
        }
    }

    #[test]
    fn no_name_of_a_kind_stands_for_two_columns() {
        let headers = Headers::built_in();

        for kind in Kind::ALL {
            for (index, column) in columns::of(kind).enumerate() {
                for name in &headers.columns[column.group][column.id] {
                    assert_eq!(headers.column(kind, name), Some(index), "{kind}: {name}");
                }
            }
        }
    }

    #[test]
    fn a_header_is_known_with_its_unit_its_star_and_its_line_break() {
        let headers = Headers::built_in();
        let name = columns::of(Kind::Projects).position(|it| it.id == "name");
        let central = columns::of(Kind::Projects).position(|it| it.id == "planned_central");

        assert_eq!(headers.column(Kind::Projects, "*项目\n名称"), name);
        assert_eq!(headers.column(Kind::Projects, "计划投入（万元）/中央衔接"), central);
        assert_eq!(headers.column(Kind::Projects, "资金/中央衔接"), central);
        assert_eq!(headers.column(Kind::Projects, "天气"), None);
    }

    #[test]
    fn of_whoever_answers_only_the_post_comes_out() {
        let headers = Headers::built_in();

        assert_eq!(headers.post("演示一（副局长）").0, "副局长");
        assert_eq!(headers.post("演示一").0, "项目负责人");
    }

    #[test]
    fn a_file_without_a_column_is_refused_with_its_name() {
        let file = BUILT_IN.replace("household = [\"户编号\"", "household_ = [\"户编号\"");

        assert!(matches!(
            Headers::parse(&file),
            Err(HeadersError::ColumnWithoutName { group: "register", id: "household" })
        ));
        assert!(matches!(Headers::parse("x"), Err(HeadersError::Toml(_))));
    }
}
