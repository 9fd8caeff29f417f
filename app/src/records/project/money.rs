//! A project's money by source. Loans stand in a table of their own.

use disclosure::chain::is_loan;
use leptos::prelude::*;
use store::published::{Project, ProjectMoney};

use crate::parts::charts::{Look, drawn};
use crate::parts::money;
use crate::site::visit::Visit;

pub fn section(visit: &Visit, project: &Project) -> AnyView {
    let (loans, grants): (Vec<_>, Vec<_>) =
        project.money.iter().partition(|it| is_loan(&it.source));
    let [planned, _, paid] = sums(&grants);
    view! {
        <section class="panel" aria-labelledby="money">
            <h2 id="money">{visit.say("project.money")}</h2>
            <div aria-hidden="true">{drawn(money::percent(paid, planned).unwrap_or(0), Look::Plain)}</div>
            <p>
                {visit.fill("project.paid_of", &[
                    ("paid", &money::full(visit, paid)), ("planned", &money::full(visit, planned)),
                ])}
            </p>
            {table(visit, &grants, "project.money.caption")}
            {(!loans.is_empty()).then(|| table(visit, &loans, "project.loans.caption"))}
        </section>
    }
    .into_any()
}

/// Planned, allocated, paid.
pub fn sums(money: &[&ProjectMoney]) -> [i64; 3] {
    money.iter().fold([0; 3], |[planned, allocated, paid], it| {
        [planned + it.planned_fen, allocated + it.allocated_fen, paid + it.paid_fen]
    })
}

fn table(visit: &Visit, money: &[&ProjectMoney], caption: &str) -> AnyView {
    let cells = |label: String, fen: [i64; 3], class: Option<&'static str>| {
        let fen = fen.map(|it| view! { <td>{money::short(visit, it)}</td> }).to_vec();
        view! { <tr class=class><th scope="row">{label}</th>{fen}</tr> }.into_any()
    };
    let rows: Vec<AnyView> = money
        .iter()
        .map(|it| {
            let source = visit.say(&format!("source.{}", it.source));
            cells(source, [it.planned_fen, it.allocated_fen, it.paid_fen], None)
        })
        .collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=visit.say(caption)>
            <table class="table">
                <caption>{visit.say(caption)}</caption>
                <thead><tr>
                    <th scope="col">{visit.say("funds.source")}</th>
                    <th scope="col">{visit.say("project.planned")}</th>
                    <th scope="col">{visit.say("project.allocated")}</th>
                    <th scope="col">{visit.say("project.paid")}</th>
                </tr></thead>
                <tbody>
                    {rows}
                    {cells(visit.say("project.sum"), sums(money), Some("table__sum"))}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
