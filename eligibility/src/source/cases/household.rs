//! The household of a case: the usual one, and where this one differs.

use std::collections::BTreeMap;

use toml::{Spanned, Value};

use super::frame::{Answers, CaseFrame, CasesFrame};
use crate::source::frame::File;
use crate::source::problem::nearest;
use crate::source::{Problem, SourceError};
use crate::{FactSpec, Facts, Pack, answers};

/// An ordinary household with no trouble, answer by answer. Parts of an answer count one by one:
/// `disabled.l1`.
#[derive(Clone, Default)]
pub struct Usual {
    answers: BTreeMap<String, Value>,
}

impl Usual {
    /// What the file says of it goes before what was said. Names that are no fact are faults.
    pub fn lay_upon(&mut self, file: &File<CasesFrame>, facts: &[FactSpec]) -> Vec<SourceError> {
        for (name, value, _) in parts(&file.frame.usual) {
            self.answers.insert(name, value.clone());
        }
        unknown(file, &file.frame.usual, facts)
    }

    /// The household of a case, with every fault in it.
    pub fn facts(
        &self,
        file: &File<CasesFrame>,
        case: &CaseFrame,
        pack: &Pack,
    ) -> Result<Facts, Vec<SourceError>> {
        let own: BTreeMap<String, (&Value, usize)> = parts(&case.household)
            .map(|(name, value, at)| (name, (value, file.line_of(at))))
            .collect();
        let mut faults = unknown(file, &case.household, &pack.facts);
        let mut facts = Facts::none(pack.facts.len());
        for (id, spec) in pack.facts_with_ids() {
            let here = own.get(&spec.name).copied();
            let value = here.map(|(value, _)| value).or_else(|| self.answers.get(&spec.name));
            if let Some(fact) = read(spec, value) {
                facts.set(id, fact);
                continue;
            }
            let line = here.map_or_else(|| file.line_of(&case.title), |(_, line)| line);
            let found = value.map_or_else(String::new, |it| format!("{} = {it}", spec.name));
            let problem = Problem::Expected { expected: "an answer that fits", found };
            faults.push(file.fault_on(line, problem));
        }
        if faults.is_empty() { Ok(facts) } else { Err(faults) }
    }
}

/// One answer; what is not said is not known.
fn read(spec: &FactSpec, value: Option<&Value>) -> Option<crate::Fact> {
    let value = value.map_or(Ok(serde_json::Value::Null), serde_json::to_value);
    answers::fact(spec, &value.ok()?)
}

/// Every answer and part of one by its fact's name, with where it stands.
fn parts(answers: &Answers) -> impl Iterator<Item = (String, &Value, &Spanned<String>)> {
    answers.iter().flat_map(|(name, value)| match value.get_ref() {
        Value::Table(table) if !is_rough(table) => table
            .iter()
            .map(|(part, value)| (format!("{}.{part}", name.get_ref()), value, name))
            .collect::<Vec<_>>(),
        value => vec![(name.get_ref().clone(), value, name)],
    })
}

/// `{ min = 5000, max = 10000 }` is one answer, not parts of one.
fn is_rough(table: &toml::Table) -> bool {
    !table.is_empty() && table.keys().all(|it| it == "min" || it == "max")
}

/// Names that are no fact of the pack.
fn unknown(file: &File<CasesFrame>, answers: &Answers, facts: &[FactSpec]) -> Vec<SourceError> {
    let names = parts(answers).filter(|(name, ..)| facts.iter().all(|it| it.name != *name));
    let fault = |(name, _, at): (String, &Value, &Spanned<String>)| {
        let nearest = nearest(&name, facts.iter().map(|it| it.name.as_str()));
        file.fault(at, Problem::UnknownName { name, nearest })
    };
    names.map(fault).collect()
}
