//! Made-up postings around the day the demo is loaded, so that some are open and some over. They
//! name nobody: numbers of households are multiples of five.

use anyhow::Context;
use jiff::civil::Date;
use store::published::{CountTable, FundLine, Notice, Project, Region, ReleaseContent};

use super::{
    area::{AREAS, area_of},
    chance::Chance,
    english::english_name,
    gazetteer::{Gazetteer, is_rural},
    notice_template::{NoticeTemplate, notice_templates},
    place_name::settlement,
    projects::duty_phone,
    schedule::days_after,
    yuan::yuan,
};

/// How many postings of each kind, and the number before the first one's.
pub struct Numbers {
    before: usize,
    project: usize,
    fund: usize,
    monitor: usize,
    dibao: usize,
}

impl Numbers {
    /// Around the day that the demo is loaded.
    pub const NOW: Self = Self { before: 0, project: 120, fund: 60, monitor: 90, dibao: 90 };
    /// Of the first release: over, and kept.
    pub const THEN: Self = Self { before: 1000, project: 16, fund: 12, monitor: 6, dibao: 6 };
}

/// The number of the agriculture bureau among the bureaus: it answers for people and funds.
const AGRICULTURE: usize = 0;

pub struct Board<'a> {
    pub gazetteer: &'a Gazetteer<'a>,
    pub today: Date,
    pub as_of: Date,
    pub numbers: Numbers,
}

/// What goes into a template's places, in both languages.
type Words = Vec<(&'static str, [String; 2])>;

impl Board<'_> {
    /// About what the release holds.
    pub fn notices(&self, content: &ReleaseContent) -> anyhow::Result<Vec<Notice>> {
        let ReleaseContent { counts, projects, funds, .. } = content;
        let n = &self.numbers;
        let templates = notice_templates()?;
        let template = |id: &str| {
            templates.iter().find(|it| it.id == id).with_context(|| format!("find notice {id}"))
        };
        let mut notices = Vec::new();
        for project in chosen(projects, n.project, |it| self.project_rank(it)) {
            let is_over = project.actual_end_on.is_some();
            let template = template(if is_over { "project_after" } else { "project_before" })?;
            notices.push(self.about_project(template, project));
        }
        for fund in chosen(funds, n.fund, |it| self.fund_rank(it)) {
            notices.push(self.about_fund(template("fund")?, fund));
        }
        let monitored = |table: &CountTable| monitor_rank(self.gazetteer, table);
        for (index, table) in chosen(counts, n.monitor, monitored).into_iter().enumerate() {
            let template = template(if index % 3 == 2 { "monitor_end" } else { "monitor_add" })?;
            notices.push(self.about_households(template, &table.region_code));
        }
        for (index, village) in
            chosen(self.gazetteer.regions, n.dibao, dibao_rank).into_iter().enumerate()
        {
            let template = template(if index % 4 == 3 { "dibao_end" } else { "dibao_add" })?;
            notices.push(self.about_households(template, &village.code));
        }
        for (index, notice) in notices.iter_mut().enumerate() {
            notice.id = format!("n{:04}", n.before + index + 1);
        }
        Ok(notices)
    }

    /// Projects that ended in the last three months, or are still to begin; those of the documents' villages first.
    fn project_rank(&self, project: &Project) -> Option<u32> {
        let is_due = match &project.actual_end_on {
            Some(ended_on) => *ended_on > days_after(self.as_of, -92).to_string(),
            None => {
                project.actual_start_on.is_none()
                    && project.planned_start_on > self.today.to_string()
            }
        };
        is_due.then(|| rank_of("project notice", &project.region_code, &project.id))
    }

    fn about_project(&self, template: &NoticeTemplate, project: &Project) -> Notice {
        let amount: i64 = project.money.iter().map(|it| it.planned_fen).sum();
        let paid: i64 = project.money.iter().map(|it| it.paid_fen).sum();
        let end = project.actual_end_on.as_ref().unwrap_or(&project.planned_end_on);
        let words = vec![
            ("{project}", [project.name_zh.clone(), project.name_en.clone()]),
            ("{content}", [project.content_zh.clone(), project.content_en.clone()]),
            ("{amount}", yuan(amount)),
            ("{paid}", yuan(paid)),
            ("{start}", [project.planned_start_on.clone(), project.planned_start_on.clone()]),
            ("{end}", [end.clone(), end.clone()]),
            ("{unit}", [project.duty_unit_zh.clone(), project.duty_unit_en.clone()]),
        ];
        let mut notice = self.notice(template, &project.region_code, &words);
        notice.phones = format!("12317; {}", project.duty_phone);
        notice.project_id = Some(project.id.clone());
        notice
    }

    /// The latest allocations of this year.
    fn fund_rank(&self, fund: &FundLine) -> Option<u32> {
        let is_due = fund.year == i64::from(self.as_of.year()) && fund.project_id.is_none();
        let allocated_on: Date = fund.allocated_on.parse().ok().filter(|_| is_due)?;
        u32::try_from((self.as_of - allocated_on).get_days()).ok()
    }

    fn about_fund(&self, template: &NoticeTemplate, fund: &FundLine) -> Notice {
        let county = self.gazetteer.county(&fund.region_code);
        let words = vec![
            ("{county}", [county.name.clone(), english_name(county)]),
            ("{year}", [fund.year.to_string(), fund.year.to_string()]),
            ("{fund}", [fund.name_zh.clone(), fund.name_en.clone()]),
            ("{amount}", yuan(fund.amount_fen)),
            ("{document}", [fund.document_number.clone(), fund.document_number.clone()]),
            ("{use}", [fund.use_zh.clone(), fund.use_en.clone()]),
        ];
        self.notice(template, &fund.region_code, &words)
    }

    fn about_households(&self, template: &NoticeTemplate, code: &str) -> Notice {
        let village = self.gazetteer.place(code);
        // No more than the least number of watched households that is published.
        let most = if template.id == "monitor_end" { 1 } else { 2 };
        let n = (5 * Chance::of(&format!("{} {code}", template.id)).within(1, most)).to_string();
        let words = vec![
            ("{village}", [settlement(&village.name), english_name(village)]),
            ("{n}", [n.clone(), n]),
        ];
        self.notice(template, code, &words)
    }

    /// Posted within the last three weeks. The day after is the first that counts.
    fn notice(&self, template: &NoticeTemplate, code: &str, words: &Words) -> Notice {
        let area = area_of(code);
        let n_days_ago = if area.certain_villages.contains(&code) {
            1
        } else {
            Chance::of(&format!("posted {} {code}", template.id)).below(22)
        };
        let posted_on = days_after(self.today, -i64::from(n_days_ago));
        let county = self.gazetteer.county(code);
        let fill = |text: &str, language: usize| {
            words
                .iter()
                .fold(text.to_owned(), |text, (place, words)| text.replace(place, &words[language]))
        };
        Notice {
            id: String::new(),
            region_code: code.into(),
            kind: template.kind.clone(),
            title_zh: fill(&template.title[0], 0),
            title_en: fill(&template.title[1], 1),
            body_zh: fill(&template.body[0], 0),
            body_en: fill(&template.body[1], 1),
            posted_on: posted_on.to_string(),
            ends_on: days_after(posted_on, i64::from(template.n_days)).to_string(),
            phones: format!("12317; {}", duty_phone(area, &county.code, AGRICULTURE)),
            project_id: None,
        }
    }
}

