//! wasm-bindgen as a library: exactly the version the islands were compiled with.

use std::fs;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use super::Module;
use crate::ending::TemporaryFolder;
use crate::files;

/// Makes an ES module from what cargo compiled; it is told where the wasm lies when it starts.
pub fn module(raw: &[u8]) -> Result<Module> {
    let folder = TemporaryFolder::create("bindgen")?;
    Bindgen::new()
        .input_bytes("frontend", raw.to_vec())
        .web(true)
        .context("ask for an ES module")?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder.path())
        .context("make the JavaScript of the islands")?;
    ensure!(
        !folder.path().join("snippets").exists(),
        "a crate of the islands brings JavaScript of its own, which this build does not ship"
    );
    let wasm = folder.path().join("frontend_bg.wasm");
    let js = fs::read(folder.path().join("frontend.js")).context("read the JavaScript made")?;
    Ok(Module { js, wasm: files::read(&wasm)? })
}
