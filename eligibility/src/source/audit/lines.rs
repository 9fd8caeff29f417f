//! Lines that nobody comes to, and programmes of which nobody is ever told what they promise.

use std::collections::BTreeSet;

use super::{Finding, Kind, Severity, Subject};
use crate::{Pack, Reach, Verdict, reach_line};

/// A line is looked for with other numbers within so many parts.
const MOST_PARTS: u32 = 400;

pub fn findings(subject: &Subject, reach: &[Vec<Reach>]) -> Vec<Finding> {
    let places = &subject.compiled.places;
    let mut findings = Vec::new();
    for (programme, reached) in reach.iter().enumerate() {
        if places.is_over[programme] {
            continue;
        }
        let mut hangs = Vec::new();
        for (line, reach) in reached.iter().enumerate() {
            let on = match reach {
                Reach::By(_) => continue,
                Reach::Undecided(n_parts) => {
                    findings.push(undecided(subject, programme, line, *n_parts));
                    continue;
                }
                Reach::Never => hangs_on(subject, programme, line),
            };
            findings.push(unreachable(subject, programme, line, &on));
            hangs.push((line, on));
        }
        findings.extend(promise(subject, programme, reached, &hangs));
    }
    findings
}

/// On which of the pack's numbers it hangs that nobody comes to a line.
#[derive(PartialEq, Eq)]
enum Hangs {
    /// On none of them: the lines above leave nobody over.
    Nowhere,
    /// On the form: it closes a list or a block with what is said otherwise, even if no one is left.
    Form,
    /// On a switch, as it stands here.
    Switch(String),
    Numbers(Vec<String>),
}

fn hangs_on(subject: &Subject, programme: usize, line: usize) -> Hangs {
    if is_closing(subject, programme, line) {
        return Hangs::Form;
    }
    let pack = &subject.compiled.pack;
    let lines = &pack.programmes[programme].lines[..=line];
    let parameters: BTreeSet<u16> =
        lines.iter().flat_map(|it| pack.depends_of(&it.when).parameters).collect();
    let mut numbers = Vec::new();
    for index in parameters.into_iter().map(usize::from) {
        let name = &pack.parameters[index].name;
        let is_switch = subject.compiled.notes[index].unit == "yes_no";
        let value = pack.parameters[index].value;
        // Nothing, or far more: one of them is on the other side of whatever the number bounds.
        let others = if is_switch { vec![1 - value] } else { vec![0, value * 2 + 1] };
        let comes = |other: &i64| comes_with(pack, index, *other, programme, line);
        if !others.iter().any(comes) {
            continue;
        }
        if is_switch {
            let on_or_off = if value == 1 { "yes" } else { "no" };
            return Hangs::Switch(format!("{name} is {on_or_off}"));
        }
        numbers.push(name.clone());
    }
    if numbers.is_empty() { Hangs::Nowhere } else { Hangs::Numbers(numbers) }
}

/// Whether the line is an "otherwise" that promises nothing.
fn is_closing(subject: &Subject, programme: usize, line: usize) -> bool {
    let (file, at) = &subject.compiled.places.lines[programme][line];
    let text = subject.library.text(file).and_then(|it| it.lines().nth(at - 1)).unwrap_or_default();
    let verdict = subject.compiled.pack.programmes[programme].lines[line].verdict;
    text.trim_start().starts_with("otherwise")
        && !matches!(verdict, Verdict::Likely | Verdict::Check)
}

fn comes_with(pack: &Pack, parameter: usize, value: i64, programme: usize, line: usize) -> bool {
    let mut other = pack.clone();
    other.parameters[parameter].value = value;
    matches!(reach_line(&other, programme, line, MOST_PARTS), Reach::By(_))
}

fn unreachable(subject: &Subject, programme: usize, line: usize, hangs: &Hangs) -> Finding {
    let what = name(subject, programme, line);
    let (severity, message) = match hangs {
        Hangs::Nowhere => (
            Severity::Error,
            format!("no household comes to {what}: the lines above leave none over"),
        ),
        Hangs::Form => (
            Severity::Note,
            format!("no household is left for {what}, which closes the list or block"),
        ),
        Hangs::Switch(switch) => {
            (Severity::Note, format!("no household comes to {what} while {switch}"))
        }
        Hangs::Numbers(numbers) => {
            let numbers = numbers.join(", ");
            let message = format!("no household comes to {what} with these numbers: {numbers}");
            (Severity::Error, message)
        }
    };
    found(subject, Kind::UnreachableLine, severity, (programme, line), message)
}

fn undecided(subject: &Subject, programme: usize, line: usize, n_parts: u32) -> Finding {
    let what = name(subject, programme, line);
    let message = format!(
        "whether a household comes to {what} was not found out in {n_parts} parts of all households"
    );
    found(subject, Kind::UndecidedLine, Severity::Note, (programme, line), message)
}

/// A programme can come to LIKELY, unless it says that it cannot.
fn promise(
    subject: &Subject,
    programme: usize,
    reach: &[Reach],
    hangs: &[(usize, Hangs)],
) -> Option<Finding> {
    let lines = &subject.compiled.pack.programmes[programme].lines;
    let id = &subject.compiled.pack.programmes[programme].id;
    let is_likely = |line: &usize| lines[*line].verdict == Verdict::Likely;
    let likely: Vec<usize> = (0..lines.len()).filter(is_likely).collect();
    let reached = likely.iter().find(|it| matches!(reach[**it], Reach::By(_)));
    let found = |kind, severity, line, message| {
        Some(found(subject, kind, severity, (programme, line), message))
    };
    if subject.compiled.places.best_is_check[programme] {
        let line = *reached?;
        let message = format!("{id} can come to LIKELY here, though its best is \"CHECK\"");
        return found(Kind::LikelierThanBest, Severity::Error, line, message);
    }
    if reached.is_some() || likely.iter().any(|it| matches!(reach[*it], Reach::Undecided(_))) {
        return None;
    }
    let switch = hangs.iter().find_map(|(line, hangs)| match hangs {
        Hangs::Switch(switch) if is_likely(line) => Some(switch),
        _ => None,
    });
    if let Some(switch) = switch {
        let message = format!("nobody is told LIKELY of {id} while {switch}");
        return found(Kind::NeverLikely, Severity::Note, 0, message);
    }
    let message =
        format!("nobody is ever told LIKELY of {id}; if that is meant, write best = \"CHECK\"");
    found(Kind::NeverLikely, Severity::Error, 0, message)
}

fn found(
    subject: &Subject,
    kind: Kind,
    severity: Severity,
    (programme, line): (usize, usize),
    message: String,
) -> Finding {
    let (file, line) = subject.compiled.places.lines[programme][line].clone();
    Finding { kind, severity, file, line, message }
}

fn name(subject: &Subject, programme: usize, line: usize) -> String {
    let line = &subject.compiled.pack.programmes[programme].lines[line];
    format!("\"{} {}\"", line.verdict.code(), line.reason)
}
