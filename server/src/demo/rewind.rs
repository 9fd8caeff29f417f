//! The first release, from the second: what was not yet so on its day is taken back.

use std::collections::{HashMap, HashSet};

use store::published::{Contract, FundLine, Payment, Project, ReleaseContent};

use super::gazetteer::Gazetteer;

/// A project and a source, or a county's year and source: who an allocation is for.
type Key<'a> = (&'a str, i64, &'a str);

pub struct Rewind<'a> {
    gazetteer: &'a Gazetteer<'a>,
    /// The day to go back to, `YYYY-MM-DD`: days of that form compare as texts.
    day: &'a str,
    paid_fen: HashMap<(&'a str, &'a str), i64>,
    /// Those that were allocated something later.
    later: HashSet<Key<'a>>,
    own: HashSet<Key<'a>>,
}

impl<'a> Rewind<'a> {
    pub fn to(gazetteer: &'a Gazetteer<'a>, day: &'a str, content: &'a ReleaseContent) -> Self {
        let mut paid_fen = HashMap::new();
        for it in content.payments.iter().filter(|it| it.paid_on.as_str() <= day) {
            *paid_fen.entry((it.project_id.as_str(), it.source.as_str())).or_default() +=
                it.amount_fen;
        }
        let key = |line: &'a FundLine| -> Key<'a> {
            let county = || gazetteer.county(&line.region_code).code.as_str();
            (line.project_id.as_deref().unwrap_or_else(county), line.year, line.source.as_str())
        };
        let later = content.funds.iter().filter(|it| it.allocated_on.as_str() > day);
        let own = content.funds.iter().filter(|it| it.project_id.is_some());
        Self {
            gazetteer,
            day,
            paid_fen,
            later: later.map(key).collect(),
            own: own.map(key).collect(),
        }
    }

    /// None if it was not listed yet.
    pub fn project(&self, project: &Project) -> Option<Project> {
        let mut project = project.clone();
        let details = &mut project.details;
        if self.is_later(details.listed_on.as_deref()) {
            return None;
        }
        let was_over = project.actual_end_on.is_some();
        for day in [
            &mut project.actual_start_on,
            &mut project.actual_end_on,
            &mut details.approved_on,
            &mut details.accepted_on,
            &mut details.published_on,
        ] {
            if self.is_later(day.as_deref()) {
                *day = None;
            }
        }
        if details.approved_on.is_none() {
            details.approval_document = None;
        }
        if project.actual_end_on.is_none() {
            details.n_benefited_households = None;
            details.outputs.iter_mut().for_each(|it| it.actual_milli = None);
        }
        details.documents.retain(|it| !self.is_later(it.dated_on.as_deref()));
        if project.actual_start_on.is_none() {
            details.supervision = None;
        } else if let Some(seen) = &mut details.supervision
            && self.is_later(seen.last_visit_on.as_deref())
        {
            seen.last_visit_on = None;
            seen.finding_zh = "已推选代表，还没有去看。".into();
            seen.finding_en = "Representatives are chosen; they have not been there yet.".into();
        }
        project.stage = stage(&project).into();
        self.rewind_money(&mut project);
        let is_over_plan = project.money.iter().any(|it| it.allocated_fen > it.planned_fen);
        if was_over && project.actual_end_on.is_none() && !is_over_plan {
            project.deviation_zh = None;
            project.deviation_en = None;
        }
        Some(project)
    }

    /// None if it was not signed yet.
    pub fn contract(&self, contract: &Contract) -> Option<Contract> {
        let mut contract = contract.clone();
        contract.modifications.retain(|it| it.agreed_on.as_str() <= self.day);
        (contract.signed_on.as_str() <= self.day).then_some(contract)
    }

    pub fn payment(&self, payment: &Payment) -> Option<Payment> {
        (payment.paid_on.as_str() <= self.day).then(|| payment.clone())
    }

    /// None if it was not allocated yet.
    pub fn fund(&self, line: &FundLine) -> Option<FundLine> {
        let mut line = line.clone();
        line.published_on = line.published_on.filter(|it| it.as_str() <= self.day);
        (line.allocated_on.as_str() <= self.day).then_some(line)
    }

    /// Where something was allocated later, only what was paid is sure to have been allocated.
    fn rewind_money(&self, project: &mut Project) {
        let county = self.gazetteer.county(&project.region_code).code.as_str();
        for money in &mut project.money {
            let (id, source) = (project.id.as_str(), money.source.as_str());
            money.paid_fen = self.paid_fen.get(&(id, source)).copied().unwrap_or(0);
            let own = (id, project.year, source);
            let key = if self.own.contains(&own) { own } else { (county, project.year, source) };
            if self.later.contains(&key) || project.stage == "listed" {
                money.allocated_fen = money.paid_fen;
            }
        }
    }

    fn is_later(&self, day: Option<&str>) -> bool {
        day.is_some_and(|it| it > self.day)
    }
}

/// As far as its days say.
fn stage(project: &Project) -> &'static str {
    if project.details.accepted_on.is_some() {
        "accepted"
    } else if project.actual_end_on.is_some() {
        "finished"
    } else if project.actual_start_on.is_some() {
        "building"
    } else if project.details.approved_on.is_some() {
        "approved"
    } else {
        "listed"
    }
}
