//! Builds the next release: assembled, checked, written as files, its rows beside them in the store.
//!
//! Whatever happens in between, readers see the old release: files appear under their name in one step,
//! rows in one transaction, and both may be built again.

use std::path::PathBuf;

use anyhow::Context;
use opendata::Options;
use serde_json::{Value, json};
use store::published::{Region, Release, ReleaseContent};
use store::{Proof, Store};

use super::assemble::assemble;
use super::fault::Fault;
use super::files::Filling;
use super::gate;
use super::verify::sha256;

/// The file that holds the sums of all others.
const SUMS: &str = "SHA256SUMS";

/// What the person who builds decides.
pub struct Plan {
    pub as_of: jiff::civil::Date,
    /// Chinese, English; made up of the number if empty.
    pub titles: [String; 2],
    /// None: as before.
    pub publisher: [Option<String>; 2],
    pub legal_basis: [Option<String>; 2],
    /// Whose names must not stand in anything published.
    pub registers: Vec<PathBuf>,
    pub making: Making,
}

/// How the files of a release are made.
pub struct Making {
    pub built_at: String,
    pub folder: PathBuf,
    /// Where the portal is read, for the addresses in the files.
    pub address: String,
    pub is_demo: bool,
}

/// A release before it is built, and all that readers have already.
pub struct Next<'a> {
    pub content: &'a ReleaseContent,
    /// Every release that is published, the oldest first.
    pub former: &'a [ReleaseContent],
    pub regions: &'a [Region],
}

pub enum Built {
    Done {
        number: i64,
        n_files: usize,
        n_bytes: usize,
    },
    /// Nothing differs from what is published.
    Nothing,
    Refused(Vec<Fault>),
}

pub async fn build(store: &Store, plan: &Plan) -> anyhow::Result<Built> {
    let mut former = Vec::new();
    for release in store.releases().await?.iter().rev() {
        former.extend(store.content(release.number).await?);
    }
    let before = former.last().cloned().unwrap_or_default();
    let draft = store.draft().await?;
    let regions = store.regions().await?;
    let content = assemble(Some(before.clone()), &draft, head(plan, &before.release))?;
    if is_same(&before, &content) {
        return Ok(Built::Nothing);
    }
    let names = gate::of_names(&content, &draft, &plan.registers, &regions)?;
    let next = Next { content: &content, former: &former, regions: &regions };
    check_and_write(store, &next, vec![names], &plan.making).await
}

/// Checks a release, writes its files and then its rows; `checks` were made before.
pub async fn check_and_write(
    store: &Store,
    next: &Next<'_>,
    mut checks: Vec<gate::Check>,
    making: &Making,
) -> anyhow::Result<Built> {
    let Next { content, former, regions } = *next;
    let none = ReleaseContent::default();
    checks.extend(gate::of_records(former.last().unwrap_or(&none), content, regions)?);
    if let Some(faults) = gate::faults(&checks) {
        return Ok(Built::Refused(faults));
    }
    let filling = Filling::begin(&making.folder, content.release.number)?;
    let options = of_portal(&making.address, making.is_demo);
    let written = write_files(&filling, content, regions, &options)?;
    checks.extend(gate::of_files(filling.folder(), content, former, regions)?);
    if let Some(faults) = gate::faults(&checks) {
        return Ok(Built::Refused(faults));
    }
    let certificate = json!({
        "passed": true,
        "checks": checks.iter().map(gate::Check::certified).collect::<Vec<Value>>(),
        "built_at": making.built_at,
        "address": making.address,
        "is_demo": making.is_demo,
    });
    let proof = Proof { manifest: written.manifest, certificate: certificate.to_string() };
    store.write_built_release(content, &proof).await?;
    filling.finish()?;
    Ok(Built::Done {
        number: content.release.number,
        n_files: written.n_files,
        n_bytes: written.n_bytes,
    })
}

fn head(plan: &Plan, before: &Release) -> Release {
    let number = before.number + 1;
    let or = |new: &Option<String>, old: &str| new.clone().unwrap_or_else(|| old.to_owned());
    let title = |text: &str, made: String| if text.is_empty() { made } else { text.to_owned() };
    Release {
        number,
        published_at: plan.making.built_at.clone(),
        as_of: plan.as_of.to_string(),
        title_zh: title(&plan.titles[0], format!("第{number}期公开")),
        title_en: title(&plan.titles[1], format!("Release {number}")),
        publisher_zh: or(&plan.publisher[0], &before.publisher_zh),
        publisher_en: or(&plan.publisher[1], &before.publisher_en),
        legal_basis_zh: or(&plan.legal_basis[0], &before.legal_basis_zh),
        legal_basis_en: or(&plan.legal_basis[1], &before.legal_basis_en),
    }
}

fn is_same(before: &ReleaseContent, next: &ReleaseContent) -> bool {
    let next = ReleaseContent {
        release: before.release.clone(),
        reasons: before.reasons.clone(),
        ..next.clone()
    };
    *before == next
}

/// The path within the folder of the release.
fn within(path: &str) -> &str {
    path.splitn(3, '/').nth(2).unwrap_or(path)
}

struct Written {
    manifest: String,
    n_files: usize,
    n_bytes: usize,
}

fn write_files(
    filling: &Filling,
    content: &ReleaseContent,
    regions: &[Region],
    options: &Options,
) -> anyhow::Result<Written> {
    let mut written = Written { manifest: String::new(), n_files: 0, n_bytes: 0 };
    for file in opendata::files(content, regions, options) {
        let path = within(&file.path);
        if path == SUMS {
            written.manifest = String::from_utf8(file.bytes.clone()).context("read the sums")?;
        }
        filling.write(path, &file.bytes)?;
        written.n_files += 1;
        written.n_bytes += file.bytes.len();
    }
    Ok(written)
}

/// Whether a certificate says that the gate let the release through.
pub fn has_passed(certificate: &str) -> bool {
    serde_json::from_str::<Value>(certificate).is_ok_and(|it| it["passed"] == true)
}

/// The hashes of the files as they would be made from the tables today.
pub async fn hashes_of_tables(
    store: &Store,
    number: i64,
    certificate: &str,
) -> anyhow::Result<Vec<(String, String)>> {
    let Some(mut content) = store.content(number).await? else { return Ok(Vec::new()) };
    let said: Value = serde_json::from_str(certificate).unwrap_or_default();
    if let Some(built_at) = said["built_at"].as_str() {
        built_at.clone_into(&mut content.release.published_at);
    }
    let address = said["address"].as_str().unwrap_or_default();
    let options = of_portal(address, said["is_demo"] == true);
    let regions = store.regions().await?;
    let files = opendata::files(&content, &regions, &options);
    Ok(files
        .map(|it| (within(&it.path).to_owned(), sha256(&it.bytes)))
        .filter(|(path, _)| path != SUMS)
        .collect())
}

fn of_portal(address: &str, is_demo: bool) -> Options {
    Options { is_demo, photo_path: "/data/photos/".to_owned(), ..Options::new(address) }
}
