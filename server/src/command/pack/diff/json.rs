//! The difference of two packs as one JSON object, for programs. `null` on one side: it is not there.

use eligibility::source::difference::{Changed, Difference, LineChange, Setting};
use serde_json::{Value, json};

use super::Compared;
use super::roster::Counted;

pub fn of(compared: &Compared) -> Value {
    let it = &compared.difference;
    let mut object = json!({
        "old": pack(&it.old, &it.old_days),
        "new": pack(&it.new, &it.new_days),
        "parameters": changes(&it.parameters, setting),
        "definitions": changes(&it.definitions, |text| json!(text)),
        "programmes": programmes(it),
        "questions": { "added": it.questions_added, "removed": it.questions_removed },
    });
    if let Some(counted) = &compared.roster {
        object["roster"] = roster(counted);
    }
    object
}

fn pack(id: &str, (from, to): &(String, String)) -> Value {
    json!({ "pack": id, "valid_from": from, "valid_to": to })
}

fn changes<T>(all: &[Changed<T>], value: impl Fn(&T) -> Value) -> Value {
    let change = |it: &Changed<T>| {
        let side = |side: &Option<T>| side.as_ref().map(&value);
        json!({ "name": it.name, "from": side(&it.old), "to": side(&it.new) })
    };
    all.iter().map(change).collect()
}

/// As the pack writes it.
fn setting(it: &Setting) -> Value {
    let value = if it.unit == "yes_no" { json!(it.value != 0) } else { json!(it.value) };
    json!({ "value": value, "unit": it.unit, "document": it.document, "article": it.article })
}

fn programmes(it: &Difference) -> Value {
    let line = |change: &LineChange| match change {
        LineChange::Added(line) => json!({ "change": "added", "line": line }),
        LineChange::Removed(line) => json!({ "change": "removed", "line": line }),
        LineChange::Moved(line) => json!({ "change": "moved", "line": line }),
        LineChange::Changed { from, to } => json!({ "change": "changed", "from": from, "to": to }),
    };
    let changed = it.lines.iter().map(|it| {
        let lines: Value = it.lines.iter().map(line).collect();
        json!({ "programme": it.programme, "lines": lines })
    });
    json!({
        "added": it.programmes_added,
        "removed": it.programmes_removed,
        "changed": changed.collect::<Value>(),
    })
}

fn roster(Counted { flips, n_bad }: &Counted) -> Value {
    let flip = |it: eligibility::source::difference::Flip| {
        json!({
            "programme": it.programme,
            "from": it.from.code(),
            "to": it.to.code(),
            "households": it.n_households,
        })
    };
    json!({
        "households": flips.n_households(),
        "turned": flips.n_turned(),
        "bad_lines": n_bad,
        "flips": flips.iter().map(flip).collect::<Value>(),
    })
}
