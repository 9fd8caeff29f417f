//! What changed in a record, from what to what, and why.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use disclosure::difference::{FieldChange, Reason, Record, Value, What, changed_fields};
use leptos::prelude::*;
use store::StoreError;
use store::published::RecordKind;

use super::{count_class, counts, days, money, names};
use crate::site::error::PageError;
use crate::site::visit::Visit;

/// Names of places by their codes, in the visitor's language.
pub type PlaceNames = BTreeMap<String, String>;

/// What changed in one record since the release before.
pub struct Since {
    /// The release before.
    before: i64,
    kind: RecordKind,
    id: String,
    pub what: What,
    pub fields: Vec<FieldChange>,
    reason: Option<Reason>,
    places: PlaceNames,
}

/// Compares a record with itself in the release before; none if there is no such release or nothing
/// changed. `load` reads the record from a release.
pub async fn since<R, F>(
    visit: &Visit,
    record: &R,
    load: impl FnOnce(i64) -> F,
) -> Result<Option<Since>, PageError>
where
    R: Record,
    F: Future<Output = Result<Option<R>, StoreError>>,
{
    let (store, number) = (&visit.portal.store, visit.release_number());
    let before = number - 1;
    if before < 1 || store.release(before).await?.is_none() {
        return Ok(None);
    }
    let (what, fields) = match load(before).await? {
        None => (What::Added, Vec::new()),
        Some(old) => (What::Changed, changed_fields(&old, record)),
    };
    if what == What::Changed && fields.is_empty() {
        return Ok(None);
    }
    let id = record.id();
    let reason = store.reason(number, R::KIND, &id).await?;
    let reason =
        reason.map(|it| Reason { zh: it.reason_zh, en: it.reason_en, complaint: it.complaint });
    let places = place_names(visit, codes(&fields)).await?;
    Ok(Some(Since { before, kind: R::KIND, id, what, fields, reason, places }))
}

impl Since {
    pub fn draw(&self, visit: &Visit) -> AnyView {
        let before = self.before.to_string();
        let heading = visit.fill("difference.since", &[("number", &before)]);
        view! {
            <section class="change" aria-labelledby="since">
                <h2 class="change__heading" id="since">{heading}</h2>
                {self.body(visit)}
            </section>
        }
        .into_any()
    }

    /// For a line of a list, folded away.
    pub fn draw_small(&self, visit: &Visit) -> AnyView {
        let before = self.before.to_string();
        view! {
            <details class="change">
                <summary>{visit.fill("difference.since", &[("number", &before)])}</summary>
                {self.body(visit)}
            </details>
        }
        .into_any()
    }

    /// Without the heading.
    pub fn body(&self, visit: &Visit) -> AnyView {
        let new =
            (self.what == What::Added).then(|| view! { <p>{visit.say("difference.is_new")}</p> });
        view! {
            {new}
            {fields(visit, self.kind, &self.id, &self.fields, &self.places)}
            {why(visit, self.reason.as_ref())}
        }
        .into_any()
    }
}

/// The codes of places among the values of fields.
pub fn codes(fields: &[FieldChange]) -> Vec<String> {
    let values = fields.iter().flat_map(|it| [&it.from, &it.to]);
    values
        .flat_map(|it| match it {
            Value::Place(code) => vec![code.clone()],
            Value::Places(codes) => codes.clone(),
            _ => Vec::new(),
        })
        .collect()
}

pub async fn place_names(
    visit: &Visit,
    codes: impl IntoIterator<Item = String>,
) -> Result<PlaceNames, StoreError> {
    let mut found = PlaceNames::new();
    for code in codes {
        if let Entry::Vacant(place) = found.entry(code) {
            let region = visit.portal.store.region(place.key()).await?;
            let name = region.map(|it| names::place(visit, &it));
            let name = name.unwrap_or_else(|| place.key().clone());
            place.insert(name);
        }
    }
    Ok(found)
}

/// One line a field: `中央财政 · 已付：从 6,000 元改为 7,000 元`.
pub fn fields(
    visit: &Visit,
    kind: RecordKind,
    id: &str,
    fields: &[FieldChange],
    places: &PlaceNames,
) -> Option<AnyView> {
    /// What a program needs of a photo, and nobody else.
    const TECHNICAL: [&str; 3] = ["look", "width", "height"];
    let shown = fields.iter().filter(|it| !TECHNICAL.contains(&it.field.as_str()));
    let lines: Vec<AnyView> = shown
        .map(|it| {
            let label = label(visit, id, it);
            let said = |value: &Value| said(visit, (kind, id), it, value, places);
            let text = match (said(&it.from), said(&it.to)) {
                (None, None) => return ().into_any(),
                (None, Some(to)) => visit.fill("difference.filled", &[("to", &to)]),
                (Some(from), None) => visit.fill("difference.removed", &[("from", &from)]),
                (Some(from), Some(to)) => {
                    visit.fill("difference.from_to", &[("from", &from), ("to", &to)])
                }
            };
            view! { <li><span class="change__field">{label}</span>" "{text}</li> }.into_any()
        })
        .collect();
    let list = || view! { <ul class="change__fields">{lines}</ul> }.into_any();
    (!fields.is_empty()).then(list)
}

