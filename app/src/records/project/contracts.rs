//! A project's contracts with their changes, and every payment.

use leptos::prelude::*;
use store::published::{Contract, FundLine, Modification, Payment};

use crate::parts::{days, money};
use crate::site::visit::Visit;

pub fn section(visit: &Visit, contracts: &[Contract]) -> AnyView {
    let items: Vec<AnyView> = contracts.iter().map(|it| contract(visit, it)).collect();
    let body = if items.is_empty() {
        view! { <p>{visit.say("contracts.none")}</p> }.into_any()
    } else {
        view! { <ul class="record-list">{items}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="contracts">
            <h2 id="contracts">{visit.say("contracts.title")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn contract(visit: &Visit, contract: &Contract) -> AnyView {
    let supplier = visit.pick(&contract.supplier_zh, &contract.supplier_en);
    let method = visit.say(&format!("method.{}", contract.method));
    let day = days::said_text(visit, &contract.signed_on);
    let tenderers = contract
        .n_tenderers
        .map(|n| format!(" · {}", visit.fill("contracts.tenderers", &[("n", &n.to_string())])));
    let end = contract.planned_end_on.as_ref().map(|it| {
        let day = days::said_text(visit, it);
        view! { <p class="note">{visit.fill("contracts.until", &[("day", &day)])}</p> }
    });
    let changes = changes(visit, contract);
    view! {
        <li class="record">
            <h3 class="record__name">{visit.pick(&contract.title_zh, &contract.title_en)}</h3>
            <p class="record__money"><strong>{money::full(visit, contract.amount_fen)}</strong></p>
            <p class="record__facts">
                {supplier}" · "{method}{tenderers}" · "
                {visit.fill("contracts.signed", &[("day", &day)])}
            </p>
            {end}
            {changes}
        </li>
    }
    .into_any()
}

/// Each change from what the contract came to before it.
fn changes(visit: &Visit, contract: &Contract) -> Option<AnyView> {
    let mut ordered: Vec<&Modification> = contract.modifications.iter().collect();
    ordered.sort_by(|a, b| a.agreed_on.cmp(&b.agreed_on));
    let mut before = contract.amount_fen;
    let items: Vec<AnyView> = ordered
        .into_iter()
        .map(|it| {
            let values = [
                ("day", days::said_text(visit, &it.agreed_on)),
                ("kind", visit.say(&format!("change.{}", it.kind))),
                ("before", money::full(visit, before)),
                ("after", money::full(visit, it.amount_fen)),
                ("reason", visit.pick(&it.reason_zh, &it.reason_en)),
            ];
            let values = values.each_ref().map(|(name, it)| (*name, it.as_str()));
            before = it.amount_fen;
            view! { <li>{visit.fill("contracts.change", &values)}</li> }.into_any()
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="plain-list">{items}</ul> }.into_any())
}

pub fn payments(
    visit: &Visit,
    payments: &[Payment],
    contracts: &[Contract],
    funds: &[FundLine],
) -> AnyView {
    let rows: Vec<AnyView> =
        payments.iter().map(|it| payment(visit, it, contracts, funds)).collect();
    let heads: Vec<AnyView> =
        ["payments.day", "payments.payee", "funds.source", "payments.paper", "chain.column.yuan"]
            .map(|it| view! { <th scope="col">{visit.say(it)}</th> }.into_any())
            .into();
    let body = if rows.is_empty() {
        view! { <p>{visit.say("payments.none")}</p> }.into_any()
    } else {
        view! {
            <div class="scroll" tabindex="0" role="region" aria-labelledby="payments">
                <table class="table">
                    <caption>{visit.say("payments.caption")}</caption>
                    <thead><tr>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <section aria-labelledby="payments">
            <h2 id="payments">{visit.say("payments.title")}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn payment(
    visit: &Visit,
    payment: &Payment,
    contracts: &[Contract],
    funds: &[FundLine],
) -> AnyView {
    let contract = contracts.iter().find(|it| Some(&it.id) == payment.contract_id.as_ref());
    let fund = funds.iter().find(|it| Some(&it.id) == payment.fund_id.as_ref());
    let contract = contract.map(|it| visit.pick(&it.title_zh, &it.title_en));
    let papers: Vec<String> =
        contract.into_iter().chain(fund.map(|it| it.document_number.clone())).collect();
    let papers =
        if papers.is_empty() { visit.say("payments.no_paper") } else { papers.join(" · ") };
    view! {
        <tr>
            <th scope="row">{days::said_text(visit, &payment.paid_on)}</th>
            <td>{visit.pick(&payment.payee_zh, &payment.payee_en)}</td>
            <td>{visit.say(&format!("source.{}", payment.source))}</td>
            <td>{papers}</td>
            <td>{money::exact(payment.amount_fen)}</td>
        </tr>
    }
    .into_any()
}
