//! Finds places by the names that people write.

use std::collections::HashMap;

use disclosure::published::Region;

use crate::cells;

/// The kinds of place that a name may leave out or write another way, the longest first.
const ENDINGS: [&str; 24] = [
    "社区居民委员会",
    "社区居委会",
    "嘎查村民委员会",
    "嘎查村委会",
    "村民委员会",
    "居民委员会",
    "街道办事处",
    "嘎查委员会",
    "嘎查嘎查委员会",
    "村委会",
    "居委会",
    "办事处",
    "社区",
    "街道",
    "苏木",
    "嘎查",
    "林场",
    "镇",
    "乡",
    "村",
    "县",
    "区",
    "旗",
    "市",
];

/// The places that a county's table may name.
pub struct Gazetteer {
    regions: Vec<Region>,
    by_code: HashMap<String, usize>,
    by_name: HashMap<(i64, String), Vec<usize>>,
}

/// A place as a row names it; what is not given is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PlaceNames {
    pub code: String,
    pub city: String,
    pub county: String,
    pub township: String,
    pub village: String,
}

/// Why no one place was found, with the level at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceError {
    Missing,
    NotACode,
    Unknown {
        level: i64,
        nearest: Option<String>,
    },
    Ambiguous {
        level: i64,
        n: usize,
    },
    /// The code's place is not the one that the names say.
    Mismatch {
        name_of_code: String,
    },
}

impl Gazetteer {
    pub fn new(regions: Vec<Region>) -> Self {
        let mut by_name: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, region) in regions.iter().enumerate() {
            by_name.entry((region.level, stem(&region.name).to_owned())).or_default().push(index);
        }
        let by_code = regions.iter().enumerate().map(|(i, it)| (it.code.clone(), i)).collect();
        Self { regions, by_code, by_name }
    }

    pub fn region(&self, code: &str) -> Option<&Region> {
        self.by_code.get(code).map(|it| &self.regions[*it])
    }

    /// The one place that the code or the names say.
    pub fn find(&self, names: &PlaceNames) -> Result<&Region, PlaceError> {
        let by_name = self.by_names(names);
        if names.code.is_empty() {
            return by_name;
        }
        let code = padded(&names.code).ok_or(PlaceError::NotACode)?;
        let region = self.region(&code).ok_or(PlaceError::Unknown { level: 0, nearest: None })?;
        let lowest =
            [&names.village, &names.township, &names.county].into_iter().find(|it| !it.is_empty());
        // A name beside the code must be that of the place or of one above it.
        let is_named = |name: &str| {
            prefixes(&code).filter_map(|it| self.region(&it)).any(|it| stem(&it.name) == stem(name))
        };
        match lowest {
            Some(name) if !is_named(&cells::plain(name)) => {
                Err(PlaceError::Mismatch { name_of_code: region.name.clone() })
            }
            _ => Ok(region),
        }
    }

    /// Each name narrows down the last.
    fn by_names(&self, names: &PlaceNames) -> Result<&Region, PlaceError> {
        let levels =
            [(2, &names.city), (3, &names.county), (4, &names.township), (5, &names.village)];
        let mut found: Option<Vec<usize>> = None;
        let mut lowest = 0;
        for (level, name) in levels.into_iter().filter(|(_, name)| !name.is_empty()) {
            let name = cells::plain(name);
            let within = |index: &usize| {
                found.as_ref().is_none_or(|above| {
                    above.iter().any(|it| self.regions[*index].code.starts_with(self.prefix(*it)))
                })
            };
            let key = (level, stem(&name).to_owned());
            let same_stem = self.by_name.get(&key).into_iter().flatten().copied();
            let all: Vec<usize> = same_stem.filter(within).collect();
            let exact: Vec<usize> =
                all.iter().copied().filter(|it| self.regions[*it].name == name).collect();
            let all = if exact.is_empty() { all } else { exact };
            if all.is_empty() {
                let nearest = self.nearest(level, &name, within);
                return Err(PlaceError::Unknown { level, nearest });
            }
            found = Some(all);
            lowest = level;
        }
        match found.as_deref() {
            Some([index]) => Ok(&self.regions[*index]),
            Some(all) => Err(PlaceError::Ambiguous { level: lowest, n: all.len() }),
            None => Err(PlaceError::Missing),
        }
    }

    /// The digits that the codes of a place's parts begin with.
    fn prefix(&self, index: usize) -> &str {
        let region = &self.regions[index];
        &region.code[..n_digits(region.level).min(region.code.len())]
    }

    /// The name that differs by at most half of its characters, the most alike first.
    fn nearest(&self, level: i64, name: &str, within: impl Fn(&usize) -> bool) -> Option<String> {
        let stem_of_name = stem(name);
        let indices = 0..self.regions.len();
        let candidates = indices.filter(|it| self.regions[*it].level == level && within(it));
        let most = stem_of_name.chars().count() / 2;
        candidates
            .map(|it| (distance(stem_of_name, stem(&self.regions[it].name)), &self.regions[it]))
            .filter(|(distance, _)| *distance <= most)
            .min_by_key(|(distance, region)| (*distance, &region.code))
            .map(|(_, region)| region.name.clone())
    }
}

