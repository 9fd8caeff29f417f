//! The TOML frame of a pack file, and its way into a [`Pack`].

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::expression::Reader;
use super::lines::{Block, read_definitions, read_lines};
use super::token::tokens;
use super::{Names, Problem, SourceError};
use crate::{
    Condition, Fact, FactId, FactKind, FactSet, FactSpec, Gate, Pack, Programme, Question, Type,
};

/// A `pack.toml` as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    pub id: String,
    pub status: String,
    pub valid_from: String,
    pub valid_to: String,
    pub parameters: BTreeMap<String, Parameter>,
    pub questions: Vec<QuestionEntry>,
    pub definitions: Spanned<String>,
    pub programmes: Vec<ProgrammeEntry>,
    pub gate: Option<GateEntry>,
}

/// A number of policy, with where it comes from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    pub value: i64,
    pub unit: String,
    /// Document number (文号) and article, or what the demonstration value leans on.
    pub source: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionEntry {
    pub id: String,
    /// `yes_no`, `count`, `counts`, `money`, `choice` or `several`.
    pub kind: Spanned<String>,
    /// Counts: from and to. Money: from (always 0) and to.
    #[serde(default)]
    pub range: Option<(i64, i64)>,
    /// The options of a choice; the parts of several counts.
    #[serde(default)]
    pub options: Vec<String>,
    #[serde(default)]
    pub unsure: bool,
    pub show_if: Option<Spanned<String>>,
    /// What its facts are when it is not shown; left out: not known.
    pub otherwise: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeEntry {
    pub id: String,
    #[serde(default)]
    pub paid_monthly: bool,
    pub type_by: Option<TypeEntry>,
    pub decide: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypeEntry {
    pub when: Spanned<String>,
    pub yes: String,
    pub no: String,
    pub unknown: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateEntry {
    pub open_if: Spanned<String>,
    pub shut_reason: String,
    pub unclear_reason: String,
    #[serde(default)]
    pub except: Vec<Spanned<String>>,
}

impl PackFile {
    pub fn parse(text: &str) -> Result<Self, SourceError> {
        toml::from_str(text).map_err(|error| SourceError {
            line: error.span().map_or(1, |span| line_at(text, span.start)),
            problem: Problem::Toml(error.message().to_owned()),
        })
    }

    /// Turns the file into the typed tree. `text` is what it was parsed from, for line numbers.
    pub fn compile(&self, text: &str) -> Result<Pack, SourceError> {
        let facts = self.facts(text)?;
        let mut names = Names {
            facts: &facts,
            parameters: &self.parameters,
            definitions: Vec::new(),
            programmes: Vec::new(),
        };
        let questions = self.questions(text, &names)?;
        read_definitions(block(text, &self.definitions), &mut names)?;
        for entry in &self.programmes {
            let programme = entry.compile(text, &names)?;
            names.programmes.push(programme);
        }
        let gate = self.gate.as_ref().map(|it| it.compile(text, &names)).transpose()?;
        let Names { definitions, programmes, .. } = names;
        Ok(Pack {
            id: self.id.clone(),
            status: self.status.clone(),
            valid_from: self.valid_from.clone(),
            valid_to: self.valid_to.clone(),
            questions,
            definitions: definitions.into_iter().map(|(_, it)| it).collect(),
            programmes,
            gate,
            facts,
        })
    }

    fn facts(&self, text: &str) -> Result<Vec<FactSpec>, SourceError> {
        let mut facts: Vec<FactSpec> = Vec::new();
        for entry in &self.questions {
            let line = line_at(text, entry.kind.span().start);
            for spec in entry.specs().map_err(|problem| SourceError { line, problem })? {
                if facts.iter().any(|it| it.name == spec.name) {
                    let problem = Problem::Twice { name: spec.name };
                    return Err(SourceError { line, problem });
                }
                facts.push(spec);
            }
            if facts.len() > FactSet::CAPACITY {
                let problem = Problem::TooManyFacts(FactSet::CAPACITY);
                return Err(SourceError { line, problem });
            }
        }
        Ok(facts)
    }

    fn questions(&self, text: &str, names: &Names) -> Result<Vec<Question>, SourceError> {
        let mut first_fact: u8 = 0;
        let mut questions = Vec::new();
        for entry in &self.questions {
            let n_facts = entry.n_facts();
            let show_if = entry.show_if.as_ref().map(|it| condition(text, it, names));
            questions.push(Question {
                id: entry.id.clone(),
                facts: (first_fact..first_fact + n_facts).map(FactId).collect(),
                may_be_unsure: entry.unsure,
                show_if: show_if.transpose()?,
                otherwise: entry.otherwise.map_or(Fact::NotKnown, Fact::Known),
            });
            first_fact += n_facts;
        }
        Ok(questions)
    }
}

/// Questions whose one answer gives several facts name them after their options: `disabled.l1`.
/// The ages of the household are two facts of their own.
impl QuestionEntry {
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

impl ProgrammeEntry {
    fn compile(&self, text: &str, names: &Names) -> Result<Programme, SourceError> {
        let by_status = self.type_by.as_ref().map(|entry| {
            let condition = condition(text, &entry.when, names)?;
            Ok(Type::By(condition, [entry.yes.clone(), entry.no.clone(), entry.unknown.clone()]))
        });
        let by_status = by_status.transpose()?;
        let lines = read_lines(block(text, &self.decide), names, by_status.as_ref())?;
        Ok(Programme { id: self.id.clone(), is_paid_monthly: self.paid_monthly, lines })
    }
}

impl GateEntry {
    fn compile(&self, text: &str, names: &Names) -> Result<Gate, SourceError> {
        let except = self.except.iter().map(|name| {
            names.programme(name.get_ref()).ok_or_else(|| SourceError {
                line: line_at(text, name.span().start),
                problem: Problem::UnknownName { name: name.get_ref().clone(), nearest: None },
            })
        });
        Ok(Gate {
            open_if: condition(text, &self.open_if, names)?,
            shut_reason: self.shut_reason.clone(),
            unclear_reason: self.unclear_reason.clone(),
            except: except.collect::<Result<_, _>>()?,
        })
    }
}

fn condition(
    text: &str,
    source: &Spanned<String>,
    names: &Names,
) -> Result<Condition, SourceError> {
    let line = line_at(text, source.span().start);
    tokens(source.get_ref())
        .and_then(|tokens| Reader::new(names, &tokens).whole_condition())
        .map_err(|problem| SourceError { line, problem })
}

/// A multi-line string begins on the line after its quotes.
fn block<'a>(text: &str, source: &'a Spanned<String>) -> Block<'a> {
    let span = source.span();
    let is_multi_line = text[span.clone()].starts_with("\"\"\"\n");
    let first_line = line_at(text, span.start) + usize::from(is_multi_line);
    Block { text: source.get_ref(), first_line }
}

fn line_at(text: &str, offset: usize) -> usize {
    text[..offset].matches('\n').count() + 1
}
