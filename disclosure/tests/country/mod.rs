//! A made-up country for property tests: a tree of places and the exact counts of its villages.

use std::collections::BTreeMap;

use disclosure::{
    CLASSIFICATIONS, Classification, Key, Place, Previous, Problems, Protected, Register, Universe,
    protect,
    published::{CountTable, PublicationUnit},
};
use proptest::{collection::vec, prelude::*};

/// Code → the place it lies in.
pub type Places = Vec<(String, Option<String>)>;

#[derive(Clone, Debug, Default)]
pub struct Country {
    pub places: Places,
    /// By village: for each classification the exact counts by class.
    pub villages: Vec<(String, Vec<Vec<u32>>)>,
    /// The places protected on their own; none for the tops.
    pub roots: Vec<String>,
}

pub const TABLES: [&str; 4] = ["status", "cause", "exit_year", "age"];

pub fn classifications() -> Vec<&'static Classification> {
    CLASSIFICATIONS.iter().filter(|it| TABLES.contains(&it.id)).collect()
}

/// A released protection: what is public of it, and nothing else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Public {
    pub units: Vec<PublicationUnit>,
    pub tables: Vec<CountTable>,
}

impl Public {
    pub fn of(protected: &Protected) -> Self {
        Self { units: protected.units().to_vec(), tables: protected.tables().collect() }
    }

    pub fn previous(&self) -> Previous<'_> {
        Previous { units: &self.units, tables: &self.tables }
    }

    pub fn table(&self, code: &str, name: &str) -> Option<&CountTable> {
        self.tables.iter().find(|it| it.region_code == code && it.name == name)
    }
}

impl Country {
    pub fn places(&self) -> Vec<Place<'_>> {
        self.places
            .iter()
            .map(|(code, parent)| Place {
                code,
                parent: parent.as_deref(),
                is_root: self.roots.contains(code),
            })
            .collect()
    }

    pub fn register(&self) -> Register {
        let mut register = Register::new(&classifications());
        for (code, tables) in &self.villages {
            let village = register.village(code);
            for (at, counts) in tables.iter().enumerate() {
                register.counts_mut(village, at).copy_from_slice(counts);
            }
        }
        register
    }

    pub fn protect(&self, previous: &Public, key: u8) -> Result<Protected, Problems> {
        protect(&self.places(), self.register(), &previous.previous(), &Key::new([key; 32]))
    }

    pub fn public(&self, previous: &Public, key: u8) -> Public {
        Public::of(&self.protect(previous, key).expect("the made-up country fits together"))
    }

    /// The places directly in one, that have tables.
    pub fn parts<'a>(&'a self, code: &'a str, public: &Public) -> Vec<&'a str> {
        let joined: Vec<&str> = public
            .units
            .iter()
            .flat_map(|unit| unit.members.iter().skip(1).map(String::as_str))
            .collect();
        self.places
            .iter()
            .filter(|(part, parent)| {
                parent.as_deref() == Some(code) && !joined.contains(&part.as_str())
            })
            .map(|(part, _)| part.as_str())
            .collect()
    }

    /// The exact counts of every place and classification, villages of a unit under its first.
    pub fn exact(&self, units: &[PublicationUnit]) -> BTreeMap<(String, usize), Vec<u32>> {
        let mut exact: BTreeMap<(String, usize), Vec<u32>> = BTreeMap::new();
        for (village, tables) in &self.villages {
            let unit = units.iter().find(|unit| unit.members.contains(village));
            let shown = unit.map_or(village.as_str(), PublicationUnit::code).to_owned();
            let mut next = Some(shown);
            while let Some(code) = next {
                for (at, counts) in tables.iter().enumerate() {
                    let sum =
                        exact.entry((code.clone(), at)).or_insert_with(|| vec![0; counts.len()]);
                    sum.iter_mut().zip(counts).for_each(|(sum, n)| *sum += n);
                }
                next = self.places.iter().find(|it| it.0 == code).and_then(|it| it.1.clone());
            }
        }
        exact
    }
}

/// Shares `total` out among classes, by weights.
fn classed(total: u32, weights: &[u32]) -> Vec<u32> {
    let sum: u32 = weights.iter().sum();
    let mut counts: Vec<u32> =
        weights.iter().map(|weight| (total * weight).checked_div(sum).unwrap_or(0)).collect();
    counts[0] += total - counts.iter().sum::<u32>();
    counts
}

/// A village with at most so many households, most classes often empty.
fn village(most: u32) -> impl Strategy<Value = Vec<Vec<u32>>> {
    let weights = |n| vec(prop_oneof![Just(0), 0_u32..20], n);
    let tables: Vec<_> = classifications().iter().map(|it| weights(it.classes.len())).collect();
    (0..=most, tables).prop_map(|(households, weights)| {
        let tables = classifications().into_iter().zip(&weights);
        tables
            .map(|(it, weights)| {
                let n_each = if it.universe == Universe::People { 3 } else { 1 };
                classed(households * n_each, weights)
            })
            .collect()
    })
}

/// Counties of townships of villages.
pub fn country(most_households: u32) -> impl Strategy<Value = Country> {
    vec(vec(vec(village(most_households), 0..7), 0..4), 0..4).prop_map(|counties| {
        let mut country = Country { places: vec![("p".into(), None)], ..Country::default() };
        for (county, towns) in counties.into_iter().enumerate() {
            country.places.push((format!("p{county}"), Some("p".into())));
            for (town, villages) in towns.into_iter().enumerate() {
                let code = format!("p{county}{town}");
                country.places.push((code.clone(), Some(format!("p{county}"))));
                for (village, tables) in villages.into_iter().enumerate() {
                    country.places.push((format!("{code}{village}"), Some(code.clone())));
                    country.villages.push((format!("{code}{village}"), tables));
                }
            }
        }
        // A place without villages is one itself.
        country
    })
}
