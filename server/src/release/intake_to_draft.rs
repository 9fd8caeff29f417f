//! Puts what a county's table says into the draft: only what differs from what readers will see anyway,
//! so that the same file twice changes nothing. Households are protected on the way; their exact counts
//! go no further than this module.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use anyhow::Context;
use casework::secret_key::SecretKey;
use disclosure::{Key, Place, Previous, classification, protect, protect_count};
use intake::{Beneficiaries, Gazetteer, Records, RegisterCounts};
use serde::Serialize;
use store::published::{
    CountTable, Project, PublicationUnit, RecordKind, Region, Release, ReleaseContent,
};
use store::{DraftRecord, Store};

use super::assemble::{Identified, assemble};
use super::fault::Fault;
use super::verify::sha256_of_file;
use crate::command::draft::Why;
use crate::demo::letters;

/// Where records come from and why they differ.
pub struct Origin {
    pub file_name: String,
    pub file_sha256: String,
    pub reasons: [String; 2],
    pub complaint: Option<String>,
    pub imported_at: String,
}

impl Origin {
    pub fn of(path: &Path, why: &Why, imported_at: String) -> anyhow::Result<Self> {
        let name =
            path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
        Ok(Self {
            file_name: name,
            file_sha256: sha256_of_file(path)?,
            reasons: why.texts(),
            complaint: why.complaint.clone(),
            imported_at,
        })
    }

    fn record(&self, kind: RecordKind, id: String, body: Option<String>) -> DraftRecord {
        let [reason_zh, reason_en] = self.reasons.clone();
        DraftRecord {
            kind,
            id,
            body,
            reason_zh,
            reason_en,
            complaint: self.complaint.clone(),
            file_name: self.file_name.clone(),
            file_sha256: self.file_sha256.clone(),
            imported_at: self.imported_at.clone(),
        }
    }
}

pub enum Imported {
    Done { n_changed: u64 },
    Refused(Vec<Fault>),
}

/// All of it or nothing.
pub async fn put(
    store: &Store,
    records: Records,
    gazetteer: &Gazetteer,
    origin: &Origin,
    key: &SecretKey,
) -> anyhow::Result<Imported> {
    if let Records::Regions(regions) = records {
        return put_regions(store, regions, gazetteer).await;
    }
    let next = next(store).await?;
    let key = Key::new(key.tag("disclosure", b""));
    let records = match records {
        Records::Regions(_) => Vec::new(),
        Records::Register(counts, _) => {
            match protected(&store.regions().await?, &next, counts, &key, origin) {
                Ok(records) => records,
                Err(faults) => return Ok(Imported::Refused(faults)),
            }
        }
        Records::Projects(projects, beneficiaries) => {
            let projects = with_beneficiaries(projects, &beneficiaries, &next, &key);
            differing(RecordKind::Project, &next.projects, &projects, origin)
        }
        Records::Funds(new) => differing(RecordKind::Fund, &next.funds, &new, origin),
        Records::Contracts(new) => differing(RecordKind::Contract, &next.contracts, &new, origin),
        Records::Payments(new) => differing(RecordKind::Payment, &next.payments, &new, origin),
        Records::Sources(new) => differing(RecordKind::Source, &next.sources, &new, origin),
        Records::Indicators(new) => differing(RecordKind::Figure, &next.figures, &new, origin),
        Records::Notices(new) => differing(RecordKind::Notice, &next.notices, &new, origin),
    };
    let n_changed = store.write_draft(&records).await.context("write the draft")?;
    Ok(Imported::Done { n_changed })
}

/// What readers would see if the draft were published now.
pub async fn next(store: &Store) -> anyhow::Result<ReleaseContent> {
    let current = match store.current_release().await? {
        Some(release) => store.content(release.number).await?,
        None => None,
    };
    assemble(current, &store.draft().await?, Release::default())
}

async fn put_regions(
    store: &Store,
    regions: Vec<Region>,
    gazetteer: &Gazetteer,
) -> anyhow::Result<Imported> {
    let mut changed = Vec::new();
    for mut region in regions {
        if region.pinyin.is_empty() {
            region.pinyin = letters::letters(&region.name);
        }
        if gazetteer.region(&region.code) != Some(&region) {
            changed.push(region);
        }
    }
    store.write_regions(&changed).await.context("write the places")?;
    Ok(Imported::Done { n_changed: changed.len() as u64 })
}

/// The new records that are not there just so.
pub fn differing<T: Identified + Serialize + PartialEq>(
    kind: RecordKind,
    there: &[T],
    new: &[T],
    origin: &Origin,
) -> Vec<DraftRecord> {
    let there: HashMap<String, &T> = there.iter().map(|it| (it.id(), it)).collect();
    new.iter()
        .filter(|it| there.get(&it.id()) != Some(it))
        .map(|it| origin.record(kind, it.id(), Some(json(it))))
        .collect()
}

fn json<T: Serialize>(record: &T) -> String {
    serde_json::to_string(record).expect("texts and numbers are JSON")
}

/// Households that benefit, rounded; what the table does not have (photos) stays.
fn with_beneficiaries(
    projects: Vec<Project>,
    beneficiaries: &Beneficiaries,
    next: &ReleaseContent,
    key: &Key,
) -> Vec<Project> {
    let there: HashMap<&str, &Project> =
        next.projects.iter().map(|it| (it.id.as_str(), it)).collect();
    let rounded = |id: &str, what: &str, n: u32, before: Option<i64>| {
        i64::from(protect_count(key, what, id, n, before))
    };
    projects
        .into_iter()
        .map(|mut project| {
            let before = there.get(project.id.as_str());
            if let Some((planned, actual)) = beneficiaries.by_project.get(&project.id) {
                let old = before.map(|it| it.n_beneficiary_households);
                project.n_beneficiary_households =
                    rounded(&project.id, "beneficiaries", *planned, old);
                let old = before.and_then(|it| it.details.n_benefited_households);
                project.details.n_benefited_households =
                    actual.map(|n| rounded(&project.id, "benefited", n, old));
            }
            if let Some(before) = before {
                project.details.photos.clone_from(&before.details.photos);
            }
            project
        })
        .collect()
}

