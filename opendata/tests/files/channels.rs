//! One protected number, every channel: a count is the same wherever it is written, and nothing else
//! is worked out from it.

use serde_json::Value;

use crate::{Written, county};

#[test]
fn a_projects_households_are_one_number_in_csv_json_xlsx_and_oc4ids() {
    let written = Written::demo();
    let (content, _) = county::county(60);
    let (header, rows) = written.csv(&format!("{}/projects.csv", county::COUNTY));
    let at = |id: &str| header.iter().position(|it| it == id).unwrap();
    let oc4ids = written.json(&format!("{}/oc4ids.json", county::COUNTY));
    let mut n_compared = 0;

    for (row, project) in rows.iter().zip(&content.projects) {
        let n = project.n_beneficiary_households;
        assert_eq!(row[at("planned_households")], n.to_string());
        let Some(there) = find(&oc4ids, &project.id) else { continue };
        let said = |list: &str| {
            let metric = there[list].as_array()?.iter().find(|it| it["id"] == "households")?;
            metric["observations"][0]["measure"].as_i64()
        };
        let words = there["benefits"][0]["beneficiaries"][0]["description"].as_str();
        assert_eq!(said("forecasts"), (n >= 10).then_some(n));
        assert_eq!(said("metrics"), project.details.n_benefited_households.filter(|n| *n >= 10));
        assert_eq!(words.is_some_and(|it| it.contains(&format!("计划{n}户"))), n >= 10);
        n_compared += 1;
    }
    assert!(n_compared > 20);
}

fn find<'a>(oc4ids: &'a Value, id: &str) -> Option<&'a Value> {
    let projects = oc4ids["projects"].as_array()?;
    projects.iter().find(|it| it["id"].as_str().is_some_and(|it| it.ends_with(id)))
}

#[test]
fn households_are_never_called_people() {
    let written = Written::demo();

    for (name, bytes) in &written.0 {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains("numberOfPeople"), "{name}");
    }
}

#[test]
fn every_count_cell_is_as_it_was_published_in_the_county_and_above_it() {
    let written = Written::demo();
    let (content, _) = county::county(60);
    let mut n_cells = 0;
    for name in written.0.keys().filter(|it| it.ends_with("/counts.csv")) {
        let (header, rows) = written.csv(name);
        let at = |id: &str| header.iter().position(|it| it == id).unwrap();
        for row in rows {
            let table = content
                .counts
                .iter()
                .find(|it| it.region_code == row[at("region_code")] && it.name == row[at("table")])
                .expect("published");
            assert_eq!(table.cells[&row[at("class")]].to_string(), row[at("count")]);
            n_cells += 1;
        }
    }
    let published: usize = content.counts.iter().map(|it| it.cells.len()).sum();
    assert!(n_cells >= published);
}

#[test]
fn the_summary_of_a_city_counts_projects_and_money_and_no_households() {
    let written = Written::demo();
    let (header, rows) = written.csv("990100000000/summary.csv");

    assert_eq!(rows.len(), 1);
    assert!(header.iter().all(|it| !it.contains("household")));
    assert_eq!(rows[0][header.iter().position(|it| it == "projects").unwrap()], "60");
}

#[test]
fn loans_are_never_added_to_what_need_not_be_paid_back() {
    let written = Written::demo();
    let (content, _) = county::county(60);
    let (header, rows) = written.csv(&format!("{}/projects.csv", county::COUNTY));
    let at = |id: &str| header.iter().position(|it| it == id).unwrap();

    let fen = |cell: &str| cell.replace('.', "").parse::<i64>().unwrap();
    for (row, project) in rows.iter().zip(&content.projects) {
        let loans: i64 =
            project.money.iter().filter(|it| it.source == "loan").map(|it| it.planned_fen).sum();
        let all: i64 = project.money.iter().map(|it| it.planned_fen).sum();
        assert_eq!(fen(&row[at("planned_loan_yuan")]), loans);
        assert_eq!(fen(&row[at("planned_yuan")]), all - loans);
    }
}
