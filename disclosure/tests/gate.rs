//! The attacker finds nothing in what was protected, and finds what was seeded.

#[expect(dead_code, reason = "exact counts are looked up here by village")]
mod country;

use std::collections::BTreeMap;

use country::{Country, Public, classifications, country};
use disclosure::{
    gate::{Auditor, Cell, Class, Finding, Leak, Origin, Percent, Release},
    published::CountTable,
};
use proptest::prelude::*;

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(100) }
}

fn auditor(country: &Country, releases: &[&Public]) -> Auditor {
    let mut auditor = Auditor::new(&classifications());
    for (number, public) in (1..).zip(releases) {
        let places = country.places();
        let (units, tables) = (&public.units, &public.tables);
        let release = Release { number, places: &places, units, tables, file: "counts.csv" };
        auditor.add_release(&release).expect("the places fit");
    }
    auditor
}

fn cell(place: &str, table: &str, class: &str) -> Cell {
    let class = if class == "total" { Class::Total } else { Class::Of(class.into()) };
    Cell { release: 1, place: place.into(), table: table.into(), class }
}

fn page(line: u64) -> Origin {
    Origin { file: "page.html".into(), line }
}

/// A town with two villages of which everything is in two classes.
fn town(east: [i64; 2], west: [i64; 2]) -> (Country, Public) {
    let places = vec![
        ("t".to_owned(), None),
        ("te".to_owned(), Some("t".to_owned())),
        ("tw".to_owned(), Some("t".to_owned())),
    ];
    let table = |code: &str, [stable, monitored]: [i64; 2]| CountTable {
        region_code: code.into(),
        name: "status".into(),
        cells: BTreeMap::from([
            ("stable".to_owned(), stable),
            ("monitored".to_owned(), monitored),
            ("monitored_resolved".to_owned(), 0),
        ]),
    };
    let sum = [east[0] + west[0], east[1] + west[1]];
    let tables = vec![table("t", sum), table("te", east), table("tw", west)];
    (Country { places, ..Country::default() }, Public { units: vec![], tables })
}

fn narrow(findings: &[Finding]) -> Vec<(&str, i64, i64)> {
    findings
        .iter()
        .filter(|it| it.leak == Leak::TooNarrow)
        .map(|it| (it.cell.place.as_str(), it.low, it.high))
        .collect()
}

#[test]
fn a_clean_town_has_no_findings() {
    let (country, public) = town([15, 5], [20, 0]);

    assert_eq!(auditor(&country, &[&public, &public]).findings(), []);
}

#[test]
fn an_exact_count_beside_the_protected_one_is_found_with_its_line() {
    let (country, public) = town([15, 5], [20, 0]);
    let mut auditor = auditor(&country, &[&public]);
    auditor.add_number(&cell("te", "status", "monitored"), 5, page(3)).unwrap();
    auditor.add_number(&cell("te", "status", "stable"), 13, page(4)).unwrap();

    let findings = auditor.findings();

    assert_eq!(findings.len(), 2, "{findings:?}");
    assert!(findings.iter().all(|it| it.cell == cell("te", "status", "stable")));
    assert_eq!(findings[0].leak, Leak::TooNarrow);
    assert_eq!((findings[0].low, findings[0].high), (13, 13));
    assert_eq!(findings[0].origins[0], page(4));
    assert_eq!(findings[1].leak, Leak::OtherNumber);
}

#[test]
fn an_official_total_at_the_edge_of_its_window_gives_the_villages_away() {
    let (country, public) = town([0, 0], [20, 0]);
    let mut auditor = auditor(&country, &[&public]);
    auditor.add_official(&cell("t", "status", "total"), 16, page(1)).unwrap();

    let findings = auditor.findings();

    let villages: Vec<_> = narrow(&findings).into_iter().filter(|it| it.0 != "t").collect();
    assert!(villages.contains(&("te", 0, 0)), "{findings:?}");
    assert!(villages.contains(&("tw", 16, 16)), "{findings:?}");
    assert!(findings.iter().all(|it| it.origins.contains(&page(1))), "{findings:?}");
}

#[test]
fn an_official_total_that_leaves_room_is_no_finding() {
    let (country, public) = town([15, 5], [20, 10]);
    let mut auditor = auditor(&country, &[&public]);
    auditor.add_official(&cell("t", "status", "total"), 51, page(1)).unwrap();

    assert_eq!(auditor.findings(), []);
}

