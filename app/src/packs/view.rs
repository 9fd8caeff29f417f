//! One pack as a page: what it is, how to read it, its numbers, its programmes, its words.

use leptos::prelude::*;

use super::lines::{programme, spelt};
use super::sheet::{GateTold, Income, Parameters, Row, Sheet};
use super::{shape, verdict_said};
use crate::site::words::Words;
use eligibility::Verdict;

/// Everything below the way back.
pub fn sheet(words: &Words, sheet: &Sheet) -> AnyView {
    let programmes: Vec<AnyView> = sheet.programmes.iter().map(|it| programme(words, it)).collect();
    let title = sheet.title.clone();
    view! {
        <h1>{title}" "{badge(words, sheet.is_demo)}</h1>
        <p class="lead">{sheet.note.clone()}</p>
        {facts(words, sheet)}
        {contents(words, sheet)}
        {how(words)}
        {parameters(words, &sheet.parameters)}
        {incomes(words, &sheet.incomes)}
        {sheet.gate.as_ref().map(|it| gate(words, it))}
        {programmes}
        {absent(words, &sheet.absent)}
        {meanings(words, sheet)}
    }
    .into_any()
}

/// Whether a county stands behind it.
pub fn badge(words: &Words, is_demo: bool) -> AnyView {
    let key = if is_demo { "packs.status.demo" } else { "packs.status.confirmed" };
    view! { <span class="badge">{words.say(key)}</span> }.into_any()
}

fn facts(words: &Words, sheet: &Sheet) -> AnyView {
    let fact = |key: &str, text: AnyView| {
        view! { <div><dt>{words.say(key)}</dt><dd>{text}</dd></div> }.into_any()
    };
    let status = if sheet.is_demo { "packs.demo_long" } else { "packs.confirmed_long" };
    view! {
        <dl class="facts">
            {fact("packs.place", sheet.place.clone().into_any())}
            {fact("packs.valid", sheet.days.clone().into_any())}
            {fact("packs.on", sheet.on.clone().into_any())}
            {fact("packs.status", words.say(status).into_any())}
            {fact("packs.hash", hash(&sheet.hash))}
        </dl>
    }
    .into_any()
}

/// Broken into eights, where a narrow screen may break the line.
fn hash(hash: &str) -> AnyView {
    let parts: Vec<AnyView> = hash
        .as_bytes()
        .chunks(8)
        .map(|it| {
            let part = String::from_utf8_lossy(it).into_owned();
            view! { {part}<wbr/> }.into_any()
        })
        .collect();
    view! { <code class="hash">{parts}</code> }.into_any()
}

fn contents(words: &Words, sheet: &Sheet) -> AnyView {
    let parts = [
        ("pack-how", "packs.how"),
        ("pack-numbers", "packs.numbers"),
        ("pack-incomes", "packs.incomes"),
    ];
    let begin = parts.into_iter().map(|(id, key)| (id.to_owned(), words.say(key)));
    let programmes = sheet.programmes.iter().map(|it| (it.id.clone(), it.name.clone()));
    let end = [("pack-words".to_owned(), words.say("packs.words"))];
    let link = |(id, name): (String, String)| {
        view! { <li><a href=format!("#{id}")>{name}</a></li> }.into_any()
    };
    let all: Vec<AnyView> = begin.chain(programmes).chain(end).map(link).collect();
    view! {
        <nav aria-label=words.say("packs.contents")><ul class="rule-contents">{all}</ul></nav>
    }
    .into_any()
}

fn how(words: &Words) -> AnyView {
    const POINTS: [&str; 5] = [
        "packs.how.order",
        "packs.how.unclear",
        "packs.how.if",
        "packs.how.values",
        "packs.how.words",
    ];
    let points: Vec<AnyView> =
        POINTS.into_iter().map(|it| view! { <li>{words.say(it)}</li> }.into_any()).collect();
    view! {
        <section aria-labelledby="pack-how">
            <h2 id="pack-how">{words.say("packs.how")}</h2>
            <ul class="plain-list">{points}</ul>
        </section>
    }
    .into_any()
}

