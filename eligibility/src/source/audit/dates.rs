//! Days: of the pack, of its neighbours in the same region, of its programmes, of its numbers.

use toml::Spanned;

use super::super::frame::{File, ProgrammeFrame};
use super::super::library::Head;
use super::super::{is_day, next_day};
use super::{Finding, Kind, Severity, Subject, unreadable};

pub fn findings(subject: &Subject) -> Vec<Finding> {
    let mut findings = Vec::new();
    let top = subject.top();
    let frame = &top.frame;
    own_days(&mut findings, top, Some(&frame.valid_from), Some(&frame.valid_to));
    neighbours(&mut findings, subject);
    out_of_date(&mut findings, subject);
    for programme in &subject.compiled.pack.programmes {
        let name = format!("programmes/{}.toml", programme.id);
        if let Ok(file) = subject.library.file::<ProgrammeFrame>(&name) {
            let (from, to) = (file.frame.valid_from.as_ref(), file.frame.valid_to.as_ref());
            own_days(&mut findings, &file, from, to);
        }
    }
    findings
}

fn own_days<T>(
    findings: &mut Vec<Finding>,
    file: &File<T>,
    from: Option<&Spanned<String>>,
    to: Option<&Spanned<String>>,
) {
    let mut note = |at: &Spanned<String>, message| {
        let (file, line) = (file.name.clone(), file.line_of(at));
        let severity = Severity::Error;
        findings.push(Finding { kind: Kind::Days, severity, file, line, message });
    };
    for day in from.into_iter().chain(to) {
        if !is_day(day.get_ref()) {
            note(day, format!("{:?} is no day of the calendar (YYYY-MM-DD)", day.get_ref()));
        }
    }
    if let (Some(from), Some(to)) = (from, to)
        && to.get_ref() < from.get_ref()
    {
        note(
            to,
            format!("the last day, {}, is before the first, {}", to.get_ref(), from.get_ref()),
        );
    }
}

/// The packs of the same region: none on the same day, none missing between.
fn neighbours(findings: &mut Vec<Finding>, subject: &Subject) {
    let heads = match subject.library.heads() {
        Ok(heads) => heads,
        Err(error) => return findings.push(unreadable(error)),
    };
    let Some(own) = heads.iter().find(|it| it.id == subject.id()) else { return };
    let of_region = || heads.iter().filter(|it| it.region == own.region && it.id != own.id);
    let file = subject.top();
    let mut note = |kind, message| {
        let (name, line) = (file.name.clone(), file.line_of(&file.frame.valid_from));
        findings.push(Finding { kind, severity: Severity::Error, file: name, line, message });
    };
    for other in of_region().filter(|it| overlap(it, own)) {
        let days = format!("{} to {}", other.valid_from, other.valid_to);
        let message = format!("{:?} is in force for the same region, {days}", other.id);
        note(Kind::Overlap, message);
    }
    let before = of_region().filter(|it| it.valid_to < own.valid_from);
    if let Some(before) = before.max_by_key(|it| it.valid_to.clone())
        && next_day(&before.valid_to).as_ref() != Some(&own.valid_from)
        && own.gap_before.as_ref().is_none_or(|it| it.trim().is_empty())
    {
        let days = format!("from {} to {}", before.valid_to, own.valid_from);
        let message = format!(
            "{:?} ends before: say in \"gap_before\" why there are no rules {days}",
            before.id
        );
        note(Kind::Gap, message);
    }
}

fn overlap(a: &Head, b: &Head) -> bool {
    a.valid_from <= b.valid_to && b.valid_from <= a.valid_to
}

/// What is not of today: the pack, or a number that has its own days.
fn out_of_date(findings: &mut Vec<Finding>, subject: &Subject) {
    let mut note = |file: &str, line, message| {
        let (file, severity) = (file.to_owned(), Severity::Note);
        findings.push(Finding { kind: Kind::OutOfDate, severity, file, line, message });
    };
    let (pack, today) = (&subject.compiled.pack, subject.today);
    let top = subject.top();
    let numbers = match pack.parameters.len() {
        1 => "number".to_owned(),
        n => format!("{n} numbers"),
    };
    if pack.valid_to.as_str() < today {
        let line = top.line_of(&top.frame.valid_to);
        let message = format!(
            "out of date: the pack and its {numbers} were in force until {}",
            pack.valid_to
        );
        note(&top.name, line, message);
    } else if pack.valid_from.as_str() > today {
        let line = top.line_of(&top.frame.valid_from);
        let message = format!("not yet in force: the pack begins on {}", pack.valid_from);
        note(&top.name, line, message);
    }
    for (parameter, about) in pack.parameters.iter().zip(&subject.compiled.notes) {
        if let Some(to) = about.to.as_ref().filter(|it| it.as_str() < today) {
            let message = format!("out of date: {:?} has no value after {to}", parameter.name);
            note(&about.file, about.line, message);
        }
    }
}
