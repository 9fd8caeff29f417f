//! Nothing outlives us: programs we started and folders we made end with us, also on Ctrl-C.

use std::fs;
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::output::shown;

/// How long a program may take to end when asked to.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often we look whether it has.
const GLANCE: Duration = Duration::from_millis(20);

static LEFT: Mutex<Left> = Mutex::new(Left { programs: Vec::new(), folders: Vec::new() });

struct Left {
    programs: Vec<Program>,
    folders: Vec<PathBuf>,
}

/// From now on Ctrl-C and a plain `kill` end our programs and remove our folders first.
pub fn end_children_when_ended() -> Result<()> {
    ctrlc::set_handler(|| {
        let left = locked(&LEFT);
        left.programs.iter().for_each(Program::ask_to_end);
        left.programs.iter().for_each(Program::see_end);
        for folder in &left.folders {
            let _ = fs::remove_dir_all(folder);
        }
        std::process::exit(130);
    })
    .context("listen for Ctrl-C")
}

#[derive(Clone)]
struct Program {
    child: Arc<Mutex<Child>>,
    id: u32,
    /// The signal that makes this program end at once and tidily.
    signal: &'static str,
}

impl Program {
    /// How it ended, if it has.
    fn ended(&self) -> Result<Option<ExitStatus>> {
        locked(&self.child).try_wait().context("look after a program")
    }

    fn is_running(&self) -> bool {
        matches!(self.ended(), Ok(None))
    }

    /// Sends its signal with the shell's own `kill`, in a group that Ctrl-C does not reach.
    fn ask_to_end(&self) {
        if self.is_running() {
            let kill = format!("kill -s {} {}", self.signal, self.id);
            let mut shell = Command::new("sh");
            let _ = shell.args(["-c", &kill]).stderr(Stdio::null()).process_group(0).status();
        }
    }

    /// Waits for it to end; not for ever.
    fn see_end(&self) {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE && self.is_running() {
            sleep(GLANCE);
        }
        if self.is_running() {
            let _ = locked(&self.child).kill();
            let _ = locked(&self.child).wait();
        }
    }
}

/// A program that ends when this value is dropped.
pub struct Running(Program);

impl Running {
    pub fn start(command: &mut Command) -> Result<Self> {
        Self::start_to_end_with("TERM", command)
    }

    /// `signal` is the one that makes this program end at once and tidily.
    pub fn start_to_end_with(signal: &'static str, command: &mut Command) -> Result<Self> {
        let mut left = locked(&LEFT);
        let child = command.spawn().with_context(|| format!("start `{}`", shown(command)))?;
        let id = child.id();
        let program = Program { child: Arc::new(Mutex::new(child)), id, signal };
        left.programs.push(program.clone());
        Ok(Self(program))
    }

    pub fn id(&self) -> u32 {
        self.0.id
    }

    /// Waits in glances, so that Ctrl-C can look after it meanwhile.
    pub fn wait(&self) -> Result<ExitStatus> {
        loop {
            if let Some(status) = self.ended()? {
                return Ok(status);
            }
            sleep(GLANCE);
        }
    }

    /// How it ended, if it has.
    pub fn ended(&self) -> Result<Option<ExitStatus>> {
        self.0.ended()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.0.ask_to_end();
        self.0.see_end();
        locked(&LEFT).programs.retain(|it| it.id != self.0.id);
    }
}

/// A folder under the system's temporary one, removed when this value is dropped.
pub struct TemporaryFolder(PathBuf);

impl TemporaryFolder {
    pub fn create(purpose: &str) -> Result<Self> {
        let name = format!("yangguang-{purpose}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let _ = fs::remove_dir_all(&path);
        locked(&LEFT).folders.push(path.clone());
        fs::create_dir(&path).with_context(|| format!("create {}", path.display()))?;
        Ok(Self(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for TemporaryFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
        locked(&LEFT).folders.retain(|it| *it != self.0);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
