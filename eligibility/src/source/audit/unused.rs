//! What no rule looks at: a parameter (often a misspelt name), a named value, a question.

use std::collections::BTreeSet;

use super::super::problem::nearest;
use super::{Finding, Kind, Severity, Subject};
use crate::{Depends, FactSet, Meaning, Pack, Type};

/// Everything that the rules of a pack look at, by way of named values too.
#[derive(Default)]
struct Used {
    facts: FactSet,
    parameters: BTreeSet<u16>,
    definitions: BTreeSet<u16>,
}

pub fn findings(subject: &Subject) -> Vec<Finding> {
    let used = Used::of(&subject.compiled.pack);
    let mut findings = parameters(subject, &used);
    findings.extend(definitions(subject, &used));
    findings.extend(questions(subject, &used));
    findings
}

impl Used {
    fn of(pack: &Pack) -> Self {
        let mut used = Self::default();
        for line in pack.programmes.iter().flat_map(|it| &it.lines) {
            used.add(pack.depends_of(&line.when));
            if let Some(amount) = &line.amount {
                used.add(pack.depends_of_number(&amount.yuan));
            }
            if let Some(Type::By(condition, _)) = &line.kind {
                used.add(pack.depends_of(condition));
            }
        }
        let shown = pack.questions.iter().filter_map(|it| it.show_if.as_ref());
        for condition in shown.chain(pack.gate.as_ref().map(|it| &it.open_if)) {
            used.add(pack.depends_of(condition));
        }
        for near_miss in &pack.near_misses {
            // To say what can be done about a result is no reason to ask.
            let facts = used.facts;
            used.add(pack.depends_of(&near_miss.when));
            used.facts = facts;
        }
        used
    }

    fn add(&mut self, depends: Depends) {
        self.facts = self.facts.union(depends.facts);
        self.parameters.extend(depends.parameters);
        self.definitions.extend(depends.definitions);
    }
}

/// Only what the pack itself sets: what it takes over is judged where it is set.
fn parameters(subject: &Subject, used: &Used) -> Vec<Finding> {
    let (pack, notes) = (&subject.compiled.pack, &subject.compiled.notes);
    let mut findings = Vec::new();
    for (index, (parameter, about)) in (0..).zip(pack.parameters.iter().zip(notes)) {
        if used.parameters.contains(&index) || about.file != subject.top().name {
            continue;
        }
        let others = (0..).zip(&pack.parameters).filter(|(it, _)| used.parameters.contains(it));
        let nearest = nearest(&parameter.name, others.map(|(_, it)| it.name.as_str()));
        let suggestion = nearest.map_or_else(String::new, |it| format!("; did you mean {it:?}?"));
        let message = format!("no rule uses the number {:?}{suggestion}", parameter.name);
        let (file, line) = (about.file.clone(), about.line);
        let severity = Severity::Error;
        findings.push(Finding { kind: Kind::UnusedParameter, severity, file, line, message });
    }
    findings
}

fn definitions(subject: &Subject, used: &Used) -> Vec<Finding> {
    let (pack, places) = (&subject.compiled.pack, &subject.compiled.places.definitions);
    let mut findings = Vec::new();
    for (index, (definition, (file, line))) in (0..).zip(pack.definitions.iter().zip(places)) {
        if used.definitions.contains(&index) || *file != subject.top().name {
            continue;
        }
        let what = match definition.is {
            Meaning::Condition(_) => "statement",
            Meaning::Number(_) => "value",
        };
        let message = format!("no rule uses the named {what} {:?}", definition.name);
        let (file, line) = (file.clone(), *line);
        let severity = Severity::Warning;
        findings.push(Finding { kind: Kind::UnusedDefinition, severity, file, line, message });
    }
    findings
}

fn questions(subject: &Subject, used: &Used) -> Vec<Finding> {
    let file = subject.top();
    let mut findings = Vec::new();
    for name in &file.frame.questions {
        let question = subject.compiled.pack.question(name.get_ref());
        if question.is_none_or(|it| it.fact_set().intersects(used.facts)) {
            continue;
        }
        let message = format!("no rule needs the answer to {:?}: do not ask it", name.get_ref());
        let (name, line) = (file.name.clone(), file.line_of(name));
        let severity = Severity::Error;
        findings.push(Finding { kind: Kind::UnusedQuestion, severity, file: name, line, message });
    }
    findings
}
