//! `yangguang case`: what was filed, and its next step. It shows references, never names or texts.

use std::process::ExitCode;

use anyhow::{Context, bail};
use app::site::clock::{Clock, stored};
use casework::reference::Reference;
use casework::steps::{ApplicationStep, ComplaintStep, Step};
use store::cases::CaseKind;
use store::{CaseLine, Store, StoreError};

use crate::config::{CaseCommand, Config};

const ALL: u32 = 100_000;

pub async fn run(config: &Config, command: CaseCommand) -> anyhow::Result<ExitCode> {
    let store = Store::open(&config.database_url, 1).await.context("open the store")?;
    match command {
        CaseCommand::List { limit } => {
            for case in store.cases(limit).await? {
                println!(
                    "{}  {}  {}  {}",
                    case.reference, case.subject, case.last_step, case.last_step_at
                );
            }
        }
        CaseCommand::Record { reference, step, message } => {
            record(config, &store, &reference, &step, message.as_deref()).await?;
        }
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

async fn record(
    config: &Config,
    store: &Store,
    reference: &str,
    step: &str,
    message: Option<&str>,
) -> anyhow::Result<()> {
    let typed = Reference::parse(reference).map(|it| it.to_string());
    let Ok(reference) = typed.as_deref() else {
        bail!("there is no case {reference:?}; a reference looks like C-7KQ2-M4")
    };
    let cases = store.cases(ALL).await?;
    let case = cases.iter().find(|it| it.reference == reference);
    let Some(case) = case else { bail!("there is no case {reference}") };
    let allowed = match case.kind {
        CaseKind::Application => next::<ApplicationStep>(case),
        CaseKind::Complaint => next::<ComplaintStep>(case),
    };
    if !allowed.contains(&step) {
        bail!(
            "after {} a case cannot be {step}; it can be: {}",
            case.last_step,
            allowed.join(", ")
        );
    }
    let clock = config.now.map_or(Clock::Real, Clock::Fixed);
    let now = stored(clock.now());
    match store.record_step(reference, step, message, &now, case.n_events).await {
        Ok(()) => println!("{reference}: {step}"),
        Err(StoreError::Conflict) => {
            bail!("somebody else has just changed {reference}; look again")
        }
        Err(error) => return Err(error).context("record the step"),
    }
    Ok(())
}

fn next<S: Step>(case: &CaseLine) -> Vec<&'static str> {
    let step = S::parse(&case.last_step).unwrap_or(S::FILED);
    step.next().iter().map(|it| it.code()).collect()
}
