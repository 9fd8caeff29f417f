//! A published figure: its name, the value as printed, when, from where, and what is doubtful.

use islands::figures::grouped;
use leptos::prelude::*;
use store::published::{Figure, Qualifier, SourceDocument};

use super::{days, report};
use crate::site::visit::Visit;

/// The value with its unit and how exactly it is meant: `1.1 万人以上`.
pub fn value(visit: &Visit, figure: &Figure) -> String {
    let number = printed(&figure.value);
    let unit = visit.pick(&figure.unit_zh, &figure.unit_en);
    let gap = if unit.starts_with('%') { "" } else { " " };
    let joined = format!("{number}{gap}{unit}");
    let key = match figure.qualifier {
        Qualifier::AsPrinted => return joined,
        Qualifier::MoreThan => "figure.more_than",
        Qualifier::AtLeast => "figure.at_least",
        Qualifier::Below => "figure.below",
        Qualifier::About => "figure.about",
        Qualifier::Nearly => "figure.nearly",
    };
    visit.fill(key, &[("value", &joined)])
}

/// Thousands apart in a plain whole number; anything else as the document has it.
fn printed(value: &str) -> String {
    let is_year = value.len() == 4 && (value.starts_with("19") || value.starts_with("20"));
    match value.parse::<i64>() {
        Ok(number) if !is_year => grouped(number),
        _ => value.to_owned(),
    }
}

pub fn name(visit: &Visit, figure: &Figure) -> String {
    visit.pick(&figure.name_zh, &figure.name_en)
}

/// When it is of, or that nobody said.
pub fn period(visit: &Visit, figure: &Figure) -> String {
    visit
        .pick_some(figure.period_zh.as_deref(), figure.period_en.as_deref())
        .unwrap_or_else(|| visit.say("figure.no_period"))
}

/// `闽南日报 2016年9月26日`
pub fn source(visit: &Visit, source: &SourceDocument) -> String {
    let publisher = visit.pick(&source.publisher_zh, &source.publisher_en);
    let day = source.published_on.as_ref().map(|it| days::said_text(visit, it));
    let day = day.unwrap_or_else(|| visit.say("figure.undated"));
    format!("{publisher} {day}")
}

/// One figure in a list.
pub fn item(visit: &Visit, figure: &Figure, sources: &[SourceDocument]) -> AnyView {
    let address = visit.link(&format!("/figures/{}", figure.id));
    let source = sources.iter().find(|it| it.id == figure.source_id).map(|it| source(visit, it));
    let warning = visit.pick_some(figure.warning_zh.as_deref(), figure.warning_en.as_deref());
    let derived = figure.derivation_zh.is_some().then(|| {
        view! { <span class="badge badge--derived">{visit.say("figure.derived")}</span> }
    });
    view! {
        <div class="figure">
            <dt class="figure__name"><a href=address>{name(visit, figure)}</a>" "{derived}</dt>
            <dd class="figure__value">{value(visit, figure)}</dd>
            <dd class="figure__source">
                {period(visit, figure)}" · "{source}" · "
                {report::small_link(visit, "figure", &figure.id, &name(visit, figure))}
            </dd>
            {warning.map(|it| warning_note(visit, it))}
        </div>
    }
    .into_any()
}

fn warning_note(visit: &Visit, text: String) -> AnyView {
    view! {
        <dd class="figure__warning">
            <span class="figure__warning-sign" aria-hidden="true">"▲"</span>
            <span class="visually-hidden">{visit.say("figure.warning")}</span>
            {text}
        </dd>
    }
    .into_any()
}
