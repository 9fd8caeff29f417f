//! Numbers of households or people in free text: they would stand beside the protected tables and
//! take their protection away.

use store::published::ReleaseContent;

use crate::release::fault::Fault;

/// What is counted when one of these follows a number.
const UNITS: [&str; 8] =
    ["户", "人", "家庭", "households", "household", "people", "persons", "families"];

/// Exact counts in the words of a record of a township or village. Counts of a county and above are
/// official totals; a multiple of five cannot be told from a rounded one and passes.
pub fn check(content: &ReleaseContent) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut look = |place: String, region: &str, texts: &[&str]| {
        for text in texts.iter().filter(|_| is_small(region)) {
            for n in counts_in(text) {
                let what = format!("says an exact number of households or people ({n})");
                faults.push(Fault::new(place.clone(), what));
            }
        }
    };
    for it in &content.projects {
        let texts = [&it.name_zh, &it.content_zh, &it.target_zh, &it.benefit_zh];
        let english = [&it.name_en, &it.content_en, &it.target_en, &it.benefit_en];
        let said: Vec<&str> = texts.into_iter().chain(english).map(String::as_str).collect();
        look(format!("project {}", it.id), &it.region_code, &said);
        let deviation: Vec<&str> = [&it.deviation_zh, &it.deviation_en]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        look(format!("project {}", it.id), &it.region_code, &deviation);
    }
    for it in &content.funds {
        let texts = [&it.name_zh, &it.name_en, &it.use_zh, &it.use_en].map(String::as_str);
        look(format!("fund {}", it.id), &it.region_code, &texts);
    }
    for it in &content.notices {
        let texts = [&it.title_zh, &it.title_en, &it.body_zh, &it.body_en].map(String::as_str);
        look(format!("notice {}", it.id), &it.region_code, &texts);
    }
    faults
}

/// Whether the place is a township or a village: a county's code ends in six zeros.
pub fn is_small(region_code: &str) -> bool {
    !region_code.ends_with("000000")
}

/// Numbers before a word for households or people that are no multiple of five.
fn counts_in(text: &str) -> Vec<u64> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|it: char| it.is_ascii_digit()) {
        let from = &rest[start..];
        let end = from
            .find(|it: char| !it.is_ascii_digit() && it != ',' && it != '.')
            .unwrap_or(from.len());
        let (number, after) = from.split_at(end);
        let unit = after.trim_start_matches([' ', '\u{a0}', '多', '余']);
        if UNITS.iter().any(|it| unit.starts_with(it)) && !number.contains('.') {
            let n: Option<u64> = number.replace(',', "").parse().ok();
            found.extend(n.filter(|it| !it.is_multiple_of(5)));
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_counts_are_found_and_other_numbers_are_not() {
        assert_eq!(counts_in("受益37户、128人，修路3.2公里，2026年"), [37, 128]);
        assert_eq!(counts_in("benefits 1,203 households and 12 people"), [1203, 12]);
        assert_eq!(counts_in("约35户，每人3000元，12317"), Vec::<u64>::new());
        assert_eq!(counts_in("用于2026年的3个项目"), Vec::<u64>::new());
    }
}
