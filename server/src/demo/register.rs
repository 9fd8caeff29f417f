//! A made-up register of households, in memory only. Neighbours share their lot: households come in
//! groups of three to seven with one status and one cause, so that the shape of the whole outlives
//! the rounding of each village.

use store::published::Region;

use super::{area::Area, chance::Chance, gazetteer, gazetteer::Gazetteer};

pub const STATUSES: [&str; 3] = ["monitored", "monitored_resolved", "stable"];

/// Zhangzhou's ten causes (四因五缺 and 自身发展能力不足), then two that others add.
pub const CAUSES: [&str; 12] = [
    "illness",
    "disability",
    "schooling",
    "disaster",
    "funds",
    "labour",
    "skills",
    "land",
    "water",
    "ability",
    "transport",
    "other",
];

/// Of a thousand groups: watched, watched and safe again, lastingly out of poverty.
const STATUS_WEIGHTS: [u32; 3] = [28, 32, 940];

/// The exact counts of one village. They must not leave the demo unprotected.
pub struct Village<'a> {
    pub code: &'a str,
    pub by_status: [u32; 3],
    pub by_cause: [u32; 12],
}

pub fn villages<'a>(gazetteer: &Gazetteer<'a>, area: &Area) -> Vec<Village<'a>> {
    let mut weighed: Vec<(&Region, u64, Chance)> = gazetteer
        .villages(area)
        .map(|region| {
            let mut chance = Chance::of(&format!("register {}", region.code));
            let weight = weight(area, region, &mut chance);
            (region, weight, chance)
        })
        .collect();
    let sum: u64 = weighed.iter().map(|(_, weight, _)| weight).sum();
    weighed
        .iter_mut()
        .map(|(region, weight, chance)| {
            // Five households to a group, and the part of a group by chance.
            let thousandths = u64::from(area.n_households / 5) * *weight * 1000 / sum;
            let part = u32::try_from(thousandths % 1000).expect("less than a thousand");
            let n_groups = thousandths / 1000 + u64::from(chance.below(1000) < part);
            let at_least = u64::from(gazetteer::is_rural(region));
            village(area, region, n_groups.max(at_least), chance)
        })
        .collect()
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

fn village<'a>(area: &Area, region: &'a Region, n_groups: u64, chance: &mut Chance) -> Village<'a> {
    let mut village = Village { code: &region.code, by_status: [0; 3], by_cause: [0; 12] };
    for _ in 0..n_groups {
        let n_households = chance.within(3, 7);
        village.by_status[chance.weighted(&STATUS_WEIGHTS)] += n_households;
        village.by_cause[chance.weighted(&area.causes)] += n_households;
    }
    village
}
