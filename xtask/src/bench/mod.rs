//! `cargo xtask bench`: what the portal weighs and how fast it is, beside its budgets.

mod engine;
mod load;
mod pages;
mod peers;
mod table;
mod weight;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use anyhow::{Context, Result};
use clap::Args;

use self::pages::Pages;
use self::table::Table;
use crate::apt::{WRK, ensure_installed};
use crate::ending::{Running, TemporaryFolder};
use crate::http;
use crate::npm::Npm;
use crate::output::Output;
use crate::portal::{Portal, sqlite_in};
use crate::site::{self, Site};
use crate::steps::step;
use crate::workspace::Workspace;

/// The database and the page cache, at rest.
const MEMORY: f64 = 100.0;

#[derive(Args)]
pub struct Options {
    /// The village page to measure; without it the first one that the home page leads to
    #[arg(long, value_name = "PATH")]
    village: Option<String>,
    /// The list page of 50 rows; without it the longest of the pages on the way to that village
    #[arg(long, value_name = "PATH")]
    list: Option<String>,
    /// Only one small task for our engine and three others, side by side; needs the registries of Python
    /// and JavaScript packages
    #[arg(long, conflicts_with_all = ["village", "list"])]
    peers: bool,
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.peers {
        return peers::run(workspace);
    }
    let screen = Output::Screen;
    step("Look for the load generator", || ensure_installed(&[WRK], &screen))?;
    let npm = step("Install the JavaScript tools", || Npm::install(workspace, &screen))?;
    step("Build the server, optimised", || {
        screen.run(&mut workspace.cargo("build --release --package server"))
    })?;
    let site = step("Build the browser's half", || site::build(workspace, Some(&npm), &screen))?;
    let mut table = Table::default();
    engine::measure(workspace, &mut table)?;
    measure_portal(workspace, &site, options, &mut table)?;
    println!("\n{table}");
    Ok(())
}

/// Starts a portal with fresh demo data and measures what it sends, and how fast.
fn measure_portal(
    workspace: &Workspace,
    site: &Site,
    options: &Options,
    table: &mut Table,
) -> Result<()> {
    let folder = TemporaryFolder::create("bench")?;
    let portal = Portal {
        workspace,
        binary: workspace.server_binary("release"),
        site: site.folder.clone(),
        database: Some(sqlite_in(folder.path())),
        settings: vec![("YANGGUANG_BENCH", "1")],
    };
    step("Load the demo data", || portal.load_demo_data(&Output::Screen))?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, http::free_port()?));
    let server = step("Start the portal", || portal.serve(address, &[]))?;

    match resident_mebibytes(&server) {
        Some(memory) => table.at_most("server at rest, MiB", MEMORY, memory),
        None => println!("not measured: memory, which only Linux tells"),
    }
    let pages = Pages::find(address, options.village.clone(), options.list.clone())?;
    println!("village page: {}, list page: {}", pages.village, pages.list);
    step("Weigh the pages", || weight::measure(address, &pages, table))?;
    step("Load the server", || load::measure(address, &pages.village, table))
}

/// The memory the kernel holds for a process.
fn resident_mebibytes(server: &Running) -> Option<f64> {
    let path = Path::new("/proc").join(server.id().to_string()).join("status");
    let status = std::fs::read_to_string(path).context("read its status").ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmRSS:"))?;
    let kibibytes: u32 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(f64::from(kibibytes) / 1024.0)
}
