//! Columns and tables: each defined once, and everything that is written is in the dictionary.

use std::collections::BTreeSet;

use opendata::dictionary;

use crate::Written;

#[test]
fn every_column_stands_once_in_its_table_and_is_worded_in_both_languages() {
    for table in dictionary() {
        let ids: BTreeSet<&str> = table.columns.iter().map(|column| column.id).collect();

        assert_eq!(ids.len(), table.columns.len(), "{}", table.id);
        for column in &table.columns {
            for words in [column.name, column.about] {
                assert!(!words.zh.is_ascii() && is_english(words.en), "{}", column.id);
            }
        }
        assert!(table.key.iter().all(|it| ids.contains(it)), "{}", table.id);
    }
}

/// English words hold no Chinese characters.
fn is_english(words: &str) -> bool {
    words.chars().all(|it| it.is_ascii() || "’“”–…".contains(it))
}

#[test]
fn every_table_is_there_once_and_what_it_points_to_is_there() {
    let tables = dictionary();
    let ids: BTreeSet<&str> = tables.iter().map(|table| table.id).collect();

    assert_eq!(ids.len(), tables.len());
    for table in &tables {
        if let Some((column, other)) = table.points_to {
            assert!(table.columns.iter().any(|it| it.id == column), "{column}");
            let other = tables.iter().find(|it| it.id == other).expect("a table");
            assert_eq!(other.key, [column]);
        }
    }
}

#[test]
fn columns_with_the_same_id_mean_the_same_kind_of_value() {
    let mut kinds = std::collections::BTreeMap::new();
    for column in dictionary().into_iter().flat_map(|table| table.columns) {
        if column.id != "kind" {
            assert_eq!(
                *kinds.entry(column.id).or_insert(column.kind),
                column.kind,
                "{}",
                column.id
            );
        }
    }
}

#[test]
fn counts_of_households_are_marked_as_protected() {
    let protected: BTreeSet<(&str, &str)> = dictionary()
        .iter()
        .flat_map(|table| table.columns.iter().map(|column| (table.id, *column)))
        .filter(|(_, column)| column.is_protected)
        .map(|(table, column)| (table, column.id))
        .collect();

    let expected = [
        ("counts", "count"),
        ("projects", "benefited_households"),
        ("projects", "planned_households"),
    ];
    assert_eq!(protected, expected.into());
}

#[test]
fn headers_keys_schemas_and_the_dictionary_name_the_same_columns_in_the_same_order() {
    let written = Written::demo();
    let dictionary_file = written.json("dictionary.json");
    for table in dictionary() {
        let ids: Vec<&str> = table.columns.iter().map(|column| column.id).collect();
        let said = dictionary_file["tables"].as_array().unwrap();
        let said = said.iter().find(|it| it["id"] == table.id).expect("in the dictionary");
        let said: Vec<&str> = said["columns"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it["id"].as_str().unwrap())
            .collect();
        assert_eq!(said, ids);

        let name = format!("/{}.csv", table.id);
        let files: Vec<&String> = written.0.keys().filter(|it| it.ends_with(&name)).collect();
        assert!(!files.is_empty(), "the sample has no {}", table.id);
        for file in files {
            assert_eq!(written.csv(file).0, ids);
            let (place, _) = file.split_once('/').unwrap();
            let package = written.json(&format!("{place}/datapackage.json"));
            let resources = package["resources"].as_array().unwrap();
            let resource = resources.iter().find(|it| it["name"] == table.id).expect("packaged");
            let fields = resource["schema"]["fields"].as_array().unwrap();
            let fields: Vec<&str> = fields.iter().map(|it| it["name"].as_str().unwrap()).collect();
            assert_eq!(fields, ids);
            let json = written.text(&file.replace(".csv", ".json"));
            let row = json.split_once("\"rows\":[\n").unwrap().1;
            let places: Vec<usize> =
                ids.iter().map(|id| row.find(&format!("\"{id}\":")).expect("a key")).collect();
            assert!(places.is_sorted(), "{}", table.id);
        }
    }
}
