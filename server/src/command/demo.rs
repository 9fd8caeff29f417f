//! `yangguang demo`: divisions, published figures and made-up records, as two releases.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use app::site::clock::Clock;
use store::published::ReleaseContent;
use store::{Store, StoreError};

use crate::config::Config;
use crate::demo;

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
    releases.iter().try_for_each(refuse_personal_data)?;
    store.write_regions(&regions).await.context("write the divisions")?;
    for release in releases.iter().filter(|it| it.release.number > number) {
        match store.write_release(release).await {
            // Another process was quicker with the very same data.
            Ok(()) | Err(StoreError::Conflict) => {}
            Err(error) => return Err(error).context("write the release"),
        }
        println!("{}", said(release, regions.len()));
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
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

/// Nothing is published that holds an identity, card or phone number.
fn refuse_personal_data(release: &ReleaseContent) -> anyhow::Result<()> {
    let value = serde_json::to_value(release)?;
    let mut texts = vec![("release".to_owned(), &value)];
    while let Some((place, value)) = texts.pop() {
        match value {
            serde_json::Value::String(text) => {
                if let Some(found) = casework::personal_data::find(text).first() {
                    anyhow::bail!(
                        "{place} holds what looks like a {:?}; nothing was published",
                        found.kind
                    );
                }
            }
            serde_json::Value::Array(items) => {
                texts.extend(items.iter().enumerate().map(|(n, it)| (format!("{place}[{n}]"), it)));
            }
            serde_json::Value::Object(fields) => {
                texts.extend(fields.iter().map(|(name, it)| (format!("{place}.{name}"), it)));
            }
            _ => {}
        }
    }
    Ok(())
}