fn parameters(words: &Words, groups: &[Parameters]) -> AnyView {
    let row = |it: &Row| {
        let leans_on = it.leans_on.as_ref().map(|it| {
            view! { <span class="note">{words.fill("packs.leans_on", &[("what", it)])}</span> }
        });
        view! {
            <tr><th scope="row">{it.name.clone()}{leans_on}</th><td>{it.value.clone()}</td></tr>
        }
        .into_any()
    };
    let group = |it: &Parameters| {
        let rows: Vec<AnyView> = it.rows.iter().map(row).collect();
        let source = words.fill("packs.rests_on", &[("source", &it.source)]);
        view! {
            <tbody>
                <tr><th scope="rowgroup" colspan="2" class="rule-table__source">{source}</th></tr>
                {rows}
            </tbody>
        }
        .into_any()
    };
    let groups: Vec<AnyView> = groups.iter().map(group).collect();
    view! {
        <section aria-labelledby="pack-numbers">
            <h2 id="pack-numbers">{words.say("packs.numbers")}</h2>
            <table class="rule-table">
                <thead><tr>
                    <th scope="col">{words.say("packs.numbers.name")}</th>
                    <th scope="col">{words.say("packs.numbers.value")}</th>
                </tr></thead>
                {groups}
            </table>
        </section>
    }
    .into_any()
}

fn incomes(words: &Words, incomes: &[Income]) -> AnyView {
    let one = |it: &Income| {
        let items = it.items.iter().map(|it| view! { <li>{it.clone()}</li> }.into_any());
        let items: Vec<AnyView> = items.collect();
        view! {
            <div id=format!("w-{}", it.name)>
                <dt>{it.title.clone()}</dt>
                <dd>{words.say("packs.incomes.sum")}<ul class="clause">{items}</ul></dd>
            </div>
        }
        .into_any()
    };
    let all: Vec<AnyView> = incomes.iter().map(one).collect();
    view! {
        <section aria-labelledby="pack-incomes">
            <h2 id="pack-incomes">{words.say("packs.incomes")}</h2>
            <dl class="spelt">{all}</dl>
        </section>
    }
    .into_any()
}

fn gate(words: &Words, gate: &GateTold) -> AnyView {
    let said = |verdict, reason: &String| {
        let verdict_word = verdict_said(words, verdict);
        format!("{} {verdict_word}{}{reason}", shape(verdict), words.get("check.colon"))
    };
    let shut = said(Verdict::Unlikely, &gate.shut);
    let unclear = said(Verdict::Check, &gate.unclear);
    let except = gate.except.join(words.get("check.list_comma"));
    let except = (!except.is_empty())
        .then(|| view! { <li>{words.fill("packs.gate.except", &[("names", &except)])}</li> });
    view! {
        <section aria-labelledby="pack-gate">
            <h2 id="pack-gate">{words.say("packs.gate")}</h2>
            <p>{words.fill("packs.gate.first", &[("what", &gate.open_if.inline(words))])}</p>
            <ul class="plain-list">
                <li>{words.fill("packs.gate.shut", &[("result", &shut)])}</li>
                <li>{words.fill("packs.gate.unclear", &[("result", &unclear)])}</li>
                {except}
            </ul>
        </section>
    }
    .into_any()
}

fn absent(words: &Words, absent: &[[String; 3]]) -> Option<AnyView> {
    if absent.is_empty() {
        return None;
    }
    let colon = words.get("check.colon");
    let one = |[id, name, why]: &[String; 3]| {
        view! { <li id=id.clone()>{format!("{name}{colon}{why}")}</li> }.into_any()
    };
    let all: Vec<AnyView> = absent.iter().map(one).collect();
    Some(
        view! {
            <section aria-labelledby="pack-absent">
                <h2 id="pack-absent">{words.say("packs.absent")}</h2>
                <ul class="plain-list">{all}</ul>
            </section>
        }
        .into_any(),
    )
}

fn meanings(words: &Words, sheet: &Sheet) -> AnyView {
    view! {
        <section aria-labelledby="pack-words">
            <h2 id="pack-words">{words.say("packs.words")}</h2>
            {spelt(words, &sheet.words, "")}
        </section>
    }
    .into_any()
}
