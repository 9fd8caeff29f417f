//! `yangguang release`: build, look at, publish, check again, compare.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use app::site::clock::stored;
use clap::{Args, Subcommand};
use store::{Store, StoreError};

use super::draft::clock;
use crate::config::Config;
use crate::release::build::{Built, Making, Plan};
use crate::release::fault::Fault;
use crate::release::{build, preview, told, verify};

#[derive(Subcommand)]
pub enum ReleaseCommand {
    /// Put the draft over what is published, check it, and write the next release with its files.
    /// Readers see nothing of it yet.
    Build(Build),
    /// Look at the built release in a browser of this machine, before anybody else can.
    Preview,
    /// Make the built release what readers see.
    Publish { number: i64 },
    /// Check files and tables of a release again; without a number, of all.
    Verify { number: Option<i64> },
    /// What changed from one release to another.
    Diff {
        from: i64,
        to: i64,
        /// For machines.
        #[arg(long)]
        json: bool,
    },
    /// The releases there are.
    List,
}

#[derive(Args)]
pub struct Build {
    /// The day that the data describe (YYYY-MM-DD).
    #[arg(long)]
    as_of: jiff::civil::Date,
    #[arg(long, default_value = "")]
    title: String,
    #[arg(long, default_value = "")]
    title_en: String,
    /// The office that answers for it; as in the release before if left out.
    #[arg(long)]
    publisher: Option<String>,
    #[arg(long)]
    publisher_en: Option<String>,
    /// The rule it is published by; as in the release before if left out.
    #[arg(long)]
    legal_basis: Option<String>,
    #[arg(long)]
    legal_basis_en: Option<String>,
    /// A register whose names must not stand in anything published; read again and forgotten. Needed
    /// for every register that was imported into the draft.
    #[arg(long, value_name = "FILE")]
    register: Vec<PathBuf>,
    /// The data are made up, and every file says so.
    #[arg(long)]
    demo: bool,
}

pub async fn run(config: &Config, command: ReleaseCommand) -> anyhow::Result<ExitCode> {
    let store = Store::open(&config.database_url, 2).await.context("open the store")?;
    let code = match command {
        ReleaseCommand::Build(options) => build_next(config, &store, options).await?,
        ReleaseCommand::Preview => preview::serve(config).await?,
        ReleaseCommand::Publish { number } => publish(config, &store, number).await?,
        ReleaseCommand::Verify { number } => verify_some(config, &store, number).await?,
        ReleaseCommand::Diff { from, to, json } => diff(&store, from, to, json).await?,
        ReleaseCommand::List => list(&store).await?,
    };
    store.close().await;
    Ok(code)
}

async fn build_next(config: &Config, store: &Store, options: Build) -> anyhow::Result<ExitCode> {
    let making = Making {
        built_at: stored(clock(config).now()),
        folder: config.files.clone(),
        address: config.public_address.clone(),
        is_demo: options.demo,
    };
    let plan = Plan {
        as_of: options.as_of,
        titles: [options.title, options.title_en],
        publisher: [options.publisher, options.publisher_en],
        legal_basis: [options.legal_basis, options.legal_basis_en],
        registers: options.register,
        making,
    };
    match build::build(store, &plan).await? {
        Built::Done { number, n_files, n_bytes } => {
            println!("release {number} is built: {n_files} files, {n_bytes} bytes");
            println!("look at it:  yangguang release preview");
            println!("publish it:  yangguang release publish {number}");
            Ok(ExitCode::SUCCESS)
        }
        Built::Nothing => {
            println!("the draft holds nothing that is not published already");
            Ok(ExitCode::SUCCESS)
        }
        Built::Refused(faults) => Ok(refuse("the release is refused", &faults)),
    }
}

/// Every fault on a line of its own.
pub fn refuse(sentence: &str, faults: &[Fault]) -> ExitCode {
    for fault in faults {
        println!("{fault}");
    }
    eprintln!("yangguang: {sentence}: {} faults", faults.len());
    ExitCode::from(1)
}

async fn publish(config: &Config, store: &Store, number: i64) -> anyhow::Result<ExitCode> {
    let current = store.current_release().await?.map_or(0, |it| it.number);
    if number <= current {
        bail!("release {number} is published already; a correction is a new release");
    }
    let faults = verify::verify(store, &config.files, number).await?;
    if !faults.is_empty() {
        return Ok(refuse("the release is not published; build it again", &faults));
    }
    match store.publish_release(number, &stored(clock(config).now())).await {
        Ok(()) => println!("release {number} is published"),
        Err(StoreError::Conflict) => {
            bail!(
                "release {number} is not the built one after {current}; see yangguang release list"
            )
        }
        Err(error) => return Err(error).context("publish"),
    }
    Ok(ExitCode::SUCCESS)
}

async fn verify_some(
    config: &Config,
    store: &Store,
    number: Option<i64>,
) -> anyhow::Result<ExitCode> {
    let numbers = match number {
        Some(number) => vec![number],
        None => store.releases().await?.iter().map(|it| it.number).collect(),
    };
    let mut faults = Vec::new();
    for number in numbers {
        let found = verify::verify(store, &config.files, number).await?;
        if found.is_empty() {
            println!("release {number}: whole");
        }
        faults.extend(found);
    }
    if faults.is_empty() { Ok(ExitCode::SUCCESS) } else { Ok(refuse("not as published", &faults)) }
}

async fn list(store: &Store) -> anyhow::Result<ExitCode> {
    if let Some(built) = store.built_release().await? {
        println!("{}  built  {}  as of {}", built.number, built.published_at, built.as_of);
    }
    for it in store.releases().await? {
        println!("{}  published  {}  as of {}", it.number, it.published_at, it.as_of);
    }
    Ok(ExitCode::SUCCESS)
}

async fn diff(store: &Store, from: i64, to: i64, is_json: bool) -> anyhow::Result<ExitCode> {
    let mut contents = Vec::new();
    for number in [from, to] {
        let Some(content) = store.content(number).await? else {
            bail!("there is no release {number}; see yangguang release list")
        };
        contents.push(content);
    }
    let difference = disclosure::difference::difference(&contents[0], &contents[1]);
    if is_json {
        println!("{}", serde_json::to_string(&difference)?);
    } else {
        println!("{}", told::told(&difference));
    }
    Ok(ExitCode::SUCCESS)
}
