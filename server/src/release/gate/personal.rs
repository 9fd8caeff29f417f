//! No number of a person may be published: not in a record, a file, a file's name or what a file says
//! about itself.

use casework::personal_data::{PersonalData, find, find_in_parts};
use serde_json::Value;
use store::published::ReleaseContent;

use super::packed::Text;
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

/// A file by its name and, if it is text, its parts. What is packed, such as an XLSX, is unpacked by
/// the caller.
pub fn check_text(text: &Text) -> Vec<Fault> {
    let Text { name, content, end, part } = text;
    let mut faults = look(&|| format!("the name of {name}"), name);
    let found = find_in_parts(content, end).into_iter();
    faults.extend(found.map(|(n, kind)| fault(format!("{name} {part} {n}"), kind)));
    faults
}

fn look(place: &dyn Fn() -> String, text: &str) -> Vec<Fault> {
    find(text).into_iter().map(|it| fault(place(), it.kind)).collect()
}

fn fault(place: String, kind: PersonalData) -> Fault {
    let what = match kind {
        PersonalData::ResidentId => "an identity number",
        PersonalData::BankCard => "a bank card's number",
        PersonalData::MobilePhone => "a mobile phone's number",
    };
    Fault::new(place, format!("holds what looks like {what}"))
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
        let text = "a,b\r\n1,11010519491231002X\r\n".to_owned();

        let faults = check_text(&Text::of_lines("list-11010519491231002X.csv".to_owned(), text));

        let places: Vec<&str> = faults.iter().map(|it| it.place.as_str()).collect();
        assert_eq!(
            places,
            ["the name of list-11010519491231002X.csv", "list-11010519491231002X.csv line 2"]
        );
    }
}
