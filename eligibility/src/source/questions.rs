//! The questions that a pack puts, and the facts that they give.

use super::compile::{Asked, condition};
use super::frame::{File, PackFrame, QuestionFrame};
use super::library::Library;
use super::names::Names;
use super::problem::nearest;
use super::{Problem, SourceError};
use crate::{Fact, FactId, FactKind, FactSet, FactSpec, Question};

/// The questions that the layers name, in the order in which they name them.
pub fn asked(library: &Library, layers: &[File<PackFrame>]) -> Result<Vec<Asked>, SourceError> {
    let mut all: Vec<Option<Asked>> = library.questions()?.into_iter().map(Some).collect();
    let ids: Vec<String> = all.iter().flatten().map(|(_, it)| it.id.clone()).collect();
    let mut asked = Vec::new();
    for file in layers {
        for name in &file.frame.questions {
            let place = ids.iter().position(|it| it == name.get_ref()).ok_or_else(|| {
                let nearest = nearest(name.get_ref(), ids.iter().map(String::as_str));
                file.fault(name, Problem::UnknownName { name: name.get_ref().clone(), nearest })
            })?;
            let twice = || file.fault(name, Problem::Twice { name: name.get_ref().clone() });
            asked.push(all[place].take().ok_or_else(twice)?);
        }
    }
    Ok(asked)
}

/// The facts that the questions give, in their order.
pub fn facts(asked: &[Asked]) -> Result<Vec<FactSpec>, SourceError> {
    let mut facts: Vec<FactSpec> = Vec::new();
    for (file, question) in asked {
        let fault = |problem| file.fault(&question.kind, problem);
        for spec in question.specs().map_err(fault)? {
            if facts.iter().any(|it| it.name == spec.name) {
                return Err(fault(Problem::Twice { name: spec.name }));
            }
            facts.push(spec);
        }
        if facts.len() > FactSet::CAPACITY {
            return Err(fault(Problem::TooManyFacts(FactSet::CAPACITY)));
        }
    }
    Ok(facts)
}

pub fn compiled(asked: &[Asked], names: &Names) -> Result<Vec<Question>, SourceError> {
    let mut first_fact: u8 = 0;
    let mut questions = Vec::new();
    for (file, frame) in asked {
        let n_facts = frame.n_facts();
        let show_if = frame.show_if.as_ref().map(|it| condition(file, it, names));
        questions.push(Question {
            id: frame.id.clone(),
            facts: (first_fact..first_fact + n_facts).map(FactId).collect(),
            may_be_unsure: frame.unsure,
            is_means: frame.means,
            show_if: show_if.transpose()?,
            otherwise: frame.otherwise.map_or(Fact::NotKnown, Fact::Known),
        });
        first_fact += n_facts;
    }
    Ok(questions)
}

/// An option as the value that a fact holds: the place of a choice, yes or no, a number.
pub fn option(spec: &FactSpec, text: &str) -> Result<i64, Problem> {
    let unknown = |options: Vec<&str>| Problem::UnknownOption {
        fact: spec.name.clone(),
        name: text.to_owned(),
        nearest: nearest(text, options.into_iter()),
    };
    match &spec.kind {
        FactKind::YesNo => match text {
            "yes" => Ok(1),
            "no" => Ok(0),
            _ => Err(unknown(vec!["yes", "no"])),
        },
        FactKind::Choice(options) | FactKind::Several(options) => {
            let place = options.iter().position(|it| it == text);
            let place = place.and_then(|it| i64::try_from(it).ok());
            let place =
                place.ok_or_else(|| unknown(options.iter().map(String::as_str).collect()))?;
            let is_choice = matches!(spec.kind, FactKind::Choice(_));
            Ok(if is_choice { place } else { 1 << place })
        }
        FactKind::Count(..) | FactKind::Money(_) => text
            .parse()
            .map_err(|_| Problem::Expected { expected: "a number", found: text.to_owned() }),
    }
}

/// Questions whose one answer gives several facts name them after their options: `disabled.l1`.
/// The ages of the household are two facts of their own.
impl QuestionFrame {
    fn n_facts(&self) -> u8 {
        if self.kind.get_ref() == "counts" {
            u8::try_from(self.options.len()).unwrap_or(u8::MAX)
        } else {
            1
        }
    }

    fn specs(&self) -> Result<Vec<FactSpec>, Problem> {
        let (from, to) = self.range.unwrap_or((0, 20));
        let kind = match self.kind.get_ref().as_str() {
            "yes_no" => FactKind::YesNo,
            "count" | "counts" => FactKind::Count(from, to),
            "money" => FactKind::Money(self.range.map_or(100_000_000, |(_, to)| to)),
            "choice" => FactKind::Choice(self.options.clone()),
            "several" => FactKind::Several(self.options.clone()),
            other => {
                return Err(Problem::Expected {
                    expected: "yes_no, count, counts, money, choice or several",
                    found: other.to_owned(),
                });
            }
        };
        let is_count = matches!(kind, FactKind::Count(..));
        let unknown_is_zero = is_count && !self.unsure;
        if self.kind.get_ref() != "counts" {
            return Ok(vec![FactSpec { name: self.id.clone(), kind, unknown_is_zero }]);
        }
        let named = |option: &String| {
            // `ages` keeps the names that golden.json and rules.md use.
            let is_own_name = self.id == "ages";
            let name = if is_own_name { option.clone() } else { format!("{}.{option}", self.id) };
            FactSpec { name, kind: kind.clone(), unknown_is_zero }
        };
        Ok(self.options.iter().map(named).collect())
    }
}
