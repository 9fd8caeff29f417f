//! Flags: what the published rules find, on a project's page and in a list of a place.

pub mod list;
mod rules;
mod said;
pub mod section;

use std::collections::BTreeMap;

use disclosure::flags::{Flag, RuleId, Seen, flags, same_photos};
use jiff::civil::Date;
use store::{CheckedProject, ProjectPhoto};

pub use rules::rules;

/// A project and one of its flags.
#[derive(Clone, Debug)]
pub struct Flagged<'a> {
    pub project: &'a CheckedProject,
    pub flag: Flag,
}

/// What the rules find in these projects on a day. `photos` may be of more projects than these.
pub fn flagged<'a>(
    projects: &'a [CheckedProject],
    photos: &[ProjectPhoto],
    day: Date,
) -> Vec<Flagged<'a>> {
    let mut same = same(photos);
    let mut found = Vec::new();
    for project in projects {
        let own = flags(&project.facts, rules(), day).into_iter().chain(same.remove(&project.id));
        found.extend(own.map(|flag| Flagged { project, flag }));
    }
    found
}

/// The flags of photos that are there twice, by project.
pub fn same(photos: &[ProjectPhoto]) -> BTreeMap<String, Flag> {
    let Some(limit) = rules().limit(RuleId::SamePhoto) else { return BTreeMap::new() };
    let seen =
        photos.iter().filter_map(|it| Seen::read(&it.project_id, &it.photo.moment, &it.photo.look));
    same_photos(&seen.collect::<Vec<_>>(), u32::try_from(limit).unwrap_or(0))
}

/// The place whose photos are compared with those of a place: its county, or itself if it is larger.
pub fn compared_in(code: &str) -> String {
    match code.get(4..6) {
        Some("00") | None => code.to_owned(),
        Some(_) => format!("{}000000", &code[..6]),
    }
}
