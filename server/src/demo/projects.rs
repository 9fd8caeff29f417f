//! Made-up projects of the county libraries, with the numbers and sums that the documents print.

use std::collections::{HashMap, HashSet};

use store::published::{Project, ProjectDetails, Region};

use super::{
    area::{AREAS, Area},
    chance::Chance,
    details::Writer,
    english::english_name,
    gazetteer::{Gazetteer, is_rural},
    money,
    output::{is_short, output},
    place_name::settlement,
    project_template::{Bureau, PaidTo, ProjectTemplate, bureaus, project_templates},
    sayings::Sayings,
    schedule::Schedule,
    share::share,
};

const YEARS: [(i16, u32); 4] = [(2023, 24), (2024, 25), (2025, 27), (2026, 24)];

/// What all areas draw on.
struct Library<'a> {
    gazetteer: &'a Gazetteer<'a>,
    templates: Vec<ProjectTemplate>,
    bureaus: Vec<Bureau>,
    deviations: Sayings,
    findings: Sayings,
    /// Published households by village.
    n_households: &'a HashMap<String, i64>,
}

/// A project before its money and dates: where, and what about.
struct Draft<'a> {
    village: &'a Region,
    template: &'a ProjectTemplate,
    /// How much of it: kilometres, sheds, mu.
    n: u32,
    chance: Chance,
}

impl Draft<'_> {
    /// In thousands of yuan: the usual cost, more for more of it, give or take.
    fn weight(&mut self) -> u32 {
        let usual = (self.template.n_from + self.template.n_to).div_ceil(2);
        self.template.cost_yuan / 1000 * self.chance.within(80, 125) * (usual + self.n)
            / (2 * usual)
    }
}

/// Every project, and who its money goes to. `n_households`: published households by village.
pub fn projects(
    gazetteer: &Gazetteer<'_>,
    n_households: &HashMap<String, i64>,
) -> anyhow::Result<Vec<(Project, PaidTo)>> {
    let bureaus = bureaus()?;
    let library = Library {
        gazetteer,
        templates: project_templates(&bureaus)?,
        bureaus,
        deviations: Sayings::deviations()?,
        findings: Sayings::findings()?,
        n_households,
    };
    Ok(AREAS.iter().flat_map(|area| library.projects_of(area)).collect())
}

