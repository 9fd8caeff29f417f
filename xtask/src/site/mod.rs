//! The browser's half of the portal: one JavaScript module and one wasm, small, for old phones, and
//! under names that change with their content.

mod bindgen;
mod compress;
mod optimise;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::npm::Npm;
use crate::output::Output;
use crate::workspace::{WASM, Workspace};
use crate::{files, tools};

/// Whoever changes how the site is made makes it anew.
const RECIPE: [&str; 4] = [
    include_str!("mod.rs"),
    include_str!("bindgen.rs"),
    include_str!("compress.rs"),
    include_str!("optimise.rs"),
];

/// JavaScript and wasm of the self-check, brotli, in bytes.
pub const BUDGET: u32 = 110_000;

/// Where the server looks for the site, and which files of `pkg` are the present ones.
pub struct Site {
    pub folder: PathBuf,
    pub js: PathBuf,
    pub wasm: PathBuf,
}

impl Site {
    /// The bytes of JavaScript and of wasm that a phone loads, brotli.
    pub fn weight(&self) -> Result<(u64, u64)> {
        let size = |file: &Path, extension| {
            let file = file.with_extension(extension);
            let data = fs::metadata(&file).with_context(|| format!("weigh {}", file.display()))?;
            Ok::<_, anyhow::Error>(data.len())
        };
        Ok((size(&self.js, "js.br")?, size(&self.wasm, "wasm.br")?))
    }
}

/// Builds the site that ships; without the JavaScript tools it is larger and needs a newer phone.
pub fn build(workspace: &Workspace, npm: Option<&Npm>, output: &Output) -> Result<Site> {
    let raw = compile(workspace, "wasm-release", output)?;
    let folder = workspace.root.join("target/site");
    let lock = npm.map(Npm::lock).transpose()?.unwrap_or_default();
    make(&raw, &lock, &folder, |module| {
        let module = optimise::optimised(module, npm, output)?;
        let mut files = vec![];
        for (extension, bytes) in [("js", module.js), ("wasm", module.wasm)] {
            files.push((format!("{extension}.br"), compress::brotli(&bytes)?));
            files.push((format!("{extension}.gz"), compress::gzip(&bytes)?));
            files.push((extension.to_owned(), bytes));
        }
        Ok(files)
    })
}

/// Builds a site for development: quick, large, uncompressed.
pub fn build_for_development(workspace: &Workspace, output: &Output) -> Result<Site> {
    let raw = compile(workspace, "wasm-dev", output)?;
    let folder = workspace.root.join("target/site-dev");
    make(&raw, b"dev", &folder, |module| {
        Ok(vec![("js".to_owned(), module.js), ("wasm".to_owned(), module.wasm)])
    })
}

/// A module as wasm-bindgen makes it: the wasm, and the JavaScript that speaks with it.
struct Module {
    js: Vec<u8>,
    wasm: Vec<u8>,
}

/// Compiles the islands with the flags of `.cargo/config.toml`, whatever flags we were given.
fn compile(workspace: &Workspace, profile: &str, output: &Output) -> Result<Vec<u8>> {
    tools::ensure_wasm_target(workspace, output)?;
    let mut cargo = workspace.cargo("build --package frontend --target");
    cargo.args([WASM, "--profile", profile]);
    cargo.env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    output.run(&mut cargo)?;
    files::read(&workspace.target.join(WASM).join(profile).join("frontend.wasm"))
}

/// Makes the files of a site from what cargo made, unless they were made from just that before.
fn make(
    raw: &[u8],
    tools: &[u8],
    folder: &Path,
    finish: impl FnOnce(Module) -> Result<Vec<(String, Vec<u8>)>>,
) -> Result<Site> {
    let inputs = [raw, tools].into_iter().chain(RECIPE.map(str::as_bytes));
    let stamp = files::digest(inputs);
    let stamp_file = folder.join(".stamp");
    if fs::read_to_string(&stamp_file).is_ok_and(|it| it == stamp) {
        return site_in(folder);
    }
    let finished = finish(bindgen::module(raw)?)?;
    if folder.is_dir() {
        fs::remove_dir_all(folder).context("remove the last site")?;
    }
    files::create_folder(&folder.join("pkg"))?;
    let digest = files::digest(finished.iter().map(|(_, bytes)| bytes.as_slice()));
    for (extension, bytes) in &finished {
        files::write(&folder.join("pkg").join(format!("check.{digest}.{extension}")), bytes)?;
    }
    let address = |extension| format!("/assets/check.{digest}.{extension}");
    let addresses = json!({ "js": address("js"), "wasm": address("wasm") });
    files::write(&folder.join("site.json"), format!("{addresses}\n"))?;
    files::write(&stamp_file, stamp)?;
    site_in(folder)
}

/// The site a folder holds, by its `site.json`.
fn site_in(folder: &Path) -> Result<Site> {
    let addresses: Value = serde_json::from_slice(&files::read(&folder.join("site.json"))?)
        .context("read site.json")?;
    let file = |key: &str| {
        let address = addresses[key].as_str().context("site.json names the files")?;
        let name = address.trim_start_matches("/assets/");
        Ok::<_, anyhow::Error>(folder.join("pkg").join(name))
    };
    Ok(Site { js: file("js")?, wasm: file("wasm")?, folder: folder.to_path_buf() })
}
