//! `cargo xtask serve`: from a fresh clone to a portal with demo data, step by step.

use std::ffi::OsString;
use std::net::{SocketAddr, TcpListener};
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::npm::Npm;
use crate::output::Output;
use crate::portal::{Portal, url};
use crate::steps::{spent, step};
use crate::workspace::Workspace;
use crate::{dev, site, tools};

#[derive(Args)]
pub struct Options {
    /// Where to listen
    #[arg(long, default_value = "127.0.0.1:3000")]
    pub addr: SocketAddr,
    /// A debug build that rebuilds and reloads when a file changes
    #[arg(long)]
    dev: bool,
    /// Passed on to `yangguang serve`
    #[arg(last = true)]
    pub server: Vec<OsString>,
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    ensure_free(options.addr)?;
    if options.dev {
        return dev::run(workspace, options);
    }
    let begun = Instant::now();
    let screen = Output::Screen;
    step("Look for the tools", || {
        tools::ensure_c_compiler()?;
        tools::ensure_wasm_target(workspace, &screen)
    })?;
    let npm = step("Install the JavaScript tools", || Ok(npm_or_warning(workspace)))?;
    step("Build the server, optimised", || {
        screen.run(&mut workspace.cargo("build --release --package server"))
    })?;
    let site = step("Build the browser's half", || site::build(workspace, npm.as_ref(), &screen))?;
    let portal = Portal {
        workspace,
        binary: workspace.server_binary("release"),
        site: site.folder,
        database: None,
        settings: vec![],
    };
    step("Make the database and load the demo data", || portal.load_demo_data(&screen))?;
    let server = step("Start the portal", || portal.serve(options.addr, &options.server))?;
    println!("\nReady in {}: {} (Ctrl-C ends it)", spent(begun.elapsed()), url(options.addr));
    let status = server.wait()?;
    ensure!(status.success(), "the server ended with {status}");
    Ok(())
}

/// Before minutes of building: is the place to serve at still free?
fn ensure_free(address: SocketAddr) -> Result<()> {
    TcpListener::bind(address).map(drop).with_context(|| {
        let next = address.port().checked_add(1).unwrap_or(8080);
        let other = SocketAddr::new(address.ip(), next);
        format!("cannot listen on {address}; choose another: `cargo xtask serve --addr {other}`")
    })
}

/// The portal works without the JavaScript tools; its wasm is only larger.
fn npm_or_warning(workspace: &Workspace) -> Option<Npm> {
    let npm = Npm::install(workspace, &Output::Screen);
    npm.inspect_err(|error| {
        println!("warning: the wasm stays larger and needs a newer phone: {error:#}");
    })
    .ok()
}
