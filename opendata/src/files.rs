//! All files of a release, one after the other: only one is held in memory at a time.

use std::collections::VecDeque;

use disclosure::published::{Region, ReleaseContent};

use crate::address::{release_folder, sha256};
use crate::catalog::{Catalog, Listed};
use crate::dictionary;
use crate::options::Options;
use crate::place::Places;
use crate::release_file::{self, about, note};
use crate::{csv_file, oc4ids, package, table_json, tables, xlsx_file};

/// A file to be written as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Below the portal's `/data/`: `releases/3/532901000000/projects.csv`.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The files of a release, place by place in the order of their codes, then those of the whole
/// release; `SHA256SUMS`, which names all others, comes last. Places and tables with nothing in them
/// have no files. The same release, regions and options give the same bytes.
#[must_use]
pub fn files<'a>(
    content: &'a ReleaseContent,
    regions: &'a [Region],
    options: &'a Options,
) -> Files<'a> {
    let places = Places::new(content, regions);
    let codes = places.by_code.keys().cloned().collect();
    Files { content, places, options, codes, ready: VecDeque::new(), listed: Vec::new(), step: 0 }
}

/// See [`files`].
pub struct Files<'a> {
    content: &'a ReleaseContent,
    places: Places<'a>,
    options: &'a Options,
    codes: VecDeque<String>,
    ready: VecDeque<File>,
    listed: Vec<Listed>,
    step: usize,
}

impl Iterator for Files<'_> {
    type Item = File;

    fn next(&mut self) -> Option<File> {
        loop {
            if let Some(file) = self.ready.pop_front() {
                return Some(file);
            }
            if let Some(code) = self.codes.pop_front() {
                self.write_place(&code);
            } else if !self.write_whole() {
                return None;
            }
        }
    }
}

impl Files<'_> {
    fn write_place(&mut self, code: &str) {
        let Some((code, place)) = self.places.by_code.get_key_value(code) else { return };
        let sheets = tables::sheets(&self.places, code, place, self.options);
        let name = self.places.name(code);
        let about =
            || about(self.content, self.options).with("place_code", code).with("place_name", name);
        let mut files = Vec::new();
        let mut add = |name: String, bytes: Vec<u8>| files.push((name, bytes));
        let mut packaged = Vec::new();
        for sheet in &sheets {
            let csv = csv_file::write(sheet, &note(self.content, self.options));
            packaged.push(package::Resource::new(sheet, &csv));
            add(format!("{}.csv", sheet.table.id), csv);
            let lines = release_file::lines(self.content, self.options, name, sheet);
            if let Some(xlsx) = xlsx_file::write(sheet, &lines) {
                add(format!("{}.xlsx", sheet.table.id), xlsx);
            }
            add(format!("{}.json", sheet.table.id), table_json::write(sheet, about()));
        }
        if let Some(bytes) = oc4ids::file(&self.places, place, code, self.content, self.options) {
            add("oc4ids.json".to_owned(), bytes);
        }
        if !packaged.is_empty() {
            let bytes = package::file(&packaged, code, name, self.content, self.options);
            add("datapackage.json".to_owned(), bytes);
        }
        let code = code.clone();
        for (name, bytes) in files {
            self.ready_in(&code, &name, bytes);
        }
    }

    /// Makes the next file of the release as a whole, if there is one more.
    fn write_whole(&mut self) -> bool {
        let (content, options) = (self.content, self.options);
        let about = || about(content, options);
        self.step += 1;
        let (name, bytes) = match self.step {
            1 => ("release.json", release_file::file(about(), content, &self.places, &self.listed)),
            2 => ("dictionary.json", dictionary::file(about(), options)),
            3 => ("catalog.ttl", self.catalog().turtle()),
            4 => ("catalog.jsonld", self.catalog().json_ld()),
            5 => ("SHA256SUMS", self.sums()),
            _ => return false,
        };
        self.ready_in("", name, bytes);
        true
    }

    /// All files but the catalogue's own two forms, which say the same.
    fn catalog(&self) -> Catalog {
        let listed = self.listed.iter().filter(|it| !it.name.starts_with("catalog."));
        Catalog::new(self.content, &self.places, self.options, listed)
    }

    /// As `sha256sum` writes and checks it, in the order of the paths.
    fn sums(&self) -> Vec<u8> {
        let mut lines: Vec<(&str, &str)> =
            self.listed.iter().map(|it| (it.name.as_str(), it.sha256.as_str())).collect();
        lines.sort_unstable();
        lines.iter().flat_map(|(name, sha256)| format!("{sha256}  {name}\n").into_bytes()).collect()
    }

    /// Puts a file of a place, or of the release, with those to be handed out.
    fn ready_in(&mut self, place: &str, name: &str, bytes: Vec<u8>) {
        let name = if place.is_empty() { name.to_owned() } else { format!("{place}/{name}") };
        self.listed.push(Listed {
            place: place.to_owned(),
            sha256: sha256(&bytes),
            n_bytes: bytes.len(),
            name: name.clone(),
        });
        let path = release_folder(self.content.release.number) + &name;
        self.ready.push_back(File { path, bytes });
    }
}
