//! The release as a whole: sums, order, the same bytes each time, what every file says.

use sha2::{Digest, Sha256};

use crate::{Written, county};

#[test]
fn the_sums_name_every_file_but_themselves_with_its_sha256() {
    let written = Written::demo();
    let mut named: Vec<&str> = Vec::new();
    for line in written.text("SHA256SUMS").lines() {
        let (sha256, name) = line.split_once("  ").expect("two spaces, as sha256sum writes");
        let digest = Sha256::digest(written.bytes(name));
        let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, sha256, "{name}");
        named.push(name);
    }

    let all: Vec<&str> =
        written.0.keys().map(String::as_str).filter(|it| *it != "SHA256SUMS").collect();
    assert_eq!(named, all);
}

#[test]
fn the_same_release_gives_the_same_bytes() {
    let first = Written::demo();
    // A spreadsheet that held the time of day would differ after a second.
    std::thread::sleep(std::time::Duration::from_millis(2_100));
    let second = Written::demo();

    for (name, bytes) in &first.0 {
        assert!(second.0.get(name) == Some(bytes), "{name}");
    }
    assert_eq!(first.0.len(), second.0.len());
}

#[test]
fn every_file_that_people_open_says_release_day_licence_and_that_it_is_made_up() {
    let written = Written::demo();
    for (name, bytes) in &written.0 {
        if name.ends_with(".csv") {
            let text = String::from_utf8_lossy(bytes);
            let note = text.lines().rev().nth(1).expect("a note");
            for words in ["Release: 3", "2024-12-31", "CC-BY-4.0", "演示数据", "Demo data"] {
                assert!(note.contains(words), "{name}: {note}");
            }
        } else if name.ends_with(".json") && !name.ends_with("oc4ids.json") {
            let json = written.json(name);
            let about = if json["about"].is_object() { &json["about"] } else { &json };
            assert_eq!(about["release"], 3, "{name}");
            assert_eq!(about["as_of"], "2024-12-31", "{name}");
            assert_eq!(about["licence"], "CC-BY-4.0", "{name}");
            assert_eq!(about["is_demo"], true, "{name}");
        }
    }
    let catalog = written.text("catalog.ttl");
    assert!(catalog.contains("Demo data: made up, not real."));
}

#[test]
fn the_release_file_says_who_publishes_it_why_and_what_changed() {
    let release = Written::demo().json("release.json");
    let (content, _) = county::county(60);

    assert_eq!(release["publisher_zh"], content.release.publisher_zh);
    assert_eq!(release["legal_basis_en"], content.release.legal_basis_en);
    assert_eq!(release["changes"][0]["reason_zh"], content.reasons[0].reason_zh);
    assert_eq!(release["changes"][0]["complaint"], "C-7KQ2-M4");
}

#[test]
fn the_catalogue_names_every_file_of_every_place() {
    let written = Written::demo();
    let catalog = written.text("catalog.ttl");
    for (name, bytes) in written.0.iter().filter(|(name, _)| name.contains('/')) {
        let url = format!("<https://example.org/data/releases/3/{name}>");
        assert!(catalog.contains(&format!("dcat:downloadURL {url}")), "{name}");
        let size = format!("dcat:byteSize \"{}\"^^xsd:nonNegativeInteger", bytes.len());
        assert!(catalog.contains(&size), "{name}");
    }
}
