//! Everything that people read has words in every language there is.

mod wanted;

use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use super::super::frame::File;
use super::super::problem::nearest;
use super::{Finding, Kind, Severity, Subject, unreadable};
use wanted::{Wanted, wanted};

pub fn findings(subject: &Subject) -> Vec<Finding> {
    let wanted = wanted(subject);
    let mut findings = Vec::new();
    for language in languages(subject) {
        match words(subject, &language) {
            Ok(words) => {
                findings.extend(wanted.iter().filter_map(|it| missing(it, &words, &language)));
            }
            Err(finding) => findings.push(finding),
        }
    }
    findings
}

fn missing(wanted: &Wanted, words: &Table, language: &str) -> Option<Finding> {
    let Wanted { section, key, parts, place: (file, line) } = wanted;
    let section_words = words.get(*section).and_then(Value::as_table);
    let message = match section_words.and_then(|it| it.get(*key)) {
        None => {
            let known = section_words.into_iter().flat_map(Table::keys).map(String::as_str);
            let nearest = nearest(key, known);
            let nearest = nearest.map_or_else(String::new, |it| format!("; the nearest is {it:?}"));
            format!("{language} has no words for {section}.{key}{nearest}")
        }
        Some(here) => {
            let part = parts.iter().find(|part| !has(here, part))?;
            format!("{language} has no words for {section}.{key}.{part}")
        }
    };
    let (file, line) = (file.clone(), *line);
    Some(Finding { kind: Kind::NoWords, severity: Severity::Error, file, line, message })
}

/// Whether there are words at `options.yes` and the like.
fn has(words: &Value, path: &str) -> bool {
    let mut here = Some(words);
    for part in path.split('.') {
        here = here.and_then(|it| it.get(part));
    }
    here.and_then(Value::as_str).is_some_and(|it| !it.trim().is_empty())
}

fn languages(subject: &Subject) -> BTreeSet<String> {
    let names = subject.library.files().filter_map(|(name, _)| name.strip_prefix("words/"));
    names.filter_map(|it| Some(it.split_once('/')?.0.to_owned())).collect()
}

/// Every file of a language, taken together.
fn words(subject: &Subject, language: &str) -> Result<Table, Finding> {
    let folder = format!("words/{language}/");
    let mut words = Table::new();
    for (name, text) in subject.library.files().filter(|(name, _)| name.starts_with(&folder)) {
        let file: File<BTreeMap<String, Table>> = File::parse(name, text).map_err(unreadable)?;
        for (section, more) in file.frame {
            let section = words.entry(section).or_insert_with(|| Value::Table(Table::new()));
            if let Value::Table(section) = section {
                section.extend(more);
            }
        }
    }
    Ok(words)
}
