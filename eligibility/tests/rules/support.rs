//! The packs of this repository, and random households for them.

use std::path::Path;

use eligibility::source::{Compiled, Library};
use eligibility::{Fact, FactId, FactKind, Facts, Pack};
use proptest::prelude::*;

/// The library in `packs/`.
pub fn library() -> Library {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../packs");
    let mut files = Vec::new();
    gather(&root, "", &mut files);
    Library::new(files)
}

fn gather(folder: &Path, prefix: &str, files: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("{prefix}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            gather(&path, &format!("{name}/"), files);
        } else if path.extension().is_some_and(|it| it == "toml") {
            files.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

pub fn compiled(id: &str) -> Compiled {
    library().compile(id, None).unwrap_or_else(|errors| {
        let errors: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", errors.join("\n"))
    })
}

pub fn pack(id: &str) -> Pack {
    compiled(id).pack
}

pub fn golden() -> serde_json::Value {
    serde_json::from_str(include_str!("../../../packs/golden.json")).unwrap()
}

/// Values near the packs' lines, so that households fall on both sides of them.
fn value(kind: &FactKind) -> BoxedStrategy<i64> {
    match kind {
        FactKind::YesNo => (0..=1_i64).boxed(),
        FactKind::Count(from, to) => (*from..=(*to).min(from + 4)).boxed(),
        FactKind::Money(_) => {
            prop_oneof![3 => Just(0_i64), 2 => 0..3_000_i64, 2 => 0..60_000_i64].boxed()
        }
        FactKind::Choice(options) => (0..i64::try_from(options.len()).unwrap()).boxed(),
        FactKind::Several(options) => prop_oneof![Just(0_i64), 0..1_i64 << options.len()].boxed(),
    }
}

/// A whole household: every fact has a value.
pub fn household(pack: &Pack) -> impl Strategy<Value = Facts> + use<> {
    let values: Vec<_> = pack.facts.iter().map(|it| value(&it.kind)).collect();
    values.prop_map(|values| {
        let mut facts = Facts::none(values.len());
        for (id, value) in (0..).zip(values) {
            facts.set(FactId(id), Fact::Known(value));
        }
        facts
    })
}

/// For each fact: 0 keeps it, 1 makes it not known, 2 not asked.
pub fn gaps(pack: &Pack) -> impl Strategy<Value = Vec<u8>> + use<> {
    proptest::collection::vec(0..3_u8, pack.facts.len())
}

pub fn with_gaps(pack: &Pack, facts: &Facts, gaps: &[u8]) -> Facts {
    let mut facts = facts.clone();
    for (id, gap) in (0..).map(FactId).zip(gaps) {
        // Counts cannot be unknown to the family, only not asked yet.
        let is_count = pack.spec(id).unknown_is_zero;
        match gap {
            1 if !is_count => facts.set(id, Fact::NotKnown),
            2 => facts.set(id, Fact::NotAsked),
            _ => {}
        }
    }
    facts
}
