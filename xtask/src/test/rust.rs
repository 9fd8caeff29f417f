//! What cargo itself can check. The crate `frontend` is only ever built for the browser: beside the
//! server it would mix Leptos' two halves.

use anyhow::Result;

use crate::output::Output;
use crate::postgres::Postgres;
use crate::tools;
use crate::workspace::{WASM, Workspace};

/// All but the browser's half and this tool, which has a profile of its own.
pub const OURS: &str = "--workspace --exclude frontend --exclude xtask";

pub fn fmt(workspace: &Workspace, output: &Output) -> Result<()> {
    output.run(&mut workspace.cargo("fmt --all --check"))
}

pub fn clippy(workspace: &Workspace, output: &Output) -> Result<()> {
    let server = "clippy --workspace --exclude frontend --all-targets -- -D warnings";
    output.run(&mut workspace.cargo(server))?;
    tools::ensure_wasm_target(workspace, output)?;
    let browser = format!("clippy -p frontend -p islands --target {WASM} -- -D warnings");
    output.run(&mut workspace.cargo(&browser))
}

pub fn test(workspace: &Workspace, output: &Output) -> Result<()> {
    output.run(&mut workspace.cargo("test --profile xtask --package xtask"))?;
    let postgres = Postgres::start()?;
    let mut tests = workspace.cargo(&format!("test {OURS}"));
    output.run(tests.env("TEST_POSTGRES_URL", &postgres.url))
}

pub fn doc(workspace: &Workspace, output: &Output) -> Result<()> {
    let mut doc = workspace.cargo(&format!("doc {OURS} --no-deps --document-private-items"));
    output.run(doc.env("RUSTDOCFLAGS", "-D warnings"))
}
