//! The demo data: the figures of five real documents, and around them a made-up register, projects,
//! funds, contracts, payments and notices for the places they speak of. The same day gives the same
//! data, everywhere.
//!
//! What is made up, and how, is told in `data/README.md`. The made-up register is never stored: only
//! its protected tables leave this module.

mod area;
mod chance;
mod changes;
mod contracts;
mod correction;
mod counts;
mod csv;
mod details;
mod documents;
mod english;
mod funds;
mod gazetteer;
pub mod letters;
mod money;
mod notice_template;
mod notices;
mod output;
mod payee;
mod payments;
mod place_name;
mod project_template;
mod projects;
mod register;
mod rewind;
mod sayings;
mod schedule;
mod share;
#[cfg(test)]
mod tests;
mod yuan;

use anyhow::Context;
use jiff::civil::{Date, date};
use store::published::{Region, Release, ReleaseContent};

use counts::Counts;
use gazetteer::Gazetteer;
use notices::{Board, Numbers};
use payments::Books;
use register::Moment;
use rewind::Rewind;

/// The day that the made-up data of the second release describe, and of the first.
const AS_OF: Date = date(2026, 9, 30);
const FIRST_AS_OF: Date = date(2026, 6, 30);

/// The places of the five documents, from province to village, with their names in letters.
pub fn regions() -> anyhow::Result<Vec<Region>> {
    gazetteer::read_regions(include_str!("../../../data/regions.csv"))
        .context("read the demo places")
}

/// Releases 1 and 2, in this order. Only the notices of release 2 depend on `today` (`YYYY-MM-DD`),
/// so that some of them are open.
pub fn demo_releases(today: &str) -> anyhow::Result<Vec<ReleaseContent>> {
    let today: Date = today.parse().context("read the day the demo is loaded")?;
    let regions = regions()?;
    let gazetteer = Gazetteer::of(&regions);

    let first_counts = Counts::of(&gazetteer, Moment::First, &Counts::default())?;
    let counts = Counts::of(&gazetteer, Moment::Second, &first_counts)?;
    let mut second = records(&gazetteer, counts)?;
    let mut first = rewound(&gazetteer, &second, first_counts)?;
    let now = Board { gazetteer: &gazetteer, today, as_of: AS_OF, numbers: Numbers::NOW };
    second.notices = now.notices(&second)?;
    second.notices.extend(first.notices.iter().cloned());
    let corrections = correction::corrections(&mut first.projects)?;
    second.reasons = changes::reasons(&first, &second, corrections);
    Ok(vec![first, second])
}

/// Whether the place is one of the five areas: the tables of each are protected on their own.
pub fn is_root(code: &str) -> bool {
    area::AREAS.iter().any(|it| it.code == code)
}

/// Whether the release is one of the demo's, and another of them follows.
pub fn has_next(release: &Release) -> bool {
    release.title_zh == self::release(1, "", FIRST_AS_OF).title_zh
}

/// The second release but for its notices and reasons.
fn records(gazetteer: &Gazetteer<'_>, counts: Counts) -> anyhow::Result<ReleaseContent> {
    let mut projects = projects::projects(gazetteer, &counts.n_households())?;
    let deals = contracts::deals(&mut projects)?;
    let funds = funds::fund_lines(gazetteer, &projects);
    let payments = Books::of(gazetteer, &deals).payments(&projects, &funds);
    Ok(ReleaseContent {
        release: release(2, "2026-10-15T01:00:00.000Z", AS_OF),
        sources: documents::sources()?,
        figures: documents::figures()?,
        counts: counts.tables,
        units: counts.units,
        projects: projects.into_iter().map(|(project, _)| project).collect(),
        funds,
        contracts: deals.into_iter().map(|it| it.contract).collect(),
        payments,
        ..ReleaseContent::default()
    })
}

/// The first release but for its mistakes.
fn rewound(
    gazetteer: &Gazetteer<'_>,
    second: &ReleaseContent,
    counts: Counts,
) -> anyhow::Result<ReleaseContent> {
    let day = FIRST_AS_OF.to_string();
    let rewind = Rewind::to(gazetteer, &day, second);
    let mut first = ReleaseContent {
        release: release(1, "2026-07-15T01:00:00.000Z", FIRST_AS_OF),
        sources: second.sources.clone(),
        figures: second.figures.clone(),
        counts: counts.tables,
        units: counts.units,
        projects: second.projects.iter().filter_map(|it| rewind.project(it)).collect(),
        funds: second.funds.iter().filter_map(|it| rewind.fund(it)).collect(),
        contracts: second.contracts.iter().filter_map(|it| rewind.contract(it)).collect(),
        payments: second.payments.iter().filter_map(|it| rewind.payment(it)).collect(),
        ..ReleaseContent::default()
    };
    let then = Board { gazetteer, today: FIRST_AS_OF, as_of: FIRST_AS_OF, numbers: Numbers::THEN };
    first.notices = then.notices(&first)?;
    Ok(first)
}

fn release(number: i64, published_at: &str, as_of: Date) -> Release {
    Release {
        number,
        published_at: published_at.into(),
        as_of: as_of.to_string(),
        title_zh: format!("演示数据：第{number}期公开"),
        title_en: format!("Demo data: release {number}"),
        publisher_zh: "阳光演示办公室（演示，不是真的单位）".into(),
        publisher_en: "Yangguang demo office (demo: not a real office)".into(),
        legal_basis_zh: "《政府信息公开条例》第二十条第十项；《国务院扶贫办 财政部关于完善\
                         扶贫资金项目公告公示制度的指导意见》（2018年）"
            .into(),
        legal_basis_en: "Regulations on Open Government Information, article 20 (10); Guiding \
                         Opinions of the State Council Leading Group Office of Poverty Alleviation \
                         and the Ministry of Finance on announcing and posting poverty-relief \
                         funds and projects (2018)"
            .into(),
    }
}
