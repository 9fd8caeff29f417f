//! A difference between releases as lines for people.

use disclosure::difference::{Change, Difference, FieldChange, Value, What};

/// One block a record: what became of it, each field from what to what, why.
pub fn told(difference: &Difference) -> String {
    let mut lines = Vec::new();
    for change in &difference.changes {
        lines.push(head(change));
        lines.extend(change.fields.iter().map(field));
        if let Some(reason) = &change.reason {
            let complaint = reason.complaint.as_ref().map(|it| format!(" ({it})"));
            lines.push(format!("    why: {}{}", reason.zh, complaint.unwrap_or_default()));
        } else if change.change != What::Added {
            lines.push("    why: no reason recorded".to_owned());
        }
    }
    for (kind, n) in difference.numbers() {
        lines.push(format!(
            "{}: {} added, {} changed, {} withdrawn",
            kind.code(),
            n.added,
            n.changed,
            n.withdrawn
        ));
    }
    if difference.changes.is_empty() {
        lines.push("nothing differs".to_owned());
    }
    lines.join("\n")
}

fn head(change: &Change) -> String {
    let sign = match change.change {
        What::Added => "+",
        What::Changed => "~",
        What::Withdrawn => "-",
    };
    format!("{sign} {} {} {}", change.kind.code(), change.id, change.name_zh)
}

fn field(change: &FieldChange) -> String {
    let part = change.part.as_ref().map(|it| format!("{it} "));
    let item = change.item.as_ref().map(|it| format!("{} ", said(it)));
    format!(
        "    {}{}{}: {} → {}",
        part.unwrap_or_default(),
        item.unwrap_or_default(),
        change.field,
        said(&change.from),
        said(&change.to)
    )
}

fn said(value: &Value) -> String {
    match value {
        Value::None => "(nothing)".to_owned(),
        Value::Text(text) | Value::Code(text) | Value::Place(text) | Value::Day(text) => {
            text.clone()
        }
        Value::Said { zh, .. } => zh.clone(),
        Value::Places(codes) => codes.join(" "),
        Value::Fen(fen) => {
            let sign = if *fen < 0 { "-" } else { "" };
            format!("{sign}{}.{:02} yuan", fen.abs() / 100, fen.abs() % 100)
        }
        Value::Count(n) => format!("≈{n}"),
        Value::Number(n) => n.to_string(),
        Value::Quantity { milli, unit_en, .. } => {
            format!("{}.{:03} {unit_en}", milli / 1000, milli.abs() % 1000)
        }
    }
}
