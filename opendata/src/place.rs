//! Which records of a release belong to which publishing place: a county, or the city, province or
//! country above it for what belongs to no county.

use std::collections::{BTreeMap, BTreeSet};

use disclosure::published::{
    Contract, CountTable, Figure, FundLine, Notice, Payment, Project, PublicationUnit, Region,
    ReleaseContent, SourceDocument,
};

use crate::table::Location;

/// What each row says of its release.
#[derive(Clone, Copy)]
pub struct Stamp<'a> {
    pub release: i64,
    pub as_of: &'a str,
}

/// The records of one publishing place, in the order of the release.
#[derive(Default)]
pub struct Place<'a> {
    pub projects: Vec<&'a Project>,
    pub funds: Vec<&'a FundLine>,
    pub contracts: Vec<&'a Contract>,
    pub payments: Vec<&'a Payment>,
    pub counts: Vec<&'a CountTable>,
    pub figures: Vec<&'a Figure>,
    pub notices: Vec<&'a Notice>,
    pub sources: Vec<&'a SourceDocument>,
    /// The places one level down that publish in a folder of their own.
    pub below: BTreeSet<String>,
}

/// A release, put in order by place.
pub struct Places<'a> {
    pub by_code: BTreeMap<String, Place<'a>>,
    pub regions: BTreeMap<&'a str, &'a Region>,
    pub units: BTreeMap<&'a str, &'a PublicationUnit>,
    projects: BTreeMap<&'a str, &'a Project>,
    pub stamp: Stamp<'a>,
}

/// Where a record goes whose place is not known.
const NOWHERE: &str = "000000000000";

impl<'a> Places<'a> {
    pub fn new(content: &'a ReleaseContent, regions: &'a [Region]) -> Self {
        let mut places = Self {
            by_code: BTreeMap::new(),
            regions: regions.iter().map(|region| (region.code.as_str(), region)).collect(),
            units: content
                .units
                .iter()
                .flat_map(|unit| unit.members.iter().map(move |code| (code.as_str(), unit)))
                .collect(),
            projects: content.projects.iter().map(|it| (it.id.as_str(), it)).collect(),
            stamp: Stamp { release: content.release.number, as_of: &content.release.as_of },
        };
        places.sort_records(content);
        places.sort_sources(content);
        places.add_places_above();
        places
    }

    /// A region's name; its code where the region is not known.
    pub fn name(&self, code: &'a str) -> &'a str {
        self.regions.get(code).map_or(code, |region| region.name.as_str())
    }

    pub fn at(&self, code: &'a str) -> Location<'a> {
        Location { region_code: code, region_name: self.name(code), project: None }
    }

    /// The place of a project, and the project.
    pub fn of_project(&self, id: &str) -> Location<'a> {
        let project = self.projects.get(id).copied();
        let code = project.map_or(NOWHERE, |it| it.region_code.as_str());
        Location { project, ..self.at(code) }
    }

    fn sort_records(&mut self, content: &'a ReleaseContent) {
        for it in &content.projects {
            self.place(&it.region_code).projects.push(it);
        }
        for it in &content.funds {
            self.place(&it.region_code).funds.push(it);
        }
        for it in &content.contracts {
            let code = self.of_project(&it.project_id).region_code;
            self.place(code).contracts.push(it);
        }
        for it in &content.payments {
            let code = self.of_project(&it.project_id).region_code;
            self.place(code).payments.push(it);
        }
        for it in &content.counts {
            self.place(&it.region_code).counts.push(it);
        }
        for it in &content.figures {
            self.place(&it.region_code).figures.push(it);
        }
        for it in &content.notices {
            self.place(&it.region_code).notices.push(it);
        }
    }

    /// A source document goes wherever a figure names it.
    fn sort_sources(&mut self, content: &'a ReleaseContent) {
        for place in self.by_code.values_mut() {
            let named: BTreeSet<&str> =
                place.figures.iter().map(|it| it.source_id.as_str()).collect();
            place.sources =
                content.sources.iter().filter(|it| named.contains(it.id.as_str())).collect();
        }
    }

    /// The city and the province of each place that publishes, and what each has below it.
    fn add_places_above(&mut self) {
        let mut wanted: Vec<String> = self.by_code.keys().cloned().collect();
        while let Some(code) = wanted.pop() {
            if let Some(above) = self.place_above(&code) {
                if !self.by_code.contains_key(&above) {
                    wanted.push(above.clone());
                }
                self.by_code.entry(above).or_default().below.insert(code);
            }
        }
    }

    /// The next place above that is known as a region: a county of a municipality has no city.
    fn place_above(&self, code: &str) -> Option<String> {
        let candidates =
            [format!("{}00000000", code.get(..4)?), format!("{}0000000000", code.get(..2)?)];
        candidates
            .into_iter()
            .find(|above| above != code && self.regions.contains_key(above.as_str()))
    }

    fn place(&mut self, region_code: &str) -> &mut Place<'a> {
        self.by_code.entry(publishing_place(region_code)).or_default()
    }
}

/// The county of a region; the region itself where it lies above the counties.
pub fn publishing_place(region_code: &str) -> String {
    let is_code = region_code.len() == 12 && region_code.bytes().all(|it| it.is_ascii_digit());
    if is_code { format!("{}000000", &region_code[..6]) } else { NOWHERE.to_owned() }
}
