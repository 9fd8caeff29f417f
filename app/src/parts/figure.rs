//! A published figure: its name, the value as printed, when, from where, and what is doubtful.

use islands::figures::grouped;
use leptos::prelude::*;
use store::published::{Figure, Qualifier, SourceDocument};

use super::{days, report};
use crate::site::visit::Visit;

/// The value with its unit and how exactly it is meant: `1.1 万人以上`.
pub fn value(visit: &Visit, figure: &Figure) -> String {
    let unit = visit.pick(&figure.unit_zh, &figure.unit_en);
    let (number, unit) =
        multiplied(&figure.value, &unit).unwrap_or_else(|| (printed(&figure.value), unit.clone()));
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

/// English has no 万 and 亿: `1.1` of `× 10,000 people` is `11,000` people, the same number.
fn multiplied(value: &str, unit: &str) -> Option<(String, String)> {
    let factors = [("× 10,000 ", 4), ("× 100 million ", 8)];
    let (unit, n_zeros) =
        factors.into_iter().find_map(|(prefix, n)| Some((unit.strip_prefix(prefix)?, n)))?;
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if whole.is_empty() || !is_number(whole) || !is_number(decimals) || decimals.len() > n_zeros {
        return None;
    }
    let digits = format!("{whole}{decimals}{}", "0".repeat(n_zeros - decimals.len()));
    Some((grouped(digits.parse().ok()?), unit.to_owned()))
}

/// Thousands apart in a plain whole number; anything else as the document has it.
fn printed(value: &str) -> String {
    let is_year = value.len() == 4 && (value.starts_with("19") || value.starts_with("20"));
    let (whole, decimals) = value.split_at(value.find('.').unwrap_or(value.len()));
    match whole.parse::<i64>() {
        Ok(number) if !is_year => format!("{}{decimals}", grouped(number)),
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

#[cfg(test)]
mod tests {
    use super::{multiplied, printed};

    #[test]
    fn ten_thousands_are_written_out_in_english() {
        let people = |value| multiplied(value, "× 10,000 people").map(|it| it.0);
        assert_eq!(people("1.1").as_deref(), Some("11,000"));
        assert_eq!(people("48").as_deref(), Some("480,000"));
        assert_eq!(people("1-2"), None);
        let yuan = multiplied("22.41", "× 100 million yuan").unwrap();
        assert_eq!(yuan, ("2,241,000,000".to_owned(), "yuan".to_owned()));
        assert_eq!(multiplied("5", "people"), None);
    }

    #[test]
    fn years_and_ranges_are_shown_as_printed() {
        assert_eq!(printed("2020"), "2020");
        assert_eq!(printed("64904-64908"), "64904-64908");
        assert_eq!(printed("6840.8"), "6,840.8");
        assert_eq!(printed("35341"), "35,341");
    }
}
