//! The fields of allocations, contracts and payments.

use super::fields::Fields;
use super::record::{Home, Record};
use super::value::Value;
use crate::published::{Contract, FundLine, Modification, Payment, RecordKind};

impl Record for FundLine {
    const KIND: RecordKind = RecordKind::Fund;

    fn key(&self) -> (&str, &str) {
        (&self.id, "")
    }

    fn home(&self) -> Home<'_> {
        Home::Place(&self.region_code)
    }

    fn name(&self) -> (&str, &str) {
        (&self.name_zh, &self.name_en)
    }

    fn fields(&self) -> Fields {
        let Self {
            id: _,
            region_code,
            source,
            name_zh,
            name_en,
            document_number,
            year,
            amount_fen,
            allocated_on,
            use_zh,
            use_en,
            project_id,
            published_on,
        } = self;
        let mut fields = Fields::default();
        fields.put("name", Value::said(name_zh, name_en));
        fields.put("amount_fen", Value::Fen(*amount_fen));
        fields.put("source", Value::code(source));
        fields.put("document_number", Value::text(document_number));
        fields.put("year", Value::Number(*year));
        fields.put("allocated_on", Value::day(allocated_on));
        fields.put("use", Value::said(use_zh, use_en));
        fields.put("project_id", Value::text_some(project_id.as_deref()));
        fields.put("published_on", Value::day_some(published_on.as_deref()));
        fields.put("region_code", Value::Place(region_code.clone()));
        fields
    }
}

impl Record for Contract {
    const KIND: RecordKind = RecordKind::Contract;

    fn key(&self) -> (&str, &str) {
        (&self.id, "")
    }

    fn home(&self) -> Home<'_> {
        Home::Project(&self.project_id)
    }

    fn name(&self) -> (&str, &str) {
        (&self.title_zh, &self.title_en)
    }

    fn fields(&self) -> Fields {
        let Self {
            id: _,
            project_id,
            title_zh,
            title_en,
            supplier_zh,
            supplier_en,
            method,
            n_tenderers,
            signed_on,
            amount_fen,
            planned_end_on,
            modifications,
        } = self;
        let mut fields = Fields::default();
        fields.put("title", Value::said(title_zh, title_en));
        fields.put("supplier", Value::said(supplier_zh, supplier_en));
        fields.put("amount_fen", Value::Fen(*amount_fen));
        fields.put("method", Value::code(method));
        fields.put("n_tenderers", Value::number_some(*n_tenderers));
        fields.put("signed_on", Value::day(signed_on));
        fields.put("planned_end_on", Value::day_some(planned_end_on.as_deref()));
        fields.put("project_id", Value::text(project_id));
        for modification in modifications {
            put_modification(&mut fields, modification);
        }
        fields
    }
}

fn put_modification(fields: &mut Fields, modification: &Modification) {
    let Modification { agreed_on, kind, amount_fen, reason_zh, reason_en } = modification;
    fields.part("modifications", Some(Value::day(agreed_on)), |it| {
        it.put("kind", Value::code(kind));
        it.put("amount_fen", Value::Fen(*amount_fen));
        it.put("reason", Value::said(reason_zh, reason_en));
    });
}

impl Record for Payment {
    const KIND: RecordKind = RecordKind::Payment;

    fn key(&self) -> (&str, &str) {
        (&self.id, "")
    }

    fn home(&self) -> Home<'_> {
        Home::Project(&self.project_id)
    }

    fn name(&self) -> (&str, &str) {
        (&self.payee_zh, &self.payee_en)
    }

    fn fields(&self) -> Fields {
        let Self {
            id: _,
            project_id,
            contract_id,
            fund_id,
            source,
            paid_on,
            amount_fen,
            payee_kind,
            payee_zh,
            payee_en,
        } = self;
        let mut fields = Fields::default();
        fields.put("payee", Value::said(payee_zh, payee_en));
        fields.put("payee_kind", Value::code(payee_kind));
        fields.put("amount_fen", Value::Fen(*amount_fen));
        fields.put("paid_on", Value::day(paid_on));
        fields.put("source", Value::code(source));
        fields.put("project_id", Value::text(project_id));
        fields.put("contract_id", Value::text_some(contract_id.as_deref()));
        fields.put("fund_id", Value::text_some(fund_id.as_deref()));
        fields
    }
}
