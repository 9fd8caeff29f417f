//! The protected counts of a place: each table that is published, with its classes in words, a share
//! where the base is large enough, and what rounding means.

use leptos::prelude::*;
use store::published::CountTable;

use crate::parts::change::Since;
use crate::parts::charts::{Bar, Look, bars};
use crate::parts::count_class::{self, AGE, ALL, Classification, STATUS};
use crate::parts::{counts, days};
use crate::site::visit::Visit;

/// A share of fewer would tell how many there are.
const SMALLEST_BASE: i64 = 50;

/// How many are registered, and how they stand.
pub fn households(visit: &Visit, tables: &[CountTable]) -> AnyView {
    let table = tables.iter().find(|it| it.name == STATUS.id).filter(|it| it.total() > 0);
    let Some(table) = table else {
        return view! { <p class="empty">{visit.say("place.no_households")}</p> }.into_any();
    };
    let classes: Vec<AnyView> = in_order(&STATUS, table)
        .into_iter()
        .filter(|(class, _)| *class != ALL)
        .map(|(class, n)| {
            view! {
                <div class="headline__part">
                    <dt>{count_class::word(visit, STATUS.id, class)}</dt>
                    <dd>{counts::households(visit, n)}</dd>
                </div>
            }
            .into_any()
        })
        .collect();
    view! {
        <section class="panel" aria-labelledby="households">
            <h2 id="households">{visit.say("place.households")}" "{counts::demo_badge(visit)}</h2>
            <p class="headline__number">{counts::households(visit, table.total())}</p>
            <dl class="headline">{classes}</dl>
            {counts::window(visit)}
            <p class="note">{as_of(visit)}</p>
        </section>
    }
    .into_any()
}

/// The tables of these classifications that are published here.
pub fn panels(
    visit: &Visit,
    tables: &[CountTable],
    wanted: &[&'static Classification],
) -> Vec<AnyView> {
    wanted
        .iter()
        .filter_map(|it| panel(visit, it, tables.iter().find(|table| table.name == it.id)?))
        .collect()
}

fn panel(
    visit: &Visit,
    classification: &'static Classification,
    table: &CountTable,
) -> Option<AnyView> {
    let largest = table.cells.values().copied().max().filter(|it| *it > 0)?;
    let rows = in_order(classification, table)
        .into_iter()
        .map(|(class, n)| Bar {
            label: count_class::word(visit, classification.id, class),
            percent: n * 100 / largest,
            said: said(visit, classification, n, table.total()),
            look: Look::Plain,
        })
        .collect();
    let id = classification.id;
    let unit = if id == AGE.id { "place.people" } else { "place.households" };
    let headings = [count_class::table(visit, id), visit.say(unit)];
    Some(
        view! {
            <section class="panel" aria-labelledby=id>
                <h2 id=id>{count_class::table(visit, id)}" "{counts::demo_badge(visit)}</h2>
                {bars(visit.say(&format!("table.{id}.caption")), headings, rows)}
                {counts::window(visit)}
                <p class="note">{visit.say("counts.sum")}" "{as_of(visit)}</p>
            </section>
        }
        .into_any(),
    )
}

/// `≈45 户`, with its share where that tells nothing new.
fn said(visit: &Visit, classification: &Classification, n: i64, base: i64) -> String {
    let is_of_people = classification.id == AGE.id;
    let number = if is_of_people { counts::said_people(visit, n) } else { counts::said(visit, n) };
    match share(n, base) {
        Some(percent) => {
            let percent = percent.to_string();
            visit.fill("counts.with_share", &[("number", &number), ("percent", &percent)])
        }
        None => number,
    }
}

/// Whole percent of rounded counts, to the nearest.
fn share(n: i64, base: i64) -> Option<i64> {
    (base >= SMALLEST_BASE).then(|| (n * 200 + base) / (base * 2))
}

/// The classes that are there, in the order of their classification or by size; classes that it does
/// not know come last.
fn in_order<'a>(classification: &Classification, table: &'a CountTable) -> Vec<(&'a str, i64)> {
    let mut cells: Vec<(&str, i64)> =
        table.cells.iter().map(|(class, n)| (class.as_str(), *n)).collect();
    let place = |class: &str| {
        let known = classification.classes.iter().position(|it| *it == class);
        known.unwrap_or(classification.classes.len())
    };
    if classification.is_by_size {
        cells.retain(|it| it.1 > 0);
        cells.sort_by_key(|(class, n)| (-n, place(class), *class));
    } else {
        cells.sort_by_key(|(class, _)| (place(class), *class));
    }
    cells
}

pub fn as_of(visit: &Visit) -> String {
    let day =
        visit.release.as_ref().map_or_else(String::new, |it| days::said_text(visit, &it.as_of));
    visit.fill("place.as_of", &[("day", &day)])
}

/// What changed in the tables since the release before, folded away.
pub fn changed(visit: &Visit, tables: &[(String, Since)], code: &str) -> Option<AnyView> {
    if tables.is_empty() {
        return None;
    }
    let items: Vec<AnyView> = tables
        .iter()
        .map(|(name, since)| {
            view! {
                <h3>{count_class::table(visit, name)}</h3>
                {since.body(visit)}
            }
            .into_any()
        })
        .collect();
    let number = visit.release_number();
    let all = visit.link(&format!("/releases/{number}/changes?place={code}"));
    let heading = visit.fill("difference.since", &[("number", &(number - 1).to_string())]);
    Some(
        view! {
            <section class="change" aria-labelledby="since">
                <h2 class="change__heading" id="since">{heading}</h2>
                <details class="filters">
                    <summary>{visit.fill("difference.tables", &[("n", &tables.len().to_string())])}</summary>
                    {items}
                </details>
                <p><a href=all rel="nofollow">{visit.say("difference.place")}</a></p>
            </section>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::count_class::{CAUSE, WATER};

    fn table(name: &str, cells: &[(&str, i64)]) -> CountTable {
        CountTable {
            region_code: String::new(),
            name: name.to_owned(),
            cells: cells.iter().map(|(class, n)| ((*class).to_owned(), *n)).collect(),
        }
    }

    #[test]
    fn a_share_is_a_whole_percent_of_at_least_fifty() {
        assert_eq!(share(25, 45), None);
        assert_eq!(share(25, 50), Some(50));
        assert_eq!(share(5, 200), Some(3));
        assert_eq!(share(0, 50), Some(0));
    }

    #[test]
    fn causes_stand_by_size_and_the_rest_in_their_own_order() {
        let causes = table("cause", &[("other", 5), ("funds", 0), ("water", 30), ("illness", 5)]);
        let water = table("water", &[("unsafe", 30), ("odd", 5), ("safe", 0)]);

        assert_eq!(in_order(&CAUSE, &causes), [("water", 30), ("illness", 5), ("other", 5)]);
        assert_eq!(in_order(&WATER, &water), [("safe", 0), ("unsafe", 30), ("odd", 5)]);
    }
}
