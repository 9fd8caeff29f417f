//! The wasm that ships: small enough, good enough for an old phone, and right.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::npm::Npm;
use crate::output::Output;
use crate::site::{self, BUDGET, Site};
use crate::workspace::Workspace;

/// Starts the module in a V8 that knows neither `?.` nor reference types.
const OLD_V8: &str = "
    const { readFileSync } = require('fs');
    const { pathToFileURL } = require('url');
    const [js, wasm] = process.argv.slice(1);
    WebAssembly.compile(readFileSync(wasm))
      .then(() => import(pathToFileURL(js).href))
      .catch((error) => { console.error(String(error)); process.exit(1); });
";

pub fn test(workspace: &Workspace, output: &Output) -> Result<()> {
    let npm = Npm::install(workspace, output)?;
    let site = site::build(workspace, Some(&npm), output)?;
    weigh(&site, output)?;
    start_in_old_v8(workspace, &site, output)?;
    compare_bits(workspace, &site, output)
}

/// The native program and the wasm make the same of the same households.
fn compare_bits(workspace: &Workspace, site: &Site, output: &Output) -> Result<()> {
    let folder = workspace.target.join("same-bits");
    let mut native = workspace.cargo("run --quiet --package app --example same_bits --");
    output.run(native.arg(&folder))?;
    let mut wasm = workspace.command("node");
    wasm.arg(workspace.root.join("end2end/wasm/golden.mjs"));
    output.run(wasm.env("YANGGUANG_SITE", &site.folder).env("SAME_BITS", &folder))
}

fn weigh(site: &Site, output: &Output) -> Result<()> {
    let (js, wasm) = site.weight()?;
    let sum = js + wasm;
    output.say(&format!(
        "xtask: JavaScript {js} + wasm {wasm} = {sum} bytes brotli, budget {BUDGET}"
    ))?;
    ensure!(
        sum <= u64::from(BUDGET),
        "the self-check weighs {sum} bytes, more than its budget of {BUDGET}"
    );
    Ok(())
}

fn start_in_old_v8(workspace: &Workspace, site: &Site, output: &Output) -> Result<()> {
    let Some(node) = Npm::install_old_v8(workspace, output)? else {
        return output.say("xtask: not run: the old V8, which npm has for Linux on x64 only");
    };
    // Node takes a file for an ES module by its name.
    let js = site.folder.join("check.mjs");
    fs::copy(&site.js, &js).context("copy the JavaScript")?;
    let mut old = workspace.command(node);
    old.args(["--no-warnings", "-e", OLD_V8]).arg(&js).arg(&site.wasm);
    let started = output.run(&mut old);
    fs::remove_file(&js).context("remove the copy")?;
    started.context("the self-check does not start in the V8 of Chrome 78")
}
