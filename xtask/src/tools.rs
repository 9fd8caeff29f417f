//! The tools a machine brings: what lacks is installed if it is rustup's, else named with its cure.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::output::{Output, answer_of};
use crate::workspace::{WASM, Workspace};

/// The oldest Node that runs our JavaScript tools.
const OLDEST_NODE: u32 = 20;
const NODE_CURE: &str = "install it with `sudo apt-get install nodejs npm` (Debian 13 or later), \
                         `brew install node`, or from https://nodejs.org";

/// Adds Rust's wasm target if it is not there.
pub fn ensure_wasm_target(workspace: &Workspace, output: &Output) -> Result<()> {
    ensure_target(workspace, WASM, output)
}

/// Adds a target of Rust's if it is not there.
pub fn ensure_target(workspace: &Workspace, target: &str, output: &Output) -> Result<()> {
    let mut rustc = workspace.command(env::var_os("RUSTC").unwrap_or("rustc".into()));
    let sysroot = answer_of(rustc.args(["--print", "sysroot"]))?;
    if Path::new(&sysroot).join("lib/rustlib").join(target).join("lib").is_dir() {
        return Ok(());
    }
    ensure!(
        find("rustup").is_some(),
        "this Rust has no {target} target and rustup is not here to add it: install rustup from \
         https://rustup.rs, then run `rustup target add {target}`"
    );
    output
        .run(workspace.command("rustup").args(["target", "add", target]))
        .with_context(|| format!("add the target; try `rustup target add {target}` yourself"))
}

/// Says what is wrong with this machine's C compiler, which builds SQLite.
pub fn ensure_c_compiler() -> Result<()> {
    let compiler = env::var_os("CC").unwrap_or("cc".into());
    let answers = Command::new(&compiler).arg("--version").output().is_ok();
    ensure!(
        answers,
        "no C compiler ({}), which builds SQLite: install one with `sudo apt-get install gcc \
         libc6-dev`, or `xcode-select --install` on a Mac",
        compiler.display()
    );
    Ok(())
}

/// Says what is wrong with this machine's Node and npm.
pub fn ensure_node() -> Result<()> {
    let version = answer_of(Command::new("node").arg("--version"));
    let version = version.ok().with_context(|| format!("no Node: {NODE_CURE}"))?;
    let is_new_enough = major(&version).is_some_and(|it| it >= OLDEST_NODE);
    ensure!(is_new_enough, "Node {version} is older than {OLDEST_NODE}: {NODE_CURE}");
    ensure!(find("npm").is_some(), "no npm: {NODE_CURE}");
    Ok(())
}

/// The first program of this name in PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|it| it.join(name)).find(|it| it.is_file())
}

/// The browser of the tests: what `CHROMIUM` names, else what the system has.
pub fn chromium() -> Option<PathBuf> {
    let named = env::var_os("CHROMIUM").map(PathBuf::from);
    named.or_else(|| ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find))
}

pub fn is_root() -> bool {
    answer_of(Command::new("id").arg("-u")).is_ok_and(|it| it == "0")
}

/// `v20.11.1` is 20.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.11.1"), Some(20));
        assert_eq!(major("20"), None);
    }
}
