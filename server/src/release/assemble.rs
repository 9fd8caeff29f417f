//! The next release: what is published now, with the draft laid over it.

use std::collections::HashMap;

use anyhow::Context;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::DraftRecord;
use store::published::{
    ChangeReason, Contract, CountTable, Figure, FundLine, Notice, Payment, Project,
    PublicationUnit, RecordKind, Release, ReleaseContent, SourceDocument,
};

/// What the files call a record: unique among those of its kind.
pub trait Identified {
    fn id(&self) -> String;
}

/// What is published, with every record of the draft put in its place or taken out. Reasons are kept
/// for what was there before: a new record needs none.
///
/// # Errors
/// A record of the draft cannot be read: a newer program wrote it.
pub fn assemble(
    current: Option<ReleaseContent>,
    draft: &[DraftRecord],
    release: Release,
) -> anyhow::Result<ReleaseContent> {
    let mut content =
        ReleaseContent { release, reasons: Vec::new(), ..current.unwrap_or_default() };
    let mut reasons = Vec::new();
    for kind in RecordKind::ALL {
        let records: Vec<&DraftRecord> = draft.iter().filter(|it| it.kind == kind).collect();
        let known = match kind {
            RecordKind::Source => lay(&mut content.sources, &records),
            RecordKind::Figure => lay(&mut content.figures, &records),
            RecordKind::Count => lay(&mut content.counts, &records),
            RecordKind::Unit => lay(&mut content.units, &records),
            RecordKind::Project => lay(&mut content.projects, &records),
            RecordKind::Fund => lay(&mut content.funds, &records),
            RecordKind::Contract => lay(&mut content.contracts, &records),
            RecordKind::Payment => lay(&mut content.payments, &records),
            RecordKind::Notice => lay(&mut content.notices, &records),
        }?;
        reasons.extend(known.into_iter().map(reason));
    }
    content.reasons = reasons;
    Ok(content)
}

fn reason(record: &DraftRecord) -> ChangeReason {
    ChangeReason {
        kind: record.kind,
        id: record.id.clone(),
        reason_zh: record.reason_zh.clone(),
        reason_en: record.reason_en.clone(),
        complaint: record.complaint.clone(),
    }
}

/// Lays records of one kind over those that are there; gives those that were there and differ.
fn lay<'d, T: Identified + Serialize + DeserializeOwned + PartialEq>(
    there: &mut Vec<T>,
    draft: &[&'d DraftRecord],
) -> anyhow::Result<Vec<&'d DraftRecord>> {
    if draft.is_empty() {
        return Ok(Vec::new());
    }
    let mut places: HashMap<String, usize> =
        there.iter().enumerate().map(|(place, it)| (it.id(), place)).collect();
    let mut kept: Vec<Option<T>> = std::mem::take(there).into_iter().map(Some).collect();
    let mut known = Vec::new();
    for record in draft {
        let new: Option<T> =
            record.body.as_deref().map(read).transpose().with_context(|| {
                format!("read the draft's {} {}", record.kind.code(), record.id)
            })?;
        match (places.get(&record.id), new) {
            (Some(place), new) => {
                if kept[*place] != new {
                    known.push(*record);
                }
                kept[*place] = new;
            }
            (None, Some(new)) => {
                places.insert(record.id.clone(), kept.len());
                kept.push(Some(new));
            }
            (None, None) => {}
        }
    }
    *there = kept.into_iter().flatten().collect();
    Ok(known)
}

fn read<'a, T: Deserialize<'a>>(body: &'a str) -> serde_json::Result<T> {
    serde_json::from_str(body)
}

impl Identified for CountTable {
    fn id(&self) -> String {
        format!("{}/{}", self.region_code, self.name)
    }
}

impl Identified for PublicationUnit {
    fn id(&self) -> String {
        self.code().to_owned()
    }
}

macro_rules! identified_by_id {
    ($($record:ty),*) => {
        $(impl Identified for $record {
            fn id(&self) -> String {
                self.id.clone()
            }
        })*
    };
}
identified_by_id!(SourceDocument, Figure, Project, FundLine, Contract, Payment, Notice);

#[cfg(test)]
mod tests {
    use super::*;

    fn fund(id: &str, amount_fen: i64) -> FundLine {
        serde_json::from_value(serde_json::json!({
            "id": id, "region_code": "000000000000", "source": "central", "name_zh": "甲",
            "name_en": "A", "document_number": "1", "year": 2026, "amount_fen": amount_fen,
            "allocated_on": "2026-01-01", "use_zh": "", "use_en": "", "project_id": null,
        }))
        .unwrap()
    }

    fn draft(id: &str, body: Option<&FundLine>) -> DraftRecord {
        DraftRecord {
            kind: RecordKind::Fund,
            id: id.to_owned(),
            body: body.map(|it| serde_json::to_string(it).unwrap()),
            reason_zh: "更正".to_owned(),
            reason_en: "Corrected".to_owned(),
            complaint: None,
            file_name: String::new(),
            file_sha256: String::new(),
            imported_at: String::new(),
        }
    }

    #[test]
    fn what_is_new_is_added_what_differs_replaced_and_what_is_withdrawn_goes() {
        let funds = vec![fund("a", 1), fund("b", 2), fund("c", 3)];
        let current = ReleaseContent { funds, ..ReleaseContent::default() };
        let same = fund("c", 3);
        let [changed, new] = [fund("b", 20), fund("d", 4)];
        let draft = [
            draft("a", None),
            draft("b", Some(&changed)),
            draft("c", Some(&same)),
            draft("d", Some(&new)),
            draft("nobody", None),
        ];

        let next = assemble(Some(current), &draft, Release::default()).unwrap();

        assert_eq!(next.funds, [changed, same, new]);
        let explained: Vec<&str> = next.reasons.iter().map(|it| it.id.as_str()).collect();
        assert_eq!(explained, ["a", "b"]);
    }

    #[test]
    fn a_draft_that_cannot_be_read_is_named() {
        let unreadable = DraftRecord { body: Some("{}".to_owned()), ..draft("x", None) };

        let error = assemble(None, &[unreadable], Release::default()).unwrap_err();

        assert_eq!(error.to_string(), "read the draft's fund x");
    }
}
