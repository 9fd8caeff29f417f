//! Names of places in English sentences.

use store::published::Region;

use super::place_name::settlement;

const KINDS: [(&str, &str); 11] = [
    ("自治县", "County"),
    ("县", "County"),
    ("自治区", "Region"),
    ("区", "District"),
    ("旗", "Banner"),
    ("市", "City"),
    ("街道", "Subdistrict"),
    ("镇", "Town"),
    ("乡", "Township"),
    ("社区", "Community"),
    ("苏木", "Sumu"),
];

/// 云霄县 → Yunxiao County, 莆中村委会 → Puzhong Village.
pub fn english_name(region: &Region) -> String {
    let name = capitalised(&region.pinyin);
    let ending = settlement(&region.name);
    let kind = KINDS.iter().find(|(kind, _)| ending.ends_with(kind) && ending != *kind);
    match kind {
        Some((_, "District")) if region.level == 5 => name,
        Some((_, kind)) => format!("{name} {kind}"),
        None if region.level == 5 => format!("{name} Village"),
        None => name,
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
