//! A made-up register of households, in memory only, as it was on the day of each release: nearly all
//! households are the same on both.

use disclosure::{Classification, Register, classification};
use store::published::Region;

use super::{
    area::{AREAS, Area},
    chance::Chance,
    gazetteer,
    gazetteer::Gazetteer,
};

/// The classifications in the order that a household is drawn in; the people's ages come last.
const TABLES: [&str; 7] = ["category", "cause", "status", "exit_year", "housing", "water", "age"];
const STATUS: usize = 2;
const HOUSING: usize = 4;
const WATER: usize = 5;
const AGE: usize = 6;

/// Of a thousand households: general, drawing the living allowance, supported as helpless.
const CATEGORIES: [u32; 3] = [640, 310, 50];
/// Watched, watched and safe again, lastingly out of poverty.
const STATUSES: [u32; 3] = [28, 32, 940];
/// From 2014 to 2020, and those who were taken in later.
const EXIT_YEARS: [u32; 8] = [40, 90, 150, 180, 210, 200, 100, 30];
/// Safe, to be repaired, to be rebuilt, not graded.
const HOUSING_GRADES: [u32; 4] = [948, 20, 5, 27];
/// Safe, unsafe, not checked.
const WATERS: [u32; 3] = [976, 9, 15];
/// Of a hundred people: under 16, to 59, to 79, from 80.
const AGES: [u32; 4] = [17, 56, 23, 4];
/// Of a hundred households: one person, two, and so on to six.
const SIZES: [u32; 6] = [14, 22, 24, 21, 13, 6];

/// The day of the first release, or of the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    First,
    Second,
}

/// A class of each classification, and people by age.
struct Household {
    classes: [usize; AGE],
    people: [u32; 4],
    is_there: bool,
}

/// The exact counts of all villages. They must not leave the demo unprotected.
pub fn register(gazetteer: &Gazetteer<'_>, moment: Moment) -> Register {
    let tables: Vec<&'static Classification> = TABLES
        .iter()
        .map(|id| classification(id).expect("one of the register's classifications"))
        .collect();
    let mut register = Register::new(&tables);
    for area in &AREAS {
        for (region, n_households, mut chance) in villages(gazetteer, area) {
            let village = register.village(&region.code);
            for _ in 0..n_households {
                let household = Household::drawn(area, moment, &mut chance);
                if !household.is_there {
                    continue;
                }
                for (table, class) in household.classes.into_iter().enumerate() {
                    register.counts_mut(village, table)[class] += 1;
                }
                let ages = register.counts_mut(village, AGE);
                ages.iter_mut().zip(household.people).for_each(|(sum, n)| *sum += n);
            }
        }
    }
    register
}

/// The villages of an area, with how many households each has on either day.
fn villages<'a>(gazetteer: &Gazetteer<'a>, area: &Area) -> Vec<(&'a Region, u64, Chance)> {
    let mut weighed: Vec<(&Region, u64, Chance)> = gazetteer
        .villages(area)
        .map(|region| {
            let mut chance = Chance::of(&format!("register {}", region.code));
            let weight = weight(area, region, &mut chance);
            (region, weight, chance)
        })
        .collect();
    let sum: u64 = weighed.iter().map(|(_, weight, _)| weight).sum();
    for (region, weight, chance) in &mut weighed {
        let thousandths = u64::from(area.n_households) * *weight * 1000 / sum;
        let part = u32::try_from(thousandths % 1000).expect("less than a thousand");
        let n_households = thousandths / 1000 + u64::from(chance.below(1000) < part);
        *weight = n_households.max(u64::from(gazetteer::is_rural(region)));
    }
    weighed
}

/// How many families in need a village has beside others; a community of a town has few.
fn weight(area: &Area, region: &Region, chance: &mut Chance) -> u64 {
    let weight = u64::from(chance.within(50, 150));
    match (gazetteer::is_rural(region), area.is_poorer(&region.code)) {
        (false, _) => weight / 20,
        (true, false) => weight,
        (true, true) => weight * 2,
    }
}

impl Household {
    fn drawn(area: &Area, moment: Moment, chance: &mut Chance) -> Self {
        let mut it = Self {
            classes: [
                chance.weighted(&CATEGORIES),
                chance.weighted(&area.causes),
                chance.weighted(&STATUSES),
                chance.weighted(&EXIT_YEARS),
                chance.weighted(&HOUSING_GRADES),
                chance.weighted(&WATERS),
            ],
            people: [0; 4],
            is_there: true,
        };
        for _ in 0..=chance.weighted(&SIZES) {
            it.people[chance.weighted(&AGES)] += 1;
        }
        it.change(chance.below(1000), moment);
        it
    }

    /// What is otherwise on one of the two days: about one household in a hundred.
    fn change(&mut self, lot: u32, moment: Moment) {
        let is_first = moment == Moment::First;
        match lot {
            // Safe again by the second day.
            0..3 => self.classes[STATUS] = usize::from(!is_first),
            // Repaired by the second day.
            3..5 => self.classes[HOUSING] = usize::from(is_first),
            // Clean water by the second day.
            5..7 => self.classes[WATER] = usize::from(is_first),
            // Taken in since.
            7..9 => self.is_there = !is_first,
            // No longer there: moved or died out.
            9..11 => self.is_there = is_first,
            _ => {}
        }
    }
}
