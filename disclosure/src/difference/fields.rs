//! The fields of one record, nested ones too, laid out flat so that two records can be compared.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::value::Value;

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The list within the record that the field belongs to: `money`, `cells`, `outputs`,
    /// `supervision`, `photos`, `documents`, `modifications`; none for the record's own fields and
    /// for those of a project's details.
    pub part: Option<String>,
    /// Which entry of that list: a source, a class, an output's name, a photo's SHA-256, a day.
    pub item: Option<Value>,
    /// The field's name, as in the record; one name for both languages (`name` for `name_zh` and
    /// `name_en`).
    pub field: String,
    pub from: Value,
    pub to: Value,
}

/// Where a field stands in its record.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Path {
    part: Option<&'static str>,
    item: Option<Value>,
    /// Tells entries apart that call themselves alike.
    nth: usize,
    field: &'static str,
}

/// The fields of a record, in the order in which a page shows them.
#[derive(Default)]
pub struct Fields {
    rows: Vec<(Path, Value)>,
    /// The entry that is being laid out.
    here: Path,
}

impl Fields {
    /// What is empty is left out: it is the same as what is not there.
    pub(super) fn put(&mut self, field: &'static str, value: Value) {
        if value != Value::None {
            self.rows.push((Path { field, ..self.here.clone() }, value));
        }
    }

    /// The fields of one part of the record, such as one source of its money.
    pub(super) fn part(
        &mut self,
        part: &'static str,
        item: Option<Value>,
        lay_out: impl FnOnce(&mut Self),
    ) {
        let alike = self.rows.iter().map(|(path, _)| path);
        let alike = alike.filter(|it| it.part == Some(part) && it.item == item);
        let nth = alike.map(|it| it.nth + 1).max().unwrap_or(0);
        self.here = Path { part: Some(part), item, nth, field: "" };
        lay_out(self);
        self.here = Path::default();
    }

    /// What differs, in the order of the new record; what is there no more comes last.
    pub(super) fn changes(before: Self, after: Self) -> Vec<FieldChange> {
        let mut before: BTreeMap<Path, Value> = before.rows.into_iter().collect();
        let mut changes = Vec::new();
        for (path, to) in after.rows {
            let from = before.remove(&path).unwrap_or_default();
            if from != to {
                changes.push(change(path, from, to));
            }
        }
        changes.extend(before.into_iter().map(|(path, from)| change(path, from, Value::None)));
        changes
    }

    #[cfg(test)]
    pub(super) fn into_map(self) -> BTreeMap<Path, Value> {
        self.rows.into_iter().collect()
    }
}

fn change(path: Path, from: Value, to: Value) -> FieldChange {
    FieldChange {
        part: path.part.map(str::to_owned),
        item: path.item,
        field: path.field.to_owned(),
        from,
        to,
    }
}
