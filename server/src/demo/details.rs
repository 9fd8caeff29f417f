//! What only a project's own page shows: when it was listed, approved and accepted, who watched over
//! it, and which documents there are.

use jiff::civil::Date;
use store::published::{Output, Project, ProjectDetails, ProjectDocument, Supervision};

use super::{
    AS_OF,
    chance::Chance,
    project_template::ProjectTemplate,
    sayings::Sayings,
    schedule::{Schedule, days_after},
};

pub struct Writer<'a> {
    pub template: &'a ProjectTemplate,
    pub schedule: &'a Schedule,
    pub findings: &'a Sayings,
}

impl Writer<'_> {
    /// Of a project that has all else.
    pub fn details(&self, project: &Project, output: Output) -> ProjectDetails {
        let mut chance = Chance::of(&format!("details {}", project.id));
        let (listed_on, approved_on) = self.first_days(&mut chance);
        let serial = serial(&project.id);
        let approval = approved_on.map(|it| format!("演示批〔{}〕{serial}号", it.year()));
        let published_on = days_after(
            listed_on,
            i64::from(if chance.percent(15) {
                chance.within(30, 80)
            } else {
                chance.within(1, 18)
            }),
        );
        let is_known = chance.percent(95);
        let mut details = ProjectDetails {
            national_number: chance
                .percent(70)
                .then(|| format!("演示-{}-{}-{serial}", &project.region_code[..6], project.year)),
            sub_kind_zh: Some(self.template.sub_kind_zh.clone()),
            sub_kind_en: Some(self.template.sub_kind_en.clone()),
            listed_on: Some(listed_on.to_string()),
            approved_on: approved_on.map(|it| it.to_string()),
            approval_document: approval,
            accepted_on: self.schedule.accepted_on.map(|it| it.to_string()),
            published_on: Some(published_on)
                .filter(|it| is_known && *it <= AS_OF)
                .map(|it| it.to_string()),
            n_benefited_households: self.n_benefited(project, &mut chance),
            outputs: vec![output],
            supervision: self.supervision(&mut chance),
            ..ProjectDetails::default()
        };
        details.documents = self.documents(&details, serial, listed_on, &mut chance);
        details
    }

    /// Listed, then approved: at least thirty days before it was planned to begin.
    fn first_days(&self, chance: &mut Chance) -> (Date, Option<Date>) {
        let early = days_after(self.schedule.planned_start_on, -i64::from(chance.within(30, 75)));
        let approved_on = early.min(days_after(AS_OF, -i64::from(chance.within(8, 40))));
        let listed_on = days_after(approved_on, -i64::from(chance.within(20, 150)));
        (listed_on, (self.schedule.stage != "listed").then_some(approved_on))
    }

    /// Three in four finished projects reach all whom they should, the others one rounding step fewer.
    fn n_benefited(&self, project: &Project, chance: &mut Chance) -> Option<i64> {
        self.schedule.actual_end_on?;
        let fewer = if chance.percent(75) { 0 } else { 5 };
        Some((project.n_beneficiary_households - fewer).max(5))
    }

    fn supervision(&self, chance: &mut Chance) -> Option<Supervision> {
        let started_on = self.schedule.actual_start_on.filter(|_| chance.percent(92))?;
        let last = self.schedule.actual_end_on.unwrap_or(AS_OF);
        let n_days = u32::try_from((last - started_on).get_days()).unwrap_or(0);
        let kind = if chance.percent(85) { "good" } else { "problem" };
        let [finding_zh, finding_en] = self.findings.pick(kind, chance).clone();
        let visited_on = days_after(started_on, i64::from(chance.within(n_days / 2, n_days)));
        Some(Supervision {
            n_representatives: chance.within(2, 5).into(),
            last_visit_on: Some(visited_on.to_string()),
            finding_zh,
            finding_en,
        })
    }

    /// Those of tenders and contracts come with the contracts. A few acceptances have no record.
    fn documents(
        &self,
        details: &ProjectDetails,
        serial: u32,
        listed_on: Date,
        chance: &mut Chance,
    ) -> Vec<ProjectDocument> {
        let mut documents =
            vec![document("posting", ["入库前公示", "Posting before listing"], listed_on)];
        if let Some(day) = details.approved_on.as_ref().and_then(|it| it.parse().ok()) {
            documents.push(ProjectDocument {
                number: details.approval_document.clone(),
                ..document("approval", ["项目批复", "Approval of the project"], day)
            });
        }
        let Some(accepted_on) = self.schedule.accepted_on else { return documents };
        if chance.percent(97) {
            documents.push(ProjectDocument {
                number: Some(format!("演示验〔{}〕{serial}号", accepted_on.year())),
                ..document("acceptance", ["验收单", "Record of acceptance"], accepted_on)
            });
        }
        let posted_on = days_after(accepted_on, i64::from(chance.within(2, 8)));
        if posted_on <= AS_OF && chance.percent(93) {
            let title = ["完工公示", "Posting after completion"];
            documents.push(document("posting", title, posted_on));
        }
        let audited_on = days_after(accepted_on, i64::from(chance.within(40, 120)));
        if audited_on <= AS_OF && chance.percent(12) {
            documents.push(document("audit", ["审计报告", "Audit report"], audited_on));
        }
        documents
    }
}

pub fn document(kind: &str, [zh, en]: [&str; 2], day: Date) -> ProjectDocument {
    ProjectDocument {
        kind: kind.into(),
        title_zh: zh.into(),
        title_en: en.into(),
        number: None,
        dated_on: Some(day.to_string()),
        url: None,
    }
}

/// The number at the end of a project's id.
fn serial(id: &str) -> u32 {
    id.rsplit_once('p').and_then(|(_, digits)| digits.parse().ok()).expect("ends in p and digits")
}
