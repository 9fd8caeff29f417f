//! The demo data: the figures of five real documents, and around them a made-up register, projects,
//! funds and notices for the places they speak of. The same day gives the same data, everywhere.
//!
//! What is made up, and how, is told in `data/README.md`. The made-up register is never stored: only
//! its protected tables leave this module.

mod area;
mod chance;
mod counts;
mod csv;
mod documents;
mod english;
mod funds;
mod gazetteer;
mod letters;
mod money;
mod notice_template;
mod notices;
mod place_name;
mod project_template;
mod projects;
mod register;
mod schedule;
mod share;
#[cfg(test)]
mod tests;
mod yuan;

use anyhow::Context;
use jiff::civil::Date;
use store::published::{Region, Release, ReleaseContent};

use gazetteer::Gazetteer;

/// The day that the made-up data describe.
const AS_OF: Date = jiff::civil::date(2026, 9, 30);

/// The places of the five documents, from province to village, with their names in letters.
pub fn regions() -> anyhow::Result<Vec<Region>> {
    gazetteer::read_regions(include_str!("../../../data/regions.csv"))
        .context("read the demo places")
}

/// Release 1. Only the notices depend on `today` (`YYYY-MM-DD`), so that some of them are open.
pub fn demo_release(today: &str) -> anyhow::Result<ReleaseContent> {
    let today: Date = today.parse().context("read the day the demo is loaded")?;
    let regions = regions()?;
    let gazetteer = Gazetteer::of(&regions);

    let counts = counts::count_tables(&gazetteer)?;
    let projects = projects::projects(&gazetteer, &counts)?;
    let funds = funds::fund_lines(&gazetteer, &projects);
    let notices =
        notices::Board { gazetteer: &gazetteer, today }.notices(&counts, &projects, &funds)?;
    Ok(ReleaseContent {
        release: Release {
            number: 1,
            published_at: "2026-10-15T01:00:00.000Z".into(),
            as_of: AS_OF.to_string(),
            title_zh: "演示数据：第1期公开".into(),
            title_en: "Demo data: release 1".into(),
            ..Release::default()
        },
        sources: documents::sources()?,
        figures: documents::figures()?,
        counts,
        projects,
        funds,
        notices,
        ..ReleaseContent::default()
    })
}
