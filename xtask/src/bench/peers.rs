//! `cargo xtask bench --peers`: one small task for our engine and for three others, side by side.
//! bench/peers/README.md says what the task is and what to mind.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::npm::Npm;
use crate::output::{Output, answer_of};
use crate::steps::step;
use crate::workspace::Workspace;
use crate::{files, tools};

const N_HOUSEHOLDS: u32 = 100_000;
const CURE: &str =
    "PyPI and npm must be within reach for this; without them there is no comparison";

pub fn run(workspace: &Workspace) -> Result<()> {
    let peers = Peers::install(workspace).context(CURE)?;
    let households = step("Make households", || peers.households())?;
    step("Build our engine, optimised", || {
        let build = "build --release --package eligibility --features source --example peers";
        Output::Screen.run(&mut workspace.cargo(build))
    })?;
    let mut runs = Vec::new();
    for (name, mut command) in peers.commands(workspace) {
        let run = step(name, || Run::of(command.arg(&households)));
        runs.push(run?);
    }
    let same = runs.iter().all(|it| it.digest == runs[0].digest && it.n == runs[0].n);
    ensure!(same, "the outcomes differ, so this is no comparison:\n{}", digests(&runs));
    println!("\n{}", table(&runs));
    println!(
        "{} households; all four gave the same outcomes, sha256 {}",
        runs[0].n, runs[0].digest
    );
    Ok(())
}

/// The peers, installed exactly as their lock files say, below the target folder.
struct Peers {
    scripts: PathBuf,
    folder: PathBuf,
    python: PathBuf,
}

impl Peers {
    fn install(workspace: &Workspace) -> Result<Self> {
        let scripts = workspace.root.join("bench/peers");
        let folder = workspace.target.join("peers");
        files::create_folder(&folder)?;
        let python = step("Install the Python peers", || python(&scripts, &folder))?;
        step("Install the JavaScript peer", || {
            for name in ["package.json", "package-lock.json"] {
                files::write(&folder.join(name), files::read(&scripts.join(name))?)?;
            }
            Npm::install_in(folder.clone(), &Output::Screen)
        })?;
        Ok(Self { scripts, folder, python })
    }

    /// Writes the households, and names the file.
    fn households(&self) -> Result<PathBuf> {
        let path = self.folder.join("households.ndjson");
        let file = File::create(&path).with_context(|| format!("create {}", path.display()))?;
        let mut generate = self.python("generate.py");
        generate.arg(N_HOUSEHOLDS.to_string()).stdout(file);
        Output::Screen.run(&mut generate)?;
        Ok(path)
    }

    /// How each engine is run; ours first.
    fn commands(&self, workspace: &Workspace) -> [(&'static str, Command); 4] {
        let ours = workspace.command(workspace.target.join("release/examples/peers"));
        let mut node = Command::new("node");
        node.arg(self.scripts.join("peer_jsonlogic.mjs"));
        node.env("NODE_PATH", self.folder.join("node_modules"));
        [
            ("yangguang", ours),
            ("zen-engine", self.python("peer_zen.py")),
            ("json-logic-js", node),
            ("openfisca-core", self.python("peer_openfisca.py")),
        ]
    }

    fn python(&self, script: &str) -> Command {
        let mut python = Command::new(&self.python);
        python.arg("-B").arg(self.scripts.join(script));
        python
    }
}

/// Makes a venv with the packages of requirements.txt, unless it is there; gives its Python.
fn python(scripts: &Path, folder: &Path) -> Result<PathBuf> {
    let requirements = scripts.join("requirements.txt");
    let wanted = files::digest([files::read(&requirements)?.as_slice()]);
    let venv = folder.join("venv");
    let installed = venv.join(".installed");
    let python = venv.join("bin/python");
    if std::fs::read_to_string(&installed).is_ok_and(|it| it == wanted) {
        return Ok(python);
    }
    let system = tools::find("python3").context("no python3; its version must be 3.11 or later")?;
    let clear = ["-m", "venv", "--clear"];
    Output::Screen.run(Command::new(system).args(clear).arg(&venv)).context("make a venv")?;
    let install = "-m pip install --quiet --disable-pip-version-check --require-hashes \
                   --only-binary :all: -r";
    let mut pip = Command::new(&python);
    Output::Screen.run(pip.args(install.split_whitespace()).arg(&requirements))?;
    files::write(&installed, wanted)?;
    Ok(python)
}

/// What one engine's run came to.
struct Run {
    engine: String,
    n: u64,
    wall: f64,
    cpu: f64,
    setup_cpu: f64,
    digest: String,
}

impl Run {
    /// Runs an engine, which prints one JSON line.
    fn of(command: &mut Command) -> Result<Self> {
        let answer = answer_of(command)?;
        Self::read(&answer).with_context(|| format!("it does not print its figures: {answer}"))
    }

