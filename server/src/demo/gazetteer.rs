//! The places, and the way from a village up to its county.

use std::{collections::HashMap, iter};

use store::published::Region;

use super::{
    area::Area,
    csv::Csv,
    letters::letters,
    place_name::{settlement, stem},
};

pub struct Gazetteer<'a> {
    pub regions: &'a [Region],
    by_code: HashMap<&'a str, &'a Region>,
}

impl<'a> Gazetteer<'a> {
    pub fn of(regions: &'a [Region]) -> Self {
        Self { regions, by_code: regions.iter().map(|it| (it.code.as_str(), it)).collect() }
    }

    pub fn place(&self, code: &str) -> &'a Region {
        self.by_code[code]
    }

    /// The county, district or banner that the village lies in.
    pub fn county(&self, code: &str) -> &'a Region {
        let region = self.place(code);
        iter::once(region)
            .chain(self.above(region))
            .find(|it| it.level == 3)
            .expect("villages and towns lie in a county")
    }

    /// Some places are listed with those they lie in before: 栾川县合峪镇水沟村村民委员会.
    fn own_name(&self, region: &'a Region) -> &'a str {
        let above: Vec<&str> = self.above(region).map(|it| it.name.as_str()).collect();
        let name = above
            .iter()
            .rev()
            .fold(region.name.as_str(), |name, above| name.strip_prefix(above).unwrap_or(name));
        // 城关镇居委会 lies in 城关镇: what is left must still be a name.
        if settlement(name).chars().count() > 2 { name } else { &region.name }
    }

    /// The places that it lies in, the nearest first.
    fn above(&self, region: &'a Region) -> impl Iterator<Item = &'a Region> {
        let parent = |it: &&'a Region| it.parent_code.as_deref().map(|code| self.place(code));
        iter::successors(parent(&region), parent)
    }

    /// The villages and communities of one of the five areas.
    pub fn villages(&self, area: &Area) -> impl Iterator<Item = &'a Region> {
        let province = area.province;
        self.regions.iter().filter(move |it| it.level == 5 && it.code.starts_with(province))
    }
}

/// Villages proper have 200 to 399 at the end of their code, communities of a town less.
pub fn is_rural(village: &Region) -> bool {
    village.code.get(9..10).is_some_and(|digit| digit == "2" || digit == "3")
}

pub fn read_regions(text: &str) -> anyhow::Result<Vec<Region>> {
    let mut regions = Csv::read(text)?.parse(|row| {
        Ok(Region {
            code: row.words("code")?,
            parent_code: row.optional("parent")?,
            level: row.number("level")?.into(),
            name: row.words("name_zh")?,
            pinyin: String::new(),
        })
    })?;
    let pinyin: Vec<String> = {
        let gazetteer = Gazetteer::of(&regions);
        regions.iter().map(|it| letters(&stem(gazetteer.own_name(it), it.level))).collect()
    };
    for (region, pinyin) in regions.iter_mut().zip(pinyin) {
        region.pinyin = pinyin;
    }
    Ok(regions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_village_listed_with_its_county_and_town_is_known_by_its_own_name() {
        let regions = read_regions(
            "code,parent,level,name_zh\n\
             410324000000,,3,栾川县\n\
             410324102000,410324000000,4,合峪镇\n\
             410324102212,410324102000,5,栾川县合峪镇水沟村村民委员会\n",
        )
        .unwrap();

        assert_eq!(regions[2].pinyin, "shuigou");
    }
}
