//! The rules of a pack as they are written, and what changed in a list of them.

use std::collections::BTreeMap;

use crate::source::SourceError;
use crate::source::compile::Compiled;
use crate::source::frame::{File, ProgrammeFrame};
use crate::source::library::Library;

/// A change of one line, with the conditions of the blocks that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LineChange {
    Added(String),
    Removed(String),
    /// The same condition with another outcome, or another condition for the same outcome.
    Changed {
        from: String,
        to: String,
    },
    /// Before or after others than it was, which may matter: the first that holds decides.
    Moved(String),
}

/// The lines of a programme, each with its blocks: `low { risk and red -> CHECK … }`.
pub fn lines(
    library: &Library,
    compiled: &Compiled,
    programme: usize,
) -> Result<Vec<String>, SourceError> {
    let rules = &compiled.pack.programmes[programme];
    if compiled.places.is_over[programme] {
        let over = rules.lines.iter().map(|it| format!("{} {}", it.verdict.code(), it.reason));
        return Ok(over.map(|it| format!("otherwise -> {it}")).collect());
    }
    let file: File<ProgrammeFrame> = library.file(&format!("programmes/{}.toml", rules.id))?;
    let text = file.frame.decide.as_ref().map_or("", |it| it.get_ref().as_str());
    let mut blocks: Vec<String> = Vec::new();
    let mut lines = Vec::new();
    for line in text.lines().map(said).filter(|it| !it.is_empty()) {
        if line == "}" {
            blocks.pop();
        } else if let Some(block) = line.strip_suffix('{') {
            blocks.push(block.trim_end().to_owned());
        } else {
            let mut whole = blocks.clone();
            whole.push(line);
            lines.push(whole.join(" { ") + &" }".repeat(blocks.len()));
        }
    }
    Ok(lines)
}

/// Every named statement of a pack and of those it lies upon, and the ways to count income.
pub fn definitions(library: &Library, id: &str) -> Result<BTreeMap<String, String>, SourceError> {
    let mut statements = BTreeMap::new();
    for layer in library.layers(id)? {
        for (name, items) in &layer.frame.income {
            let items: Vec<&str> = items.iter().map(|it| it.get_ref().as_str()).collect();
            statements.insert(name.clone(), items.join(" + "));
        }
        let text = layer.frame.definitions.as_ref().map_or("", |it| it.text.get_ref().as_str());
        for line in text.lines().map(said) {
            if let Some((name, is)) = line.split_once('=') {
                statements.insert(name.trim().to_owned(), is.trim().to_owned());
            }
        }
        if let Some(gate) = &layer.frame.gate {
            let open_if = said(gate.open_if.get_ref());
            let except: Vec<&str> = gate.except.iter().map(|it| it.get_ref().as_str()).collect();
            let text = format!("{open_if}, except {}", except.join(", "));
            statements.insert("[gate]".to_owned(), text);
        }
    }
    Ok(statements)
}

/// A line without its comment, with one space where there are more.
fn said(line: &str) -> String {
    let text = line.split('#').next().unwrap_or_default();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What became of the old lines: those that stayed in their order are passed over.
pub fn changes(old: &[String], new: &[String]) -> Vec<LineChange> {
    let (mut gone, mut come) = apart(old, new);
    let mut changes = Vec::new();
    for alike in [whole, condition, outcome] {
        gone.retain(|from| {
            let Some(place) = come.iter().position(|to| alike(from) == alike(to)) else {
                return true;
            };
            let to = come.remove(place);
            changes.push(if *from == to {
                LineChange::Moved(to)
            } else {
                LineChange::Changed { from: from.clone(), to }
            });
            false
        });
    }
    changes.extend(gone.into_iter().map(LineChange::Removed));
    changes.extend(come.into_iter().map(LineChange::Added));
    changes
}

fn whole(line: &str) -> &str {
    line
}

fn condition(line: &str) -> &str {
    line.split_once("->").map_or(line, |(condition, _)| condition)
}

fn outcome(line: &str) -> &str {
    line.split_once("->").map_or(line, |(_, outcome)| outcome)
}

/// The old and the new lines that are not in the longest common subsequence of both.
fn apart(old: &[String], new: &[String]) -> (Vec<String>, Vec<String>) {
    // How many lines stay, from each place in both lists to their ends.
    let mut stay = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for (i, from) in old.iter().enumerate().rev() {
        for (j, to) in new.iter().enumerate().rev() {
            let skip = stay[i + 1][j].max(stay[i][j + 1]);
            stay[i][j] = if from == to { stay[i + 1][j + 1] + 1 } else { skip };
        }
    }
    let (mut gone, mut come) = (Vec::new(), Vec::new());
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            (i, j) = (i + 1, j + 1);
        } else if stay[i + 1][j] >= stay[i][j + 1] {
            gone.push(old[i].clone());
            i += 1;
        } else {
            come.push(new[j].clone());
            j += 1;
        }
    }
    gone.extend_from_slice(&old[i..]);
    come.extend_from_slice(&new[j..]);
    (gone, come)
}
