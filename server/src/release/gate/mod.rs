//! What must hold before a release may be published. Each check says everything that it found, never
//! only the first thing; together they are the release's certificate.

mod attack;
mod channels;
mod counts;
mod names;
mod packed;
mod personal;
mod reasons;
mod references;
mod texts;

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use store::DraftRecord;
use store::published::{Region, ReleaseContent};

use super::fault::Fault;

/// One check: what it looked at and what it found.
pub struct Check {
    /// Stays the same for ever: certificates name it.
    pub id: &'static str,
    /// What was looked at, and how much of it. Never how many families: that would be an exact count.
    pub looked_at: Vec<(usize, &'static str)>,
    pub faults: Vec<Fault>,
}

impl Check {
    fn new(id: &'static str, looked_at: &[(usize, &'static str)], faults: Vec<Fault>) -> Self {
        Self { id, looked_at: looked_at.to_vec(), faults }
    }

    /// As the certificate has it.
    pub fn certified(&self) -> Value {
        let looked_at = self.looked_at.iter().map(|(n, what)| json!({"n": n, "what": what}));
        let looked_at: Vec<Value> = looked_at.collect();
        json!({"check": self.id, "looked_at": looked_at, "n_faults": self.faults.len()})
    }
}

/// All that was found; none if the release may go on.
pub fn faults(checks: &[Check]) -> Option<Vec<Fault>> {
    let mut faults: Vec<Fault> = checks.iter().flat_map(|it| it.faults.clone()).collect();
    faults.sort();
    faults.dedup();
    (!faults.is_empty()).then_some(faults)
}

/// What can be seen from the records alone.
pub fn of_records(
    before: &ReleaseContent,
    content: &ReleaseContent,
    regions: &[Region],
) -> anyhow::Result<Vec<Check>> {
    let codes: HashSet<&str> = regions.iter().map(|it| it.code.as_str()).collect();
    let said = [(n_records(content), "records")];
    Ok(vec![
        Check::new("references", &said, references::check(content, &codes)),
        Check::new("reasons", &said, reasons::check(before, content)),
        Check::new("personal_data_in_records", &said, personal::check_records(content)?),
        Check::new("counts_outside_the_tables", &said, counts::check(content)),
        Check::new("counts_in_words", &said, texts::check(content)),
    ])
}

/// Whether the names of the registers stand anywhere.
pub fn of_names(
    content: &ReleaseContent,
    draft: &[DraftRecord],
    registers: &[PathBuf],
    regions: &[Region],
) -> anyhow::Result<Check> {
    names::check(content, draft, registers, regions)
}

/// What can be seen only from the files as they will be handed out. `former` are all published
/// releases: whoever attacks has them too.
pub fn of_files(
    folder: &Path,
    content: &ReleaseContent,
    former: &[ReleaseContent],
    regions: &[Region],
) -> anyhow::Result<Vec<Check>> {
    let files = packed::texts(folder)?;
    let looked_at = [(files.n_files, "files")];
    let personal = files.texts.iter().flat_map(personal::check_text);
    Ok(vec![
        Check::new("personal_data_in_files", &looked_at, personal.collect()),
        attack::check(folder, content, former, regions)?,
    ])
}

fn n_records(content: &ReleaseContent) -> usize {
    content.sources.len()
        + content.figures.len()
        + content.counts.len()
        + content.projects.len()
        + content.funds.len()
        + content.contracts.len()
        + content.payments.len()
        + content.notices.len()
}
