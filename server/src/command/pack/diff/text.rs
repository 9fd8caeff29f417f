//! The difference of two packs as text: what changed in the rules, with the documents that it comes
//! from. Statements are as the rules write them; `pack show` says them in plain words.

use std::collections::BTreeSet;

use app::rules::grouped;
use eligibility::source::difference::{Changed, Difference, LineChange, ProgrammeChange, Setting};

use super::{Compared, table};

pub fn of(compared: &Compared) -> String {
    let it = &compared.difference;
    let rules = [
        compared.parameters(),
        compared.definitions(),
        names("Added", "programmes", &it.programmes_added, |it| compared.programme(it)),
        names("Removed", "programmes", &it.programmes_removed, |it| compared.programme(it)),
        it.lines.iter().map(|it| compared.lines(it)).collect(),
        names("Added", "questions", &it.questions_added, |it| compared.question(it)),
        names("Removed", "questions", &it.questions_removed, |it| compared.question(it)),
        compared.documents(),
    ]
    .concat();
    let rules = if rules.is_empty() { "\nThe rules are the same.\n".to_owned() } else { rules };
    let roster = compared.roster.as_ref().map_or_else(String::new, table::of);
    head(it) + &rules + &roster
}

fn head(it: &Difference) -> String {
    let days = |(from, to): &(String, String)| format!("in force from {from} to {to}");
    let (old, new) = (days(&it.old_days), days(&it.new_days));
    format!("old: {}, {old}\nnew: {}, {new}\n", it.old, it.new)
}

impl Compared {
    fn parameters(&self) -> String {
        let changes = self.difference.parameters.iter().map(|it| {
            let label = self.named(|words| words.parameters.get(&it.name));
            format!("  {}{}: {}\n", it.name, quoted(label), parameter(it))
        });
        titled("Numbers", changes.collect())
    }

    fn definitions(&self) -> String {
        let changes = self.difference.definitions.iter().map(|Changed { name, old, new }| {
            let label = self.named(|words| words.definitions.get(name).map(|it| &it.name));
            let is = match (old, new) {
                (Some(old), Some(new)) => format!("\n    old: {old}\n    new: {new}"),
                (Some(old), None) => format!(" removed\n    old: {old}"),
                (None, new) => format!(" added\n    new: {}", new.as_deref().unwrap_or_default()),
            };
            format!("  {name}{}:{is}\n", quoted(label))
        });
        titled("Named values and ways to count", changes.collect())
    }

    fn lines(&self, change: &ProgrammeChange) -> String {
        let lines = change.lines.iter().map(|line| match line {
            LineChange::Added(line) => format!("  added:   {line}\n"),
            LineChange::Removed(line) => format!("  removed: {line}\n"),
            LineChange::Moved(line) => format!("  moved:   {line}\n"),
            LineChange::Changed { from, to } => format!("  changed: {from}\n       to: {to}\n"),
        });
        let title = format!("Lines of {}", self.programme(&change.programme));
        titled(&title, lines.collect())
    }

    /// The titles of the documents that the changed numbers come from.
    fn documents(&self) -> String {
        let settings = self.difference.parameters.iter().flat_map(|it| [&it.old, &it.new]);
        let keys: BTreeSet<&String> = settings.flatten().map(|it| &it.document).collect();
        let document = |key: &String| {
            let title = self.named(|words| words.documents.get(key));
            format!("  {key}: {}\n", title.unwrap_or("not in the list of documents"))
        };
        titled("Documents", keys.into_iter().map(document).collect())
    }

    fn programme(&self, id: &str) -> String {
        let name = self.named(|words| words.programmes.get(id).map(|it| &it.name));
        format!("{id}{}", quoted(name))
    }

    fn question(&self, id: &str) -> String {
        let label = self.named(|words| words.questions.get(id).map(|it| &it.label));
        format!("{id}{}", quoted(label))
    }
}

fn titled(title: &str, lines: String) -> String {
    if lines.is_empty() { lines } else { format!("\n{title}\n{lines}") }
}

fn quoted(label: Option<&str>) -> String {
    label.map_or_else(String::new, |it| format!(" “{it}”"))
}

fn names(done: &str, what: &str, ids: &[String], name: impl Fn(&String) -> String) -> String {
    let lines = ids.iter().map(|id| format!("  {}\n", name(id)));
    titled(&format!("{done} {what}"), lines.collect())
}

/// `6,600 → 7,200 yuan/person [old document → new document]`.
fn parameter(Changed { old, new, .. }: &Changed<Setting>) -> String {
    match (old, new) {
        (Some(old), Some(new)) => {
            let is_same = (old.value, &old.unit) == (new.value, &new.unit);
            let what = if is_same { value(new) + " as before" } else { from_to(old, new) };
            let (before, now) = (source(old), source(new));
            let source = if before == now { now } else { format!("{before} → {now}") };
            format!("{what} [{source}]")
        }
        (Some(old), None) => format!("removed, was {} [{}]", value(old), source(old)),
        (None, Some(new)) => format!("added, {} [{}]", value(new), source(new)),
        (None, None) => String::new(),
    }
}

fn from_to(old: &Setting, new: &Setting) -> String {
    if old.unit == new.unit && new.unit != "yes_no" {
        return format!("{} → {}", grouped(old.value), value(new));
    }
    format!("{} → {}", value(old), value(new))
}

/// `6,600 yuan/person`; `yes`.
fn value(it: &Setting) -> String {
    match (it.unit.as_str(), it.value) {
        ("yes_no", 0) => "no".to_owned(),
        ("yes_no", _) => "yes".to_owned(),
        ("ratio", value) => grouped(value),
        (unit, value) => format!("{} {unit}", grouped(value)),
    }
}

fn source(it: &Setting) -> String {
    let comma = if it.article.is_empty() { "" } else { ", " };
    format!("{}{comma}{}", it.document, it.article)
}
