//! Dependencies between our crates point one way: frontend → islands → eligibility; app → islands,
//! store and the pure crates; server → app.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::process::Command;

/// What each crate may use of ours.
const ALLOWED: [(&str, &[&str]); 11] = [
    ("eligibility", &[]),
    ("disclosure", &[]),
    ("casework", &[]),
    ("intake", &["casework", "disclosure"]),
    ("opendata", &["casework", "disclosure"]),
    ("store", &["disclosure"]),
    ("islands", &["eligibility"]),
    ("frontend", &["islands"]),
    ("app", &["casework", "disclosure", "eligibility", "islands", "opendata", "store"]),
    ("server", &["app", "casework", "disclosure", "eligibility", "intake", "opendata", "store"]),
    ("xtask", &[]),
];

/// What the pure crates must never pull in.
const IMPURE: [&str; 5] = ["axum", "leptos", "sqlx", "store", "tokio"];

fn dependencies() -> BTreeMap<String, Vec<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let name = |it: &serde_json::Value| it["name"].as_str().unwrap().to_owned();
    let packages = metadata["packages"].as_array().unwrap();
    let normal = |it: &&serde_json::Value| it["kind"].is_null();
    packages
        .iter()
        .map(|it| {
            let used = it["dependencies"].as_array().unwrap().iter().filter(normal);
            (name(it), used.map(name).collect())
        })
        .collect()
}

#[test]
fn arrows_between_our_crates_point_one_way() {
    let dependencies = dependencies();

    assert_eq!(dependencies.len(), ALLOWED.len());
    for (name, allowed) in ALLOWED {
        let ours = dependencies[name].iter().filter(|it| dependencies.contains_key(*it));
        for used in ours {
            assert!(allowed.contains(&used.as_str()), "{name} must not use {used}");
        }
    }
}

#[test]
fn the_pure_crates_know_neither_http_nor_sql_nor_html() {
    let dependencies = dependencies();

    for name in ["eligibility", "disclosure", "casework", "intake", "opendata"] {
        for used in &dependencies[name] {
            assert!(!IMPURE.contains(&used.as_str()), "{name} must not use {used}");
        }
    }
}