#[test]
fn a_percentage_of_a_small_base_is_found() {
    let (country, public) = town([15, 0], [20, 10]);
    let mut auditor = auditor(&country, &[&public]);
    let (part, base) = (cell("te", "status", "stable"), cell("te", "status", "total"));
    auditor.add_share(&part, &base, Percent::parse("93.3").unwrap(), page(7)).unwrap();

    let findings = auditor.findings();

    assert!(narrow(&findings).contains(&("te", 14, 14)), "{findings:?}");
    assert!(narrow(&findings).contains(&("te", 15, 15)), "{findings:?}");
    assert!(findings.iter().all(|it| it.origins.contains(&page(7))), "{findings:?}");
}

#[test]
fn a_percentage_of_protected_counts_says_nothing_new() {
    let (country, public) = town([60, 15], [20, 10]);
    let mut auditor = auditor(&country, &[&public]);
    let (part, base) = (cell("te", "status", "stable"), cell("te", "status", "total"));
    auditor.add_share(&part, &base, Percent::parse("80").unwrap(), page(7)).unwrap();

    assert_eq!(auditor.findings(), []);
}

#[test]
fn a_count_rounded_anew_is_found_once_it_is_known_to_be_unchanged() {
    let (country, first) = town([0, 15], [20, 10]);
    let (_, second) = town([5, 10], [20, 10]);
    let mut apart = auditor(&country, &[&first, &second]);
    apart.add_unchanged(&cell("tw", "status", "stable"), 2).unwrap();
    assert_eq!(apart.findings(), []);

    let mut together = auditor(&country, &[&first, &second]);
    together.add_unchanged(&cell("te", "status", "stable"), 2).unwrap();

    assert_eq!(narrow(&together.findings()), [("te", 1, 4), ("te", 1, 4)]);
}

#[test]
fn parts_that_do_not_add_up_are_found() {
    let (country, mut public) = town([15, 5], [20, 0]);
    *public.tables[0].cells.get_mut("stable").unwrap() += 5;

    let findings = auditor(&country, &[&public]).findings();

    let wrong: Vec<&Cell> = findings.iter().map(|it| &it.cell).collect();
    assert_eq!(wrong, [&cell("t", "households", "total"), &cell("t", "status", "stable")]);
    assert!(findings.iter().all(|it| it.leak == Leak::SumDiffers));
}

#[test]
fn what_the_release_does_not_have_is_refused() {
    let (country, public) = town([15, 5], [20, 0]);
    let mut auditor = auditor(&country, &[&public]);

    assert!(auditor.add_number(&cell("x", "status", "stable"), 5, page(1)).is_err());
    assert!(auditor.add_number(&cell("t", "status", "rich"), 5, page(1)).is_err());
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_is_found_in_what_was_protected(country in country(40), key: u8, other: u8) {
        let first = country.public(&Public::default(), key);
        let second = country.public(&first, other);

        prop_assert_eq!(auditor(&country, &[&first, &second]).findings(), []);
    }

    #[test]
    fn nothing_is_found_above_places_that_are_protected_on_their_own(
        mut country in country(40), key: u8,
    ) {
        country.roots =
            country.places.iter().filter(|it| it.0.len() == 2).map(|it| it.0.clone()).collect();
        let public = country.public(&Public::default(), key);

        prop_assert_eq!(auditor(&country, &[&public]).findings(), []);
    }

    #[test]
    fn exact_village_totals_beside_rounded_cells_are_found(country in country(40), key: u8) {
        let public = country.public(&Public::default(), key);
        let mut auditor = auditor(&country, &[&public]);
        let mut n_different = 0;
        for (line, (village, tables)) in (1..).zip(&country.villages) {
            let alone = public.units.iter().all(|unit| !unit.members.contains(village));
            if alone {
                let exact = i64::from(tables[0].iter().sum::<u32>());
                auditor.add_number(&cell(village, "status", "total"), exact, page(line)).unwrap();
                n_different += usize::from(exact % 5 != 0);
            }
        }
        let findings = auditor.findings();

        prop_assert_eq!(
            findings.iter().filter(|it| it.leak == Leak::OtherNumber).count(), n_different
        );
        prop_assert!(narrow(&findings).len() >= n_different);
    }
}
