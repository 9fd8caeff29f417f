//! Where a made-up project's money comes from, and how much of it has come and gone.

use store::published::ProjectMoney;

use super::{area::Area, chance::Chance, share::share};

/// Plans are made in hundreds of yuan.
pub const UNIT_FEN: i64 = 10_000;

/// The planned money by source, exactly `units` together. A loan is a source of its own.
pub fn planned(area: &Area, kind: &str, units: i64, chance: &mut Chance) -> Vec<ProjectMoney> {
    let county = if ["training", "service"].contains(&kind) { 40 } else { 12 };
    let mut weights = vec![("central", 55), ("province", 25)];
    if area.has_city {
        weights.push(("city", 8));
    }
    weights.push(("county", county));
    match kind {
        "infrastructure" | "housing" | "relocation" if chance.percent(45) => {
            weights.push(("sector", 35));
        }
        "industry" => {
            if chance.percent(25) {
                weights.push(("loan", 22));
            }
            if chance.percent(12) {
                weights.push(("social", 15));
            }
        }
        _ => {}
    }
    let parts: Vec<u32> = weights.iter().map(|(_, weight)| *weight).collect();
    weights
        .iter()
        .zip(share(units, &parts))
        .filter(|(_, part)| *part > 0)
        .map(|((source, _), part)| ProjectMoney {
            source: (*source).into(),
            planned_fen: part * UNIT_FEN,
            allocated_fen: 0,
            paid_fen: 0,
        })
        .collect()
}

/// What has been allocated and paid at the stage. Nothing is allocated to a listed project.
pub fn spend(money: &mut [ProjectMoney], stage: &str, chance: &mut Chance) {
    let (allocated, paid) = match stage {
        "approved" => (*chance.pick(&[0, 0, 30, 60]), 0),
        "building" => (chance.within(55, 100), chance.within(30, 90)),
        "finished" => (100, chance.within(80, 97)),
        "accepted" => (100, *chance.pick(&[95, 97, 100, 100])),
        _ => (0, 0),
    };
    for it in money {
        it.allocated_fen = percent(it.planned_fen, allocated);
        it.paid_fen = percent(it.allocated_fen, paid);
    }
}

/// The county pays a few per cent more than planned.
pub fn add_county_money(money: &mut [ProjectMoney], chance: &mut Chance) {
    let planned_fen: i64 = money.iter().map(|it| it.planned_fen).sum();
    let more_fen = percent(planned_fen, chance.within(3, 9)).max(UNIT_FEN);
    if let Some(county) = money.iter_mut().find(|it| it.source == "county") {
        county.allocated_fen = county.planned_fen + more_fen;
        county.paid_fen = county.allocated_fen;
    }
    for it in money {
        it.paid_fen = it.allocated_fen;
    }
}

/// So many per cent, down to whole hundreds of yuan.
pub fn percent(fen: i64, n: u32) -> i64 {
    fen / UNIT_FEN * i64::from(n) / 100 * UNIT_FEN
}
