//! Turns the files of a pack and of those it lies upon into the typed tree of [`Pack`].

use sha2::{Digest, Sha256};
use toml::Spanned;

use super::expression::Reader;
use super::frame::{File, GateFrame, NearMissFrame, PackFrame, QuestionFrame};
use super::library::Library;
use super::lines::{Block, read_definition};
use super::names::Names;
use super::token::tokens;
use super::{Problem, SourceError, parameters, programmes, questions, units};
use crate::{
    Change, Condition, Definition, Gate, Meaning, NearMiss, Number, Pack, Programme, Question,
};

/// A pack with what only tools want to know of it.
#[derive(Clone, Debug)]
pub struct Compiled {
    pub pack: Pack,
    pub places: Places,
    pub notes: Vec<ParameterNote>,
}

/// Where everything stands: file and line.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// For each definition.
    pub definitions: Vec<(String, usize)>,
    /// How many of the definitions, the first ones, are ways to count income.
    pub n_incomes: usize,
    /// For each programme and each of its lines.
    pub lines: Vec<Vec<(String, usize)>>,
    /// For each programme that at best comes to CHECK.
    pub best_is_check: Vec<bool>,
    /// For each programme: switched off by its own dates, or not offered.
    pub is_over: Vec<bool>,
}

/// What is known of a parameter beyond its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterNote {
    pub file: String,
    pub line: usize,
    pub unit: String,
    pub leans_on: String,
    /// The days of the value that was taken, if it has its own.
    pub from: Option<String>,
    pub to: Option<String>,
}

impl Library {
    /// Compiles a pack for a day (`YYYY-MM-DD`), or for its last day.
    ///
    /// # Errors
    /// Every programme's first fault, or the first fault of what the programmes need.
    pub fn compile(&self, id: &str, on: Option<&str>) -> Result<Compiled, Vec<SourceError>> {
        let layers = self.layers(id).map_err(|error| vec![error])?;
        Compiler::new(self, layers, on).map_err(|error| vec![error])?.compile()
    }
}

struct Compiler<'a> {
    library: &'a Library,
    layers: Vec<File<PackFrame>>,
    on: String,
    names: Names,
    places: Places,
    questions: Vec<Question>,
    notes: Vec<ParameterNote>,
}

impl<'a> Compiler<'a> {
    fn new(
        library: &'a Library,
        layers: Vec<File<PackFrame>>,
        on: Option<&str>,
    ) -> Result<Self, SourceError> {
        let top = &layers.last().expect("a pack is its own last layer").frame;
        let on = on.unwrap_or(top.valid_to.get_ref()).to_owned();
        let places = Places::default();
        let asked = questions::asked(library, &layers)?;
        let facts = questions::facts(&asked)?;
        let read = parameters::in_force(&layers, &on)?;
        let (parameters, notes) = read.into_iter().unzip();
        let programmes = programmes::order(&layers)?;
        let mut names = Names { facts, parameters, definitions: Vec::new(), programmes };
        let questions = questions::compiled(&asked, &names)?;
        let places = definitions(&layers, &mut names, places)?;
        Ok(Self { library, layers, on, names, places, questions, notes })
    }

    fn top(&self) -> &File<PackFrame> {
        self.layers.last().expect("a pack is its own last layer")
    }

    fn compile(mut self) -> Result<Compiled, Vec<SourceError>> {
        let one = |error| vec![error];
        let programmes = self.programmes()?;
        let gate = self.gate().map_err(one)?;
        let near_misses = self.near_misses().map_err(one)?;
        let unit_of: Vec<_> = self.names.parameters.iter().map(|(_, unit)| *unit).collect();
        let frame = &self.top().frame;
        let mut pack = Pack {
            id: frame.id.clone(),
            region: frame.region.clone(),
            status: frame.status.get_ref().clone(),
            valid_from: frame.valid_from.get_ref().clone(),
            valid_to: frame.valid_to.get_ref().clone(),
            hash: String::new(),
            facts: self.names.facts,
            questions: self.questions,
            parameters: self.names.parameters.into_iter().map(|(it, _)| it).collect(),
            definitions: self.names.definitions,
            programmes,
            gate,
            near_misses,
        };
        units::check(&pack, &unit_of, &self.places)?;
        pack.hash = hash(&pack);
        Ok(Compiled { pack, places: self.places, notes: self.notes })
    }

    fn programmes(&mut self) -> Result<Vec<Programme>, Vec<SourceError>> {
        let (mut programmes, mut faults) = (Vec::new(), Vec::new());
        for place in 0..self.names.programmes.len() {
            let id = self.names.programmes[place].clone();
            let read = programmes::read(self.library, &self.layers, &self.names, &id, &self.on);
            match read {
                Ok(read) => {
                    self.places.lines.push(read.places);
                    self.places.best_is_check.push(read.best_is_check);
                    self.places.is_over.push(read.is_over);
                    programmes.push(read.programme);
                }
                Err(fault) => faults.push(fault),
            }
        }
        if faults.is_empty() { Ok(programmes) } else { Err(faults) }
    }