/// The recorded reason, or plainly that there is none.
pub fn why(visit: &Visit, reason: Option<&Reason>) -> AnyView {
    let Some(reason) = reason else {
        return view! { <p class="change__why change__why--missing">{visit.say("difference.no_reason")}</p> }
            .into_any();
    };
    let why = visit.pick(&reason.zh, &reason.en);
    let complaint = reason.complaint.as_ref().map(|it| {
        let said = visit.fill("difference.complaint", &[("reference", it)]);
        view! { " "<span class="change__complaint">{said}</span> }
    });
    view! {
        <p class="change__why">{visit.fill("difference.why", &[("why", &why)])}{complaint}</p>
    }
    .into_any()
}

/// What the field is called, with the entry it belongs to before it.
fn label(visit: &Visit, id: &str, field: &FieldChange) -> String {
    let name = || visit.say(&format!("difference.field.{}", field.field));
    let entry = match (field.part.as_deref(), &field.item) {
        (None, _) => return visit.fill("difference.label", &[("field", &name())]),
        (Some("cells"), Some(Value::Code(class))) => {
            let table = id.split_once('/').map_or("", |it| it.1);
            let class = count_class::word(visit, table, class);
            return visit.fill("difference.label", &[("field", &class)]);
        }
        (_, Some(Value::Code(source))) => visit.say(&format!("source.{source}")),
        (_, Some(Value::Said { zh, en })) => visit.pick(zh, en),
        (Some(part), Some(Value::Day(day))) => {
            let part = visit.say(&format!("difference.part.{part}"));
            format!("{part} {}", days::said_text(visit, day))
        }
        (Some(part), _) => visit.say(&format!("difference.part.{part}")),
    };
    visit.fill("difference.label_of", &[("entry", &entry), ("field", &name())])
}

/// A value in words; none where there was nothing.
fn said(
    visit: &Visit,
    (kind, id): (RecordKind, &str),
    field: &FieldChange,
    value: &Value,
    places: &PlaceNames,
) -> Option<String> {
    let place = |code: &String| places.get(code).unwrap_or(code).clone();
    Some(match value {
        Value::None => return None,
        Value::Text(text) => visit.fill("difference.text", &[("text", text)]),
        Value::Said { zh, en } => {
            // Where only the other language was put right, that is what there is to show.
            let is_same = |pick: fn(&Visit, &str, &str) -> String| match (&field.from, &field.to) {
                (Value::Said { zh, en }, Value::Said { zh: zh2, en: en2 }) => {
                    pick(visit, zh, en) == pick(visit, zh2, en2)
                }
                _ => false,
            };
            let text = if is_same(Visit::pick) { visit.pick(en, zh) } else { visit.pick(zh, en) };
            visit.fill("difference.text", &[("text", &text)])
        }
        Value::Code(code) => coded(visit, kind, field, code),
        Value::Place(code) => place(code),
        Value::Places(codes) => codes.iter().map(place).collect::<Vec<_>>().join("、"),
        Value::Fen(fen) => money::full(visit, *fen),
        Value::Day(day) => days::said_text(visit, day),
        Value::Count(n) => {
            let is_of_people = id.split_once('/').is_some_and(|it| it.1 == count_class::AGE.id);
            if is_of_people { counts::said_people(visit, *n) } else { counts::said(visit, *n) }
        }
        Value::Number(n) => n.to_string(),
        Value::Quantity { milli, unit_zh, unit_en } => {
            format!("{} {}", in_thousandths(*milli), visit.pick(unit_zh, unit_en))
        }
    })
}

/// The word of a fixed list. Which list it is depends on the field, and of `kind` on the record.
fn coded(visit: &Visit, kind: RecordKind, field: &FieldChange, code: &str) -> String {
    let key = match (field.part.as_deref(), field.field.as_str(), kind) {
        (Some("modifications"), "kind", _) => format!("difference.modification.{code}"),
        (Some("documents"), "kind", _) => format!("difference.document.{code}"),
        (_, "kind", RecordKind::Notice) => format!("notice_kind.{code}"),
        (_, "moment", _) => format!("difference.moment.{code}"),
        (_, "method", _) => format!("difference.method.{code}"),
        (_, "payee_kind", _) => format!("difference.payee.{code}"),
        (_, "qualifier", _) => format!("difference.qualifier.{code}"),
        (_, list, _) => format!("{list}.{code}"),
    };
    visit.say(&key)
}

/// `2.8` of 2800, `3` of 3000.
fn in_thousandths(milli: i64) -> String {
    let sign = if milli < 0 { "-" } else { "" };
    let (whole, rest) = (milli.unsigned_abs() / 1000, milli.unsigned_abs() % 1000);
    let decimals = format!("{rest:03}");
    let decimals = decimals.trim_end_matches('0');
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{decimals}")
}

#[cfg(test)]
mod tests {
    use super::in_thousandths;

    #[test]
    fn thousandths_are_written_without_needless_noughts() {
        for (milli, said) in
            [(3_000, "3"), (2_800, "2.8"), (5, "0.005"), (-1_250, "-1.25"), (0, "0")]
        {
            assert_eq!(in_thousandths(milli), said);
        }
    }
}
