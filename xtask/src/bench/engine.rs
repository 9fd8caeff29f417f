//! How fast households are judged: by the engine alone, natively and in WebAssembly, and by the whole
//! command that reads a roster and writes its results.

use std::fs::File;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result};

use super::table::Table;
use crate::output::{Output, answer_of};
use crate::steps::step;
use crate::workspace::{WASI, Workspace};
use crate::{files, tools};

/// What examples/speed.rs measures, with its budgets: natively, and in WebAssembly.
const BUDGETS: [(&str, Option<f64>, Option<f64>); 4] = [
    ("one evaluation, µs", Some(2.0), Some(6.0)),
    ("next question, µs", None, Some(1_000.0)),
    ("near misses, µs", None, Some(5_000.0)),
    ("1,000,000 households, s", Some(2.0), None),
];
const SPEED: &str = "--package eligibility --features source --example speed";
const N_HOUSEHOLDS: u32 = 200_000;
/// In one household of so many, one answer is not known.
const ONE_UNSURE_IN: u32 = 10;

/// Starts the WebAssembly that the first argument names. It may read below the second, and what the
/// processor has spent.
const START: &str = "
    const { readFileSync } = require('node:fs');
    const { WASI } = require('node:wasi');
    const [file, root] = process.argv.slice(1);
    const wasi = new WASI({ version: 'preview1', preopens: { [root]: root, '/proc': '/proc' } });
    WebAssembly.instantiate(readFileSync(file), wasi.getImportObject())
      .then(({ instance }) => wasi.start(instance));
";

pub fn measure(workspace: &Workspace, table: &mut Table) -> Result<()> {
    let native = step("Evaluate households, native", || {
        say(answer_of(&mut workspace.cargo(&format!("run --release {SPEED}"))))
    })?;
    let wasm = step("Evaluate households, wasm", || say(in_wasm(workspace)))?;
    for (what, budget, budget_in_wasm) in BUDGETS {
        if let Some(budget) = budget {
            table.at_most(what, budget, figure(&native, what)?);
        }
        if let Some(budget) = budget_in_wasm {
            table.at_most(&format!("{what}, wasm"), budget, figure(&wasm, what)?);
        }
    }
    step("Screen a roster", || screen(workspace))
}

/// The same program, compiled as the phone's half is.
fn in_wasm(workspace: &Workspace) -> Result<String> {
    tools::ensure_node()?;
    tools::ensure_target(workspace, WASI, &Output::Screen)?;
    let build = format!("build --profile wasm-release --target {WASI} {SPEED}");
    Output::Screen.run(&mut workspace.cargo(&build))?;
    let program = workspace.target.join(WASI).join("wasm-release/examples/speed.wasm");
    let mut node = Command::new("node");
    answer_of(node.args(["--no-warnings", "-e", START]).arg(program).arg(&workspace.root))
}

/// The whole command, on one core: reading, judging, writing.
fn screen(workspace: &Workspace) -> Result<()> {
    let folder = workspace.target.join("bench");
    files::create_folder(&folder)?;
    let roster = folder.join("roster.ndjson");
    let file = File::create(&roster).context("create the roster")?;
    let write = "run --release --quiet --package eligibility --features source --example roster --";
    let mut write = workspace.cargo(write);
    write.args([N_HOUSEHOLDS, ONE_UNSURE_IN].map(|it| it.to_string())).stdout(file);
    Output::Screen.run(&mut write)?;

    let mut screen = Command::new(workspace.server_binary("release"));
    screen.args(["screen", "--pack", "demo-2026-border"]);
    screen.stdin(File::open(&roster).context("open the roster")?).stdout(Stdio::null());
    let begun = Instant::now();
    Output::Screen.run(&mut screen)?;
    let rate = f64::from(N_HOUSEHOLDS) / begun.elapsed().as_secs_f64();
    println!("yangguang screen: {rate:.0} households a second, of {N_HOUSEHOLDS}");
    Ok(())
}

fn say(answer: Result<String>) -> Result<String> {
    let answer = answer?;
    println!("{answer}");
    Ok(answer)
}

/// The figure on the line `what: figure`.
fn figure(answer: &str, what: &str) -> Result<f64> {
    let line = answer.lines().find_map(|it| it.strip_prefix(what)?.strip_prefix(": "));
    line.and_then(|it| it.parse().ok()).with_context(|| format!("examples/speed.rs says no {what}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_found_by_its_name() {
        let answer = "one evaluation, µs: 1.250\n1,000,000 households, s: 1.7";

        let figure_of = |what| figure(answer, what).ok().map(|it| it.to_string());
        assert_eq!(figure_of("1,000,000 households, s").as_deref(), Some("1.7"));
        assert_eq!(figure_of("near misses, µs"), None);
    }
}
