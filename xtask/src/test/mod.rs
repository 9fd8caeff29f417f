//! `cargo xtask test`: every check in order, the cheap ones first; the first that fails ends it.

mod browser;
mod data;
mod rust;
mod tally;
mod wasm;

use std::fmt;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};

use self::tally::Tally;
use crate::apt::{CHINESE_FONTS, CHROMIUM, Need, POSTGRESQL, ensure_installed};
use crate::files;
use crate::output::Output;
use crate::steps::{quiet_step, spent};
use crate::workspace::Workspace;

#[derive(Args)]
pub struct Options {
    /// Only these steps
    #[arg(long, value_enum)]
    only: Vec<Step>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// The formatting
    Fmt,
    /// What this machine lacks is installed
    Tools,
    /// Clippy, warnings as errors, for the server and for the browser
    Clippy,
    /// The documentation, warnings as errors
    Doc,
    /// Unit, property, store and server tests, the last two on SQLite and PostgreSQL
    Test,
    /// Published files through other people's validators and auditors
    Data,
    /// The wasm that ships: its size, an old V8, the worked households
    Wasm,
    /// The browser tests
    Browser,
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.to_possible_value();
        formatter.pad(value.as_ref().map_or("", |it| it.get_name()))
    }
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let begun = Instant::now();
    let logs = workspace.root.join("target/test-logs");
    files::create_folder(&logs)?;
    let steps = Step::value_variants().iter().copied();
    let steps: Vec<Step> =
        steps.filter(|it| options.only.is_empty() || options.only.contains(it)).collect();
    let mut rows = Vec::new();
    let mut failed = None;
    for &step in &steps {
        let output = Output::log(&logs.join(format!("{step}.log")))?;
        let (done, time) =
            quiet_step(&step.to_string(), || perform(step, &steps, workspace, &output));
        let tally = Tally::of(&output.logged()?);
        rows.push((step, done.is_ok(), time, tally));
        if let Err(error) = done {
            println!("\n{}\nerror: {error:#}", output.logged()?);
            failed = Some(step);
            break;
        }
        show_notes(&output)?;
    }
    show_table(&rows, begun.elapsed());
    failed.map_or(Ok(()), |step| bail!("{step} failed; again: `cargo xtask test --only {step}`"))
}

fn perform(step: Step, all: &[Step], workspace: &Workspace, output: &Output) -> Result<()> {
    match step {
        Step::Fmt => rust::fmt(workspace, output),
        Step::Tools => ensure_installed(&needs(all), output),
        Step::Clippy => rust::clippy(workspace, output),
        Step::Test => rust::test(workspace, output),
        Step::Doc => rust::doc(workspace, output),
        Step::Data => data::test(workspace, output),
        Step::Wasm => wasm::test(workspace, output),
        Step::Browser => browser::test(workspace, output),
    }
    .with_context(|| step.to_string())
}

/// What of the system the steps to come need.
fn needs(steps: &[Step]) -> Vec<Need> {
    let mut needs = Vec::new();
    if steps.contains(&Step::Test) {
        needs.push(POSTGRESQL);
    }
    if steps.contains(&Step::Browser) {
        needs.extend([CHROMIUM, CHINESE_FONTS]);
    }
    needs
}

/// The lines of a log that are worth a look when all is well.
fn show_notes(output: &Output) -> Result<()> {
    for note in output.logged()?.lines().filter_map(|it| it.strip_prefix("xtask: ")) {
        println!("         {note}");
    }
    Ok(())
}

fn show_table(rows: &[(Step, bool, Duration, Tally)], total: Duration) {
    println!("\nstep      result        time  tests");
    let mut sum = Tally::default();
    for (step, is_ok, time, tally) in rows {
        let result = if *is_ok { "ok" } else { "FAILED" };
        println!("{step:<8}  {result:<6}  {:>10}  {tally}", spent(*time));
        sum.add(tally);
    }
    println!("{:<8}  {:<6}  {:>10}\n\n{}", "all", "", spent(total), sum.closing_line());
}
