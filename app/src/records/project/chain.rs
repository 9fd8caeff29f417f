//! The way of the project's money in one table: each step with its sum, and whether it sums to the
//! next. Loans have a table of their own.

use disclosure::chain::{Link, Origin, Part, Step, chain};
use leptos::prelude::*;
use store::published::{Contract, FundLine, Payment, Project};

use crate::parts::{days, money};
use crate::site::visit::Visit;

/// The papers that the parts of the chain point to.
struct Papers<'a> {
    funds: &'a [FundLine],
    contracts: &'a [Contract],
}

pub fn section(
    visit: &Visit,
    project: &Project,
    funds: &[FundLine],
    contracts: &[Contract],
    payments: &[Payment],
) -> AnyView {
    let chain = chain(&project.money, funds, contracts, payments);
    let papers = Papers { funds, contracts };
    let loans = (!chain.loans.is_empty())
        .then(|| table(visit, &chain.loans, &papers, "chain.loans.caption"));
    view! {
        <section class="panel" aria-labelledby="chain">
            <h2 id="chain">{visit.say("chain.title")}</h2>
            <p class="note">{visit.say("chain.text")}</p>
            {table(visit, &chain.grants, &papers, "chain.caption")}
            {loans}
        </section>
    }
    .into_any()
}

fn table(visit: &Visit, steps: &[Step], papers: &Papers, caption: &str) -> AnyView {
    let rows: Vec<AnyView> = steps
        .iter()
        .enumerate()
        .map(|(place, step)| {
            let parts: Vec<AnyView> = step.parts.iter().map(|it| part(visit, it, papers)).collect();
            view! {
                <tr class="chain__step">
                    <th scope="row">{visit.say(&format!("chain.step.{}", step.kind.code()))}</th>
                    <td>{money::exact(step.sum_fen)}</td>
                </tr>
                {parts}
                {meets(visit, step, steps.get(place + 1))}
            }
            .into_any()
        })
        .collect();
    view! {
        <table class="table chain">
            <caption>{visit.say(caption)}</caption>
            <thead><tr>
                <th scope="col">{visit.say("chain.column.step")}</th>
                <th scope="col">{visit.say("chain.column.yuan")}</th>
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn part(visit: &Visit, part: &Part, papers: &Papers) -> AnyView {
    let source = part.source.as_ref().map(|it| visit.say(&format!("source.{it}")));
    let paper = match &part.origin {
        Origin::Account => None,
        Origin::Document(place) => papers.funds.get(*place).map(|it| {
            let name = visit.pick(&it.name_zh, &it.name_en);
            let day = days::said_text(visit, &it.allocated_on);
            let number = it.document_number.clone();
            [name, number, day]
                .into_iter()
                .filter(|it| !it.is_empty())
                .collect::<Vec<_>>()
                .join(" · ")
        }),
        Origin::Contract(place) => papers.contracts.get(*place).map(|it| {
            let (title, supplier) = (
                visit.pick(&it.title_zh, &it.title_en),
                visit.pick(&it.supplier_zh, &it.supplier_en),
            );
            format!("{title} · {supplier}")
        }),
        Origin::NoContract => Some(visit.say("chain.no_contract")),
        Origin::Payee { zh, en, .. } => Some(visit.pick(zh, en)),
    };
    let said = source.into_iter().chain(paper).collect::<Vec<_>>().join(" · ");
    view! {
        <tr class="chain__part">
            <th scope="row">{said}</th>
            <td>{money::exact(part.amount_fen)}</td>
        </tr>
    }
    .into_any()
}

/// Whether a step sums to the next, in words, under it.
fn meets(visit: &Visit, step: &Step, next: Option<&Step>) -> Option<AnyView> {
    let (link, next) = (step.to_next?, next?);
    let short = |it: &Step| visit.say(&format!("chain.short.{}", it.kind.code()));
    let gap = link.gap_fen().abs();
    let values = [
        ("from", short(step)),
        ("this", money::exact(step.sum_fen)),
        ("to", short(next)),
        ("next", money::exact(next.sum_fen)),
        ("gap", money::full(visit, gap)),
    ];
    let values = values.each_ref().map(|(name, it)| (*name, it.as_str()));
    let (class, shape, key) = match link {
        Link::Even => ("chain__even", "＝", "chain.even"),
        Link::Less { .. } => ("chain__gap", "▲", "chain.less"),
        Link::More { .. } => ("chain__gap", "▲", "chain.more"),
        Link::NextMissing { .. } => ("chain__gap", "▲", "chain.next_missing"),
        Link::ThisMissing { .. } => ("chain__gap", "▲", "chain.this_missing"),
    };
    Some(
        view! {
            <tr class="chain__meets">
                <td colspan="2">
                    <span class=class>
                        <span aria-hidden="true">{shape}" "</span>{visit.fill(key, &values)}
                    </span>
                </td>
            </tr>
        }
        .into_any(),
    )
}