impl Library<'_> {
    fn projects_of(&self, area: &Area) -> Vec<(Project, PaidTo)> {
        let mut drafts = self.drafts(area);
        let weights: Vec<u32> = drafts.iter_mut().map(Draft::weight).collect();
        let units = share(area.planned_yuan / 100, &weights);
        drafts
            .into_iter()
            .zip(units)
            .enumerate()
            .map(|(index, (draft, units))| {
                let id = format!("{}-p{:04}", area.slug, index + 1);
                let paid_to = draft.template.paid_to;
                (self.project(area, id, draft, units), paid_to)
            })
            .collect()
    }

    /// One project for each village first, then more by chance; never the same twice in a village
    /// as long as there is another.
    fn drafts(&self, area: &Area) -> Vec<Draft<'_>> {
        let villages = project_villages(self.gazetteer, area);
        let templates: Vec<&ProjectTemplate> =
            self.templates.iter().filter(|it| it.areas.iter().any(|it| it == area.slug)).collect();
        let mut taken = HashSet::new();
        let mut chance = Chance::of(&format!("projects {}", area.slug));
        (0..area.n_projects)
            .map(|index| {
                let village = *villages.get(index).unwrap_or_else(|| chance.pick(&villages));
                let mut template = chance.index(templates.len());
                for _ in 0..templates.len() {
                    if taken.insert((village.code.as_str(), template)) {
                        break;
                    }
                    template = (template + 1) % templates.len();
                }
                let mut chance = Chance::of(&format!("project {} {index}", area.slug));
                let template = templates[template];
                let n = chance.within(template.n_from, template.n_to);
                Draft { village, template, n, chance }
            })
            .collect()
    }

    fn project(&self, area: &Area, id: String, draft: Draft<'_>, units: i64) -> Project {
        let Draft { village, template, n, mut chance } = draft;
        let (year, _) = YEARS[chance.weighted(&YEARS.map(|(_, weight)| weight))];
        let schedule = Schedule::of(year, template.n_months, &mut chance);
        let mut money = money::planned(area, &template.kind, units, &mut chance);
        money::spend(&mut money, schedule.stage, &mut chance);
        let is_dear = schedule.actual_end_on.is_some() && chance.percent(2);
        if is_dear {
            money::add_county_money(&mut money, &mut chance);
        }
        let output = output(&id, template, n, schedule.actual_end_on.is_some());
        let what = [schedule.is_late(), is_dear, is_short(&output)];
        let [deviation_zh, deviation_en] = self.deviation(what, &mut chance);

        let county = self.gazetteer.county(&village.code);
        let bureau = &self.bureaus[template.bureau];
        let n = n.to_string();
        let zh =
            |text: &str| text.replace("{village}", &settlement(&village.name)).replace("{n}", &n);
        let en = |text: &str| text.replace("{village}", &english_name(village)).replace("{n}", &n);
        let mut project = Project {
            id,
            region_code: village.code.clone(),
            name_zh: zh(&template.name_zh),
            name_en: en(&template.name_en),
            kind: template.kind.clone(),
            nature: if chance.percent(15) { "continued" } else { "new" }.into(),
            stage: schedule.stage.into(),
            content_zh: zh(&template.content_zh),
            content_en: en(&template.content_en),
            target_zh: template.target_zh.clone(),
            target_en: template.target_en.clone(),
            benefit_zh: template.benefit_zh.clone(),
            benefit_en: template.benefit_en.clone(),
            duty_unit_zh: format!("{}{}", county.name, bureau.name_zh),
            duty_unit_en: format!("{} {}", english_name(county), bureau.name_en),
            duty_post_zh: bureau.post_zh.clone(),
            duty_post_en: bureau.post_en.clone(),
            duty_phone: duty_phone(area, &county.code, template.bureau),
            n_beneficiary_households: self.n_beneficiaries(village, &template.kind, &mut chance),
            planned_start_on: schedule.planned_start_on.to_string(),
            planned_end_on: schedule.planned_end_on.to_string(),
            actual_start_on: schedule.actual_start_on.map(|it| it.to_string()),
            actual_end_on: schedule.actual_end_on.map(|it| it.to_string()),
            deviation_zh,
            deviation_en,
            year: year.into(),
            money,
            details: ProjectDetails::default(),
        };
        let writer = Writer { template, schedule: &schedule, findings: &self.findings };
        project.details = writer.details(&project, output);
        project
    }

    /// Three in four late or short projects have their reason recorded; dearer ones always do.
    fn deviation(
        &self,
        [is_late, is_dear, is_short]: [bool; 3],
        chance: &mut Chance,
    ) -> [Option<String>; 2] {
        let mut reasons: Vec<&[String; 2]> = Vec::new();
        if is_late && chance.percent(75) {
            reasons.push(self.deviations.pick("late", chance));
        }
        if is_dear {
            reasons.push(self.deviations.pick("dear", chance));
        }
        if is_short && chance.percent(75) {
            reasons.push(self.deviations.pick("short", chance));
        }
        if reasons.is_empty() {
            return [None, None];
        }
        let zh: String = reasons.iter().map(|[zh, _]| zh.as_str()).collect();
        let en: Vec<&str> = reasons.iter().map(|[_, en]| en.as_str()).collect();
        [Some(zh), Some(en.join(" "))]
    }

    /// Works for everyone reach all registered households of the village, others some of them.
    fn n_beneficiaries(&self, village: &Region, kind: &str, chance: &mut Chance) -> i64 {
        let n_households = self.n_households[village.code.as_str()];
        let percent = if kind == "infrastructure" { 100 } else { chance.within(30, 90) };
        (n_households / 5 * i64::from(percent) / 100).max(1) * 5
    }
}

/// The villages that projects go to: those that must be, then by chance, poorer counties first.
fn project_villages<'a>(gazetteer: &Gazetteer<'a>, area: &Area) -> Vec<&'a Region> {
    let mut villages: Vec<(bool, u32, &Region)> = gazetteer
        .villages(area)
        .filter(|it| is_rural(it))
        .map(|it| {
            let is_certain = area.certain_villages.contains(&it.code.as_str());
            let far = Chance::of(&format!("village {}", it.code)).below(1_000_000);
            let far = if area.is_poorer(&it.code) { far / 4 } else { far };
            (!is_certain, far, it)
        })
        .collect();
    villages.sort_by_key(|(is_uncertain, far, it)| (*is_uncertain, *far, it.code.as_str()));
    villages.into_iter().take(area.n_project_villages).map(|(_, _, it)| it).collect()
}

/// No subscriber can have it: within an area code, no number begins with 0.
pub fn duty_phone(area: &Area, county: &str, bureau: usize) -> String {
    let line = Chance::of(&format!("phone {county} {bureau}")).within(100, 999);
    format!("{}-0{line}", area.phone_prefix)
}
