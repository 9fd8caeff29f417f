//! Least shares of money, by year.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{About, Check, Finding, Kind, Material};
use crate::published::FundLine;

const FLOORS: &str = include_str!("../../../data/disclosure/floors.toml");

/// The least shares that places have bound themselves to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floors {
    floor: Vec<Floor>,
}

/// One least share.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Floor {
    pub id: String,
    /// Twelve digits.
    pub place: String,
    /// The printed figure that says so.
    pub figure: String,
    pub percent: i64,
    pub part_sources: Vec<String>,
    /// How the codes of the places begin whose money counts as the part; none: all.
    #[serde(default)]
    pub part_places: Vec<String>,
    pub whole_sources: Vec<String>,
    /// The first year.
    pub since: i64,
}

impl Floors {
    /// Those that this build carries, `data/disclosure/floors.toml`.
    ///
    /// # Panics
    /// Never: a test reads the file.
    #[must_use]
    pub fn built_in() -> Self {
        toml::from_str(FLOORS).expect("a test reads the floors that are built in")
    }

    /// Reads a file of floors.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }
}

pub(super) fn check(material: &Material, floors: &Floors, findings: &mut Vec<Finding>) {
    for floor in &floors.floor {
        // Of part of a place no share of the whole place can be worked out: its figure lies
        // outside then.
        let Some(figure) = material.figures.iter().find(|it| it.id == floor.figure) else {
            continue;
        };
        for (year, (part_fen, whole_fen)) in by_year(floor, &material.funds) {
            if part_fen * 100 < whole_fen * floor.percent {
                findings.push(Finding {
                    kind: Kind::Floor,
                    check: Check::Floor {
                        floor: floor.id.clone(),
                        percent: floor.percent,
                        year,
                        part_fen,
                        whole_fen,
                        least_fen: (whole_fen * floor.percent + 99) / 100,
                    },
                    about: vec![About::figure(figure)],
                });
            }
        }
    }
}

fn by_year(floor: &Floor, funds: &[FundLine]) -> BTreeMap<i64, (i64, i64)> {
    let place = floor.place.trim_end_matches('0');
    let mut years = BTreeMap::<i64, (i64, i64)>::new();
    let own = funds.iter().filter(|it| it.year >= floor.since && it.region_code.starts_with(place));
    for line in own {
        let (part, whole) = years.entry(line.year).or_default();
        let is_place = floor.part_places.is_empty()
            || floor.part_places.iter().any(|it| line.region_code.starts_with(it));
        if is_place && floor.part_sources.contains(&line.source) {
            *part += line.amount_fen;
        }
        if floor.whole_sources.contains(&line.source) {
            *whole += line.amount_fen;
        }
    }
    years
}
