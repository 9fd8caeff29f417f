//! `yangguang draft`: what the next release will change, and taking records back.

use std::process::ExitCode;

use anyhow::Context;
use app::site::clock::{Clock, stored};
use clap::{Args, Subcommand};
use store::published::RecordKind;
use store::{DraftRecord, Store};

use crate::config::Config;

#[derive(Subcommand)]
pub enum DraftCommand {
    /// What is in it: kind, id, the file it came from, the reason.
    List,
    /// Withdraw a published record with the next release.
    Withdraw(Withdraw),
    /// Empty it; nothing that is published changes.
    Clear,
}

#[derive(Args)]
pub struct Withdraw {
    /// source, figure, project, fund, contract, payment or notice.
    #[arg(value_parser = kind)]
    kind: RecordKind,
    id: String,
    #[command(flatten)]
    why: Why,
}

/// Why a published record changes.
#[derive(Args, Clone)]
pub struct Why {
    /// Why what is published changes, in Chinese; readers see it.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason: String,
    /// The same in English.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub reason_en: String,
    /// The complaint that caused it, such as C-7KQ2-M4.
    #[arg(long, value_name = "REFERENCE", value_parser = reference)]
    pub complaint: Option<String>,
}

impl Why {
    /// A reason in one language stands for the other too.
    pub fn texts(&self) -> [String; 2] {
        let or = |text: &str, other: &str| if text.is_empty() { other } else { text }.to_owned();
        [or(&self.reason, &self.reason_en), or(&self.reason_en, &self.reason)]
    }
}

fn kind(text: &str) -> Result<RecordKind, String> {
    let of_registers = [RecordKind::Count, RecordKind::Unit];
    RecordKind::parse(text).filter(|it| !of_registers.contains(it)).ok_or_else(|| {
        "it is one of source, figure, project, fund, contract, payment, notice".to_owned()
    })
}

fn reference(text: &str) -> Result<String, String> {
    casework::reference::Reference::parse(text)
        .map(|it| it.to_string())
        .map_err(|_| "a reference looks like C-7KQ2-M4".to_owned())
}

pub async fn run(config: &Config, command: DraftCommand) -> anyhow::Result<ExitCode> {
    let store = Store::open(&config.database_url, 1).await.context("open the store")?;
    match command {
        DraftCommand::List => list(&store.draft().await?),
        DraftCommand::Withdraw(withdraw) => {
            let record = withdraw.record(stored(clock(config).now()));
            if !is_published(&store, &record).await? {
                eprintln!("yangguang: no {} {:?} is published", record.kind.code(), record.id);
                return Ok(ExitCode::from(1));
            }
            store.write_draft(std::slice::from_ref(&record)).await.context("write the draft")?;
            println!(
                "{} {} will be withdrawn with the next release",
                record.kind.code(),
                record.id
            );
        }
        DraftCommand::Clear => {
            let n = store.clear_draft("9999").await.context("empty the draft")?;
            println!("{n} records taken out of the draft");
        }
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

impl Withdraw {
    fn record(self, imported_at: String) -> DraftRecord {
        let [reason_zh, reason_en] = self.why.texts();
        DraftRecord {
            kind: self.kind,
            id: self.id,
            body: None,
            reason_zh,
            reason_en,
            complaint: self.why.complaint,
            file_name: String::new(),
            file_sha256: String::new(),
            imported_at,
        }
    }
}

async fn is_published(store: &Store, record: &DraftRecord) -> anyhow::Result<bool> {
    let Some(release) = store.current_release().await? else { return Ok(false) };
    let Some(content) = store.content(release.number).await? else { return Ok(false) };
    let without =
        crate::release::assemble::assemble(Some(content), std::slice::from_ref(record), release)?;
    Ok(!without.reasons.is_empty())
}

fn list(draft: &[DraftRecord]) {
    for record in draft {
        let what = if record.body.is_some() { "put" } else { "withdraw" };
        println!(
            "{what}  {}  {}  {}  {}",
            record.kind.code(),
            record.id,
            record.file_name,
            record.reason_zh
        );
    }
    println!("{} records", draft.len());
}

pub fn clock(config: &Config) -> Clock {
    config.now.map_or(Clock::Real, Clock::Fixed)
}
