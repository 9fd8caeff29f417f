//! From what is published to the events that the clock judges, and the counts of them.

use std::collections::{BTreeMap, BTreeSet};

use casework::duty::{Done, Duty, Events, Records, Standing, Tally, standing};
use jiff::civil::{Date, date};
use store::published::ProjectDetails;
use store::{DayGroup, ProjectDays, RecordDays};

use super::CATALOGUE;
use crate::parts::days;
use crate::site::error::PageError;
use crate::site::visit::Visit;

/// The first six digits of a county's code, and the duty.
pub type Key = (String, String);

/// Counts by county and duty; a county is its first six digits.
pub type Tallies = BTreeMap<Key, Tally>;

/// The duties that one project tells about.
pub const OF_PROJECTS: [Records; 4] =
    [Records::Library, Records::BeforeStart, Records::AfterEnd, Records::Acceptance];

/// When each release was published, and what day it describes.
pub struct Releases(BTreeMap<i64, (Date, Date)>);

impl Releases {
    pub async fn load(visit: &Visit) -> Result<Self, PageError> {
        let releases = visit.portal.store.releases().await?;
        let dated = releases.iter().filter(|it| it.number <= visit.release_number());
        let days = dated.filter_map(|it| {
            Some((it.number, (days::parse(&it.published_at)?, days::parse(&it.as_of)?)))
        });
        Ok(Self(days.collect()))
    }

    /// Public on the day of the release at the latest.
    fn done_by(&self, number: Option<i64>) -> Done {
        let day = number.and_then(|it| self.0.get(&it)).map(|it| it.0);
        day.map_or(Done::SomeDay, Done::AtLatest)
    }

    /// The first that tells of a day's evening.
    fn after(&self, day: Date) -> Done {
        let first = self.0.values().find(|(_, as_of)| day <= *as_of);
        first.map_or(Done::Not, |(published, _)| Done::AtLatest(*published))
    }
}

/// Where the day stands, and when releases came.
pub struct Reading<'v> {
    visit: &'v Visit,
    releases: Releases,
}

impl<'v> Reading<'v> {
    pub async fn new(visit: &'v Visit) -> Result<Self, PageError> {
        Ok(Self { visit, releases: Releases::load(visit).await? })
    }

    pub fn standing(&self, duty: &Duty, events: Events) -> Standing {
        standing(duty, events, self.visit.today, &self.visit.portal.calendar)
    }

    /// The counts of a place and of all places in it.
    pub async fn tallies(&self, code: &str) -> Result<Tallies, PageError> {
        let (store, release) = (&self.visit.portal.store, self.visit.release_number());
        let mut tallies = Tallies::new();
        let mut add = |county: &str, records: Records, events: Events, n: i64| {
            let Some(duty) = CATALOGUE.told_by(records) else { return };
            let tally = tallies.entry((county.to_owned(), duty.id.clone())).or_default();
            tally.count(self.standing(duty, events), n);
        };
        for group in store.day_groups(release, code).await? {
            let DayGroup { county, kind, days, n } = group;
            if let Some(records) = records_of(&kind) {
                add(&county, records, self.dated(&days), n);
            }
        }
        let projects = store.project_days(release, code).await?;
        for project in &projects {
            for records in OF_PROJECTS {
                if let Some(events) = self.of_project(records, project) {
                    add(county_of(&project.region_code), records, events, 1);
                }
            }
        }
        for (county, year) in years(&projects) {
            for records in [Records::AnnualPlan, Records::AnnualResult] {
                add(&county, records, self.of_year(records, year), 1);
            }
        }
        Ok(tallies)
    }

    /// An allocation or a notice.
    pub fn dated(&self, days: &RecordDays) -> Events {
        let done = match (&days.done_on, days.seen_in) {
            (Some(day), _) => days::parse(day).map_or(Done::SomeDay, Done::On),
            (None, seen_in) => self.releases.done_by(seen_in),
        };
        Events { from: days::parse(&days.from_on), done }
    }

    /// What a project tells about one of its duties; none where it has not come to that.
    pub fn of_project(&self, records: Records, project: &ProjectDays) -> Option<Events> {
        let day = |day: &Option<String>| day.as_deref().and_then(days::parse);
        let details = &project.details;
        let (start, end) = (day(&project.actual_start_on), day(&project.actual_end_on));
        let recorded = |day: Option<Date>, seen_in| {
            day.map_or_else(|| self.releases.done_by(seen_in), Done::On)
        };
        match records {
            Records::Library => {
                let done = recorded(day(&details.published_on), Some(project.seen_in));
                Some(Events { from: day(&details.listed_on), done })
            }
            Records::BeforeStart => {
                let has_begun = !matches!(project.stage.as_str(), "listed" | "approved");
                let planned = days::parse(&project.planned_start_on);
                // Not begun though planned: until it begins, no day counts.
                let to_come = planned.filter(|it| self.visit.today < *it);
                let from = if has_begun { start } else { Some(start.or(to_come)?) };
                let is_before = |it: Date| end.is_none_or(|end| it < end);
                Some(Events {
                    from,
                    done: posted(day(&project.posted_before_on), details, is_before),
                })
            }
            Records::AfterEnd => {
                let is_done = matches!(project.stage.as_str(), "finished" | "accepted");
                let is_after = |it: Date| end.is_some_and(|end| end <= it);
                let done = posted(day(&project.posted_after_on), details, is_after);
                (is_done || end.is_some()).then_some(Events { from: end, done })
            }
            Records::Acceptance => (project.stage == "accepted").then(|| Events {
                from: day(&details.accepted_on),
                done: self.releases.done_by(project.accepted_in),
            }),
            _ => None,
        }
    }

    /// What a county owes for a year. Nobody records when its plan was made.
    pub fn of_year(&self, records: Records, year: i64) -> Events {
        let end = i16::try_from(year).ok().map(|it| date(it, 12, 31));
        match end {
            Some(end) if records == Records::AnnualResult => {
                Events { from: Some(end), done: self.releases.after(end) }
            }
            _ => Events { from: None, done: Done::SomeDay },
        }
    }
}

/// By a notice here, or by a posting that the project's documents name.
fn posted(notice: Option<Date>, details: &ProjectDetails, is_meant: impl Fn(Date) -> bool) -> Done {
    let postings = || details.documents.iter().filter(|it| it.kind == "posting");
    let dated = postings().filter_map(|it| days::parse(it.dated_on.as_deref()?));
    let first = dated.filter(|it| is_meant(*it)).chain(notice).min();
    match first {
        Some(day) => Done::On(day),
        None if postings().any(|it| it.dated_on.is_none()) => Done::SomeDay,
        None => Done::Not,
    }
}

/// The counties and years in which there are projects.
pub fn years(projects: &[ProjectDays]) -> BTreeSet<(String, i64)> {
    projects.iter().map(|it| (county_of(&it.region_code).to_owned(), it.year)).collect()
}

pub fn county_of(code: &str) -> &str {
    code.get(..6).unwrap_or(code)
}

/// The duty of allocations, or of notices of one kind.
fn records_of(kind: &str) -> Option<Records> {
    let allocations = ("allocation", Records::Fund);
    let all = std::iter::once(allocations).chain(NOTICES);
    all.into_iter().find_map(|(it, records)| (it == kind).then_some(records))
}

/// The kinds of notices, and the duty that each tells about.
pub const NOTICES: [(&str, Records); 4] = [
    ("project", Records::ProjectNotice),
    ("fund", Records::FundNotice),
    ("monitor", Records::MonitorNotice),
    ("dibao", Records::DibaoNotice),
];
