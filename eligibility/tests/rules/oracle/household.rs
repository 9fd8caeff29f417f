//! A household's answers read under one pack, and the "Derived values" of rules.md.

use serde_json::{Map, Value};

use super::truth::{Truth, above, at_least, below};

pub struct Household<'a> {
    pack: &'a Value,
    answers: &'a Map<String, Value>,
}

// The answers and parameters as they are.
impl<'a> Household<'a> {
    pub fn new(pack: &'a Value, answers: &'a Map<String, Value>) -> Self {
        Self { pack, answers }
    }

    /// A parameter of packs.json; `aid_thr.dibao` is written `/aid_thr/dibao`.
    pub fn parameter(&self, path: &str) -> i64 {
        let value = self.pack.pointer(&format!("/{}", path.trim_start_matches('/')));
        value.and_then(Value::as_i64).unwrap_or_else(|| panic!("the pack has no number {path}"))
    }

    pub fn is_historic(&self) -> bool {
        self.pack["kind"] == "historic"
    }

    pub fn border_enabled(&self) -> bool {
        self.pack["border_enabled"] == true
    }

    /// The answer, if it is one: null, a missing key and "unsure" are not.
    fn answer(&self, id: &str) -> Option<&'a Value> {
        self.answers.get(id).filter(|value| !value.is_null() && *value != "unsure")
    }

    pub fn number(&self, id: &str) -> Option<i64> {
        let whole = |value: &Value| value.as_i64().unwrap_or_else(|| panic!("{id}: {value}"));
        self.answer(id).map(whole)
    }

    pub fn said(&self, id: &str) -> Truth {
        let yes_or_no = |value: &Value| value.as_bool().unwrap_or_else(|| panic!("{id}: {value}"));
        Truth::of(self.answer(id).map(yes_or_no))
    }

    pub fn chosen(&self, id: &str) -> Option<&'a str> {
        self.answer(id).map(|value| value.as_str().unwrap_or_else(|| panic!("{id}: {value}")))
    }

    pub fn several(&self, id: &str) -> Option<&'a [Value]> {
        let list = |value: &'a Value| value.as_array().unwrap_or_else(|| panic!("{id}: {value}"));
        self.answer(id).map(|value| list(value).as_slice())
    }

    /// "An unknown count elsewhere reads as 0."
    pub fn count(&self, id: &str) -> i64 {
        self.number(id).unwrap_or(0)
    }

    pub fn disabled(&self, grade: &str) -> i64 {
        self.count_in("disabled", grade)
    }

    pub fn students(&self, stage: &str) -> i64 {
        self.count_in("students", stage)
    }

    fn count_in(&self, id: &str, part: &str) -> i64 {
        let known = |value: &&Value| !value.is_null() && **value != "unsure";
        let part = self.answer(id).and_then(|parts| parts.get(part)).filter(known);
        part.map_or(0, |value| value.as_i64().unwrap_or_else(|| panic!("{id}: {value}")))
    }
}

// Money, and the lines it is measured by.
impl Household<'_> {
    /// n
    pub fn members(&self) -> Option<i64> {
        self.number("members")
    }

    /// `line*n`, in a per-person test that never divides.
    pub fn times_members(&self, per_person: i64) -> Option<i64> {
        Some(per_person * self.members()?)
    }

    fn farm(&self) -> Option<i64> {
        Some(self.number("farm_sales")? - self.number("farm_cost")?)
    }

    /// Income as monitoring and the poverty register count it: a farm loss is kept.
    pub fn total_jdlk(&self) -> Option<i64> {
        let counted =
            ["wage", "property", "pension_basic", "dibao_now", "jisheng", "transfer_other"];
        counted.iter().try_fold(self.farm()?, |sum, item| Some(sum + self.number(item)?))
    }

    /// Income as social assistance counts it: pension, jisheng and dibao do not count.
    pub fn total_social(&self) -> Option<i64> {
        let counted = ["wage", "property", "transfer_other"];
        counted.iter().try_fold(self.farm()?.max(0), |sum, item| Some(sum + self.number(item)?))
    }

    pub fn rigid_total(&self) -> Option<i64> {
        Some(self.number("medical_total")? + self.number("edu_cost")?)
    }

    /// `total_social < dibao_year*n`
    pub fn below_dibao(&self) -> Truth {
        below(self.total_social(), self.times_members(self.parameter("dibao_year")))
    }

    /// `total_social*edge_den < dibao_year*edge_num*n`
    pub fn below_edge(&self) -> Truth {
        let total = self.total_social().map(|total| total * self.parameter("edge_den"));
        let line = self.parameter("dibao_year") * self.parameter("edge_num");
        below(total, self.times_members(line))
    }

    /// `total_social < resident_income_pc*n`
    pub fn below_residents(&self) -> Truth {
        below(self.total_social(), self.times_members(self.parameter("resident_income_pc")))
    }

    /// The test of **rigid**: income below the residents', and rigid spending a great part of it.
    pub fn rigid_test(&self) -> Truth {
        let rigid = self.rigid_total();
        let part = self.total_social().map(|total| self.parameter("rigid_ratio_pct") * total);
        self.below_residents()
            .and(above(rigid, Some(0)))
            .and(at_least(rigid.map(|rigid| rigid * 100), part))
    }
}

// Conditions of life.
impl Household<'_> {
    pub fn severe(&self) -> i64 {
        self.disabled("l1") + self.disabled("l2") + self.disabled("l3_mental")
    }

    pub fn disabled_all(&self) -> i64 {
        self.severe() + self.disabled("l3_other") + self.disabled("l4")
    }

    pub fn house_bad(&self) -> Truth {
        match self.chosen("house_grade") {
            Some("C" | "D") => Truth::Yes,
            Some("A" | "B") => Truth::No,
            _ => self.said("house_leak"),
        }
    }

    fn house_gap(&self) -> Truth {
        self.house_bad().and(self.said("house_only")).and(!self.said("city_house"))
    }

    pub fn gap3(&self) -> Truth {
        let others = self.said("water").or(self.said("dropout")).or(!self.said("insured"));
        self.house_gap().or(others)
    }

    pub fn shock_any(&self) -> Truth {
        Truth::of(self.several("shock").map(|shocks| !shocks.is_empty()))
    }

    pub fn car(&self) -> Truth {
        Truth::of(self.chosen("car").map(|car| car == "self"))
    }

    pub fn work_car(&self) -> bool {
        self.chosen("car") == Some("work")
    }

    /// In modern packs with n known only; elsewhere the term is left out.
    fn rich(&self) -> Truth {
        if self.is_historic() || self.members().is_none() {
            return Truth::No;
        }
        let allowed = self.parameter("deposit_months") * self.parameter("dibao_month");
        above(self.number("deposit"), self.times_members(allowed))
    }

    pub fn asset_bad(&self) -> Truth {
        self.car().or(self.said("city_house")).or(self.said("company")).or(self.rich())
    }

    pub fn public_job(&self) -> Truth {
        self.contains("jobs", &["public"])
    }

    pub fn cadre(&self) -> Truth {
        self.contains("jobs", &["cadre"])
    }

    /// has(codes)
    pub fn has(&self, codes: &[&str]) -> Truth {
        self.contains("status", codes)
    }

    /// `status?`
    pub fn status_unknown(&self) -> bool {
        self.several("status").is_none()
    }

    fn contains(&self, id: &str, codes: &[&str]) -> Truth {
        let any = |held: &[Value]| codes.iter().any(|code| held.iter().any(|one| one == code));
        Truth::of(self.several(id).map(any))
    }
}
