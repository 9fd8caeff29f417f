//! A second reading of the rules, straight from the normative text (rules.md) and apart from the
//! engine: what both say of the same household must be the same.

mod groups;
mod health;
mod household;
mod outcome;
mod steps;
mod support;
mod truth;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use household::Household;
pub use outcome::Outcome;
use outcome::{CLOSED, LIKELY, NA, Outcomes, check, likely, need_info, unlikely};
use truth::{Truth, below};

type Rule = fn(&Household, &Outcomes) -> Outcome;

/// The programmes of a modern pack, "evaluated in this order".
const PROGRAMMES: [(&str, Rule); 22] = [
    ("monitor", support::monitor),
    ("tekun", support::tekun),
    ("dibao", support::dibao),
    ("edge", support::edge),
    ("rigid", support::rigid),
    ("linshi", support::linshi),
    ("yulu", groups::yulu),
    ("yiwu", groups::yiwu),
    ("zhuxue", groups::zhuxue),
    ("weifang", groups::weifang),
    ("loan", groups::loan),
    ("post", groups::post),
    ("premium", health::premium),
    ("dabing", health::dabing),
    ("mediaid", health::mediaid),
    ("canji_living", health::canji_living),
    ("canji_nursing", health::canji_nursing),
    ("bianmin", groups::bianmin),
    ("jiaotong", groups::jiaotong),
    ("industry", groups::industry),
    ("jdlk", closed),
    ("yidi", closed),
];

/// What every programme of the pack (one entry of packs.json) says about a household.
pub fn judge(pack: &Value, answers: &Map<String, Value>) -> BTreeMap<String, Outcome> {
    let home = Household::new(pack, answers);
    let mut outcomes = Outcomes::new();
    for (name, rule) in PROGRAMMES {
        let outcome =
            if home.is_historic() { historic(name, &home) } else { rule(&home, &outcomes) };
        outcomes.insert(name.to_owned(), outcome);
    }
    if !home.is_historic() {
        registration_gate(&home, &mut outcomes);
    }
    if let Some(dibao) = outcomes.get_mut("dibao").filter(|dibao| dibao.amount_kind == Some("year"))
    {
        dibao.month_yuan = dibao.amount_yuan.map(|year| year / 12);
    }
    outcomes
}

/// **jdlk**, **yidi**
fn closed(_: &Household, _: &Outcomes) -> Outcome {
    Outcome::new(CLOSED, "ended_2020")
}

/// "Last, the registration gate."
fn registration_gate(home: &Household, outcomes: &mut Outcomes) {
    let hukou_local = home.said("hukou_local");
    for (name, outcome) in outcomes {
        let anywhere = ["linshi", "dabing"].contains(&name.as_str());
        if hukou_local.fails() && !anywhere && !outcome.is(CLOSED) && !outcome.is(NA) {
            *outcome = unlikely("apply_at_hukou");
        } else if hukou_local.is_open() && outcome.is(LIKELY) {
            *outcome = outcome.clone().into_check("confirm_hukou");
        }
    }
}

/// A programme of a historic pack.
fn historic(name: &str, home: &Household) -> Outcome {
    if name != "jdlk" {
        return Outcome::new(NA, "not_in_this_pack");
    }
    let red = home.asset_bad().or(home.public_job());
    match below(home.total_jdlk(), home.times_members(home.parameter("poverty_line"))) {
        Truth::Unknown => need_info("income"),
        Truth::Yes if red.holds() => unlikely("exclusion"),
        Truth::Yes if home.cadre().holds() => check("cadre_review"),
        Truth::Yes if red.is_open() => need_info("assets"),
        Truth::Yes => likely("below_line"),
        Truth::No if home.gap3().holds() => check("guarantee_gap"),
        Truth::No => unlikely("income_over"),
    }
}
