//! `yangguang import`: reads a county's table into the draft, whole or not at all, and names every
//! problem.

use std::fs::File;
use std::io::{BufReader, BufWriter, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use app::site::clock::stored;
use clap::{Args, ValueEnum};
use intake::problem::write_report;
use intake::{Gazetteer, Headers, Kind, Problems, Progress, Records, Setting, Summary};
use store::Store;

use super::draft::{Why, clock};
use super::release::refuse;
use crate::config::Config;
use crate::release::intake_to_draft::{Imported, Origin, put};
use crate::release::photos;

#[derive(Clone, Copy, ValueEnum)]
enum Table {
    Regions,
    Register,
    Projects,
    Funds,
    Contracts,
    Payments,
    /// The documents that figures come from; to be read before the figures.
    Sources,
    Indicators,
    Notices,
    /// A CSV that names picture files beside it and the projects they show.
    Photos,
}

#[derive(Args)]
pub struct Import {
    kind: Table,
    /// CSV (UTF-8 or GB18030) or XLSX.
    #[arg(required_unless_present = "template")]
    file: Option<PathBuf>,
    /// Say every problem, and change nothing.
    #[arg(long)]
    dry_run: bool,
    /// Write all problems into this CSV file, to be sent back.
    #[arg(long, value_name = "CSV")]
    report: Option<PathBuf>,
    /// The day that the table describes (YYYY-MM-DD); today if left out. Ages are counted on it.
    #[arg(long)]
    as_of: Option<jiff::civil::Date>,
    /// Your own names of columns and values, instead of the program's.
    #[arg(long, value_name = "TOML")]
    headers: Option<PathBuf>,
    /// Write an empty table with the official columns to standard output.
    #[arg(long)]
    template: bool,
    #[command(flatten)]
    why: Why,
}

pub async fn run(config: &Config, import: &Import) -> anyhow::Result<ExitCode> {
    let headers = match &import.headers {
        None => Headers::built_in(),
        Some(path) => {
            let text = std::fs::read_to_string(path)
                .with_context(|| format!("read {}", path.display()))?;
            Headers::parse(&text).with_context(|| format!("understand {}", path.display()))?
        }
    };
    let Some(kind) = import.kind.kind() else { return photos::run(config, import).await };
    if import.template {
        intake::write_template(kind, &headers, std::io::stdout().lock())?;
        return Ok(ExitCode::SUCCESS);
    }
    let path = import.path();
    let store = Store::open(&config.database_url, 2).await.context("open the store")?;
    let gazetteer = Gazetteer::new(store.regions().await?);
    let as_of = import.as_of.unwrap_or_else(|| clock(config).today());
    let setting = Setting::new(&headers, &gazetteer, as_of, random_key()?);
    let (reading, problems) = read(kind, path, &setting)?;
    report(import, path, &problems)?;
    let code = match reading {
        None => {
            eprintln!("yangguang: nothing was imported: {} problems", problems.n_errors());
            ExitCode::from(1)
        }
        Some((summary, _)) if import.dry_run => {
            println!("{} rows, {} records; nothing was changed", summary.n_rows, summary.n_records);
            ExitCode::SUCCESS
        }
        Some((summary, records)) => {
            let origin = Origin::of(path, &import.why, stored(clock(config).now()))?;
            let key = crate::key::load(config)?;
            match put(&store, records, &gazetteer, &origin, &key).await? {
                Imported::Done { n_changed } => {
                    println!(
                        "{} rows, {} records, {n_changed} changes in the draft",
                        summary.n_rows, summary.n_records
                    );
                    ExitCode::SUCCESS
                }
                Imported::Refused(faults) => refuse("nothing was imported", &faults),
            }
        }
    };
    store.close().await;
    Ok(code)
}

impl Table {
    fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Regions => Kind::Regions,
            Self::Register => Kind::Register,
            Self::Projects => Kind::Projects,
            Self::Funds => Kind::Funds,
            Self::Contracts => Kind::Contracts,
            Self::Payments => Kind::Payments,
            Self::Sources => Kind::Sources,
            Self::Indicators => Kind::Indicators,
            Self::Notices => Kind::Notices,
            Self::Photos => return None,
        })
    }
}

impl Import {
    pub fn path(&self) -> &Path {
        self.file.as_deref().unwrap_or(Path::new(""))
    }

    pub fn is_dry_run(&self) -> bool {
        self.dry_run
    }

    pub fn is_template(&self) -> bool {
        self.template
    }

    pub fn why(&self) -> &Why {
        &self.why
    }
}

/// A key for hashes that live as long as this process.
pub fn random_key() -> anyhow::Result<[u8; 16]> {
    let mut key = [0; 16];
    getrandom::fill(&mut key).map_err(|error| anyhow::anyhow!("draw a key: {error}"))?;
    Ok(key)
}

/// The records, if the file has no error; the problems in any case.
pub fn read(
    kind: Kind,
    path: &Path,
    setting: &Setting<'_>,
) -> anyhow::Result<(Option<(Summary, Records)>, Problems)> {
    let context = || format!("read {}", path.display());
    let file = BufReader::with_capacity(1 << 16, File::open(path).with_context(context)?);
    let reading = intake::read(kind, file, setting, &mut show).with_context(context)?;
    if std::io::stderr().is_terminal() {
        eprintln!();
    }
    let summary = reading.summary;
    Ok(match reading.into_records() {
        Ok((records, problems)) => (Some((summary, records)), problems),
        Err(problems) => (None, problems),
    })
}

/// How far a long file is, on a terminal.
fn show(progress: Progress) {
    if std::io::stderr().is_terminal() {
        let percent = 100 * progress.done / progress.total.max(1);
        let filled = usize::try_from(percent / 5).unwrap_or(20).min(20);
        let bar = "█".repeat(filled) + &"░".repeat(20 - filled);
        eprint!("\r{bar} {percent} %  {} rows ", progress.n_rows);
    }
}

/// Every problem as a line, and as a file if one was asked for.
fn report(import: &Import, path: &Path, problems: &Problems) -> anyhow::Result<()> {
    let name = path.file_name().map_or_else(String::new, |it| it.to_string_lossy().into_owned());
    for problem in problems.iter() {
        println!("{name}: {}", problem.sentence_zh());
        println!("{name}: {}", problem.sentence_en());
    }
    if problems.n_more() > 0 {
        println!("{name}: {} more problems", problems.n_more());
    }
    if let Some(out) = &import.report {
        let file = File::create(out).with_context(|| format!("write {}", out.display()))?;
        write_report(&name, problems, BufWriter::new(file))
            .with_context(|| format!("write {}", out.display()))?;
    }
    Ok(())
}