    fn read(answer: &str) -> Option<Self> {
        let line: Value = serde_json::from_str(answer).ok()?;
        let text = |key| line.get(key)?.as_str().map(str::to_owned);
        let seconds = |key| line.get(key)?.as_f64();
        Some(Self {
            engine: format!("{} {}", text("engine")?, text("version")?),
            n: line.get("n")?.as_u64().filter(|it| *it > 0)?,
            wall: seconds("wall_seconds")?,
            cpu: seconds("cpu_seconds")?,
            setup_cpu: seconds("setup_cpu_seconds")?,
            digest: text("outcomes_sha256")?,
        })
    }

    #[expect(clippy::cast_precision_loss, reason = "a hundred thousand households")]
    fn n(&self) -> f64 {
        self.n as f64
    }

    /// Microseconds of the processor for one household.
    fn micros(&self) -> f64 {
        self.cpu / self.n() * 1e6
    }

    fn micros_with_setup(&self) -> f64 {
        (self.cpu + self.setup_cpu) / self.n() * 1e6
    }
}

/// The runs beside the first.
fn table(runs: &[Run]) -> String {
    let title = ["engine", "CPU µs", "a second", "ratio", "with set-up", "ratio"];
    let mut rows = vec![row(title.map(str::to_owned))];
    for run in runs {
        let (micros, with_setup) = (run.micros(), run.micros_with_setup());
        rows.push(row([
            run.engine.clone(),
            format!("{micros:.3}"),
            format!("{:.0}", run.n() / run.wall),
            format!("{:.1}", micros / runs[0].micros()),
            format!("{with_setup:.3}"),
            format!("{:.1}", with_setup / runs[0].micros_with_setup()),
        ]));
    }
    rows.join("\n")
}

fn row([engine, micros, a_second, ratio, with_setup, setup_ratio]: [String; 6]) -> String {
    format!("{engine:<22} {micros:>8} {a_second:>11} {ratio:>7} {with_setup:>13} {setup_ratio:>7}")
}

fn digests(runs: &[Run]) -> String {
    runs.iter().map(|it| format!("{} {}", it.digest, it.engine)).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(engine: &str, cpu: f64) -> String {
        format!(
            "{{\"engine\":\"{engine}\",\"version\":\"1\",\"n\":1000,\"wall_seconds\":0.5,\
             \"cpu_seconds\":{cpu},\"setup_cpu_seconds\":0.001,\"outcomes_sha256\":\"ab\"}}"
        )
    }

    #[test]
    fn the_others_are_given_as_multiples_of_the_first() {
        let runs = [("ours", 0.001), ("theirs", 0.015)].map(|(it, cpu)| Run::read(&line(it, cpu)));
        let runs: Vec<Run> = runs.into_iter().map(|it| it.unwrap()).collect();

        let table = table(&runs);

        let theirs: Vec<&str> = table.lines().nth(2).unwrap().split_whitespace().collect();
        assert_eq!(theirs, ["theirs", "1", "15.000", "2000", "15.0", "16.000", "8.0"]);
    }

    #[test]
    fn a_run_without_its_figures_is_none() {
        assert!(Run::read("{\"engine\":\"x\"}").is_none());
        assert!(Run::read("Traceback").is_none());
    }
}
