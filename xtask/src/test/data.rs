//! Other people's validators over a release's files, and two statistical offices' auditors over a
//! protected table. They come from `PyPI` and npm; where those cannot be reached the step says so, loudly,
//! and is skipped.

use std::path::Path;
use std::process::{Command, ExitStatus};

use anyhow::{Context, Result, bail, ensure};

use crate::ending::Running;
use crate::files;
use crate::output::Output;
use crate::workspace::Workspace;

/// What `validators/run.py` ends with when `PyPI` or npm cannot be reached.
const UNREACHABLE: i32 = 3;
const AUDITORS: [&str; 2] = ["audit_pytauargus.py", "audit_gconfid.py"];

pub fn test(workspace: &Workspace, output: &Output) -> Result<()> {
    let tools = workspace.root.join("target/validators");
    let status =
        status(python(workspace).arg("validators/run.py").arg("prepare").arg(&tools), output)?;
    if status.code() == Some(UNREACHABLE) {
        return output.say(
            "xtask: SKIPPED: PyPI or npm cannot be reached, so no validator looked at the files",
        );
    }
    ensure!(status.success(), "the validators could not be installed");
    validate(workspace, &tools, output)?;
    audit(workspace, &tools, output)
}

/// A county of each kind of record through all validators, then with a seeded fault for each.
fn validate(workspace: &Workspace, tools: &Path, output: &Output) -> Result<()> {
    let folder = workspace.root.join("target/validated");
    let example = "run -p opendata --example demo_county --";
    output.run(workspace.cargo(example).arg(&folder))?;
    let files = folder.join("releases/3");
    let reports = folder.join("reports");
    let run = |what: &str, folders: &[&Path]| {
        output.run(python(workspace).arg("validators/run.py").arg(what).args(folders))
    };
    run("check", &[tools, &files, &reports]).context("a validator found something")?;
    run("faults", &[tools, &files]).context("a validator missed a seeded fault")
}

/// A township as both auditors see it: nothing in the clean one, the leak in the other.
fn audit(workspace: &Workspace, tools: &Path, output: &Output) -> Result<()> {
    let folder = workspace.root.join("validators/sdc");
    let venv = tools.join("sdc");
    let wanted = files::digest([files::read(&folder.join("requirements.txt"))?.as_slice()]);
    let installed = venv.join(".installed");
    if !std::fs::read_to_string(&installed).is_ok_and(|it| it == wanted) {
        output.run(python(workspace).args(["-m", "venv", "--clear"]).arg(&venv))?;
        let mut pip = workspace.command(venv.join("bin/pip"));
        pip.args(["install", "--quiet", "--disable-pip-version-check", "-r"]);
        output.run(pip.arg(folder.join("requirements.txt"))).context("install the auditors")?;
        files::write(&installed, wanted)?;
    }
    let sample = workspace.root.join("target/validated/sample");
    output.run(workspace.cargo("run -p disclosure --example sample --").arg(&sample))?;
    for auditor in AUDITORS {
        let audit = |leak: &[&str]| {
            let mut command = workspace.command(venv.join("bin/python"));
            command.arg(folder.join(auditor)).args(leak).arg(&sample);
            status(&mut command, output)
        };
        ensure!(audit(&[])?.success(), "{auditor} found something in a protected table");
        if audit(&["--leak"])?.success() {
            bail!("{auditor} missed the seeded leak");
        }
    }
    Ok(())
}

fn python(workspace: &Workspace) -> Command {
    workspace.command("python3")
}

fn status(command: &mut Command, output: &Output) -> Result<ExitStatus> {
    output.receive(command)?;
    Running::start(command)?.wait()
}
