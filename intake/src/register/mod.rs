//! The register of households, one row a member, counted by village while it streams past.
//!
//! Kept in memory: the counts of each village; for each household 16 bytes under a 64-bit hash of
//! its number; for each ID number 4 bytes under a 64-bit hash; a hash of each name of a head. No
//! name, number or other word of a person is kept, and hashes are keyed with a key of this run. Two
//! of a million households have one hash once in 37 million registers.

mod counts;
mod household;
mod name_set;
mod person;

use std::collections::HashMap;

pub use counts::{CLASSIFICATIONS, RegisterCounts, VillageCounts};
use household::Households;
pub use name_set::NameSet;

use crate::{
    Problems, Records, Setting, fields::Fields, header_row::Header, kinds::RowReader,
    problem::ProblemKind,
};

/// The columns that say where.
const PLACE: [&str; 6] = ["region_code", "province", "city", "county", "township", "village"];

/// Reads a register.
pub struct Register<'a> {
    setting: &'a Setting<'a>,
    counts: RegisterCounts,
    households: Households,
    people: HashMap<u64, u32>,
    names: NameSet,
    /// The place of the last row as written, and the code of its village.
    last_place: [String; 6],
    last_code: Option<String>,
}

impl<'a> Register<'a> {
    pub fn new(setting: &'a Setting<'a>) -> Self {
        Self {
            setting,
            counts: RegisterCounts::default(),
            households: Households::default(),
            people: HashMap::new(),
            names: NameSet::new(setting.hash_key),
            last_place: Default::default(),
            last_code: None,
        }
    }

    /// Looks the village up when it is another than that of the row before.
    fn set_village(&mut self, fields: &mut Fields<'_>) {
        let place = PLACE.map(|it| fields.raw(it));
        let is_same = self.last_place.iter().zip(place).all(|(last, it)| last == it);
        // A wrong place is noted in each of its rows.
        if is_same && self.last_code.is_some() {
            return;
        }
        for (last, it) in self.last_place.iter_mut().zip(place) {
            it.clone_into(last);
        }
        let region = fields.place();
        if region.is_some_and(|it| it.level != 5) {
            fields.wrong("village", ProblemKind::Missing);
        }
        self.last_code = region.filter(|it| it.level == 5).map(|it| it.code.clone());
    }
}

impl RowReader for Register<'_> {
    fn row(&mut self, fields: &mut Fields<'_>) {
        self.set_village(fields);
        let code = self.last_code.clone().unwrap_or_default();
        let key = self.setting.hash_key;

        let number = fields.raw("household");
        if number.is_empty() {
            fields.wrong("household", ProblemKind::Missing);
        }
        let hash = name_set::hash(key, "household", number);
        self.households.row(hash, &code, fields, &mut self.counts);

        let village = self.counts.village(&code);
        village.n_people += 1;
        if let Some(age) = person::age(fields, self.setting.as_of) {
            village.add("age", person::age_class(age));
            person::check(fields, age);
        }
        self.note_identity(fields);
        self.note_head(fields);
    }

    fn key(&self) -> &'static str {
        "household"
    }

    fn n_records(&self) -> usize {
        self.households.len()
    }

    fn finish(mut self: Box<Self>, header: &Header, problems: &mut Problems) -> Records {
        self.households.finish(header, problems, &mut self.counts);
        self.counts.villages.remove("");
        Records::Register(self.counts, self.names)
    }
}

impl Register<'_> {
    fn note_identity(&mut self, fields: &mut Fields<'_>) {
        let number = fields.raw("identity");
        if crate::cells::is_blank(number) {
            return;
        }
        // Of a disability card, the ID number in it.
        let number = number.get(..18).unwrap_or(number).to_ascii_uppercase();
        let hash = name_set::hash(self.setting.hash_key, "identity", &number);
        if let Some(first_row) = self.people.get(&hash) {
            let first_row = *first_row;
            fields.wrong("identity", ProblemKind::PersonTwice { first_row });
        } else {
            self.people.insert(hash, fields.row.number);
        }
    }

    fn note_head(&mut self, fields: &Fields<'_>) {
        self.names.add(fields.raw("head_name"));
        let relation = self.setting.headers.vocabulary("relation");
        if relation.code(fields.raw("relation")) == Some("head") {
            self.names.add(fields.raw("member_name"));
        }
    }
}
