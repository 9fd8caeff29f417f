//! Names from the register must not stand in what is published. The register is read again for this,
//! only in memory; a published text is looked at for each name in it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use intake::{Gazetteer, Headers, Kind, NameSet, Records, Setting};
use store::DraftRecord;
use store::published::{RecordKind, Region, ReleaseContent};

use super::Check;
use super::personal::texts;
use crate::command::import::{random_key, read};
use crate::release::fault::Fault;
use crate::release::verify::sha256_of_file;

/// Looks for every name of the registers in every text. Each register that brought counts into the
/// draft must be there.
pub fn check(
    content: &ReleaseContent,
    draft: &[DraftRecord],
    registers: &[PathBuf],
    regions: &[Region],
) -> anyhow::Result<Check> {
    let mut needed: BTreeMap<&str, &str> = draft
        .iter()
        .filter(|it| it.kind == RecordKind::Count)
        .map(|it| (it.file_sha256.as_str(), it.file_name.as_str()))
        .collect();
    let (headers, gazetteer) = (Headers::built_in(), Gazetteer::new(regions.to_vec()));
    let as_of = content.release.as_of.parse()?;
    let mut sets: Vec<NameSet> = Vec::new();
    for path in registers {
        needed.remove(sha256_of_file(path)?.as_str());
        let setting = Setting::new(&headers, &gazetteer, as_of, random_key()?);
        if let (Some((_, Records::Register(_, names))), _) = read(Kind::Register, path, &setting)? {
            sets.push(names);
        }
    }
    let missing = "its names could not be looked for: name the file with --register";
    let mut faults: Vec<Fault> = needed.values().map(|it| Fault::new(*it, missing)).collect();
    let is_name = |it: &str| sets.iter().any(|set| set.contains(it));
    if !sets.is_empty() {
        let whole = serde_json::to_value(content)?;
        for (place, text) in texts(&whole) {
            faults.extend(check_text(&place, text, &is_name));
        }
    }
    Ok(Check::new("names", &[(sets.len(), "registers")], faults))
}

/// Whether a text holds one of the names; `is_name` knows them. A name of two characters is half of
/// many words, so it counts only beside a word that says a person follows.
fn check_text(place: &str, text: &str, is_name: &dyn Fn(&str) -> bool) -> Vec<Fault> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let mut places = BTreeSet::new();
    for length in [4, 3, 2] {
        for start in 0..signs.len().saturating_sub(length - 1) {
            let from = signs[start].0;
            let to = signs.get(start + length).map_or(text.len(), |it| it.0);
            let candidate = &text[from..to];
            let is_han = candidate.chars().all(|it| ('\u{4e00}'..='\u{9fff}').contains(&it));
            if is_han
                && (length > 2 || is_introduced(&text[..from], &text[to..]))
                && is_name(candidate)
            {
                places.insert(from);
            }
        }
    }
    let what = "holds a name from the register";
    places.into_iter().map(|at| Fault::new(format!("{place} at byte {at}"), what)).collect()
}

fn is_introduced(before: &str, after: &str) -> bool {
    const BEFORE: [&str; 9] =
        ["户主", "村民", "农户", "贫困户", "姓名", "姓名:", "姓名：", "低保户", "五保户"];
    const AFTER: [&str; 6] = ["同志", "一家", "家庭", "一户", "等人", "等户"];
    BEFORE.iter().any(|it| before.ends_with(it)) || AFTER.iter().any(|it| after.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> usize {
        check_text("x", text, &|it| ["演示甲乙", "演示一", "安全"].contains(&it)).len()
    }

    #[test]
    fn a_long_name_counts_anywhere_and_a_short_one_only_where_a_person_is_meant() {
        assert_eq!(found("补助发给演示一"), 1);
        assert_eq!(found("饮水安全工程"), 0);
        assert_eq!(found("村民安全"), 1);
        assert_eq!(found("nobody"), 0);
    }
}
