//! Made-up contracts of the projects that have begun: together about what was planned; some changed
//! on the way, some with a single tenderer, some over the plan. A few projects paid without one.

use jiff::civil::Date;
use store::published::{Contract, Modification, Project, ProjectMoney};

use super::{
    AS_OF,
    chance::Chance,
    details::document,
    money::{UNIT_FEN, percent},
    payee::{firm, paid_to},
    project_template::PaidTo,
    sayings::Sayings,
    schedule::days_after,
};

/// A contract, and the sources of the project that it is paid from.
pub struct Deal {
    pub contract: Contract,
    pub sources: Vec<String>,
}

/// Above this a second contract may stand beside the first.
const LARGE_FEN: i64 = 60_000_000;
/// From here on most works are tendered.
const TENDER_FEN: i64 = 40_000_000;

/// The papers of the contracts are put among the projects' documents.
pub fn deals(projects: &mut [(Project, PaidTo)]) -> anyhow::Result<Vec<Deal>> {
    let reasons = Sayings::modifications()?;
    let mut deals = Vec::new();
    for (project, usual) in projects {
        let Some(started_on) = project.actual_start_on.as_ref().and_then(|it| it.parse().ok())
        else {
            continue;
        };
        let for_firms: Vec<&ProjectMoney> = project
            .money
            .iter()
            .filter(|it| paid_to(project, *usual, &it.source) == PaidTo::Firm)
            .collect();
        let mut chance = Chance::of(&format!("contracts {}", project.id));
        // Seeded: the chain has a gap here (data/README.md).
        if for_firms.is_empty() || chance.below(200) == 0 {
            continue;
        }
        let own: Vec<Deal> = lots(&for_firms, &mut chance)
            .iter()
            .enumerate()
            .map(|(n, lot)| Maker { project, started_on, reasons: &reasons }.deal(n, lot))
            .collect();
        let documents: Vec<_> = own.iter().flat_map(|it| papers(&it.contract)).collect();
        project.details.documents.extend(documents);
        project.details.documents.sort_by(|one, other| one.dated_on.cmp(&other.dated_on));
        deals.extend(own);
    }
    Ok(deals)
}

/// One contract for all sources, or a second one for the last.
fn lots<'a>(money: &[&'a ProjectMoney], chance: &mut Chance) -> Vec<Vec<&'a ProjectMoney>> {
    let planned_fen: i64 = money.iter().map(|it| it.planned_fen).sum();
    match money.split_last() {
        Some((last, others))
            if others.len() >= 2 && planned_fen > LARGE_FEN && chance.percent(55) =>
        {
            vec![others.to_vec(), vec![*last]]
        }
        _ => vec![money.to_vec()],
    }
}

struct Maker<'a> {
    project: &'a Project,
    started_on: Date,
    reasons: &'a Sayings,
}

impl Maker<'_> {
    fn deal(&self, n: usize, lot: &[&ProjectMoney]) -> Deal {
        let id = format!("{}-c{}", self.project.id, n + 1);
        let mut chance = Chance::of(&format!("contract {id}"));
        let planned_fen: i64 = lot.iter().map(|it| it.planned_fen).sum();
        let paid_fen: i64 = lot.iter().map(|it| it.paid_fen).sum();
        let of_plan =
            if chance.percent(4) { chance.within(101, 107) } else { chance.within(94, 100) };
        let final_fen = percent(planned_fen, of_plan).max(paid_fen).max(UNIT_FEN);
        let (method, n_tenderers) = self.method(final_fen, &mut chance);
        let [supplier_zh, supplier_en] = firm(self.project, &mut chance);
        let modification = self.modification(final_fen, final_fen > planned_fen, &mut chance);
        let [title_zh, title_en] = if n == 0 {
            ["施工合同", "contract for the work"]
        } else {
            ["设备和监理合同", "contract for equipment and supervision"]
        };
        let contract = Contract {
            id,
            project_id: self.project.id.clone(),
            title_zh: format!("{}：{title_zh}", self.project.name_zh),
            title_en: format!("{}: {title_en}", self.project.name_en),
            supplier_zh,
            supplier_en,
            method: method.into(),
            n_tenderers,
            signed_on: days_after(self.started_on, -i64::from(chance.within(3, 15))).to_string(),
            amount_fen: modification.as_ref().map_or(final_fen, |(before_fen, _)| *before_fen),
            planned_end_on: Some(self.project.planned_end_on.clone()),
            modifications: modification.into_iter().map(|(_, it)| it).collect(),
        };
        Deal { contract, sources: lot.iter().map(|it| it.source.clone()).collect() }
    }

    /// One tender in fifteen has a single tenderer.
    fn method(&self, amount_fen: i64, chance: &mut Chance) -> (&'static str, Option<i64>) {
        let by_villagers = if self.project.kind == "infrastructure" { 20 } else { 0 };
        let weights = if amount_fen >= TENDER_FEN {
            [80, 12, 5, 3, 0]
        } else {
            [30, 25, 25, 10, by_villagers]
        };
        match chance.weighted(&weights) {
            0 if chance.below(15) == 0 => ("tender", Some(1)),
            0 => ("tender", Some(chance.within(3, 9).into())),
            1 => ("negotiation", Some(chance.within(2, 4).into())),
            2 => ("inquiry", Some(chance.within(3, 5).into())),
            3 => ("direct", None),
            _ => ("work_relief", None),
        }
    }

    /// What the contract came to before, and the change. Three in four of those over the plan were
    /// changed, of the others one in nine.
    fn modification(
        &self,
        final_fen: i64,
        is_over: bool,
        chance: &mut Chance,
    ) -> Option<(i64, Modification)> {
        let last = self.project.actual_end_on.as_ref().and_then(|it| it.parse().ok());
        let n_days = u32::try_from((last.unwrap_or(AS_OF) - self.started_on).get_days()).ok()?;
        if !chance.percent(if is_over { 75 } else { 11 }) || n_days < 20 {
            return None;
        }
        let (kind, saying) = match chance.below(100) {
            _ if is_over => ("value", "value_up"),
            0..25 => ("value", "value_up"),
            25..45 => ("value", "value_down"),
            45..80 => ("duration", "duration"),
            _ => ("scope", "scope"),
        };
        let before = match saying {
            "value_up" => chance.within(90, 97),
            "value_down" => chance.within(102, 108),
            _ => 100,
        };
        let [reason_zh, reason_en] = self.reasons.pick(saying, chance).clone();
        let agreed_on =
            days_after(self.started_on, i64::from(chance.within(n_days / 3, n_days * 2 / 3)));
        let modification = Modification {
            agreed_on: agreed_on.to_string(),
            kind: kind.into(),
            amount_fen: final_fen,
            reason_zh,
            reason_en,
        };
        Some((percent(final_fen, before).max(UNIT_FEN), modification))
    }
}

fn papers(contract: &Contract) -> Vec<store::published::ProjectDocument> {
    let signed_on: Date = contract.signed_on.parse().expect("the contract's own day");
    let mut papers = vec![document("contract", ["合同", "Contract"], signed_on)];
    if contract.method == "tender" {
        let invited_on = days_after(signed_on, -25);
        papers.push(document("tender", ["招标公告", "Invitation to tender"], invited_on));
    }
    papers
}
