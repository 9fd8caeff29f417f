//! What changed from one release to another: what was added, what was withdrawn, and what changed from
//! what to what and why. For people's pages and, as JSON, for programs.

mod evidence;
mod fields;
mod money;
mod project;
mod record;
mod value;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use crate::published::{ChangeReason, Project, RecordKind, ReleaseContent};

pub use fields::{FieldChange, Fields};
pub use record::{Home, Record, changed_fields};
pub use value::Value;

/// All that differs between two releases.
///
/// As JSON: `{"from":1,"to":2,"changes":[…]}`, each change as in [`Change`]. Nothing is left out: what
/// is not named is the same in both, but for the order of lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The number of the earlier release.
    pub from: i64,
    /// The number of the later release.
    pub to: i64,
    /// By kind, then by place (what belongs to none first), then by id.
    pub changes: Vec<Change>,
}

/// One record that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    pub kind: RecordKind,
    /// The record's id; of a count, `{region}/{table}`; of a unit, the code its counts stand under.
    pub id: String,
    /// The place it belongs to, 12 digits; of a contract or a payment, its project's; `null` for
    /// documents.
    pub region_code: Option<String>,
    /// What it is called in the later release, or was; empty for counts and units.
    pub name_zh: String,
    pub name_en: String,
    pub change: What,
    /// From what to what; empty unless `change` is `changed`.
    pub fields: Vec<FieldChange>,
    /// `null`: none was recorded.
    pub reason: Option<Reason>,
}

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    Added,
    Changed,
    Withdrawn,
}

impl What {
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// Why a record differs, as recorded when the release was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    pub zh: String,
    pub en: String,
    /// The public reference of the complaint that caused it, `C-…`; `null` if none did.
    pub complaint: Option<String>,
}

/// How many records of one kind differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    pub added: usize,
    pub changed: usize,
    pub withdrawn: usize,
}

impl Difference {
    /// How many records differ, by kind; kinds that are the same are left out.
    #[must_use]
    pub fn numbers(&self) -> BTreeMap<RecordKind, Numbers> {
        let mut numbers: BTreeMap<RecordKind, Numbers> = BTreeMap::new();
        for change in &self.changes {
            let of_kind = numbers.entry(change.kind).or_default();
            match change.change {
                What::Added => of_kind.added += 1,
                What::Changed => of_kind.changed += 1,
                What::Withdrawn => of_kind.withdrawn += 1,
            }
        }
        numbers
    }
}

/// Compares two releases record by record. The reasons are those of `new`.
#[must_use]
pub fn difference(old: &ReleaseContent, new: &ReleaseContent) -> Difference {
    let mut context = Context::of(old, new);
    context.compare(&old.sources, &new.sources);
    context.compare(&old.figures, &new.figures);
    context.compare(&old.counts, &new.counts);
    context.compare(&old.units, &new.units);
    context.compare(&old.projects, &new.projects);
    context.compare(&old.funds, &new.funds);
    context.compare(&old.contracts, &new.contracts);
    context.compare(&old.payments, &new.payments);
    context.compare(&old.notices, &new.notices);
    let mut changes = context.changes;
    changes.sort_by(|a, b| (a.kind, &a.region_code, &a.id).cmp(&(b.kind, &b.region_code, &b.id)));
    Difference { from: old.release.number, to: new.release.number, changes }
}

struct Context<'a> {
    /// The place of each project.
    places: HashMap<&'a str, &'a str>,
    reasons: HashMap<(RecordKind, &'a str), &'a ChangeReason>,
    changes: Vec<Change>,
}

impl<'a> Context<'a> {
    fn of(old: &'a ReleaseContent, new: &'a ReleaseContent) -> Self {
        let place = |it: &'a Project| (it.id.as_str(), it.region_code.as_str());
        Self {
            // The later release has the last word.
            places: old.projects.iter().chain(&new.projects).map(place).collect(),
            reasons: new.reasons.iter().map(|it| ((it.kind, it.id.as_str()), it)).collect(),
            changes: Vec::new(),
        }
    }

    fn compare<R: Record>(&mut self, old: &[R], new: &[R]) {
        let mut before: HashMap<(&str, &str), &R> = old.iter().map(|it| (it.key(), it)).collect();
        for record in new {
            match before.remove(&record.key()) {
                None => self.add(record, What::Added, Vec::new()),
                Some(earlier) => {
                    let fields = changed_fields(earlier, record);
                    if !fields.is_empty() {
                        self.add(record, What::Changed, fields);
                    }
                }
            }
        }
        for record in before.into_values() {
            self.add(record, What::Withdrawn, Vec::new());
        }
    }

    fn add<R: Record>(&mut self, record: &R, change: What, fields: Vec<FieldChange>) {
        let id = record.id();
        let region = match record.home() {
            Home::Nowhere => None,
            Home::Place(code) => Some(code),
            Home::Project(project) => self.places.get(project).copied(),
        };
        let reason = self.reasons.get(&(R::KIND, id.as_str())).map(|it| Reason {
            zh: it.reason_zh.clone(),
            en: it.reason_en.clone(),
            complaint: it.complaint.clone(),
        });
        let (zh, en) = record.name();
        self.changes.push(Change {
            kind: R::KIND,
            id,
            region_code: region.map(str::to_owned),
            name_zh: zh.to_owned(),
            name_en: en.to_owned(),
            change,
            fields,
            reason,
        });
    }
}
