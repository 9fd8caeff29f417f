//! The data dictionary: every table and column of the files, from the definitions that write them.

use leptos::prelude::*;
use opendata::{Column, Kind, Table, Words};

use crate::site::visit::Visit;

/// The name of a table, by the name of its files.
pub fn name(visit: &Visit, id: &str) -> String {
    let table = opendata::dictionary().into_iter().find(|it| it.id == id);
    table.map_or_else(|| id.to_owned(), |it| pick(visit, it.name))
}

pub fn section(visit: &Visit) -> AnyView {
    let tables: Vec<AnyView> = opendata::dictionary().iter().map(|it| table(visit, it)).collect();
    view! {
        <section aria-labelledby="dictionary">
            <h2 id="dictionary">{visit.say("open.dictionary")}</h2>
            <p>{visit.say("open.dictionary.1")}</p>
            {tables}
        </section>
    }
    .into_any()
}

fn table(visit: &Visit, table: &Table) -> AnyView {
    let columns: Vec<AnyView> = table.columns.iter().map(|it| column(visit, it)).collect();
    let title = format!("{} ({})", pick(visit, table.name), table.id);
    view! {
        <details class="filters">
            <summary>{title}</summary>
            <p>{pick(visit, table.about)}</p>
            <dl class="dictionary">{columns}</dl>
        </details>
    }
    .into_any()
}

fn column(visit: &Visit, column: &Column) -> AnyView {
    let unit = column.unit.map(|it| format!("{} {}", visit.say("open.unit"), pick(visit, it)));
    let protected = column.is_protected.then(|| visit.say("open.protected"));
    let codes = (!column.codes.is_empty()).then(|| {
        let codes = column.codes.iter().map(|it| format!("{} {}", it.code, pick(visit, it.name)));
        codes.collect::<Vec<_>>().join(visit.language().pick("，", ", "))
    });
    let facts: Vec<String> = [Some(visit.say(kind(column.kind))), unit, protected, codes]
        .into_iter()
        .flatten()
        .collect();
    let facts = facts.join(visit.language().pick("；", "; "));
    view! {
        <dt><code>{column.id}</code>" "{pick(visit, column.name)}</dt>
        <dd>{pick(visit, column.about)}" "<span class="note">{facts}</span></dd>
    }
    .into_any()
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Code => "open.kind.code",
        Kind::Text => "open.kind.text",
        Kind::Day => "open.kind.day",
        Kind::Year => "open.kind.year",
        Kind::Count => "open.kind.count",
        Kind::Yuan => "open.kind.yuan",
        Kind::Decimal => "open.kind.decimal",
        Kind::Url => "open.kind.url",
    }
}

fn pick(visit: &Visit, words: Words) -> String {
    visit.pick(words.zh, words.en)
}
