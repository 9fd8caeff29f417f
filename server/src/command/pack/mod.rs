//! `yangguang pack`: what clerks and auditors do with policy packs. One file for each command.

mod asked;
pub mod check;
pub mod diff;
mod show;
pub mod test;
mod together;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use anyhow::Context;

use crate::config::{Config, PackCommand};

pub fn run(config: &Config, command: PackCommand) -> anyhow::Result<ExitCode> {
    match command {
        PackCommand::Check(check) => check.run(config),
        PackCommand::Test(test) => test.run(config),
        PackCommand::Diff(diff) => diff.run(config),
        PackCommand::Show { which, html, lang } => show::show(config, &which, html, &lang),
    }
}

/// The command was used wrongly, and the sentence says how.
fn used_wrongly(sentence: &str) -> ExitCode {
    eprintln!("yangguang: {sentence}");
    ExitCode::from(2)
}

fn print(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        // Whoever reads may have seen enough.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("print it"),
        _ => Ok(()),
    }
}

/// `1 error`, `2 errors`.
fn counted(n: usize, thing: &str) -> String {
    format!("{n} {thing}{}", if n == 1 { "" } else { "s" })
}
