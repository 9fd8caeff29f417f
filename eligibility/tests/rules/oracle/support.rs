//! The programmes which decide by income: monitor, tekun, dibao, edge, rigid, linshi.

use serde_json::Value;

use super::household::Household;
use super::outcome::{
    CHECK, LIKELY, NEED_INFO, Outcome, Outcomes, already, check, likely, need_info, superseded,
    unlikely,
};
use super::steps::asset_gate;
use super::truth::{Truth, above, at_least, below};

/// **monitor**
pub fn monitor(home: &Household, _: &Outcomes) -> Outcome {
    if home.has(&["jiance"]).holds() {
        return already();
    }
    let line = home.times_members(home.parameter("monitor_line"));
    let rigid = home.rigid_total();
    let after = home.total_jdlk().zip(rigid).map(|(total, rigid)| total - rigid);
    let much = home.times_members(home.parameter("monitor_rigid_min_pc"));
    let heavy = at_least(rigid, much).and(below(after, line));
    let weak = Truth::from(home.severe() > 0 || home.count("ill_severe") > 0);
    match below(home.total_jdlk(), line) {
        Truth::Yes => monitor_low(home, heavy, weak),
        Truth::No => monitor_over(home, heavy, weak),
        Truth::Unknown if home.gap3().or(home.shock_any()).holds() => {
            check("income_unknown_but_risk")
        }
        Truth::Unknown => need_info("income"),
    }
}

/// **monitor**, low T
fn monitor_low(home: &Household, heavy: Truth, weak: Truth) -> Outcome {
    let kind = match home.has(&["tuopin"]) {
        Truth::Yes => "A",
        Truth::No => "B",
        Truth::Unknown => "A_or_B",
    };
    match home.gap3().or(home.shock_any()).or(heavy).or(weak) {
        Truth::Yes => monitor_red(home, "income_low_and_risk").of_kind(kind),
        Truth::Unknown => need_info("risk_unknown"),
        Truth::No => check("low_income_no_risk_yet").of_kind(kind),
    }
}

/// **monitor**, low F
fn monitor_over(home: &Household, heavy: Truth, weak: Truth) -> Outcome {
    let schooling = above(home.number("edu_cost"), Some(0));
    match heavy.and(home.shock_any().or(weak).or(schooling)) {
        Truth::Yes => monitor_red(home, "sudden_hardship").of_kind("C"),
        Truth::Unknown => need_info("risk_unknown"),
        Truth::No => match home.gap3() {
            Truth::Yes => check("guarantee_gap"),
            Truth::Unknown => need_info("risk_unknown"),
            Truth::No => unlikely("income_over"),
        },
    }
}

/// **monitor**, "red: … · red?: … · else LIKELY"
fn monitor_red(home: &Household, reason: &str) -> Outcome {
    match home.asset_bad().or(home.public_job()) {
        Truth::Yes => check("assets_need_review"),
        Truth::Unknown => check("assets_unknown"),
        Truth::No => likely(reason),
    }
}

/// **tekun**
pub fn tekun(home: &Household, _: &Outcomes) -> Outcome {
    if home.has(&["tekun"]).holds() {
        return already();
    }
    let (Some(labor), Some(members)) = (home.number("labor"), home.members()) else {
        return need_info("labor");
    };
    if labor > 0 || home.count("age60") + home.count("age_u16") + home.severe() < members {
        return unlikely("has_labor");
    }
    match home.below_dibao() {
        Truth::Unknown => return need_info("income"),
        Truth::No => return unlikely("income_over"),
        Truth::Yes => {}
    }
    if home.said("supporter").holds() {
        return unlikely("has_supporter");
    }
    let year = home.parameter("tekun_month") * 12 * members;
    if home.asset_bad().holds() {
        unlikely("assets")
    } else if home.said("supporter").is_open() {
        check("supporter_unsure").amount(year, "max_year")
    } else if home.asset_bad().is_open() {
        need_info("assets")
    } else {
        likely("three_nos").amount(year, "year")
    }
}

/// **dibao**
pub fn dibao(home: &Household, done: &Outcomes) -> Outcome {
    if home.has(&["dibao"]).holds() {
        return already();
    }
    if home.has(&["tekun"]).holds() || done["tekun"].is(LIKELY) {
        return superseded("tekun_first");
    }
    let (Some(total), Some(members)) = (home.total_social(), home.members()) else {
        return need_info("income");
    };
    let line = home.parameter("dibao_year");
    if home.below_dibao().holds() {
        let gap = line * members - total;
        return asset_gate(home, likely("income_below_dibao").amount(gap, "year"));
    }
    let weak = home.severe() + home.count("ill_severe");
    if weak > 0 && home.below_edge().holds() {
        let alone = likely("single_person").amount(line * members.min(weak), "max_year");
        let result = asset_gate(home, alone);
        let open = result.is(LIKELY) || result.is(CHECK);
        return if open { result.into_check("single_person") } else { result };
    }
    unlikely("income_over")
}

/// **edge**
pub fn edge(home: &Household, done: &Outcomes) -> Outcome {
    if home.has(&["bianyuan"]).holds() {
        return already();
    }
    let higher = done["tekun"].is(LIKELY) || done["dibao"].is(LIKELY);
    if home.has(&["dibao", "tekun"]).holds() || higher {
        return superseded("higher_support");
    }
    if home.total_social().is_none() || home.members().is_none() {
        return need_info("income");
    }
    if home.below_dibao().holds() {
        let open = done["dibao"].is(CHECK) || done["dibao"].is(NEED_INFO);
        return if open { check("see_dibao") } else { unlikely("assets") };
    }
    if home.below_edge().holds() {
        return asset_gate(home, likely("between_1_and_1_5"));
    }
    unlikely("income_over")
}

/// **rigid**
pub fn rigid(home: &Household, done: &Outcomes) -> Outcome {
    let higher = ["tekun", "dibao", "edge"].iter().any(|name| done[*name].is(LIKELY));
    if home.has(&["dibao", "tekun", "bianyuan"]).holds() || higher {
        return superseded("higher_support");
    }
    match home.rigid_test() {
        _ if home.members().and(home.total_social()).and(home.rigid_total()).is_none() => {
            need_info("income")
        }
        Truth::Yes => asset_gate(home, likely("rigid_ratio")),
        _ if home.below_residents().holds() => unlikely("rigid_small"),
        _ => unlikely("income_over"),
    }
}

/// **linshi**
pub fn linshi(home: &Household, _: &Outcomes) -> Outcome {
    let heads = home.members().unwrap_or(1);
    let cap = home.parameter("urban_dibao_month") * home.parameter("linshi_months") * heads;
    let Some(shocks) = home.several("shock") else {
        return need_info("shock");
    };
    let any_of = |causes: &[&str]| causes.iter().any(|cause| shocks.contains(&Value::from(*cause)));
    if any_of(&["disease", "disaster", "accident", "labor_loss"]) {
        let before = home.said("linshi_before").holds();
        let result = if before { check("same_cause_this_year") } else { likely("emergency") };
        return result.amount(cap, "max_once");
    }
    if any_of(&["job_loss"]) {
        return check("income_drop").amount(cap, "max_once");
    }
    if home.total_social().is_none() || home.rigid_total().is_none() {
        return need_info("income");
    }
    if home.members().is_some() && home.rigid_test().holds() {
        match home.asset_bad() {
            Truth::Unknown => return need_info("assets"),
            Truth::No => return likely("expenditure").amount(cap, "max_once"),
            Truth::Yes => {}
        }
    }
    unlikely("no_event")
}
