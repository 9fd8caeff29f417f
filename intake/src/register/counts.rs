//! Exact counts of each village.

use std::collections::BTreeMap;

/// Each classification with its classes, in the order of the counts. Households, but `age` people.
pub const CLASSIFICATIONS: [(&str, &[&str]); 7] = [
    ("category", &["general", "dibao", "tekun"]),
    (
        "cause",
        &[
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
    ),
    ("status", &["monitored", "monitored_resolved", "stable"]),
    ("exit_year", &["y2014", "y2015", "y2016", "y2017", "y2018", "y2019", "y2020", "not_exited"]),
    ("age", &["under_16", "from_16_to_59", "from_60_to_79", "from_80"]),
    ("housing", &["safe", "grade_c", "grade_d", "not_graded"]),
    ("water", &["safe", "unsafe", "not_checked"]),
];

/// The classes of a classification.
pub fn classes(id: &str) -> &'static [&'static str] {
    CLASSIFICATIONS.iter().find(|(it, _)| *it == id).map_or(&[], |(_, classes)| classes)
}

/// Exact counts, by the 12-digit code of the village. They must not be published, logged or kept:
/// hence neither `Debug` nor `Serialize`.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct RegisterCounts {
    pub villages: BTreeMap<String, VillageCounts>,
}

impl RegisterCounts {
    pub(super) fn village(&mut self, code: &str) -> &mut VillageCounts {
        // Not `entry`: it would copy the code for each of a million rows.
        if !self.villages.contains_key(code) {
            self.villages.insert(code.to_owned(), VillageCounts::empty());
        }
        self.villages.get_mut(code).expect("it was put in just now")
    }
}

/// The exact counts of one village.
#[derive(Clone, PartialEq, Eq)]
pub struct VillageCounts {
    pub n_households: u32,
    pub n_people: u32,
    /// Classification → count of each class, in the order of [`CLASSIFICATIONS`].
    pub counts: BTreeMap<&'static str, Vec<u32>>,
}

impl VillageCounts {
    fn empty() -> Self {
        let counts = CLASSIFICATIONS.map(|(id, classes)| (id, vec![0; classes.len()]));
        Self { n_households: 0, n_people: 0, counts: BTreeMap::from(counts) }
    }

    pub(super) fn add(&mut self, id: &str, class: usize) {
        if let Some(count) = self.counts.get_mut(id).and_then(|it| it.get_mut(class)) {
            *count += 1;
        }
    }
}
