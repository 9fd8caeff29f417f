//! The programmes given by identity, held or foreseen: school, house, work, border.

use super::household::Household;
use super::outcome::{
    CHECK, LIKELY, NA, Outcome, Outcomes, UNLIKELY, check, likely, need_info, unlikely,
};
use super::steps::{GROUP2, GROUP5, Standing, by_ident, ident, likely_becomes_check, unnamed};
use super::truth::Truth;

/// **yulu**
pub fn yulu(home: &Household, done: &Outcomes) -> Outcome {
    let pupils = home.students("secvoc") + home.students("higher_voc");
    if pupils == 0 {
        return unlikely("no_student");
    }
    let amount = home.parameter("yulu_year") * pupils;
    by_ident(ident(home, done, &GROUP2), likely("voc_student").amount(amount, "year"))
}

/// **yiwu**
pub fn yiwu(home: &Household, done: &Outcomes) -> Outcome {
    let stages = ["primary_day", "primary_board", "junior_day", "junior_board"];
    let pupils: i64 = stages.iter().map(|stage| home.students(stage)).sum();
    if pupils == 0 {
        return unlikely("no_student");
    }
    let by_stage = |stage: &&str| home.students(stage) * home.parameter(&format!("edu/{stage}"));
    let amount: i64 = stages.iter().map(by_stage).sum();
    let granted = likely("hardship_pupil").amount(amount, "year");
    let result = by_ident(ident(home, done, &GROUP5), granted);
    if result.is(UNLIKELY) && home.students("primary_board") + home.students("junior_board") > 0 {
        return check("other_hard_boarder").amount(amount, "max_year");
    }
    result
}

/// **zhuxue**
pub fn zhuxue(home: &Household, done: &Outcomes) -> Outcome {
    let amount = home.parameter("zhuxue_high") * (home.students("high") + home.students("secvoc"))
        + home.parameter("zhuxue_college") * (home.students("higher_voc") + home.students("univ"));
    if amount == 0 {
        return unlikely("no_student");
    }
    let granted = likely("hardship_student").amount(amount, "typical_year");
    let result = by_ident(ident(home, done, &GROUP5), granted);
    if result.is(UNLIKELY) {
        return check("school_decides").amount(amount, "typical_year");
    }
    result
}

/// **weifang**
pub fn weifang(home: &Household, done: &Outcomes) -> Outcome {
    let (city_house, house_only) = (home.said("city_house"), home.said("house_only"));
    if city_house.holds() || house_only.fails() {
        return unlikely("has_other_house");
    }
    match home.house_bad() {
        Truth::No => return unlikely("house_safe"),
        Truth::Unknown => return need_info("house"),
        Truth::Yes => {}
    }
    let mut standing = ident(home, done, &GROUP5);
    if standing != Standing::Held && (done["monitor"].is(CHECK) || done["rigid"].is(LIKELY)) {
        standing = Standing::Soon;
    }
    let amount = match home.chosen("house_grade") {
        Some("C") => Some(home.parameter("house_c")),
        Some("D") => Some(home.parameter("house_d")),
        _ => None,
    };
    let result = by_ident(standing, likely("dangerous_house").amount(amount, "once"));
    if !result.is(LIKELY) {
        result
    } else if amount.is_none() {
        check("grade_first")
    } else if city_house.is_open() || house_only.is_open() {
        need_info("other_house")
    } else if home.said("house_helped").holds() {
        result.into_check("helped_before")
    } else {
        result
    }
}

/// **loan**
pub fn loan(home: &Household, done: &Outcomes) -> Outcome {
    match home.chosen("loan") {
        Some("no") => return unlikely("not_wanted"),
        Some("yes_bad") => return unlikely("bad_credit"),
        Some("yes_age") => return unlikely("age"),
        _ => {}
    }
    if home.number("labor") == Some(0) {
        return unlikely("no_labor");
    }
    let granted = likely("loan_ok").amount(home.parameter("loan_max"), "max_loan");
    by_ident(ident(home, done, &GROUP2), granted)
}

/// **post**
pub fn post(home: &Household, done: &Outcomes) -> Outcome {
    if home.count("job_want") == 0 {
        return unlikely("not_wanted");
    }
    if home.cadre().holds() {
        return unlikely("village_cadre");
    }
    let granted = unnamed().amount(home.parameter("post_month") * 12, "max_year");
    likely_becomes_check(by_ident(ident(home, done, &GROUP2), granted), "needs_vacancy")
}

/// **bianmin**
pub fn bianmin(home: &Household, _: &Outcomes) -> Outcome {
    if !home.border_enabled() {
        return Outcome::new(NA, "not_in_this_place");
    }
    match home.chosen("border") {
        Some("out") => return unlikely("outside_zone"),
        Some("in3_short") => return unlikely("less_than_6_months"),
        _ => {}
    }
    let amount = home.times_members(home.parameter("border_year"));
    match home.public_job() {
        Truth::Yes | Truth::Unknown => check("exclude_public_staff").amount(amount, "max_year"),
        Truth::No => likely("border_zone").amount(amount, "year"),
    }
}

/// **jiaotong**
pub fn jiaotong(home: &Household, done: &Outcomes) -> Outcome {
    let away = home.count("away_work");
    if away == 0 {
        return unlikely("nobody_away");
    }
    let amount = home.parameter("transport") * away;
    by_ident(ident(home, done, &GROUP2), likely("cross_province").amount(amount, "max_year"))
}

/// **industry**
pub fn industry(home: &Household, done: &Outcomes) -> Outcome {
    if home.number("labor") == Some(0) {
        return unlikely("no_labor");
    }
    likely_becomes_check(by_ident(ident(home, done, &GROUP2), unnamed()), "needs_project")
}
