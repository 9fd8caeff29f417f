//! The audit of a pack finds each kind of fault where it is, and none in the packs of this repository.

mod files;
mod lines;
mod words;

use eligibility::source::Library;
use eligibility::source::audit::{Finding, Kind, Severity, audit};

use crate::edited::{line_of, with_all};
use crate::support::library;

const TODAY: &str = "2026-11-22";
const PACK: &str = "demo-2026/pack.toml";
const LOAN: &str = "programmes/loan.toml";

/// The findings of one kind.
fn found(library: &Library, id: &str, kind: Kind) -> Vec<Finding> {
    audit(library, id, TODAY).into_iter().filter(|it| it.kind == kind).collect()
}

/// The one finding of a kind, which stands on the line of a file that holds the text.
fn only(library: &Library, id: &str, kind: Kind, file: &str, text: &str) -> Finding {
    let mut all = found(library, id, kind);
    assert_eq!(all.len(), 1, "{all:?}");
    let finding = all.remove(0);
    assert_eq!((finding.file.as_str(), finding.line), (file, line_of(library, file, text)));
    finding
}

fn is_error(finding: &Finding, says: &str) {
    assert_eq!(finding.severity, Severity::Error, "{finding}");
    assert!(finding.message.contains(says), "{finding}");
}

/// The one finding of a kind in one file, of the national pack.
fn only_in(library: &Library, file: &str, kind: Kind) -> Finding {
    let mut all = found(library, "demo-2026", kind);
    all.retain(|it| it.file == file);
    assert_eq!(all.len(), 1, "{all:?}");
    all.remove(0)
}

#[test]
fn no_pack_of_this_repository_has_an_error_or_a_warning() {
    let library = library();
    for head in library.heads().unwrap() {
        let findings = audit(&library, &head.id, TODAY);
        let worse = findings.iter().filter(|it| it.severity != Severity::Note);
        let worse: Vec<String> = worse.map(ToString::to_string).collect();
        assert!(worse.is_empty(), "{}: {}", head.id, worse.join("\n"));
    }
}

#[test]
fn a_pack_that_cannot_be_read_is_said_with_every_fault() {
    let library = with_all(&[
        (LOAN, "labor = 0", "labour = 0"),
        ("programmes/post.toml", "jobs has cadre", "jobs has kader"),
    ]);

    let findings = audit(&library, "demo-2026", TODAY);

    let files: Vec<&str> = findings.iter().map(|it| it.file.as_str()).collect();
    assert_eq!(files, [LOAN, "programmes/post.toml"]);
    assert!(findings.iter().all(|it| it.kind == Kind::Unreadable));
}