/// The `n` that rank lowest, in their own order; what has no rank is never chosen.
fn chosen<T>(all: &[T], n: usize, rank: impl Fn(&T) -> Option<u32>) -> Vec<&T> {
    let mut ranked: Vec<(u32, usize)> =
        all.iter().enumerate().filter_map(|(index, it)| Some((rank(it)?, index))).collect();
    ranked.sort_unstable();
    ranked.truncate(n);
    ranked.sort_unstable_by_key(|(_, index)| *index);
    ranked.into_iter().map(|(_, index)| &all[index]).collect()
}

fn monitor_rank(gazetteer: &Gazetteer<'_>, table: &CountTable) -> Option<u32> {
    let is_watched = table.cells.get("monitored").is_some_and(|n| *n > 0);
    let is_village =
        table.name == "status" && is_rural_village(gazetteer.place(&table.region_code));
    let is_certain =
        AREAS.iter().any(|it| it.certain_villages.contains(&table.region_code.as_str()));
    (is_village && (is_watched || is_certain))
        .then(|| rank_of("monitor notice", &table.region_code, ""))
}

fn dibao_rank(village: &Region) -> Option<u32> {
    is_rural_village(village).then(|| rank_of("dibao notice", &village.code, ""))
}

fn is_rural_village(region: &Region) -> bool {
    region.level == 5 && is_rural(region)
}

fn rank_of(what: &str, code: &str, id: &str) -> u32 {
    let is_certain = AREAS.iter().any(|it| it.certain_villages.contains(&code));
    if is_certain { 0 } else { 1 + Chance::of(&format!("{what} {code} {id}")).below(1_000_000) }
}
