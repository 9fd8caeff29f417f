//! A library of packs: every file of it, by its name, and which pack is in force where and when.

use std::collections::BTreeMap;

use super::frame::{Document, DocumentsFrame, File, PackFrame, QuestionFrame, QuestionsFrame};
use super::{Problem, SourceError};

/// The files of a folder of packs, as text, by their name below it: `demo-2026/pack.toml`.
#[derive(Clone, Debug, Default)]
pub struct Library {
    files: BTreeMap<String, String>,
}

/// The days and place of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    pub id: String,
    pub extends: Option<String>,
    pub region: String,
    /// `demo` or `confirmed`.
    pub status: String,
    pub valid_from: String,
    pub valid_to: String,
    pub gap_before: Option<String>,
}

/// Why no pack, or no one pack, is in force.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotInForce {
    #[error("no rules are in force for {region} on {on}")]
    Gap { region: String, on: String },
    #[error("{} are both in force for {region} on {on}", .packs.join(" and "))]
    Overlap { region: String, on: String, packs: Vec<String> },
}

const NATION: &str = "000000000000";

impl Library {
    /// Files by their name below the folder, with `/` between its parts.
    pub fn new(files: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { files: files.into_iter().collect() }
    }

    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.files.get(name).map(String::as_str)
    }

    /// Whether there is a pack of this name.
    pub fn has(&self, id: &str) -> bool {
        self.files.contains_key(&pack_file(id))
    }

    /// Every pack's head, by region and day.
    pub fn heads(&self) -> Result<Vec<Head>, SourceError> {
        let ids = self.files.keys().filter_map(|name| name.strip_suffix("/pack.toml"));
        let head = |id: &str| self.frame(id).map(|file| head(&file.frame));
        let mut heads: Vec<Head> = ids.map(head).collect::<Result<_, _>>()?;
        heads.sort_by(|a, b| (&a.region, &a.valid_from).cmp(&(&b.region, &b.valid_from)));
        Ok(heads)
    }

    /// The pack in force for a place on a day (`YYYY-MM-DD`): its own, or its province's, or the
    /// nation's.
    ///
    /// # Errors
    /// No pack, or more than one.
    pub fn in_force(&self, heads: &[Head], region: &str, on: &str) -> Result<String, NotInForce> {
        let of_region = |region: &str| -> Vec<String> {
            let in_force = |it: &&Head| {
                it.region == region && (it.valid_from.as_str()..=it.valid_to.as_str()).contains(&on)
            };
            heads.iter().filter(in_force).map(|it| it.id.clone()).collect()
        };
        for place in wider(region) {
            let mut packs = of_region(&place);
            match packs.len() {
                0 => {}
                1 => return Ok(packs.remove(0)),
                _ => return Err(NotInForce::Overlap { region: place, on: on.into(), packs }),
            }
        }
        Err(NotInForce::Gap { region: region.into(), on: on.into() })
    }

    /// The pack and those it lies upon, the widest first.
    pub(super) fn layers(&self, id: &str) -> Result<Vec<File<PackFrame>>, SourceError> {
        let mut layers = vec![self.frame(id)?];
        while let Some(below) = layers.last().and_then(|it| it.frame.extends.as_ref()) {
            let top = &layers[layers.len() - 1];
            let name = below.get_ref().clone();
            if layers.iter().any(|it| it.frame.id == name) {
                return Err(top.fault(below, Problem::Circle(name)));
            }
            let layer = self.frame(&name).map_err(|error| match error.problem {
                Problem::NoFile(file) => top.fault(below, Problem::NoFile(file)),
                _ => error,
            })?;
            layers.push(layer);
        }
        layers.reverse();
        Ok(layers)
    }

    fn frame(&self, id: &str) -> Result<File<PackFrame>, SourceError> {
        self.file(&pack_file(id))
    }

    pub(super) fn file<T: serde::de::DeserializeOwned>(
        &self,
        name: &str,
    ) -> Result<File<T>, SourceError> {
        let text = self.files.get(name).ok_or_else(|| SourceError {
            file: name.to_owned(),
            line: 1,
            problem: Problem::NoFile(name.to_owned()),
        })?;
        File::parse(name, text)
    }

    /// Every question there is, with the file that it stands in.
    pub(super) fn questions(&self) -> Result<Vec<(File<()>, QuestionFrame)>, SourceError> {
        let mut questions = Vec::new();
        for (name, text) in self.named("questions") {
            let file = File::<QuestionsFrame>::parse(name, text)?;
            for question in file.frame.questions {
                let file = File { name: file.name.clone(), text: file.text.clone(), frame: () };
                questions.push((file, question));
            }
        }
        Ok(questions)
    }

    /// Every document that rules come from, by its key.
    pub fn documents(&self) -> Result<BTreeMap<String, Document>, SourceError> {
        let mut documents = BTreeMap::new();
        for (name, text) in self.named("documents") {
            documents.extend(File::<DocumentsFrame>::parse(name, text)?.frame.documents);
        }
        Ok(documents)
    }

    /// `questions.toml`, `questions-local.toml` and so on.
    fn named<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let fits = move |name: &str| {
            name.strip_prefix(stem)
                .and_then(|it| it.strip_suffix(".toml"))
                .is_some_and(|it| it.is_empty() || it.starts_with('-'))
        };
        self.files().filter(move |(name, _)| fits(name))
    }
}

fn pack_file(id: &str) -> String {
    format!("{id}/pack.toml")
}

fn head(frame: &PackFrame) -> Head {
    Head {
        id: frame.id.clone(),
        extends: frame.extends.as_ref().map(|it| it.get_ref().clone()),
        region: frame.region.clone(),
        status: frame.status.get_ref().clone(),
        valid_from: frame.valid_from.get_ref().clone(),
        valid_to: frame.valid_to.get_ref().clone(),
        gap_before: frame.gap_before.clone(),
    }
}

/// The place, its county, its city, its province, the nation: `450481103203` → `450481000000` → ….
fn wider(region: &str) -> impl Iterator<Item = String> {
    let cut = |n_digits: usize| {
        let kept = region.get(..n_digits.min(region.len())).unwrap_or("");
        format!("{kept:0<12}")
    };
    let mut places = vec![cut(12), cut(9), cut(6), cut(4), cut(2), NATION.to_owned()];
    places.dedup();
    places.into_iter()
}
