//! Made-up allocations of money: for each county, year and source as much as its projects were
//! allocated or a little more; some lines are for one project.

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use store::published::{FundLine, Project};

use super::{
    AS_OF,
    area::{AREAS, Area, area_of},
    chance::Chance,
    english::english_name,
    gazetteer::Gazetteer,
    project_template::PaidTo,
    schedule::days_after,
};

/// Counties are given whole ten thousands of yuan.
const TEN_THOUSAND_YUAN_FEN: i64 = 1_000_000;
/// More than this comes in two parts.
const LARGE_FEN: i64 = 500 * TEN_THOUSAND_YUAN_FEN;

/// The projects that one pot of money pays for, and what each was allocated from it.
type Pots<'a> = BTreeMap<(&'a str, i64, &'a str), Vec<(&'a Project, i64)>>;

pub fn fund_lines(gazetteer: &Gazetteer<'_>, projects: &[(Project, PaidTo)]) -> Vec<FundLine> {
    let mut pots = Pots::new();
    for (project, _) in projects {
        let county = gazetteer.county(&project.region_code).code.as_str();
        for money in project.money.iter().filter(|it| it.allocated_fen > 0) {
            pots.entry((county, project.year, &money.source))
                .or_default()
                .push((project, money.allocated_fen));
        }
    }
    let mut lines = Vec::new();
    for ((county, year, source), paid_for) in &pots {
        let mut chance = Chance::of(&format!("fund {county} {year} {source}"));
        let (own, shared): (Vec<_>, Vec<_>) =
            paid_for.iter().partition(|_| chance.percent(8) && *source != "loan");
        lines.extend(own.into_iter().map(|(project, fen)| line_for(project, source, fen)));
        lines.extend(lines_for_county(gazetteer, (county, *year, source), &shared, &mut chance));
    }
    number(&mut lines);
    for line in &mut lines {
        line.published_on = published_on(line);
    }
    lines
}

fn line_for(project: &Project, source: &str, amount_fen: i64) -> FundLine {
    let planned_start: Date = project.planned_start_on.parse().expect("the schedule's own day");
    let mut chance = Chance::of(&format!("line {} {source}", project.id));
    let allocated_on = days_after(planned_start, -i64::from(chance.within(5, 25)));
    let first = date(planned_start.year(), 1, 10);
    let [name_zh, name_en] = name(area_of(&project.region_code), source, project.year);
    FundLine {
        id: String::new(),
        region_code: project.region_code.clone(),
        source: source.into(),
        name_zh,
        name_en,
        document_number: String::new(),
        year: project.year,
        amount_fen,
        allocated_on: allocated_on.clamp(first, days_after(AS_OF, -5)).to_string(),
        use_zh: format!("只用于“{}”。", project.name_zh),
        use_en: format!("Only for “{}”.", project.name_en),
        project_id: Some(project.id.clone()),
        published_on: None,
    }
}

fn lines_for_county(
    gazetteer: &Gazetteer<'_>,
    (county, year, source): (&str, i64, &str),
    shared: &[(&Project, i64)],
    chance: &mut Chance,
) -> Vec<FundLine> {
    let allocated_fen: i64 = shared.iter().map(|(_, fen)| fen).sum();
    if allocated_fen == 0 {
        return Vec::new();
    }
    let rounded_up = (allocated_fen - 1) / TEN_THOUSAND_YUAN_FEN + 1;
    let whole_fen =
        (rounded_up + rounded_up * i64::from(chance.below(5)) / 100) * TEN_THOUSAND_YUAN_FEN;
    let first_fen = whole_fen * 6 / 10 / TEN_THOUSAND_YUAN_FEN * TEN_THOUSAND_YUAN_FEN;
    let parts = if whole_fen > LARGE_FEN {
        vec![(first_fen, 2, 4), (whole_fen - first_fen, 6, 9)]
    } else {
        vec![(whole_fen, 2, 6)]
    };
    let region = gazetteer.place(county);
    let n = shared.len();
    let english_n = if n == 1 { "one project".to_owned() } else { format!("{n} projects") };
    parts
        .into_iter()
        .map(|(amount_fen, from, to)| {
            let [name_zh, name_en] = name(area_of(county), source, year);
            FundLine {
                id: String::new(),
                region_code: county.into(),
                source: source.into(),
                name_zh,
                name_en,
                document_number: String::new(),
                year,
                amount_fen,
                allocated_on: day_of(year, chance.within(from, to), chance).to_string(),
                use_zh: format!("用于{}{year}年的{n}个项目。", region.name),
                use_en: format!("For {english_n} of {year} in {}.", english_name(region)),
                project_id: None,
                published_on: None,
            }
        })
        .collect()
}

fn day_of(year: i64, month: u32, chance: &mut Chance) -> Date {
    let day = i8::try_from(chance.within(1, 25)).expect("a day");
    date(
        i16::try_from(year).expect("a year of the demo"),
        i8::try_from(month).expect("a month"),
        day,
    )
}

/// Until 2025 the five years' transition, from 2026 the normal support.
fn name(area: &Area, source: &str, year: i64) -> [String; 2] {
    let (fund_zh, fund_en) = if year <= 2025 {
        ("财政衔接推进乡村振兴补助资金", "rural revitalisation transition fund")
    } else {
        ("财政常态化帮扶资金", "regular support fund")
    };
    match source {
        "central" => [format!("中央{fund_zh}"), format!("Central {fund_en}")],
        "province" => {
            [format!("{}{fund_zh}", area.province_zh), format!("{} {fund_en}", area.province_en)]
        }
        "city" => [format!("市级{fund_zh}"), format!("City {fund_en}")],
        "county" => [format!("县级{fund_zh}"), format!("County {fund_en}")],
        "sector" => ["行业部门资金".into(), "Sector department money".into()],
        "loan" => {
            ["帮扶小额信贷（贷款，要还）".into(), "Small support loans (to be repaid)".into()]
        }
        _ => ["社会帮扶资金".into(), "Donated support money".into()],
    }
}

/// Most within fifteen working days, which are three weeks at least; one in nine late, one in
/// twenty-five not recorded. None yet where that day is still to come.
fn published_on(line: &FundLine) -> Option<String> {
    let mut chance = Chance::of(&format!("published {}", line.id));
    let n_days = match chance.below(100) {
        0..4 => return None,
        4..15 => chance.within(35, 90),
        _ => chance.within(2, 20),
    };
    let allocated_on: Date = line.allocated_on.parse().expect("the line's own day");
    let published_on = days_after(allocated_on, i64::from(n_days));
    (published_on <= AS_OF).then(|| published_on.to_string())
}

/// Ids and document numbers in the order of the days; the numbers begin anew each year.
fn number(lines: &mut [FundLine]) {
    lines.sort_by(|one, other| {
        let key =
            |it: &FundLine| (it.allocated_on.clone(), it.region_code.clone(), it.source.clone());
        (key(one), &one.project_id).cmp(&(key(other), &other.project_id))
    });
    for area in &AREAS {
        let mut n_in_year: BTreeMap<i64, u32> = BTreeMap::new();
        let own = lines.iter_mut().filter(|it| area.holds(&it.region_code));
        for (index, line) in own.enumerate() {
            let n = n_in_year.entry(line.year).and_modify(|it| *it += 1).or_insert(1);
            line.id = format!("{}-f{:04}", area.slug, index + 1);
            line.document_number = format!("演示〔{}〕{n}号", line.year);
        }
    }
}
