//! What a place is called when its office is left out: 莆中村委会 is 莆中村, and in letters 莆中.

const OFFICES: [&str; 6] =
    ["居民委员会", "村民委员会", "居委会", "村委会", "嘎查委员会", "街道办事处"];

const COUNTY_KINDS: [&str; 11] = [
    "土家族苗族自治县",
    "苗族土家族自治县",
    "土家族自治县",
    "壮族自治区",
    "回族区",
    "自治区",
    "省",
    "市",
    "县",
    "区",
    "旗",
];

const TOWN_KINDS: [&str; 8] =
    ["土家族乡", "回族乡", "畲族乡", "满族乡", "街道", "苏木", "镇", "乡"];

const VILLAGE_KINDS: [&str; 3] = ["社区", "嘎查", "村"];

/// The place itself, not its office: 清水村村民委员会 → 清水村, 大同村委会 → 大同村.
pub fn settlement(name: &str) -> String {
    for office in OFFICES {
        let Some(place) = name.strip_suffix(office).filter(|it| !it.is_empty()) else {
            continue;
        };
        let ending = if office.starts_with('村') && !place.ends_with('村') {
            "村"
        } else if office.starts_with("嘎查") {
            "嘎查"
        } else {
            ""
        };
        return format!("{place}{ending}");
    }
    name.to_owned()
}

/// The name without the word for its kind, as long as two characters stay: 云霄县 → 云霄, but 嵩县.
pub fn stem(name: &str, level: i64) -> String {
    let name = settlement(name);
    let kinds: &[&str] = match level {
        5 => &VILLAGE_KINDS,
        4 => &TOWN_KINDS,
        _ => &COUNTY_KINDS,
    };
    let is_name_of_kind = ["市辖区", "县"].contains(&name.as_str());
    let stem = kinds
        .iter()
        .filter(|_| !is_name_of_kind)
        .filter_map(|kind| name.strip_suffix(kind))
        .find(|stem| stem.chars().count() >= 2);
    stem.unwrap_or(&name).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_is_not_the_village() {
        assert_eq!(settlement("莆中村委会"), "莆中村");
        assert_eq!(settlement("清水村村民委员会"), "清水村");
        assert_eq!(settlement("朝阳社区居委会"), "朝阳社区");
        assert_eq!(settlement("柏林艾勒嘎查"), "柏林艾勒嘎查");
    }

    #[test]
    fn the_word_for_the_kind_goes_when_a_name_stays() {
        assert_eq!(stem("石柱土家族自治县", 3), "石柱");
        assert_eq!(stem("嵩县", 3), "嵩县");
        assert_eq!(stem("市辖区", 2), "市辖区");
        assert_eq!(stem("火田镇", 4), "火田");
        assert_eq!(stem("莆中村委会", 5), "莆中");
        assert_eq!(stem("石村委会", 5), "石村");
    }
}
