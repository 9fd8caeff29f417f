//! Contracts. A contract that was changed stands in one row a change, with the same number.

use std::collections::HashMap;

use disclosure::published::{Contract, Modification};

use super::{FirstRows, RowReader, must_project_of};
use crate::{
    Problems, Records, cells,
    fields::{Fields, day_text},
    header_row::Header,
    id,
};

#[derive(Default)]
pub struct Contracts {
    list: Vec<Contract>,
    by_id: HashMap<String, usize>,
    ids: FirstRows,
}

impl RowReader for Contracts {
    fn row(&mut self, fields: &mut Fields<'_>) {
        let project_id = must_project_of(fields);
        let title_zh = fields.must_text("title");
        let supplier_zh = fields.must_text("supplier");
        let number = fields.text("id");
        let id = match number.as_str() {
            "" => id::derived("c", &[&project_id, &title_zh, &supplier_zh]),
            number => id::of_number("c", number),
        };
        let modification = modification(fields);
        match self.by_id.get(&id) {
            Some(known) if modification.is_some() => {
                self.list[*known].modifications.extend(modification);
                return;
            }
            _ => self.ids.note(id.clone(), if number.is_empty() { "title" } else { "id" }, fields),
        }
        self.by_id.insert(id.clone(), self.list.len());
        let signed_on = fields.must_day("signed_on");
        let planned_end_on = fields.day("planned_end_on");
        fields.in_order("planned_end_on", signed_on, planned_end_on);
        self.list.push(Contract {
            id,
            project_id,
            title_en: fields.english("title_en", &title_zh),
            supplier_en: fields.english("supplier_en", &supplier_zh),
            method: fields.must_choice("method", "method"),
            n_tenderers: fields.number("n_tenderers"),
            signed_on: day_text(signed_on),
            amount_fen: fields.must_amount_fen("amount"),
            planned_end_on: planned_end_on.map(|it| it.to_string()),
            modifications: modification.into_iter().collect(),
            title_zh,
            supplier_zh,
        });
    }

    fn key(&self) -> &'static str {
        "title"
    }

    fn n_records(&self) -> usize {
        self.list.len()
    }

    fn finish(self: Box<Self>, _: &Header, _: &mut Problems) -> Records {
        Records::Contracts(self.list)
    }
}

fn modification(fields: &mut Fields<'_>) -> Option<Modification> {
    if cells::is_blank(fields.raw("modified_on")) {
        return None;
    }
    let agreed_on = day_text(fields.day("modified_on"));
    let reason_zh = fields.must_text("modified_reason");
    Some(Modification {
        agreed_on,
        kind: fields.must_choice("modified_kind", "modified_kind"),
        amount_fen: fields.must_amount_fen("modified_amount"),
        reason_en: fields.english("modified_reason_en", &reason_zh),
        reason_zh,
    })
}
