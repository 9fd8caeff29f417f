//! The programmes of illness and disability: premium, dabing, mediaid, the two allowances.

use super::household::Household;
use super::outcome::{LIKELY, Outcome, Outcomes, check, likely, need_info, unlikely};
use super::steps::{Standing, any_predicted, predicted};
use super::truth::Truth;

/// **premium**
pub fn premium(home: &Household, done: &Outcomes) -> Outcome {
    if home.status_unknown() {
        return need_info("status");
    }
    let order = [("tekun", "tekun"), ("dibao", "dibao"), ("jiance", "monitor")];
    let amount = |code| home.times_members(home.parameter(&format!("premium/{code}")));
    if let Some((code, _)) = order.iter().find(|(code, _)| home.has(&[code]).holds()) {
        return likely(&format!("premium_{code}")).amount(amount(code), "year");
    }
    let soon = |programme| predicted(&done[programme]) == Standing::Soon;
    if let Some((code, _)) = order.iter().find(|(_, programme)| soon(*programme)) {
        return check("identify_first").amount(amount(code), "max_year");
    }
    match any_predicted(done, &["tekun", "dibao", "monitor"]) {
        Standing::Unknown => need_info("identity"),
        _ => unlikely("not_in_group"),
    }
}

/// pay(tilt) of **dabing**
fn pay(home: &Household, medical_one: i64, tilt: bool) -> i64 {
    let threshold = home.parameter(if tilt { "dabing_thr_half" } else { "dabing_thr" });
    let rate = home.parameter(if tilt { "dabing_rate_tilt" } else { "dabing_rate" });
    (medical_one - threshold).max(0) * rate / 100
}

/// **dabing**
pub fn dabing(home: &Household, _: &Outcomes) -> Outcome {
    let Some(medical_one) = home.number("medical_one") else {
        return need_info("medical");
    };
    if medical_one <= home.parameter("dabing_thr_half") {
        return unlikely("below_threshold");
    }
    match home.said("insured") {
        Truth::No => return unlikely("not_insured"),
        Truth::Unknown => return need_info("insured"),
        Truth::Yes => {}
    }
    let held = home.has(&["tekun", "dibao"]);
    if held.is_open() && medical_one <= home.parameter("dabing_thr") {
        return need_info("status");
    }
    let paid = pay(home, medical_one, held.holds());
    if paid > 0 {
        likely("over_threshold").amount(paid, "once")
    } else {
        unlikely("below_threshold")
    }
}

/// **mediaid**
pub fn mediaid(home: &Household, done: &Outcomes) -> Outcome {
    let Some(medical_one) = home.number("medical_one") else {
        return need_info("medical");
    };
    if medical_one == 0 {
        return unlikely("no_cost");
    }
    if home.status_unknown() {
        return need_info("status");
    }
    let order = ["tekun", "dibao", "bianyuan", "jiance"];
    if let Some(code) = order.iter().find(|code| home.has(&[code]).holds()) {
        let insured = home.said("insured").holds();
        let tilt = ["tekun", "dibao"].contains(code);
        let rest = medical_one - if insured { pay(home, medical_one, tilt) } else { 0 };
        let over = (rest - home.parameter(&format!("aid_thr/{code}"))).max(0);
        let aid = over * home.parameter(&format!("aid_rate/{code}")) / 100;
        let amount = aid.min(home.parameter("aid_cap"));
        if amount > 0 {
            return likely(&format!("aid_{code}")).amount(amount, "max_once");
        }
        return unlikely("below_threshold");
    }
    match any_predicted(done, &["tekun", "dibao", "edge", "monitor", "rigid"]) {
        Standing::Soon => check("identify_first"),
        Standing::Unknown => need_info("identity"),
        _ => unlikely("not_in_group"),
    }
}

/// **`canji_living`**
pub fn canji_living(home: &Household, done: &Outcomes) -> Outcome {
    if home.disabled_all() == 0 {
        return unlikely("no_disabled");
    }
    match home.has(&["tekun"]) {
        Truth::Yes => return unlikely("tekun_no_dup"),
        Truth::Unknown => return need_info("status"),
        Truth::No => {}
    }
    let amount = home.parameter("canji_living_month") * 12 * home.disabled_all();
    let (dibao, edge) = (predicted(&done["dibao"]), predicted(&done["edge"]));
    if home.has(&["dibao"]).holds() {
        likely("dibao_disabled").amount(amount, "year")
    } else if dibao == Standing::Soon {
        check("identify_first").amount(amount, "max_year")
    } else if home.has(&["bianyuan"]).holds() || edge == Standing::Soon {
        check("local_extension").amount(amount, "max_year")
    } else if dibao == Standing::Unknown || edge == Standing::Unknown {
        need_info("identity")
    } else {
        unlikely("not_in_group")
    }
}

/// **`canji_nursing`**
pub fn canji_nursing(home: &Household, _: &Outcomes) -> Outcome {
    let (first, second) = (home.disabled("l1"), home.disabled("l2"));
    if first + second == 0 {
        let mental = home.disabled("l3_mental") > 0;
        return if mental { check("local_extension") } else { unlikely("no_severe_disabled") };
    }
    match home.has(&["tekun"]) {
        Truth::Yes => return unlikely("tekun_no_dup"),
        Truth::Unknown => return need_info("status"),
        Truth::No => {}
    }
    let month =
        home.parameter("canji_l1_month") * first + home.parameter("canji_l2_month") * second;
    match home.said("long_care") {
        Truth::Unknown => need_info("long_care"),
        Truth::No => check("care_not_needed").amount(12 * month, "max_year"),
        Truth::Yes => Outcome::new(LIKELY, "severe_disabled").amount(12 * month, "year"),
    }
}
