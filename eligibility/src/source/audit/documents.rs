//! Where the rules and numbers stand: every document is in the list, and somebody has seen it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::frame::{Document, ProgrammeFrame};
use super::super::problem::nearest;
use super::{Finding, Kind, Severity, Subject, unreadable};

/// A document as it is named somewhere.
struct Mention {
    key: String,
    file: String,
    line: usize,
}

pub fn findings(subject: &Subject) -> Vec<Finding> {
    let documents = match subject.library.documents() {
        Ok(documents) => documents,
        Err(error) => return vec![unreadable(error)],
    };
    let is_confirmed = subject.compiled.pack.status == "confirmed";
    let mut findings: Vec<Finding> = status(subject).into_iter().collect();
    let mut unchecked = BTreeSet::new();
    for Mention { key, file, line } in mentions(subject) {
        match documents.get(&key) {
            None => {
                let (kind, severity) = (Kind::NoDocument, Severity::Error);
                let message = unknown(&key, &documents);
                findings.push(Finding { kind, severity, file, line, message });
            }
            Some(document) if document.unchecked && unchecked.insert(key.clone()) => {
                let severity = if is_confirmed { Severity::Error } else { Severity::Note };
                let kind = Kind::UncheckedDocument;
                let message = format!("nobody has checked the document {key:?} ({})", document.en);
                findings.push(Finding { kind, severity, file, line, message });
            }
            Some(_) => {}
        }
    }
    findings
}

fn status(subject: &Subject) -> Option<Finding> {
    let file = subject.top();
    let status = file.frame.status.get_ref();
    if status == "demo" || status == "confirmed" {
        return None;
    }
    let message = format!("the status is \"demo\" or \"confirmed\", not {status:?}");
    let (name, line) = (file.name.clone(), file.line_of(&file.frame.status));
    let severity = Severity::Error;
    Some(Finding { kind: Kind::Status, severity, file: name, line, message })
}

fn unknown(key: &str, documents: &BTreeMap<String, Document>) -> String {
    let nearest = nearest(key, documents.keys().map(String::as_str));
    let suggestion = nearest.map_or_else(String::new, |it| format!("; did you mean {it:?}?"));
    format!("no document is called {key:?}{suggestion}")
}

/// Every document that a number or a programme of the pack leans on.
fn mentions(subject: &Subject) -> Vec<Mention> {
    let compiled = &subject.compiled;
    let mut mentions = Vec::new();
    for (parameter, about) in compiled.pack.parameters.iter().zip(&compiled.notes) {
        let (key, file) = (parameter.source.document.clone(), about.file.clone());
        mentions.push(Mention { key, file, line: about.line });
    }
    for programme in &compiled.pack.programmes {
        let name = format!("programmes/{}.toml", programme.id);
        let Ok(file) = subject.library.file::<ProgrammeFrame>(&name) else { continue };
        for source in &file.frame.sources {
            let (key, line) = (source.document.get_ref().clone(), file.line_of(&source.document));
            mentions.push(Mention { key, file: name.clone(), line });
        }
    }
    mentions
}
