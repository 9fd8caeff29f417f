//! The files of a release that can be downloaded here: of the whole release, and of one county.

use std::path::{Path, PathBuf};

use leptos::prelude::*;

use super::dictionary;
use crate::parts::place_head::Place;
use crate::parts::{counts, names};
use crate::site::visit::Visit;

/// The files of a release as a whole, with the words that say what each is for.
const WHOLE: [(&str, &str); 5] = [
    ("SHA256SUMS", "open.file.sums"),
    ("release.json", "open.file.release"),
    ("dictionary.json", "open.file.dictionary"),
    ("catalog.ttl", "open.file.catalog"),
    ("catalog.jsonld", "open.file.catalog"),
];

/// The files of a county that are no tables.
const OF_COUNTY: [(&str, &str); 2] =
    [("oc4ids.json", "open.file.oc4ids"), ("datapackage.json", "open.file.package")];

const FORMATS: [&str; 3] = ["csv", "xlsx", "json"];

/// The place whose files hold a place's records: its county, or itself above the counties.
pub fn county(code: &str) -> String {
    format!("{}000000", &code[..6])
}

/// Where the files of a release lie, if they lie here.
pub struct Folder {
    release: i64,
    root: PathBuf,
}

impl Folder {
    pub fn of(visit: &Visit) -> Option<Self> {
        let release = visit.release.as_ref()?.number;
        let root = visit.portal.settings.files.join("releases").join(release.to_string());
        root.is_dir().then_some(Self { release, root })
    }

    fn has(&self, path: &str) -> bool {
        self.root.join(path).is_file()
    }

    fn address(&self, path: &str) -> String {
        format!("/data/releases/{}/{path}", self.release)
    }

    /// The names of the tables that a county has, in the order of their names.
    fn tables(&self, county: &str) -> Vec<String> {
        let names = std::fs::read_dir(self.root.join(county)).into_iter().flatten();
        let mut tables: Vec<String> = names
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                let is_table = path.extension().is_some_and(|it| it == "csv");
                is_table.then(|| stem(&path)).flatten()
            })
            .collect();
        tables.sort();
        tables
    }
}

fn stem(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_owned())
}

/// The whole release, then the county that was asked for.
pub fn section(visit: &Visit, folder: &Folder, place: Option<&Place>) -> AnyView {
    let whole = items(visit, folder, "", &WHOLE);
    let all = visit.link(&folder.address(""));
    view! {
        <h3>{visit.say("open.whole")}" "{counts::demo_badge(visit)}</h3>
        <ul>{whole}</ul>
        <p><a href=all>{visit.say("open.all_files")}</a></p>
        {place.map(|it| of_place(visit, folder, it))}
    }
    .into_any()
}

fn of_place(visit: &Visit, folder: &Folder, place: &Place) -> AnyView {
    let county = county(&place.region().code);
    let name = place
        .way
        .iter()
        .find(|it| it.code == county)
        .map_or_else(|| place.name(visit), |it| names::place(visit, it));
    let heading = visit.fill("open.of_place", &[("place", &name)]);
    let tables = folder.tables(&county);
    if tables.is_empty() {
        return view! { <h3>{heading}</h3><p>{visit.say("open.no_files")}</p> }.into_any();
    }
    let rows: Vec<AnyView> = tables.iter().map(|it| row(visit, folder, &county, it)).collect();
    let others = items(visit, folder, &format!("{county}/"), &OF_COUNTY);
    view! {
        <h3 id="place">{heading.clone()}" "{counts::demo_badge(visit)}</h3>
        <div class="scroll" tabindex="0" role="region" aria-label=heading>
            <table class="table">
                <caption>{visit.say("open.tables")}</caption>
                <thead><tr>
                    <th scope="col">{visit.say("open.table")}</th>
                    <th scope="col">{visit.say("open.formats")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <ul>{others}</ul>
    }
    .into_any()
}

fn row(visit: &Visit, folder: &Folder, county: &str, table: &str) -> AnyView {
    let links: Vec<AnyView> = FORMATS
        .into_iter()
        .map(|format| (format, format!("{county}/{table}.{format}")))
        .filter(|(_, path)| folder.has(path))
        .map(|(format, path)| {
            let label = format!("{table} {format}");
            view! {
                <a href=folder.address(&path) aria-label=label>{format.to_uppercase()}</a>" "
            }
            .into_any()
        })
        .collect();
    view! { <tr><th scope="row">{dictionary::name(visit, table)}</th><td>{links}</td></tr> }
        .into_any()
}

fn items(
    visit: &Visit,
    folder: &Folder,
    below: &str,
    all: &[(&'static str, &'static str)],
) -> Vec<AnyView> {
    all.iter()
        .filter(|(name, _)| folder.has(&format!("{below}{name}")))
        .map(|(name, key)| {
            let address = folder.address(&format!("{below}{name}"));
            view! { <li><a href=address>{*name}</a>": "{visit.say(key)}</li> }.into_any()
        })
        .collect()
}
