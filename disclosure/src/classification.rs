//! How the registered households and people are classed: the tables that may be published.

/// What a table counts. All tables of one universe share one protected total at each place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Universe {
    /// Registered households.
    Households,
    /// People in registered households.
    People,
}

impl Universe {
    /// As it is written in keyed messages and findings.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Households => "households",
            Self::People => "people",
        }
    }
}

/// Classes shown as one where each by itself would say too much of a small place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broad {
    pub id: &'static str,
    /// Ids of classes. Every class of the classification is in exactly one broad class.
    pub classes: &'static [&'static str],
    /// Whether the broad class tells as much of a household as its classes do.
    pub is_sensitive: bool,
}

/// One flat classification. Ids are written into published tables and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classification {
    pub id: &'static str,
    pub universe: Universe,
    /// In the order of publication. Every unit of the universe is in exactly one class.
    pub classes: &'static [&'static str],
    /// The classes that must not be learnt of nearly all of a small place ([`crate::group`]).
    pub sensitive: &'static [&'static str],
    /// Empty where no class is sensitive.
    pub broad: &'static [Broad],
}

/// The one class of a table of which only the total is published.
pub const ALL: &str = "all";

/// Every classification of the register.
pub static CLASSIFICATIONS: [Classification; 7] =
    [CATEGORY, CAUSE, STATUS, EXIT_YEAR, AGE, HOUSING, WATER];

/// The classification with the id.
///
/// ```
/// use disclosure::{Universe, classification};
///
/// assert_eq!(classification("age").unwrap().universe, Universe::People);
/// assert!(classification("name").is_none());
/// ```
#[must_use]
pub fn classification(id: &str) -> Option<&'static Classification> {
    CLASSIFICATIONS.iter().find(|it| it.id == id)
}

impl Classification {
    /// The place of a class in [`Self::classes`].
    #[must_use]
    pub fn class(&self, id: &str) -> Option<usize> {
        self.classes.iter().position(|it| *it == id)
    }

    /// The ids of its classes that are in the broad one, by their place in [`Self::classes`].
    pub(crate) fn members(&self, broad: &Broad) -> Vec<usize> {
        broad.classes.iter().filter_map(|id| self.class(id)).collect()
    }
}

const fn open(
    id: &'static str,
    universe: Universe,
    classes: &'static [&'static str],
) -> Classification {
    Classification { id, universe, classes, sensitive: &[], broad: &[] }
}

/// Whether the household draws the living allowance (低保) or the support of the helpless (特困).
const CATEGORY: Classification = Classification {
    id: "category",
    universe: Universe::Households,
    classes: &["general", "dibao", "tekun"],
    sensitive: &["dibao", "tekun"],
    broad: &[
        Broad { id: "general", classes: &["general"], is_sensitive: false },
        Broad { id: "assisted", classes: &["dibao", "tekun"], is_sensitive: true },
    ],
};

/// The main cause of poverty (主要致贫原因).
const CAUSE: Classification = Classification {
    id: "cause",
    universe: Universe::Households,
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
        "other",
    ],
    sensitive: &[
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
    ],
    broad: &[
        Broad { id: "health", classes: &["illness", "disability"], is_sensitive: true },
        Broad {
            id: "family",
            classes: &["schooling", "labour", "skills", "ability"],
            is_sensitive: false,
        },
        Broad {
            id: "surroundings",
            classes: &["disaster", "funds", "land", "water", "transport"],
            is_sensitive: false,
        },
        Broad { id: "other", classes: &["other"], is_sensitive: false },
    ],
};

/// Watched against falling back, watched and safe again, lastingly out of poverty.
const STATUS: Classification =
    open("status", Universe::Households, &["monitored", "monitored_resolved", "stable"]);

/// The year in which the household left poverty.
const EXIT_YEAR: Classification = open(
    "exit_year",
    Universe::Households,
    &["y2014", "y2015", "y2016", "y2017", "y2018", "y2019", "y2020", "not_exited"],
);

/// Whole years of age on the as-of day.
const AGE: Classification =
    open("age", Universe::People, &["under_16", "from_16_to_59", "from_60_to_79", "from_80"]);

/// The grade of the dwelling: safe (A and B), to be repaired (C), to be rebuilt (D).
const HOUSING: Classification =
    open("housing", Universe::Households, &["safe", "grade_c", "grade_d", "not_graded"]);

/// Whether the drinking water is safe.
const WATER: Classification =
    open("water", Universe::Households, &["safe", "unsafe", "not_checked"]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_of_a_sensitive_classification_is_in_one_broad_class() {
        for it in CLASSIFICATIONS.iter().filter(|it| !it.sensitive.is_empty()) {
            let mut grouped: Vec<_> = it.broad.iter().flat_map(|it| it.classes).collect();
            let mut classes: Vec<_> = it.classes.iter().collect();
            grouped.sort();
            classes.sort();

            assert_eq!(grouped, classes, "{}", it.id);
        }
    }

    #[test]
    fn no_broad_class_has_the_id_of_a_class_that_it_does_not_hold() {
        for it in &CLASSIFICATIONS {
            for broad in it.broad {
                assert!(
                    it.class(broad.id).is_none() || broad.classes == [broad.id],
                    "{}",
                    broad.id
                );
            }
        }
    }
}
