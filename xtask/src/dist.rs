//! `cargo xtask dist`: the release as it is shipped, in `target/dist`.

use std::fs;

use anyhow::{Context, Result};

use crate::npm::Npm;
use crate::output::Output;
use crate::steps::step;
use crate::workspace::Workspace;
use crate::{files, site, tools};

pub fn run(workspace: &Workspace) -> Result<()> {
    let screen = Output::Screen;
    tools::ensure_c_compiler()?;
    let npm = step("Install the JavaScript tools", || Npm::install(workspace, &screen))?;
    // Cargo would put its own files of the profile `dist` into `target/dist`, beside ours.
    let built = workspace.root.join("target/dist-build");
    step("Build the server for release", || {
        let mut cargo = workspace.cargo("build --profile dist --package server --target-dir");
        screen.run(cargo.arg(&built))
    })?;
    let site = step("Build the browser's half", || site::build(workspace, Some(&npm), &screen))?;
    let release = workspace.root.join("target/dist");
    if release.is_dir() {
        fs::remove_dir_all(&release).context("remove the last release")?;
    }
    files::copy_folder(&site.folder, &release.join("site"))?;
    fs::copy(built.join("dist/yangguang"), release.join("yangguang")).context("copy the binary")?;
    println!("\ntarget/dist: yangguang and site/; there, `YANGGUANG_SITE=site ./yangguang serve`");
    Ok(())
}
