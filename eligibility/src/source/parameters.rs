//! The numbers of a pack: the lower layer's before the upper's, and the one of the day.

use std::collections::BTreeMap;

use toml::Spanned;

use super::compile::ParameterNote;
use super::frame::{DatedValue, File, PackFrame, ParameterFrame};
use super::names::Unit;
use super::problem::nearest;
use super::{Problem, SourceError};
use crate::{Parameter, Source};

type Read = ((Parameter, Unit), ParameterNote);

/// Every parameter with its value on the day, by name.
pub fn in_force(layers: &[File<PackFrame>], on: &str) -> Result<Vec<Read>, SourceError> {
    let mut merged: BTreeMap<&str, (&File<PackFrame>, &Spanned<String>, &ParameterFrame)> =
        BTreeMap::new();
    for file in layers {
        for (name, frame) in &file.frame.parameters {
            merged.insert(name.get_ref(), (file, name, frame));
        }
    }
    merged.into_values().map(|(file, name, frame)| read(file, name, frame, on)).collect()
}

fn read(
    file: &File<PackFrame>,
    name: &Spanned<String>,
    frame: &ParameterFrame,
    on: &str,
) -> Result<Read, SourceError> {
    let unit = Unit::ALL.into_iter().find(|(it, _)| it == frame.unit.get_ref());
    let (unit_name, unit) = unit.ok_or_else(|| {
        let nearest = nearest(frame.unit.get_ref(), Unit::ALL.into_iter().map(|(it, _)| it));
        let name = frame.unit.get_ref().clone();
        file.fault(&frame.unit, Problem::UnknownName { name, nearest })
    })?;
    let dated = dated(file, name, frame, on)?;
    let value = dated.map(|it| it.value).or(frame.value);
    let value = value.ok_or_else(|| file.fault(name, Problem::Missing { key: "value" }))?.number();
    let source =
        Source { document: frame.document.get_ref().clone(), article: frame.article.clone() };
    let parameter = Parameter { name: name.get_ref().clone(), value, source };
    let note = ParameterNote {
        file: file.name.clone(),
        line: file.line_of(name),
        unit: unit_name.to_owned(),
        leans_on: frame.leans_on.clone(),
        from: dated.map(|it| it.from.get_ref().clone()),
        to: dated.map(|it| it.to.get_ref().clone()),
    };
    Ok(((parameter, unit), note))
}

/// The value of the day, if the parameter has dated values: they follow each other without a gap and
/// without overlapping.
fn dated<'a>(
    file: &File<PackFrame>,
    name: &Spanned<String>,
    frame: &'a ParameterFrame,
    on: &str,
) -> Result<Option<&'a DatedValue>, SourceError> {
    if frame.values.is_empty() {
        return Ok(None);
    }
    if frame.value.is_some() {
        let both = "either \"value\" or \"values\", not both";
        return Err(file.fault(name, Problem::Dates(both.into())));
    }
    for pair in frame.values.windows(2) {
        let (before, after) = (&pair[0], &pair[1]);
        let next = super::days::next_day(before.to.get_ref());
        if next.as_ref() != Some(after.from.get_ref()) {
            let text = format!(
                "the value until {} is followed by one from {}: a gap or an overlap",
                before.to.get_ref(),
                after.from.get_ref()
            );
            return Err(file.fault(&after.from, Problem::Dates(text)));
        }
    }
    let of_day =
        |it: &&DatedValue| (it.from.get_ref().as_str()..=it.to.get_ref().as_str()).contains(&on);
    let found = frame.values.iter().find(of_day);
    let none = || {
        let text = format!("{:?} has no value on {on}", name.get_ref());
        file.fault(name, Problem::Dates(text))
    };
    found.map(Some).ok_or_else(none)
}
