//! The programmes of a pack: which, in which order, and each one's decision list.

use super::compile::condition;
use super::frame::{File, PackFrame, ProgrammeFrame};
use super::library::Library;
use super::lines::{Block, Rules};
use super::names::Names;
use super::{Problem, SourceError};
use crate::{Condition, Line, Programme, Source, Truth, Type, Verdict};

/// A programme with where its lines stand.
pub struct Read {
    pub programme: Programme,
    pub places: Vec<(String, usize)>,
    pub best_is_check: bool,
    pub is_over: bool,
}

/// Every programme of the layers, those not offered last.
pub fn order(layers: &[File<PackFrame>]) -> Result<Vec<String>, SourceError> {
    let offered =
        layers.iter().flat_map(|file| file.frame.programmes.iter().map(move |it| (file, it)));
    let not_offered = layers.iter().flat_map(|file| {
        file.frame
            .not_offered
            .iter()
            .flat_map(move |it| it.programmes.iter().map(move |it| (file, it)))
    });
    let mut order: Vec<String> = Vec::new();
    for (file, name) in offered.chain(not_offered) {
        if order.contains(name.get_ref()) {
            return Err(file.fault(name, Problem::Twice { name: name.get_ref().clone() }));
        }
        order.push(name.get_ref().clone());
    }
    Ok(order)
}

/// Reads one programme as it stands on a day. Outside its own days it is closed.
pub fn read(
    library: &Library,
    layers: &[File<PackFrame>],
    names: &Names,
    id: &str,
    on: &str,
) -> Result<Read, SourceError> {
    let file: File<ProgrammeFrame> = library.file(&format!("programmes/{id}.toml"))?;
    let frame = &file.frame;
    let source = |it: &super::frame::SourceFrame| Source {
        document: it.document.get_ref().clone(),
        article: it.article.clone(),
    };
    let sources = frame.sources.iter().map(source).collect();
    let not_offered = layers.iter().rev().filter_map(|it| it.frame.not_offered.as_ref());
    let mut not_offered =
        not_offered.filter(|it| it.programmes.iter().any(|name| name.get_ref() == id));
    let is_ended = frame.valid_to.as_ref().is_some_and(|it| it.get_ref().as_str() < on);
    let has_not_begun = frame.valid_from.as_ref().is_some_and(|it| it.get_ref().as_str() > on);
    let over = match not_offered.next() {
        Some(it) => Some((Verdict::Na, it.reason.clone())),
        None if is_ended => {
            let reason = frame.ended_reason.clone();
            let missing = || file.fault_on(1, Problem::Missing { key: "ended_reason" });
            Some((Verdict::Closed, reason.ok_or_else(missing)?))
        }
        None if has_not_begun => Some((Verdict::Na, "not_in_this_place".to_owned())),
        None => None,
    };
    let is_over = over.is_some();
    let (lines, places) = match over {
        Some((verdict, reason)) => (vec![always(verdict, reason)], vec![(file.name.clone(), 1)]),
        None => rules(&file, layers, names, id)?,
    };
    let best_is_check = frame.best.as_ref().is_some_and(|it| it.get_ref() == "CHECK");
    let programme =
        Programme { id: id.to_owned(), is_paid_monthly: frame.paid_monthly, lines, sources };
    Ok(Read { programme, places, best_is_check, is_over })
}

fn always(verdict: Verdict, reason: String) -> Line {
    let (when, predicts) = (Condition::Always, Truth::False);
    Line { when, verdict, reason, predicts, kind: None, amount: None, source: 0 }
}

type Lines = (Vec<Line>, Vec<(String, usize)>);

fn rules(
    file: &File<ProgrammeFrame>,
    layers: &[File<PackFrame>],
    names: &Names,
    id: &str,
) -> Result<Lines, SourceError> {
    let frame = &file.frame;
    let decide = frame.decide.as_ref();
    let decide = decide.ok_or_else(|| file.fault_on(1, Problem::Missing { key: "decide" }))?;
    let by_status = match &frame.type_by {
        None => None,
        Some(it) => {
            let names_of = [it.yes.clone(), it.no.clone(), it.unknown.clone()];
            Some(Type::By(condition(file, &it.when, names)?, names_of))
        }
    };
    let predicted = layers.iter().rev().find_map(|it| it.frame.predicted.as_ref());
    let rules = Rules {
        names,
        by_status: by_status.as_ref(),
        n_sources: frame.sources.len(),
        may_turn_likely: predicted.map_or(&[], |it| &it.reasons),
    };
    let (mut lines, mut places) = (Vec::new(), Vec::new());
    let read = rules.read(Block::of(file, decide));
    for (at, line) in read.map_err(|(line, problem)| file.fault_on(line, problem))? {
        if let Some(later) = later_programme(names, id, &line) {
            return Err(file.fault_on(at, Problem::Later(later)));
        }
        lines.push(line);
        places.push((file.name.clone(), at));
    }
    Ok((lines, places))
}

/// A programme that the line looks at though it is judged later, or is this one.
fn later_programme(names: &Names, id: &str, line: &Line) -> Option<String> {
    let own = names.programme(id)?;
    let looks_at = super::reach::programmes(names, &line.when);
    looks_at.into_iter().find(|it| *it >= own).map(|it| names.programmes[usize::from(it)].clone())
}
