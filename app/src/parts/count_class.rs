//! The classifications of households and people: their order, and the words of their classes.

use crate::site::visit::Visit;

/// A classification with its classes in the order in which they are shown. The broad ones come last:
/// they stand where the fine ones would tell too much of a small place.
pub struct Classification {
    pub id: &'static str,
    pub classes: &'static [&'static str],
    /// Classes without an order of their own are shown by size.
    pub is_by_size: bool,
}

const fn in_order(id: &'static str, classes: &'static [&'static str]) -> Classification {
    Classification { id, classes, is_by_size: false }
}

pub const STATUS: Classification =
    in_order("status", &["monitored", "monitored_resolved", "stable"]);
pub const CATEGORY: Classification =
    in_order("category", &["general", "dibao", "tekun", "assisted"]);
pub const CAUSE: Classification = Classification {
    id: "cause",
    classes: &[
        "illness",
        "disability",
        "schooling",
        "disaster",
        "funds",
        "labour",
        "skills",
        "land",
        "water",
        "ability",
        "transport",
        "health",
        "family",
        "surroundings",
        "other",
    ],
    is_by_size: true,
};
pub const AGE: Classification =
    in_order("age", &["under_16", "from_16_to_59", "from_60_to_79", "from_80"]);
pub const EXIT_YEAR: Classification = in_order(
    "exit_year",
    &["y2014", "y2015", "y2016", "y2017", "y2018", "y2019", "y2020", "not_exited"],
);
pub const HOUSING: Classification =
    in_order("housing", &["safe", "grade_c", "grade_d", "not_graded"]);
pub const WATER: Classification = in_order("water", &["safe", "unsafe", "not_checked"]);

/// The one class of a table of which only the total is published.
pub const ALL: &str = "all";

/// What a class is called.
pub fn word(visit: &Visit, table: &str, class: &str) -> String {
    match (table, class) {
        (_, ALL) => visit.say("class.all"),
        ("status", class) => visit.say(&format!("status.{class}")),
        ("cause", "health" | "family" | "surroundings") => {
            visit.say(&format!("class.cause.{class}"))
        }
        ("cause", class) => visit.say(&format!("cause.{class}")),
        (table, class) => visit.say(&format!("class.{table}.{class}")),
    }
}

/// What a table is called.
pub fn table(visit: &Visit, id: &str) -> String {
    visit.say(&format!("table.{id}"))
}
