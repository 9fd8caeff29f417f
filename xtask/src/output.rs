//! Where a step's words and its programs' words go: the screen, or a log shown only on failure.

use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};

use crate::ending::Running;

pub enum Output {
    Screen,
    Log { file: File, path: PathBuf },
}

impl Output {
    pub fn log(path: &Path) -> Result<Self> {
        let file = File::create(path).with_context(|| format!("create {}", path.display()))?;
        Ok(Self::Log { file, path: path.to_path_buf() })
    }

    /// Says one line.
    pub fn say(&self, line: &str) -> Result<()> {
        match self {
            Self::Screen => println!("{line}"),
            Self::Log { file, .. } => {
                let mut file = file;
                writeln!(file, "{line}").context("write to a step's log")?;
            }
        }
        Ok(())
    }

    /// Runs a program to its end; anything but success is an error that names the program.
    pub fn run(&self, command: &mut Command) -> Result<()> {
        self.receive(command)?;
        let status = Running::start(command)?.wait()?;
        ensure!(status.success(), "`{}` ended with {status}", shown(command));
        Ok(())
    }

    /// Makes a program write here.
    pub fn receive(&self, command: &mut Command) -> Result<()> {
        if let Self::Log { file, .. } = self {
            self.say(&format!("$ {}", shown(command)))?;
            let copy = || file.try_clone().context("share a step's log");
            command.stdin(Stdio::null()).stdout(copy()?).stderr(copy()?);
        }
        Ok(())
    }

    /// Everything logged so far; nothing of what went to the screen.
    pub fn logged(&self) -> Result<String> {
        match self {
            Self::Screen => Ok(String::new()),
            Self::Log { path, .. } => {
                let bytes = std::fs::read(path).context("read a step's log")?;
                Ok(String::from_utf8_lossy(&bytes).into_owned())
            }
        }
    }
}

/// What a program that ended well wrote to its standard output.
pub fn answer_of(command: &mut Command) -> Result<String> {
    let name = shown(command);
    let output =
        command.stdin(Stdio::null()).output().with_context(|| format!("start `{name}`"))?;
    ensure!(output.status.success(), "`{name}` ended with {}", output.status);
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A command as a person would type it, the program without its folder.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    std::iter::once(program)
        .chain(command.get_args())
        .map(|it| it.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}
