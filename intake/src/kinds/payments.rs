//! Payments. A household is never a payee by name: all of them are 农户.

use disclosure::published::Payment;

use super::{FirstRows, RowReader, must_project_of};
use crate::{
    Problems, Records,
    fields::{Fields, day_text},
    header_row::Header,
    id,
};

#[derive(Default)]
pub struct Payments {
    payments: Vec<Payment>,
    ids: FirstRows,
}

impl RowReader for Payments {
    fn row(&mut self, fields: &mut Fields<'_>) {
        let project_id = must_project_of(fields);
        let payee_kind = fields.must_choice("payee_kind", "payee_kind");
        let (payee_zh, payee_en) = if payee_kind == "households" {
            ("农户".to_owned(), "rural households".to_owned())
        } else {
            let payee_zh = fields.must_text("payee");
            let payee_en = fields.english("payee_en", &payee_zh);
            (payee_zh, payee_en)
        };
        let source = fields.must_choice("source", "source");
        let paid_on = day_text(fields.must_day("paid_on"));
        let amount_fen = fields.must_amount_fen("amount");
        let [contract, fund] = ["contract_id", "fund_id"].map(|it| fields.some_text(it));
        let number = fields.text("id");
        let id = if number.is_empty() {
            let amount = amount_fen.to_string();
            let contract = contract.as_deref().unwrap_or_default();
            id::derived("y", &[&project_id, contract, &source, &paid_on, &amount, &payee_zh])
        } else {
            id::of_number("y", &number)
        };
        self.ids.note(id.clone(), if number.is_empty() { "paid_on" } else { "id" }, fields);
        self.payments.push(Payment {
            id,
            project_id,
            contract_id: contract.map(|it| id::of_number("c", &it)),
            fund_id: fund.map(|it| id::of_number("f", &it)),
            source,
            paid_on,
            amount_fen,
            payee_kind,
            payee_zh,
            payee_en,
        });
    }

    fn key(&self) -> &'static str {
        "amount"
    }

    fn n_records(&self) -> usize {
        self.payments.len()
    }

    fn finish(self: Box<Self>, _: &Header, _: &mut Problems) -> Records {
        Records::Payments(self.payments)
    }
}
