//! What must hold before a release may be published. Each check says everything that it found, never
//! only the first thing; together they are the release's certificate.

mod channels;
mod counts;
mod names;
mod packed;
mod personal;
mod reasons;
mod references;
mod tables;
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
    /// What was looked at, such as how many cells.
    pub looked_at: String,
    pub faults: Vec<Fault>,
}

impl Check {
    fn new(id: &'static str, looked_at: String, faults: Vec<Fault>) -> Self {
        Self { id, looked_at, faults }
    }

    /// As the certificate has it.
    pub fn certified(&self) -> Value {
        json!({"check": self.id, "looked_at": self.looked_at, "n_faults": self.faults.len()})
    }
}

/// All that was found; none if the release may go on.
pub fn faults(checks: &[Check]) -> Option<Vec<Fault>> {
    let mut faults: Vec<Fault> = checks.iter().flat_map(|it| it.faults.clone()).collect();
    faults.sort();
    faults.dedup();
    (!faults.is_empty()).then_some(faults)
}

/// What can be seen from the records alone. `former` are all published releases.
pub fn of_records(
    before: &ReleaseContent,
    content: &ReleaseContent,
    former: &[ReleaseContent],
    regions: &[Region],
) -> anyhow::Result<Vec<Check>> {
    let codes: HashSet<&str> = regions.iter().map(|it| it.code.as_str()).collect();
    let records = format!("{} records", n_records(content));
    let said = || records.clone();
    Ok(vec![
        Check::new("references", said(), references::check(content, &codes)),
        Check::new("reasons", said(), reasons::check(before, content)),
        Check::new("personal data in records", said(), personal::check_records(content)?),
        Check::new("counts outside the tables", said(), counts::check(content)),
        Check::new("counts in words", said(), texts::check(content)),
        tables::attack(content, former, regions)?,
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

/// What can be seen only from the files as they will be handed out.
pub fn of_files(folder: &Path, content: &ReleaseContent) -> anyhow::Result<Vec<Check>> {
    let files = packed::texts(folder)?;
    let looked_at = format!("{} files", files.n_files);
    let personal = files.texts.iter().flat_map(|(name, text)| personal::check_text(name, text));
    Ok(vec![
        Check::new("personal data in files", looked_at, personal.collect()),
        channels::check(folder, content)?,
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
