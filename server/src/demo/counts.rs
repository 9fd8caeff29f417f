//! The register's tables as they may be published, for every place.

use std::collections::HashMap;

use anyhow::Context;
use disclosure::{Key, Place, Previous, protect};
use store::published::{CountTable, PublicationUnit};

use super::{
    gazetteer::Gazetteer,
    is_root,
    register::{Moment, register},
};

/// Open to everyone, for the register behind it is made up. A real portal's key is a secret.
const DEMO_KEY: [u8; 32] = *b"yangguang demo key, not a secret";

/// Tables, and the villages that are counted together.
#[derive(Default)]
pub struct Counts {
    pub tables: Vec<CountTable>,
    pub units: Vec<PublicationUnit>,
}

impl Counts {
    /// Those of the earlier release are kept where they can be.
    pub fn of(gazetteer: &Gazetteer<'_>, moment: Moment, earlier: &Self) -> anyhow::Result<Self> {
        let places: Vec<Place<'_>> = gazetteer
            .regions
            .iter()
            .map(|it| Place {
                code: &it.code,
                parent: it.parent_code.as_deref(),
                is_root: is_root(&it.code),
            })
            .collect();
        let previous = Previous { units: &earlier.units, tables: &earlier.tables };
        let register = register(gazetteer, moment);
        let protected = protect(&places, register, &previous, &Key::new(DEMO_KEY))
            .context("protect the demo counts")?;
        Ok(Self { tables: protected.tables().collect(), units: protected.units().to_vec() })
    }

    /// Published households by village; villages that are counted together share theirs.
    pub fn n_households(&self) -> HashMap<String, i64> {
        let mut n_households: HashMap<String, i64> = self
            .tables
            .iter()
            .filter(|it| it.name == "status")
            .map(|it| (it.region_code.clone(), it.total()))
            .collect();
        for unit in &self.units {
            let n_members = i64::try_from(unit.members.len()).expect("a few villages");
            let each = n_households.get(unit.code()).copied().unwrap_or(0) / 5 / n_members * 5;
            n_households.extend(unit.members.iter().map(|it| (it.clone(), each)));
        }
        n_households
    }
}
