//! Projects by OC4IDS; the schema itself is checked by `validators/`.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::{Written, county};

fn package() -> Value {
    Written::demo().json(&format!("{}/oc4ids.json", county::COUNTY))
}

#[test]
fn only_what_is_built_is_in_it() {
    let (content, _) = county::county(60);
    let built = |kind: &str| ["infrastructure", "housing", "relocation"].contains(&kind);

    let n_built = content.projects.iter().filter(|it| built(&it.kind)).count();

    assert!(n_built < content.projects.len());
    assert_eq!(package()["projects"].as_array().unwrap().len(), n_built);
}

#[test]
fn nothing_in_it_is_empty() {
    fn check(value: &Value, path: &str) {
        match value {
            Value::Null => panic!("{path} is null"),
            Value::String(it) => assert!(!it.trim().is_empty(), "{path}"),
            Value::Array(it) => {
                assert!(!it.is_empty(), "{path}");
                for item in it {
                    check(item, path);
                }
            }
            Value::Object(it) => {
                assert!(!it.is_empty(), "{path}");
                for (key, item) in it {
                    check(item, &format!("{path}/{key}"));
                }
            }
            Value::Bool(_) | Value::Number(_) => {}
        }
    }
    check(&package(), "");
}

#[test]
fn whoever_is_referred_to_is_a_party_and_no_household_is() {
    let package = package();
    for project in package["projects"].as_array().unwrap() {
        let parties = project["parties"].as_array().unwrap();
        let ids: BTreeSet<&str> = parties.iter().map(|it| it["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), parties.len());
        for name in parties.iter().map(|it| it["name"].as_str().unwrap()) {
            assert!(!name.contains("农户") || name == "农户（合在一起，不写名字）", "{name}");
        }
        references(project, &mut |id| assert!(ids.contains(id), "{id}"));
    }
}

fn references(value: &Value, see: &mut impl FnMut(&str)) {
    const KEYS: [&str; 5] = ["publicAuthority", "sourceParty", "payer", "payee", "procuringEntity"];
    match value {
        Value::Object(it) => {
            for (key, item) in it {
                if KEYS.contains(&key.as_str()) {
                    see(item["id"].as_str().expect("an id"));
                }
                references(item, see);
            }
        }
        Value::Array(it) => {
            for item in it {
                references(item, see);
            }
        }
        _ => {}
    }
}

#[test]
fn every_payment_stands_once_with_its_contract_or_with_its_project() {
    let (content, _) = county::county(60);
    let package = package();
    let mut seen = BTreeSet::new();
    for project in package["projects"].as_array().unwrap() {
        let empty = Vec::new();
        let list = |value: &Value| value.as_array().unwrap_or(&empty).clone();
        let mut all = list(&project["transactions"]);
        for process in list(&project["contractingProcesses"]) {
            all.extend(list(&process["summary"]["transactions"]));
        }
        for it in all {
            assert!(seen.insert(it["id"].as_str().unwrap().to_owned()), "{}", it["id"]);
        }
    }

    let built: BTreeSet<&str> = content
        .projects
        .iter()
        .filter(|it| ["infrastructure", "housing", "relocation"].contains(&it.kind.as_str()))
        .map(|it| it.id.as_str())
        .collect();
    let expected =
        content.payments.iter().filter(|it| built.contains(it.project_id.as_str())).count();
    assert_eq!(seen.len(), expected);
}

#[test]
fn ids_begin_with_the_registered_prefix_and_the_county() {
    for project in package()["projects"].as_array().unwrap() {
        assert!(project["id"].as_str().unwrap().starts_with("oc4ids-abc123-990101-P-"));
    }
}

#[test]
fn a_changed_contract_says_what_it_came_to_before() {
    let (content, _) = county::county(60);
    let package = package();
    let summaries = package["projects"].as_array().unwrap().iter().flat_map(|project| {
        project["contractingProcesses"].as_array().into_iter().flatten().map(|it| &it["summary"])
    });
    let mut n_changes = 0;
    for summary in summaries {
        let id = summary["externalReference"].as_str().unwrap();
        let contract = content.contracts.iter().find(|it| it.id == id).unwrap();
        let mut fen = contract.amount_fen;
        for (change, said) in contract
            .modifications
            .iter()
            .zip(summary["modifications"].as_array().into_iter().flatten())
        {
            let old = &said["oldContractValue"]["amount"];
            let yuan = format!("{}.{:02}", fen / 100, fen % 100);
            assert_eq!(old.is_null(), change.amount_fen == fen);
            assert!(old.is_null() || old.as_f64() == yuan.parse().ok(), "{old} {yuan}");
            fen = change.amount_fen;
            n_changes += 1;
        }
    }
    assert!(n_changes > 10);
}
