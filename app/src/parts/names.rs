//! Names of places, short in Chinese and readable in English.

use store::published::Region;

use crate::site::language::Language;
use crate::site::visit::Visit;

/// Names that English has of its own.
const ENGLISH: [(&str, &str); 10] = [
    ("150000000000", "Inner Mongolia"),
    ("350000000000", "Fujian"),
    ("410000000000", "Henan"),
    ("450000000000", "Guangxi"),
    ("500000000000", "Chongqing"),
    ("150500000000", "Tongliao"),
    ("350600000000", "Zhangzhou"),
    ("410300000000", "Luoyang"),
    ("451400000000", "Chongzuo"),
    ("451481000000", "Pingxiang"),
];

/// Chinese ending and its English word, the longest first. The letters of a place end before it.
const ENDINGS: [(&str, &str); 16] = [
    ("自治县", "Autonomous County"),
    ("街道", "Subdistrict"),
    ("社区", "Community"),
    ("苏木", "Sumu"),
    ("嘎查", "Gacha"),
    ("林场", "Forest Farm"),
    ("农场", "Farm"),
    ("牧场", "Pasture"),
    ("村", "Village"),
    ("镇", "Town"),
    ("乡", "Township"),
    ("旗", "Banner"),
    ("县", "County"),
    ("区", "District"),
    ("市", "City"),
    ("场", "Farm"),
];

/// The name on a page: in English with the characters behind it, since letters alone are ambiguous.
pub fn place(visit: &Visit, region: &Region) -> String {
    match visit.language() {
        Language::Chinese => short(&region.name),
        Language::English => english(region),
    }
}

/// Without the committee that governs it: 莆中村村民委员会 → 莆中村.
pub fn short(name: &str) -> String {
    let name = name
        .strip_suffix("村民委员会")
        .map(|it| with_village(it, "村"))
        .or_else(|| name.strip_suffix("居民委员会").map(str::to_owned))
        .or_else(|| name.strip_suffix("村委会").map(|it| with_village(it, "村")))
        .or_else(|| name.strip_suffix("居委会").map(str::to_owned))
        .filter(|it| !it.is_empty())
        .unwrap_or_else(|| name.to_owned());
    name.strip_suffix("街道办事处").map_or(name.clone(), |it| format!("{it}街道"))
}

fn with_village(name: &str, ending: &str) -> String {
    let has_own = ["村", "嘎查", "社区"].iter().any(|it| name.ends_with(it));
    if has_own { name.to_owned() } else { format!("{name}{ending}") }
}

fn english(region: &Region) -> String {
    if let Some((_, name)) = ENGLISH.into_iter().find(|(code, _)| *code == region.code) {
        return format!("{name} ({})", region.name);
    }
    let short = short(&region.name);
    let stem = capitalised(&region.pinyin);
    match ENDINGS.into_iter().find(|(ending, _)| short.ends_with(ending)) {
        Some((_, word)) => format!("{stem} {word} ({short})"),
        None => format!("{stem} ({short})"),
    }
}

fn capitalised(letters: &str) -> String {
    let mut characters = letters.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committees_are_left_out_of_village_names() {
        for (name, said) in [
            ("莆中村村民委员会", "莆中村"),
            ("后双井子村委会", "后双井子村"),
            ("中街社区居民委员会", "中街社区"),
            ("民主嘎查", "民主嘎查"),
            ("保康街道办事处", "保康街道"),
            ("雄鸡村委会", "雄鸡村"),
        ] {
            assert_eq!(short(name), said);
        }
    }

    #[test]
    fn english_names_say_what_kind_of_place_it_is() {
        let region = |code: &str, name: &str, pinyin: &str| Region {
            code: code.into(),
            parent_code: None,
            level: 5,
            name: name.into(),
            pinyin: pinyin.into(),
        };

        let village = region("350622105209", "莆中村村民委员会", "puzhong");
        assert_eq!(english(&village), "Puzhong Village (莆中村)");
        let county = region("350622000000", "云霄县", "yunxiao");
        assert_eq!(english(&county), "Yunxiao County (云霄县)");
        assert_eq!(english(&region("350600000000", "漳州市", "zhangzhou")), "Zhangzhou (漳州市)");
    }
}