    fn gate(&self) -> Result<Option<Gate>, SourceError> {
        let Some((file, frame)) =
            self.layers.iter().rev().find_map(|it| Some((it, it.frame.gate.as_ref()?)))
        else {
            return Ok(None);
        };
        let GateFrame { open_if, shut_reason, unclear_reason, except } = frame;
        let except = except.iter().map(|name| {
            let unknown = || file.fault(name, self.names.unknown_programme(name.get_ref()));
            self.names.programme(name.get_ref()).ok_or_else(unknown)
        });
        Ok(Some(Gate {
            open_if: condition(file, open_if, &self.names)?,
            shut_reason: shut_reason.clone(),
            unclear_reason: unclear_reason.clone(),
            except: except.collect::<Result<_, _>>()?,
        }))
    }

    fn near_misses(&self) -> Result<Vec<NearMiss>, SourceError> {
        let mut near_misses = Vec::new();
        for file in &self.layers {
            for frame in &file.frame.near_misses {
                near_misses.push(self.near_miss(file, frame)?);
            }
        }
        Ok(near_misses)
    }

    fn near_miss(
        &self,
        file: &File<PackFrame>,
        frame: &NearMissFrame,
    ) -> Result<NearMiss, SourceError> {
        let name = frame.fact.get_ref();
        let (fact, spec) = self
            .names
            .fact(name)
            .ok_or_else(|| file.fault(&frame.fact, self.names.unknown(name)))?;
        if self.questions.iter().any(|it| it.is_means && it.facts.contains(&fact)) {
            return Err(file.fault(&frame.fact, Problem::Means(name.clone())));
        }
        let change = match (frame.more, frame.up_to) {
            (Some(more), _) => Change::More(more),
            (None, Some(most)) => Change::UpTo(most),
            (None, None) => {
                let value = |it: &Spanned<String>| {
                    questions::option(spec, it.get_ref()).map_err(|problem| file.fault(it, problem))
                };
                Change::Become(frame.r#try.iter().map(value).collect::<Result<_, _>>()?)
            }
        };
        let when = frame.when.as_ref().map(|it| condition(file, it, &self.names)).transpose()?;
        Ok(NearMiss { id: frame.id.clone(), when: when.unwrap_or(Condition::Always), fact, change })
    }
}

/// The ways to count income, then the named values, layer by layer.
fn definitions(
    layers: &[File<PackFrame>],
    names: &mut Names,
    mut places: Places,
) -> Result<Places, SourceError> {
    let mut totals: Vec<&String> = layers.iter().flat_map(|it| it.frame.income.keys()).collect();
    totals.sort();
    totals.dedup();
    places.n_incomes = totals.len();
    for name in totals {
        let (file, items) = layers
            .iter()
            .rev()
            .find_map(|file| Some((file, file.frame.income.get(name)?)))
            .expect("the name was taken from one of them");
        let parts = items.iter().map(|item| number(file, item, names));
        let is = Meaning::Number(Number::Sum(parts.collect::<Result<_, _>>()?));
        places
            .definitions
            .push((file.name.clone(), items.first().map_or(1, |it| file.line_of(it))));
        names.definitions.push(Definition { name: name.clone(), is });
    }
    for file in layers {
        let Some(definitions) = &file.frame.definitions else { continue };
        for item in Block::of(file, &definitions.text).lines() {
            let (line, tokens) = item.map_err(|(line, problem)| file.fault_on(line, problem))?;
            let definition =
                read_definition(&tokens, names).map_err(|problem| file.fault_on(line, problem))?;
            places.definitions.push((file.name.clone(), line));
            names.definitions.push(definition);
        }
    }
    Ok(places)
}

/// Text as one condition.
pub fn condition<T>(
    file: &File<T>,
    source: &Spanned<String>,
    names: &Names,
) -> Result<Condition, SourceError> {
    tokens(source.get_ref())
        .and_then(|tokens| Reader::new(names, &tokens).whole_condition())
        .map_err(|problem| file.fault(source, problem))
}

fn number(
    file: &File<PackFrame>,
    source: &Spanned<String>,
    names: &Names,
) -> Result<Number, SourceError> {
    tokens(source.get_ref())
        .and_then(|tokens| Reader::new(names, &tokens).whole_number())
        .map_err(|problem| file.fault(source, problem))
}

/// The SHA-256 of the pack without its hash, in hexadecimal digits.
fn hash(pack: &Pack) -> String {
    let bytes = serde_json::to_vec(pack).expect("a pack in memory can be written into memory");
    let digits = Sha256::digest(&bytes);
    digits.iter().fold(String::with_capacity(64), |text, byte| text + &format!("{byte:02x}"))
}

/// A question with the file that it stands in.
pub type Asked = (File<()>, QuestionFrame);