/// The register's tables for the smallest place that holds all its villages, and the sums above it.
fn protected(
    regions: &[Region],
    next: &ReleaseContent,
    counts: RegisterCounts,
    key: &Key,
    origin: &Origin,
) -> Result<Vec<DraftRecord>, Vec<Fault>> {
    let parents: HashMap<&str, &str> = regions
        .iter()
        .filter_map(|it| Some((it.code.as_str(), it.parent_code.as_deref()?)))
        .collect();
    let Some(root) = common_place(counts.villages.keys(), &parents) else {
        return Err(vec![Fault::new("the register", "its villages lie in no common place")]);
    };
    let above = |code: &str| {
        std::iter::successors(Some(code.to_owned()), |it| {
            parents.get(it.as_str()).map(|it| (*it).to_owned())
        })
    };
    let is_inside = |code: &str| above(code).any(|it| it == root);
    let inside: Vec<&Region> = regions.iter().filter(|it| is_inside(&it.code)).collect();
    let places: Vec<Place<'_>> = inside
        .iter()
        .map(|it| Place {
            code: &it.code,
            parent: it.parent_code.as_deref().filter(|_| it.code != root),
            is_root: it.code == root,
        })
        .collect();
    let previous = Previous { tables: &next.counts, units: &next.units };
    let result = protect(&places, register(counts), &previous, key).map_err(|problems| {
        problems.0.iter().map(|it| Fault::new("the register", it.to_string())).collect::<Vec<_>>()
    })?;
    let tables: Vec<CountTable> = result.tables().collect();
    let units: Vec<PublicationUnit> = result.units().to_vec();

    let mut records = differing(RecordKind::Count, &next.counts, &tables, origin);
    records.extend(differing(RecordKind::Unit, &next.units, &units, origin));
    // What stood there before and does so no more.
    let new: BTreeSet<String> = tables.iter().map(Identified::id).collect();
    let gone = next.counts.iter().filter(|it| is_inside(&it.region_code));
    for table in gone.filter(|it| !new.contains(&it.id())) {
        records.push(origin.record(RecordKind::Count, table.id(), None));
    }
    let new: BTreeSet<String> = units.iter().map(Identified::id).collect();
    let gone = next.units.iter().filter(|it| is_inside(it.code()));
    for unit in gone.filter(|it| !new.contains(&it.id())) {
        records.push(origin.record(RecordKind::Unit, unit.id(), None));
    }
    let mut all: BTreeMap<(String, String), CountTable> = next
        .counts
        .iter()
        .filter(|it| !is_inside(&it.region_code))
        .chain(&tables)
        .map(|it| ((it.region_code.clone(), it.name.clone()), it.clone()))
        .collect();
    for place in above(&root).skip(1) {
        let sums = sums(&place, regions, &all);
        records.extend(differing(RecordKind::Count, &next.counts, &sums, origin));
        all.extend(sums.into_iter().map(|it| ((it.region_code.clone(), it.name.clone()), it)));
    }
    Ok(records)
}

/// The tables of a place as the sums of those directly in it. A table is left out where one of its
/// parts shows coarser classes than another.
fn sums(
    place: &str,
    regions: &[Region],
    all: &BTreeMap<(String, String), CountTable>,
) -> Vec<CountTable> {
    let children = regions.iter().filter(|it| it.parent_code.as_deref() == Some(place));
    let codes: Vec<&str> = children.map(|it| it.code.as_str()).collect();
    let names = intake::register::CLASSIFICATIONS.iter().map(|(name, _)| *name);
    names
        .filter_map(|name| {
            let parts: Vec<&CountTable> = codes
                .iter()
                .filter_map(|code| all.get(&((*code).to_owned(), name.to_owned())))
                .collect();
            let first = parts.first()?;
            if parts.iter().any(|it| !it.cells.keys().eq(first.cells.keys())) {
                return None;
            }
            let mut cells = BTreeMap::new();
            for (class, n) in parts.iter().flat_map(|it| &it.cells) {
                *cells.entry(class.clone()).or_insert(0) += n;
            }
            Some(CountTable { region_code: place.to_owned(), name: name.to_owned(), cells })
        })
        .collect()
}

/// The lowest place, a township or higher, that holds all the villages.
fn common_place<'a>(
    villages: impl Iterator<Item = &'a String>,
    parents: &HashMap<&str, &str>,
) -> Option<String> {
    let way = |code: &str| -> Vec<String> {
        let mut way: Vec<String> =
            std::iter::successors(parents.get(code).copied(), |it| parents.get(it).copied())
                .map(str::to_owned)
                .collect();
        way.reverse();
        way
    };
    let common = villages.map(|it| way(it)).reduce(|a, b| {
        a.into_iter().zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a).collect()
    })?;
    common.last().cloned()
}

/// The exact counts as the protecting method takes them; they end there.
fn register(counts: RegisterCounts) -> disclosure::Register {
    let known: Vec<_> =
        intake::register::CLASSIFICATIONS.iter().filter_map(|(id, _)| classification(id)).collect();
    let mut register = disclosure::Register::new(&known);
    for (code, village) in counts.villages {
        let at = register.village(&code);
        for (place, it) in known.iter().enumerate() {
            if let Some(exact) = village.counts.get(it.id) {
                register.counts_mut(at, place).copy_from_slice(exact);
            }
        }
    }
    register
}
