//! Which record goes to which place: each to one, none to nowhere.

use disclosure::published::ReleaseContent;
use proptest::prelude::*;

use crate::{Written, county, project};

#[test]
fn every_project_payment_and_contract_stands_in_one_place_only() {
    let written = Written::demo();
    let (content, _) = county::county(60);
    let n_rows = |table: &str| -> usize {
        let name = format!("/{table}.csv");
        written.0.keys().filter(|it| it.ends_with(&name)).map(|it| written.csv(it).1.len()).sum()
    };

    assert_eq!(n_rows("projects"), content.projects.len());
    assert_eq!(n_rows("contracts"), content.contracts.len());
    assert_eq!(n_rows("payments"), content.payments.len());
    assert_eq!(n_rows("funds"), content.funds.len());
    assert_eq!(n_rows("notices"), content.notices.len());
    assert_eq!(n_rows("figures"), content.figures.len());
}

#[test]
fn a_county_without_records_has_no_files() {
    assert!(Written::demo().0.keys().all(|it| !it.starts_with("990102000000")));
}

#[test]
fn a_payment_without_its_project_is_not_lost() {
    let (mut content, regions) = county::county(10);
    content.payments[0].project_id = "P-GONE".into();
    let written = Written::of(&content, &regions);

    assert_eq!(written.csv("000000000000/payments.csv").1.len(), 1);
}

#[test]
fn a_village_counted_with_its_neighbour_says_under_which_code() {
    let written = Written::demo();
    let (header, rows) = written.csv(&format!("{}/places.csv", county::COUNTY));
    let at = |id: &str| header.iter().position(|it| it == id).unwrap();

    let together: Vec<&str> = rows
        .iter()
        .filter(|row| row[at("counted_under")] == "990101001001")
        .map(|row| row[at("region_code")].as_str())
        .collect();
    assert_eq!(together, ["990101001001", "990101001002"]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 40, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_a_regions_code_is_its_project_is_in_a_file(code in "[0-9]{12}|[0-9a-z/.]{0,14}") {
        let content = ReleaseContent {
            projects: vec![project::project(0, &code)],
            ..ReleaseContent::default()
        };
        let written = Written::of(&content, &[]);
        let found: Vec<&String> =
            written.0.keys().filter(|it| it.ends_with("/projects.csv")).collect();

        prop_assert_eq!(found.len(), 1);
        let place = found[0].split('/').next().unwrap();
        prop_assert!(place.len() == 12 && place.bytes().all(|it| it.is_ascii_digit()));
    }
}
