//! `cargo xtask`: builds, serves, tests, measures and packs the portal.

mod apt;
mod bench;
mod dev;
mod dist;
mod ending;
mod files;
mod http;
mod npm;
mod output;
mod portal;
mod postgres;
mod serve;
mod site;
mod steps;
mod test;
mod tools;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

/// Builds, serves, tests, measures and packs the portal.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Xtask {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Builds everything, loads the demo data and serves the portal
    Serve(serve::Options),
    /// Runs every check and every test, the cheap ones first
    Test(test::Options),
    /// Measures the portal and compares it with its budgets
    Bench(bench::Options),
    /// Builds the release into target/dist: the binary and its site folder
    Dist,
}

fn main() -> ExitCode {
    let command = Xtask::parse().command;
    let done = ending::end_children_when_ended().and_then(|()| {
        let workspace = Workspace::find()?;
        match command {
            Command::Serve(options) => serve::run(&workspace, &options),
            Command::Test(options) => test::run(&workspace, &options),
            Command::Bench(options) => bench::run(&workspace, &options),
            Command::Dist => dist::run(&workspace),
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
