//! `yangguang demo`: divisions, published figures and made-up records, as two releases.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::site::clock::Clock;
use store::published::{Release, ReleaseContent};
use store::{Store, StoreError};

use crate::config::Config;
use crate::demo;
use crate::release::build::{Built, Making, Next, check_and_write};

/// Loads release after release; what is there already does not change, and what an earlier run did not
/// come to is added.
pub async fn load(config: &Config, today: Option<&str>) -> anyhow::Result<ExitCode> {
    make_folder(&config.database_url)?;
    let store =
        Store::open(&config.database_url, config.connections).await.context("open the store")?;
    let current = store.current_release().await?;
    if let Some(release) = current.as_ref().filter(|it| !demo::has_next(it)) {
        println!("release {} is published already; nothing to do", release.number);
        return Ok(ExitCode::SUCCESS);
    }
    let number = current.map_or(0, |it| it.number);
    let clock = config.now.map_or(Clock::Real, Clock::Fixed);
    let today = today.map_or_else(|| clock.today().to_string(), str::to_owned);
    let regions = demo::regions()?;
    let releases = demo::demo_releases(&today)?;
    store.write_regions(&regions).await.context("write the divisions")?;
    for (n_before, content) in releases.iter().enumerate() {
        if content.release.number > number {
            let next = Next { content, former: &releases[..n_before], regions: &regions };
            publish(config, &store, &next).await?;
            println!("{}", said(content, regions.len()));
        }
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// Builds a release as every other is built, with its checks and files, and publishes it.
async fn publish(config: &Config, store: &Store, next: &Next<'_>) -> anyhow::Result<()> {
    let Release { number, published_at, .. } = &next.content.release;
    let making = Making {
        built_at: published_at.clone(),
        folder: config.files.clone(),
        address: config.public_address.clone(),
        is_demo: true,
    };
    println!("release {number}: checking it and writing its files; this takes a minute");
    match check_and_write(store, next, Vec::new(), &making).await {
        Ok(Built::Refused(faults)) => {
            for fault in &faults {
                println!("{fault}");
            }
            bail!("the demo's release {number} is refused: {} faults", faults.len());
        }
        Ok(Built::Done { .. } | Built::Nothing) => {}
        // Another process was quicker with the very same data.
        Err(error) if is_conflict(&error) => return Ok(()),
        Err(error) => return Err(error),
    }
    match store.publish_release(*number, published_at).await {
        Ok(()) | Err(StoreError::Conflict) => Ok(()),
        Err(error) => Err(error).context("publish the release"),
    }
}

fn is_conflict(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(StoreError::Conflict))
}

fn said(content: &ReleaseContent, n_places: usize) -> String {
    format!(
        "release {}: {n_places} places, {} figures, {} tables, {} projects, {} fund lines, \
         {} contracts, {} payments, {} notices, {} reasons",
        content.release.number,
        content.figures.len(),
        content.counts.len(),
        content.projects.len(),
        content.funds.len(),
        content.contracts.len(),
        content.payments.len(),
        content.notices.len(),
        content.reasons.len(),
    )
}

/// The default database lies in a folder that a fresh clone does not have.
fn make_folder(url: &str) -> anyhow::Result<()> {
    let Some(path) = url.strip_prefix("sqlite://") else { return Ok(()) };
    let path = Path::new(path.split('?').next().unwrap_or(path));
    if let Some(folder) = path.parent().filter(|it| *it == Path::new("var")) {
        std::fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
    }
    Ok(())
}
