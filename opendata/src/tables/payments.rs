//! Payments of projects: the table that the Fiscal Data Package models.

use disclosure::published::Payment;

use crate::address::party_id;
use crate::cell::{Cell, maybe, text};
use crate::codes::{HOUSEHOLDS, PAYEE_KIND, PROJECT_KIND, SOURCE};
use crate::place::{Place, Places};
use crate::table::{Definition, Entry, Sheet, named};

pub fn sheet<'a>(places: &'a Places<'a>, place: &'a Place<'a>) -> Sheet<'a> {
    let entries = place.payments.iter().map(|it| Entry {
        it: *it,
        place: places.of_project(&it.project_id),
        number: 1,
    });
    definition().rows(entries, &places.stamp)
}

fn payee_id(payment: &Payment) -> Cell<'_> {
    if payment.payee_kind == HOUSEHOLDS {
        text(HOUSEHOLDS)
    } else {
        text(party_id(&payment.payee_zh))
    }
}

fn definition<'a>() -> Definition<'a, &'a Payment> {
    Definition::<'a, &'a Payment>::new("payments")
        .read("payment_id", |entry| text(&entry.it.id))
        .read("paid_on", |entry| text(&entry.it.paid_on))
        .read("amount_yuan", |entry| Cell::Fen(entry.it.amount_fen))
        .read("source", |entry| text(&entry.it.source))
        .read("source_zh", |entry| named(SOURCE, &entry.it.source))
        .read("payee_kind", |entry| text(&entry.it.payee_kind))
        .read("payee_kind_zh", |entry| named(PAYEE_KIND, &entry.it.payee_kind))
        .read("payee_id", |entry| payee_id(entry.it))
        .read("payee_zh", |entry| text(&entry.it.payee_zh))
        .read("payee_en", |entry| text(&entry.it.payee_en))
        .read("project_id", |entry| text(&entry.it.project_id))
        .read("project_name_zh", |entry| entry.place.project_name())
        .read("plan", |entry| entry.place.of_project(|it| text(it.year.to_string())))
        .read("plan_zh", |entry| {
            entry.place.of_project(|it| text(format!("{}年项目计划", it.year)))
        })
        .read("project_kind", |entry| entry.place.of_project(|it| text(&it.kind)))
        .read("project_kind_zh", |entry| entry.place.of_project(|it| named(PROJECT_KIND, &it.kind)))
        .read("duty_unit_id", |entry| entry.place.of_project(|it| text(party_id(&it.duty_unit_zh))))
        .read("duty_unit_zh", |entry| entry.place.of_project(|it| text(&it.duty_unit_zh)))
        .place()
        .read("contract_id", |entry| maybe(entry.it.contract_id.as_ref()))
        .read("fund_id", |entry| maybe(entry.it.fund_id.as_ref()))
}