/// How many digits of a code are a place's own at each level.
fn n_digits(level: i64) -> usize {
    match level {
        1 => 2,
        2 => 4,
        3 => 6,
        4 => 9,
        _ => 12,
    }
}

/// The codes of a place and those above it.
fn prefixes(code: &str) -> impl Iterator<Item = String> + '_ {
    [12, 9, 6, 4, 2].into_iter().map(|it| format!("{:0<12}", &code[..it]))
}

/// A code of 6, 9 or 12 digits, filled up with zeros.
fn padded(code: &str) -> Option<String> {
    let code = cells::plain(code);
    let is_code = matches!(code.len(), 6 | 9 | 12) && code.bytes().all(|it| it.is_ascii_digit());
    is_code.then(|| format!("{code:0<12}"))
}

/// A name without the word for its kind of place; a name of one character keeps it.
fn stem(name: &str) -> &str {
    ENDINGS
        .iter()
        .filter_map(|it| name.strip_suffix(it))
        .find(|it| it.chars().count() >= 2)
        .unwrap_or(name)
}

/// How many characters must be put in, left out or changed.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, character) in one.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, other) in other.iter().enumerate() {
            let change = before + usize::from(character != *other);
            before = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(before + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::examples::regions;

    fn names(county: &str, township: &str, village: &str) -> PlaceNames {
        let [county, township, village] = [county, township, village].map(str::to_owned);
        PlaceNames { county, township, village, ..PlaceNames::default() }
    }

    proptest! {
        #[test]
        fn no_names_make_it_panic(code in "\\PC{0,13}", county in "\\PC{0,5}", village in "\\PC{0,5}") {
            let names = PlaceNames { code, ..names(&county, "", &village) };
            let _ = Gazetteer::new(regions()).find(&names);
        }

        #[test]
        fn every_place_is_found_by_its_code_and_by_its_names(index in 0..9_usize) {
            let gazetteer = Gazetteer::new(regions());
            let region = &gazetteer.regions[index];
            let above = |level| {
                let code = format!("{:0<12}", &region.code[..n_digits(level)]);
                let is_there = level <= region.level;
                if is_there { gazetteer.region(&code).unwrap().name.clone() } else { String::new() }
            };
            let by_name = PlaceNames { city: above(2), ..names(&above(3), &above(4), &above(5)) };
            let by_code = PlaceNames { code: region.code.clone(), ..PlaceNames::default() };

            if region.level >= 2 {
                prop_assert_eq!(gazetteer.find(&by_name), Ok(region));
            }
            prop_assert_eq!(gazetteer.find(&by_code), Ok(region));
        }
    }

    #[test]
    fn a_village_is_found_with_and_without_the_word_for_its_kind() {
        let gazetteer = Gazetteer::new(regions());

        for village in ["演示一村", "演示一", "演示一村委会", "演示一村民委员会"]
        {
            let found = gazetteer.find(&names("演示县", "东乡", village)).unwrap();
            assert_eq!(found.code, "990102001201");
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_nearest() {
        let error =
            Gazetteer::new(regions()).find(&names("演示县", "东乡", "演式一村")).unwrap_err();

        assert_eq!(error, PlaceError::Unknown { level: 5, nearest: Some("演示一村".into()) });
    }

    #[test]
    fn a_name_of_two_villages_needs_its_township() {
        let gazetteer = Gazetteer::new(regions());

        let error = gazetteer.find(&names("", "", "演示一村")).unwrap_err();
        assert_eq!(error, PlaceError::Ambiguous { level: 5, n: 2 });
        assert_eq!(gazetteer.find(&names("", "西镇", "演示一村")).unwrap().code, "990102002201");
    }

    #[test]
    fn a_code_and_a_name_must_be_of_one_place() {
        let gazetteer = Gazetteer::new(regions());
        let code = "990102001201".to_owned();

        let wrong = PlaceNames { code: code.clone(), ..names("", "", "演示二村") };
        let right = PlaceNames { code, ..names("演示县", "东乡", "演示一村") };
        assert!(matches!(gazetteer.find(&wrong), Err(PlaceError::Mismatch { .. })));
        assert!(gazetteer.find(&right).is_ok());
    }
}
