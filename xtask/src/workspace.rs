//! Where the workspace lies, and how cargo is called in it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

/// The wasm target that rustup knows.
pub const WASM: &str = "wasm32-unknown-unknown";
/// The one whose programs can read files and clocks, in Node.
pub const WASI: &str = "wasm32-wasip1";

pub struct Workspace {
    pub root: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
}

impl Workspace {
    /// The workspace this tool was started in: cargo names its crate's folder to what it runs.
    pub fn find() -> Result<Self> {
        let xtask = env::var_os("CARGO_MANIFEST_DIR").context("start it as `cargo xtask`")?;
        let root = Path::new(&xtask)
            .parent()
            .context("the crate xtask lies inside the workspace")?
            .to_path_buf();
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), |it| root.join(it));
        Ok(Self { root, target })
    }

    /// A program started in the workspace's root.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }

    /// Cargo, the one that runs us.
    pub fn cargo(&self, arguments: &str) -> Command {
        let mut command = self.command(env::var_os("CARGO").unwrap_or("cargo".into()));
        command.args(arguments.split_whitespace());
        command
    }

    /// What `cargo build -p server` leaves in the folder of a profile.
    pub fn server_binary(&self, profile_folder: &str) -> PathBuf {
        self.target.join(profile_folder).join("yangguang")
    }
}
