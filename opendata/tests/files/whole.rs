//! The release as a whole: sums, order, the same bytes each time, what every file says.

use std::io::Cursor;

use calamine::{Reader, Xlsx};
use sha2::{Digest, Sha256};

use crate::{Written, county};

#[test]
fn the_sums_name_every_file_but_themselves_with_its_sha256() {
    let written = Written::demo();
    let mut named: Vec<&str> = Vec::new();
    for line in written.text("SHA256SUMS").lines() {
        let (sha256, name) = line.split_once("  ").expect("two spaces, as sha256sum writes");
        let digest = Sha256::digest(written.bytes(name));
        let said: Vec<u8> = (0..64)
            .step_by(2)
            .map(|at| u8::from_str_radix(&sha256[at..at + 2], 16).expect("hexadecimal"))
            .collect();
        assert_eq!(digest.as_slice(), said, "{name}");
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
    let second = Written::demo_anew();

    for (name, bytes) in &first.0 {
        assert!(second.0.get(name) == Some(bytes), "{name}");
    }
    assert_eq!(first.0.len(), second.0.len());
}

#[test]
fn every_table_says_release_day_licence_and_that_it_is_made_up() {
    let written = Written::demo();
    for name in written.names("csv") {
        let note = written.text(name).lines().rev().nth(1).expect("a note");
        for words in ["Release: 3", "2024-12-31", "CC-BY-4.0", "演示数据", "Demo data"] {
            assert!(note.contains(words), "{name}: {note}");
        }
    }
    for name in written.names("xlsx") {
        let bytes = written.bytes(name).to_vec();
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let about = book.worksheet_range("说明 About").expect("its first sheet");
        let said: String = about.used_cells().map(|(.., cell)| cell.to_string()).collect();
        for words in ["Release3", "2024-12-31", "CC-BY-4.0", "演示数据", "Demo data"] {
            assert!(said.contains(words), "{name}: {said}");
        }
    }
}

#[test]
fn every_file_for_programs_says_release_day_licence_and_that_it_is_made_up() {
    let written = Written::demo();
    for name in written.names("json").filter(|it| !it.ends_with("oc4ids.json")) {
        let json = written.json(name);
        let about = if json["about"].is_object() { &json["about"] } else { &json };
        assert_eq!(about["release"], 3, "{name}");
        assert_eq!(about["as_of"], "2024-12-31", "{name}");
        assert_eq!(about["licence"], "CC-BY-4.0", "{name}");
        assert_eq!(about["is_demo"], true, "{name}");
    }
    let oc4ids = written.json(&format!("{}/oc4ids.json", county::COUNTY));
    assert!(oc4ids["publisher"]["name"].as_str().unwrap().contains("演示数据 Demo data"));
    assert!(oc4ids["projects"][0]["updated"].as_str().unwrap().starts_with("2024-12-31"));
    assert!(oc4ids["license"].as_str().unwrap().contains("/by/4.0/"));
    assert!(oc4ids["uri"].as_str().unwrap().contains("/releases/3/"));
    assert!(written.text("catalog.ttl").contains("Demo data: made up, not real."));
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
