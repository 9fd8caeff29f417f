//! A project's contracts, their changes and what was paid under them.

use disclosure::published::{Contract, Modification};

use super::money::{transactions, value};
use super::parties::reference;
use super::{Record, day, maybe_day};
use crate::codes::{METHOD, chinese};
use crate::json::Object;

pub fn processes(record: &Record<'_>) -> Vec<Object> {
    record
        .contracts
        .iter()
        .map(|it| Object::new().with("id", &it.id).with("summary", summary(record, it)))
        .collect()
}

fn summary(record: &Record<'_>, contract: &Contract) -> Object {
    let has_ended = matches!(record.project.stage.as_str(), "finished" | "accepted");
    let under =
        record.payments.iter().filter(|it| it.contract_id.as_ref() == Some(&contract.id)).copied();
    let tender = Object::new()
        .with("procurementMethod", method(&contract.method))
        .with("procurementMethodDetails", chinese(METHOD, &contract.method))
        .with("numberOfTenderers", contract.n_tenderers)
        .with("procuringEntity", reference(&record.project.duty_unit_zh));
    let period = Object::new()
        .with("startDate", day(&contract.signed_on))
        .with("endDate", maybe_day(contract.planned_end_on.as_ref()));
    Object::new()
        .with("externalReference", &contract.id)
        .with("title", &contract.title_zh)
        .with("status", if has_ended { "closed" } else { "active" })
        .with("tender", tender)
        .with("suppliers", suppliers(contract))
        .with("contractValue", value(contract.amount_fen))
        .with("contractPeriod", period)
        .with("modifications", modifications(contract))
        .with("transactions", transactions(record, under))
}

fn suppliers(contract: &Contract) -> Vec<Object> {
    [reference(&contract.supplier_zh)].into_iter().filter(|it| !it.is_empty()).collect()
}

/// A closed list; in 以工代赈 the work goes to villagers without a tender.
fn method(method: &str) -> Option<&'static str> {
    Some(match method {
        "tender" => "open",
        "negotiation" | "inquiry" => "limited",
        "direct" | "work_relief" => "direct",
        _ => return None,
    })
}

fn modifications(contract: &Contract) -> Vec<Object> {
    let before = std::iter::once(contract.amount_fen)
        .chain(contract.modifications.iter().map(|it| it.amount_fen));
    (1..).zip(contract.modifications.iter().zip(before)).map(modification).collect()
}

fn modification((n, (it, before)): (i64, (&Modification, i64))) -> Object {
    let old = (it.amount_fen != before).then(|| value(before));
    let new = old.is_some().then(|| value(it.amount_fen));
    Object::new()
        .with("id", n.to_string())
        .with("date", day(&it.agreed_on))
        .with("type", it.kind.as_str())
        .with("rationale", &it.reason_zh)
        .with("oldContractValue", old)
        .with("newContractValue", new)
}
