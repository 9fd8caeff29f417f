//! Small and for old phones: wasm-opt lowers and shrinks the wasm, esbuild the JavaScript.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use super::Module;
use crate::ending::TemporaryFolder;
use crate::npm::Npm;
use crate::output::Output;
use crate::{files, tools};

/// What Chrome 61 lacks and rustc uses, written in what it has.
const LOWER: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--signext-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--llvm-nontrapping-fptoint-lowering",
];
/// The first features of wasm, and the one wasm-bindgen cannot do without.
const SHRINK: &[&str] = &["-Oz", "--mvp-features", "--enable-mutable-globals"];
/// For a wasm-opt too old to lower: what rustc uses stays.
const SHRINK_ONLY: &[&str] = &[
    "-Oz",
    "--enable-bulk-memory",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// The smallest module this machine's tools can make.
pub fn optimised(module: Module, npm: Option<&Npm>, output: &Output) -> Result<Module> {
    let folder = TemporaryFolder::create("optimise")?;
    match npm {
        Some(npm) => Ok(Module {
            js: minified(npm, &module.js, folder.path(), output)?,
            wasm: lowered(npm, &module.wasm, folder.path(), output)?,
        }),
        None if tools::find("wasm-opt").is_some() => {
            let tool = Command::new("wasm-opt");
            let wasm = changed(tool, SHRINK_ONLY, &module.wasm, folder.path(), output)?;
            Ok(Module { wasm, ..module })
        }
        None => Ok(module),
    }
}

fn lowered(npm: &Npm, wasm: &[u8], folder: &Path, output: &Output) -> Result<Vec<u8>> {
    let old = changed(npm.tool("wasm-opt"), LOWER, wasm, folder, output)?;
    changed(npm.tool("wasm-opt"), SHRINK, &old, folder, output)
}

/// What a wasm-opt with these passes makes of a wasm.
fn changed(
    mut tool: Command,
    passes: &[&str],
    wasm: &[u8],
    folder: &Path,
    output: &Output,
) -> Result<Vec<u8>> {
    let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
    files::write(&before, wasm)?;
    output.run(tool.args(passes).arg(&before).arg("-o").arg(&after)).context("shrink the wasm")?;
    files::read(&after)
}

/// Without spaces, and without what Chrome 64 does not know, such as `?.`.
fn minified(npm: &Npm, js: &[u8], folder: &Path, output: &Output) -> Result<Vec<u8>> {
    let (before, after) = (folder.join("before.js"), folder.join("after.js"));
    files::write(&before, js)?;
    let mut esbuild = npm.tool("esbuild");
    esbuild.args(["--minify", "--format=esm", "--target=chrome64", "--log-level=warning"]);
    esbuild.arg(&before).arg(format!("--outfile={}", after.display()));
    output.run(&mut esbuild).context("shrink the JavaScript")?;
    files::read(&after)
}
