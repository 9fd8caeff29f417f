//! `yangguang pack`: what clerks and auditors do with policy packs. One file for each command.

mod show;

use std::process::ExitCode;

use crate::config::{Config, PackCommand};

pub fn run(config: &Config, command: PackCommand) -> anyhow::Result<ExitCode> {
    match command {
        PackCommand::Show { which, html, lang } => show::show(config, &which, html, &lang),
    }
}
