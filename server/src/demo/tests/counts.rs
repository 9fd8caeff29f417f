//! The protected tables of both releases.

use std::collections::{BTreeMap, HashMap, HashSet};

use disclosure::gate::{Auditor, Release};
use disclosure::{CLASSIFICATIONS, Place, Universe, classification};
use store::published::CountTable;

use super::{content, releases};
use crate::demo::{is_root, regions};

const TABLES: [&str; 7] = ["age", "category", "cause", "exit_year", "housing", "status", "water"];

fn table<'a>(counts: &'a [CountTable], code: &str, name: &str) -> &'a CountTable {
    counts.iter().find(|it| it.region_code == code && it.name == name).unwrap()
}

#[test]
fn every_place_has_seven_tables_or_is_counted_with_its_neighbours() {
    let regions = regions().unwrap();
    for content in releases() {
        let mut names: HashMap<&str, Vec<&str>> = HashMap::new();
        for it in &content.counts {
            names.entry(&it.region_code).or_default().push(&it.name);
        }
        let joined: HashSet<&str> = content
            .units
            .iter()
            .flat_map(|it| it.members.iter().skip(1).map(String::as_str))
            .collect();
        for region in &regions {
            let mut own = names.get(region.code.as_str()).cloned().unwrap_or_default();
            own.sort_unstable();
            assert_eq!(own.is_empty(), joined.contains(region.code.as_str()), "{}", region.code);
            assert!(own.is_empty() || own == TABLES, "{}: {own:?}", region.code);
        }
        assert!(joined.len() > 1000, "villages with few households exist: {}", joined.len());
    }
}

#[test]
fn tables_of_households_share_their_total_are_multiples_of_five_and_add_up() {
    let regions = regions().unwrap();
    let parents: HashMap<&str, &str> = regions
        .iter()
        .filter_map(|it| Some((it.code.as_str(), it.parent_code.as_deref()?)))
        .collect();
    for content in releases() {
        let totals: HashMap<(&str, &str), i64> = content
            .counts
            .iter()
            .map(|it| ((it.region_code.as_str(), it.name.as_str()), it.total()))
            .collect();
        let mut below: BTreeMap<(&str, &str), i64> = BTreeMap::new();
        for it in &content.counts {
            let code = it.region_code.as_str();
            assert!(it.cells.values().all(|n| *n >= 0 && n % 5 == 0), "{code} {}", it.name);
            if classification(&it.name).unwrap().universe == Universe::Households {
                assert_eq!(it.total(), totals[&(code, "status")], "{code} {}", it.name);
            }
            if let Some(parent) = parents.get(code) {
                *below.entry((parent, &it.name)).or_default() += it.total();
            }
        }
        assert!(below.iter().all(|(place, sum)| totals[place] == *sum));
    }
}

#[test]
fn the_causes_in_zhangzhou_have_the_printed_shape() {
    let zhangzhou = table(&content().counts, "350600000000", "cause");
    let ten_thousandths = |class: &str| zhangzhou.cells[class] * 10_000 / zhangzhou.total();

    assert!((zhangzhou.total() - 24_000).abs() < 500, "{}", zhangzhou.total());
    assert_eq!((zhangzhou.cells["transport"], zhangzhou.cells["other"]), (0, 0));
    assert!((ten_thousandths("illness") - 4362).abs() < 150, "{}", ten_thousandths("illness"));
    assert!(
        (ten_thousandths("disability") - 1419).abs() < 150,
        "{}",
        ten_thousandths("disability")
    );
}

#[test]
fn small_classes_outlive_the_rounding() {
    let zhangzhou = table(&content().counts, "350600000000", "status");
    let ten_thousandths = zhangzhou.cells["monitored"] * 10_000 / zhangzhou.total();

    assert!((200..=350).contains(&ten_thousandths), "{ten_thousandths}");
}

#[test]
fn a_small_share_of_the_tables_changes_in_three_months_and_no_unit_comes_apart() {
    let [first, second] = releases();
    let before: HashMap<(&str, &str), &CountTable> =
        first.counts.iter().map(|it| ((it.region_code.as_str(), it.name.as_str()), it)).collect();
    let n_other = second
        .counts
        .iter()
        .filter(|it| before.get(&(it.region_code.as_str(), it.name.as_str())) != Some(it))
        .count();
    let part = n_other * 100 / second.counts.len();
    let unit_of: HashMap<&str, &str> = second
        .units
        .iter()
        .flat_map(|it| it.members.iter().map(move |member| (member.as_str(), it.code())))
        .collect();

    assert!((3..35).contains(&part), "{part} % of {}", second.counts.len());
    for unit in &first.units {
        let codes: HashSet<_> = unit.members.iter().map(|it| unit_of[it.as_str()]).collect();
        assert_eq!(codes.len(), 1, "{}", unit.code());
    }
}

#[test]
fn the_gate_finds_nothing_in_both_releases_together() {
    let regions = regions().unwrap();
    let places: Vec<Place<'_>> = regions
        .iter()
        .map(|it| Place {
            code: &it.code,
            parent: it.parent_code.as_deref(),
            is_root: is_root(&it.code),
        })
        .collect();
    let mut auditor = Auditor::new(&CLASSIFICATIONS.iter().collect::<Vec<_>>());
    for content in releases() {
        let release = Release {
            number: content.release.number,
            places: &places,
            units: &content.units,
            tables: &content.counts,
            file: "counts.csv",
        };
        auditor.add_release(&release).unwrap();
    }
    let findings = auditor.findings();

    assert!(findings.is_empty(), "{} findings, first {:?}", findings.len(), findings.first());
}
