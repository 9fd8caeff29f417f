//! No number of a person may be published: not in a record, a file, a file's name or what a file says
//! about itself.

use casework::personal_data::{PersonalData, find};
use serde_json::Value;
use store::published::ReleaseContent;

use crate::release::fault::Fault;

/// All texts of a release.
pub fn check_records(content: &ReleaseContent) -> anyhow::Result<Vec<Fault>> {
    let mut faults = Vec::new();
    let whole = serde_json::to_value(content)?;
    for (place, text) in texts(&whole) {
        faults.extend(look(&|| place.clone(), text));
    }
    Ok(faults)
}

/// A file by its name and, if it is text, its lines. What is packed, such as an XLSX, is unpacked by
/// the caller.
pub fn check_text(name: &str, text: &str) -> Vec<Fault> {
    let mut faults = look(&|| format!("the name of {name}"), name);
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| may_hold_a_number(line)) {
        faults.extend(look(&|| format!("{name} line {number}"), &without_sums(line)));
    }
    faults
}

/// Without SHA-256 sums: their digits are at random, and some would look like a telephone's.
fn without_sums(line: &str) -> String {
    let is_sum = |it: &&str| it.len() == 64 && it.bytes().all(|it| it.is_ascii_hexdigit());
    let words = line.split(|it: char| !it.is_ascii_alphanumeric());
    words.filter(is_sum).fold(line.to_owned(), |line, sum| line.replace(sum, ""))
}

/// Whether a line has as many digits as a telephone's number, in whatever form. Most have not, and a
/// county's files have millions of lines.
fn may_hold_a_number(line: &str) -> bool {
    const SHORTEST: usize = 11;
    line.len() >= SHORTEST && line.chars().filter(|it| it.is_numeric()).nth(SHORTEST - 1).is_some()
}

fn look(place: &dyn Fn() -> String, text: &str) -> Vec<Fault> {
    let what = |kind| match kind {
        PersonalData::ResidentId => "an identity number",
        PersonalData::BankCard => "a bank card's number",
        PersonalData::MobilePhone => "a mobile phone's number",
    };
    let found = find(text).into_iter();
    found
        .map(|it| Fault::new(place(), format!("holds what looks like {}", what(it.kind))))
        .collect()
}

/// Every text with the way to it; a record is called by its id.
pub fn texts(value: &Value) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((place, value)) = open.pop() {
        match value {
            Value::String(text) => found.push((place, text.as_str())),
            Value::Array(items) => open.extend(items.iter().enumerate().map(|(number, it)| {
                let id = it["id"].as_str().or_else(|| it["region_code"].as_str());
                (format!("{place} {}", id.map_or_else(|| number.to_string(), str::to_owned)), it)
            })),
            Value::Object(fields) => open.extend(fields.iter().map(|(name, it)| {
                (format!("{place}{}{name}", if place.is_empty() { "" } else { "." }), it)
            })),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use store::published::Notice;

    use super::*;

    #[test]
    fn a_number_of_a_person_is_found_with_its_place_and_never_repeated() {
        let notice = Notice {
            id: "n-1".to_owned(),
            region_code: "350681100200".to_owned(),
            kind: "fund".to_owned(),
            title_zh: String::new(),
            title_en: String::new(),
            body_zh: "请打13800001111".to_owned(),
            body_en: String::new(),
            posted_on: "2026-01-01".to_owned(),
            ends_on: "2026-01-11".to_owned(),
            phones: String::new(),
            project_id: None,
        };
        let content = ReleaseContent { notices: vec![notice], ..ReleaseContent::default() };

        let faults = check_records(&content).unwrap();

        assert_eq!(faults.len(), 1);
        let said = faults[0].to_string();
        assert_eq!(said, "notices n-1.body_zh: holds what looks like a mobile phone's number");
    }

    #[test]
    fn a_file_is_looked_at_by_name_and_by_line() {
        let faults = check_text("list-11010519491231002X.csv", "a,b\r\n1,11010519491231002X\r\n");

        let places: Vec<&str> = faults.iter().map(|it| it.place.as_str()).collect();
        assert_eq!(
            places,
            ["the name of list-11010519491231002X.csv", "list-11010519491231002X.csv line 2"]
        );
    }
}
