//! `oc4ids.json`: a county's infrastructure projects by the Open Contracting for Infrastructure Data
//! Standard 0.9 (<https://standard.open-contracting.org/infrastructure/>). The standard is for what is
//! built; training, subsidies and the like are only in the tables.

mod contract;
mod course;
mod money;
mod parties;
mod project;

use std::collections::BTreeMap;

use disclosure::published::{Contract, Payment, Project, ReleaseContent};

use crate::address::{download_url, release_folder};
use crate::json::{Json, Object};
use crate::options::Options;
use crate::place::{Place, Places};

/// The kinds of projects that build something.
const BUILT: [&str; 3] = ["infrastructure", "housing", "relocation"];

/// A project with what belongs to it.
pub struct Record<'a> {
    pub project: &'a Project,
    pub contracts: Vec<&'a Contract>,
    pub payments: Vec<&'a Payment>,
    pub as_of: &'a str,
    pub options: &'a Options,
}

/// The file; nothing where the county builds nothing: the standard wants one project at least.
pub fn file(
    places: &Places<'_>,
    place: &Place<'_>,
    code: &str,
    content: &ReleaseContent,
    options: &Options,
) -> Option<Vec<u8>> {
    let mut contracts: BTreeMap<&str, Vec<&Contract>> = BTreeMap::new();
    for &it in &place.contracts {
        contracts.entry(&it.project_id).or_default().push(it);
    }
    let mut payments: BTreeMap<&str, Vec<&Payment>> = BTreeMap::new();
    for &it in &place.payments {
        payments.entry(&it.project_id).or_default().push(it);
    }
    let projects: Vec<Object> = place
        .projects
        .iter()
        .filter(|project| BUILT.contains(&project.kind.as_str()))
        .map(|&project| Record {
            project,
            contracts: contracts.remove(project.id.as_str()).unwrap_or_default(),
            payments: payments.remove(project.id.as_str()).unwrap_or_default(),
            as_of: &content.release.as_of,
            options,
        })
        .map(|record| project::object(&record, places))
        .collect();
    (!projects.is_empty()).then(|| package(projects, code, content, options))
}

fn package(
    projects: Vec<Object>,
    code: &str,
    content: &ReleaseContent,
    options: &Options,
) -> Vec<u8> {
    let release = &content.release;
    let path = format!("{}{code}/oc4ids.json", release_folder(release.number));
    let published_at = if release.published_at.is_empty() {
        day(&release.as_of)
    } else {
        Json::from(&release.published_at)
    };
    // The standard has no field for it, and allows none of our own.
    let demo = if options.is_demo { "（演示数据 Demo data）" } else { "" };
    let name = format!("{}{demo}", release.publisher_zh);
    let publisher = Object::new().with("name", name).with("uri", &options.base_url);
    let package = Object::new()
        .with("uri", download_url(options, &path))
        .with("publishedDate", published_at)
        .with("version", "0.9")
        .with("publisher", publisher)
        .with("license", &options.licence.url)
        .with("publicationPolicy", format!("{}/open-data", options.base_url))
        .with("projects", projects);
    Json::from(package).to_file()
}

/// A day as the moment it begins in China; nothing for what is no day.
pub fn day(day: &str) -> Json {
    let is_day = day.len() == 10
        && day
            .bytes()
            .enumerate()
            .all(|(n, byte)| if n == 4 || n == 7 { byte == b'-' } else { byte.is_ascii_digit() });
    if is_day { Json::Text(format!("{day}T00:00:00+08:00")) } else { Json::Null }
}

pub fn maybe_day(it: Option<&String>) -> Json {
    it.map_or(Json::Null, |it| day(it))
}
