//! What can only be said of all packs together: each is called as its folder is, and every place of
//! the list has one in force.

use app::rules::places;
use eligibility::source::audit::{Finding, Kind, Severity};
use eligibility::source::{Head, Library, NotInForce, SourceError};

pub fn findings(library: &Library, packs: &[String], today: &str) -> Vec<Finding> {
    // What cannot be read was found with the packs.
    let Ok(heads) = library.heads() else { return Vec::new() };
    let mut findings = misnamed(&heads, packs);
    match places::read(library) {
        Ok(places) => {
            for place in places {
                if let Err(none) = library.in_force(&heads, place.region.get_ref(), today) {
                    let (file, line) = places::stands_at(library, &place);
                    let message = format!("{none} ({})", place.en);
                    findings.push(error(kind(&none), file, line, message));
                }
            }
        }
        Err(SourceError { file, line, problem }) => {
            findings.push(error(Kind::Unreadable, file, line, problem.to_string()));
        }
    }
    findings
}

fn kind(none: &NotInForce) -> Kind {
    match none {
        NotInForce::Gap { .. } => Kind::Gap,
        NotInForce::Overlap { .. } => Kind::Overlap,
    }
}

/// Folders whose pack is called otherwise: nobody finds it by its name.
fn misnamed(heads: &[Head], packs: &[String]) -> Vec<Finding> {
    let is_head = |pack: &String| heads.iter().any(|it| it.id == *pack);
    let folders = packs.iter().filter(|it| !is_head(it));
    let finding = |pack: &String| {
        let message = format!("the pack's id must be the name of its folder, {pack:?}");
        error(Kind::Unreadable, format!("{pack}/pack.toml"), 1, message)
    };
    folders.map(finding).collect()
}

fn error(kind: Kind, file: String, line: usize, message: String) -> Finding {
    Finding { kind, severity: Severity::Error, file, line, message }
}
