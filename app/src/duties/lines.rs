//! One duty of a place, record by record: what the counts count.

use std::cmp::Reverse;

use casework::duty::{Duty, Records, Standing};
use store::ProjectDays;

use super::reading::{NOTICES, Reading, years};
use crate::parts::list::encoded;
use crate::site::error::PageError;
use crate::site::visit::Visit;

/// One record and where it stands.
pub struct Line {
    pub name_zh: String,
    pub name_en: String,
    pub region_code: String,
    pub standing: Standing,
    /// Its address, without the mark of the language.
    pub path: String,
}

/// The worst first.
pub async fn lines(visit: &Visit, code: &str, duty: &Duty) -> Result<Vec<Line>, PageError> {
    let reading = Reading::new(visit).await?;
    let mut lines = match duty.records {
        Records::Fund => allocations(visit, &reading, code, duty).await?,
        Records::Library | Records::BeforeStart | Records::AfterEnd | Records::Acceptance => {
            let projects = visit.portal.store.project_days(visit.release_number(), code).await?;
            projects.iter().filter_map(|it| project(&reading, duty, it)).collect()
        }
        Records::AnnualPlan | Records::AnnualResult => {
            let projects = visit.portal.store.project_days(visit.release_number(), code).await?;
            years(&projects).into_iter().map(|it| year(&reading, duty, it)).collect()
        }
        Records::None => Vec::new(),
        records => match NOTICES.into_iter().find(|it| it.1 == records) {
            Some((kind, _)) => notices(visit, &reading, code, duty, kind).await?,
            None => Vec::new(),
        },
    };
    lines.sort_by(|one, other| {
        (rank(one.standing), &one.path).cmp(&(rank(other.standing), &other.path))
    });
    Ok(lines)
}

async fn allocations(
    visit: &Visit,
    reading: &Reading<'_>,
    code: &str,
    duty: &Duty,
) -> Result<Vec<Line>, PageError> {
    let funds = visit.portal.store.dated_funds(visit.release_number(), code).await?;
    let line = |it: store::DatedRecord| Line {
        standing: reading.standing(duty, reading.dated(&it.days)),
        path: format!("/r/{}/funds?q={}", it.region_code, encoded(&it.number)),
        name_zh: format!("{} {}", it.name_zh, it.number),
        name_en: format!("{} {}", it.name_en, it.number),
        region_code: it.region_code,
    };
    Ok(funds.into_iter().map(line).collect())
}

async fn notices(
    visit: &Visit,
    reading: &Reading<'_>,
    code: &str,
    duty: &Duty,
    kind: &str,
) -> Result<Vec<Line>, PageError> {
    let notices = visit.portal.store.dated_notices(visit.release_number(), code, kind).await?;
    let line = |it: store::DatedRecord| Line {
        standing: reading.standing(duty, reading.dated(&it.days)),
        path: format!("/notices/{}", it.id),
        name_zh: it.name_zh,
        name_en: it.name_en,
        region_code: it.region_code,
    };
    Ok(notices.into_iter().map(line).collect())
}

fn project(reading: &Reading<'_>, duty: &Duty, project: &ProjectDays) -> Option<Line> {
    let events = reading.of_project(duty.records, project)?;
    Some(Line {
        name_zh: project.name_zh.clone(),
        name_en: project.name_en.clone(),
        region_code: project.region_code.clone(),
        standing: reading.standing(duty, events),
        path: format!("/projects/{}", project.id),
    })
}

fn year(reading: &Reading<'_>, duty: &Duty, (county, year): (String, i64)) -> Line {
    let code = format!("{county}000000");
    Line {
        name_zh: format!("{year}年"),
        name_en: year.to_string(),
        standing: reading.standing(duty, reading.of_year(duty.records, year)),
        path: format!("/r/{code}/projects?year={year}"),
        region_code: code,
    }
}

/// What is missing the longest, then what was latest, then what nobody can tell.
fn rank(standing: Standing) -> (u8, Reverse<u32>, String) {
    match standing {
        Standing::Missing { since } => (0, Reverse(0), since.to_string()),
        Standing::Late { by, on } => (1, Reverse(by), on.to_string()),
        Standing::Short { by, on } => (2, Reverse(by), on.to_string()),
        Standing::Unknown(_) => (3, Reverse(0), String::new()),
        Standing::DueIn { by, .. } => (4, Reverse(0), by.to_string()),
        Standing::OnTime { on } => (5, Reverse(0), on.to_string()),
    }
}
