//! The browser tests, on a portal of their own with fresh demo data.

use std::net::{Ipv4Addr, SocketAddr};

use anyhow::{Context, Result};

use super::rust::OURS;
use crate::ending::TemporaryFolder;
use crate::npm::Npm;
use crate::output::Output;
use crate::portal::{Portal, sqlite_in, url};
use crate::workspace::Workspace;
use crate::{http, site, tools};

pub fn test(workspace: &Workspace, output: &Output) -> Result<()> {
    let npm = Npm::install(workspace, output)?;
    let site = site::build(workspace, Some(&npm), output)?;
    // Chosen like `cargo test`, so that nothing is compiled twice.
    output.run(&mut workspace.cargo(&format!("build {OURS} --bins --tests")))?;

    let folder = TemporaryFolder::create("browser")?;
    let portal = Portal {
        workspace,
        binary: workspace.server_binary("debug"),
        site: site.folder,
        database: Some(sqlite_in(folder.path())),
        // One address plays every visitor, so the hourly limits of one are lifted.
        settings: vec![
            ("YANGGUANG_HOURLY_FILINGS", "100000"),
            ("YANGGUANG_HOURLY_LOOKUPS", "100000"),
        ],
    };
    portal.load_demo_data(output)?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, http::free_port()?));
    let server_log = Output::log(&workspace.root.join("target/test-logs/browser-server.log"))?;
    let _server = portal.serve_into(address, &[], &server_log)?;

    let mut playwright = npm.tool("playwright");
    playwright.arg("test").current_dir(workspace.root.join("end2end"));
    playwright.env("BASE_URL", url(address)).env("YANGGUANG_SITE", &portal.site);
    if let Some(chromium) = tools::chromium() {
        playwright.env("CHROMIUM", chromium);
    }
    output
        .run(&mut playwright)
        .context("the portal's own log is target/test-logs/browser-server.log")
}
